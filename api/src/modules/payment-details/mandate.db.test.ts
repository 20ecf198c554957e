import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { addMandate, addMember, insert, sampleIban } from '../../testing/fixtures.ts';
import { auditOf, newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import { openIban } from './mandate-iban.ts';
import { getPaymentReadiness, paymentMethodFor } from './payment-readiness.ts';
import { useMandates } from './use-mandates.ts';

let scene: GymScene;
let memberId: string;
beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
});
afterAll(() => scene.api.close());

const otherIban = 'DE89370400440532013000';
const fields = `{ mandate { id reference holder maskedIban signedOn signedHow textVersion recordedBy { id } status lastUsedOn
  lapsesOn revokedAt revokedReason } member { paymentDetails { isReady blockedBy mandate { id status maskedIban } } } }`;

interface Answer {
  mandate: Record<string, unknown> & { id: string; reference: string };
  member: { paymentDetails: { isReady: boolean; blockedBy: string | null; mandate: Record<string, unknown> } };
}
const run = (verb: string, type: string, viewer: Viewer | null, input: object) =>
  scene.api.ask<Record<string, Answer>>(
    viewer,
    `mutation ($input: ${type}!) { ${verb}(input: $input) ${verb === 'revealIban' ? '{ iban }' : fields} }`,
    { input },
  );
const sign = (input: object, viewer: Viewer | null = scene.admin) =>
  run('signMandate', 'SignMandateInput', viewer, {
    memberId,
    holder: 'Z. van der Berg',
    iban: sampleIban,
    signedOn: '2026-03-01',
    signedHow: 'PAPER',
    ...input,
  });
const amend = (input: object, viewer: Viewer | null = scene.admin) =>
  run('amendMandate', 'AmendMandateInput', viewer, { iban: otherIban, signedHow: 'DESK', ...input });
const revoke = (id: string, viewer: Viewer | null = scene.admin, reason = 'Closed the account') =>
  run('revokeMandate', 'RevokeMandateInput', viewer, { id, reason });
const restore = (id: string, viewer: Viewer | null = scene.admin) =>
  run('restoreMandate', 'MandateIdInput', viewer, { id });
const signed = async (input: object = {}) => (await sign(input)).data!['signMandate']!;
const rowOf = async (id: string) => (await scene.api.owner.query('select * from mandate where id = $1', [id])).rows[0];
const write = <T>(work: Parameters<ReturnType<typeof scene.api.contextFor>['db']['write']>[0]) =>
  scene.api.contextFor(scene.admin).db.write(work) as Promise<T>;
const newMember = async () => (memberId = await addMember(scene.api.owner, scene.gymId));

describe('signing', () => {
  test('keeps the evidence, and seals the account', async () => {
    await newMember();
    const { mandate, member } = await signed({ iban: 'nl91 abna 0417 1643 00' });
    const { rows } = await scene.api.owner.query('select member_number from member where id = $1', [memberId]);
    expect(mandate).toMatchObject({
      reference: `${rows[0].member_number}-1`,
      maskedIban: 'NL91 •••• •••• •• 4300',
      signedOn: '2026-03-01',
      signedHow: 'PAPER',
      textVersion: 0,
      recordedBy: { id: scene.admin.employeeId },
      status: 'ACTIVE',
      lastUsedOn: null,
      lapsesOn: '2029-03-01',
    });
    expect(member.paymentDetails).toMatchObject({ isReady: true, blockedBy: null, mandate: { id: mandate.id } });
    const row = await rowOf(mandate.id);
    expect(openIban(scene.api.contextFor(null).secrets, scene.gymId, mandate.id, row.iban_sealed)).toBe(sampleIban);
  });

  test('writes the account nowhere else: not in the audit trail, not in any text of the database', async () => {
    await newMember();
    const { mandate } = await signed();
    const audit = await auditOf(scene.api, 'mandate', memberId);
    expect(audit).toHaveLength(1);
    const { rows } = await scene.api.owner.query(
      `select t::text from audit_log t union all select (to_jsonb(d) - 'iban_sealed')::text from mandate d`,
    );
    const all = JSON.stringify(rows);
    expect(all).toContain(mandate.id);
    expect(all).not.toContain('ABNA');
    expect(all).not.toContain('iban_sealed');
  });

  test('twenty submits of one mandate make one', async () => {
    await newMember();
    const id = newId();
    const answers = await Promise.all(Array.from({ length: 20 }, () => sign({ id })));
    expect(answers.map((answer) => answer.data?.['signMandate']?.mandate.id)).toEqual(Array(20).fill(id));
    expect(await auditOf(scene.api, 'mandate', memberId)).toHaveLength(1);
    expect(refusalOf(await sign({ id, iban: otherIban }))).toBe('BAD_USER_INPUT id ID_REUSED');
  });

  test('a member has one in force, however many are signed at once', async () => {
    await newMember();
    const answers = await Promise.all(Array.from({ length: 8 }, () => sign({})));
    expect(answers.map(refusalOf).filter((refusal) => refusal === undefined)).toHaveLength(1);
    expect(answers.map(refusalOf)).toContain('BAD_USER_INPUT memberId HAS_MANDATE');
  });

  test('references are counted on, and never come twice', async () => {
    await newMember();
    const first = await signed();
    await revoke(first.mandate.id);
    const [number] = first.mandate.reference.split('-');
    await insertOther(`${number}-2`);
    expect((await signed()).mandate.reference).toBe(`${number}-3`);
    await newMember();
    expect(refusalOf(await sign({ reference: `${number}-2` }))).toBe('BAD_USER_INPUT reference REFERENCE_TAKEN');
  });

  test.each([
    [{ iban: 'NL91 ABNA 0417 1643 01' }, 'iban IBAN_CHECKSUM'],
    [{ iban: 'NL91 ABNA 0417 1643' }, 'iban IBAN_LENGTH'],
    [{ iban: 'NL91 1BNA 0417 1643 00' }, 'iban IBAN_FORMAT'],
    [{ iban: '91 ABNA 0417 1643 00' }, 'iban IBAN_COUNTRY'],
    [{ iban: 'XX91 ABNA 0417 1643 00' }, 'iban IBAN_COUNTRY'],
    [{ iban: 'BR1800360305000010009795493C1' }, 'iban IBAN_NOT_SEPA'],
    [{ iban: '  ' }, 'iban REQUIRED'],
    [{ holder: ' ' }, 'holder REQUIRED'],
    [{ holder: 'x'.repeat(71) }, 'holder TOO_LONG'],
    [{ signedOn: '2026-03-05' }, 'signedOn IN_THE_FUTURE'],
    [{ signedOn: '2023-03-04' }, 'signedOn MANDATE_LAPSED'],
    [{ signedHow: 'IMPORT', lastUsedOn: '2026-03-05' }, 'lastUsedOn IN_THE_FUTURE'],
    [{ signedHow: 'IMPORT', lastUsedOn: '2026-02-01' }, 'lastUsedOn BEFORE_SIGNED'],
    [{ reference: 'é' }, 'reference REFERENCE_CHARACTERS'],
    [{ reference: 'a//b' }, 'reference REFERENCE_CHARACTERS'],
    [{ reference: '/a' }, 'reference REFERENCE_CHARACTERS'],
    [{ reference: 'x'.repeat(36) }, 'reference TOO_LONG'],
    [{ id: 'x' }, 'id INVALID_ID'],
  ])('refuses %o by name, and keeps nothing', async (input, refusal) => {
    await newMember();
    const answer = await sign(input);
    expect(refusalOf(answer)).toBe(`BAD_USER_INPUT ${refusal}`);
    expect(JSON.stringify(answer)).not.toContain('0417');
    expect(await auditOf(scene.api, 'mandate', memberId)).toEqual([]);
  });

  test('is for admins, and learns nothing of another gym', async () => {
    await newMember();
    const { mandate } = await signed();
    for (const viewer of [scene.coach, scene.outsiders.readToken, scene.outsiders.member])
      for (const answer of [
        await sign({}, viewer),
        await amend({ mandateId: mandate.id }, viewer),
        await revoke(mandate.id, viewer),
        await restore(mandate.id, viewer),
        await run('revealIban', 'MandateIdInput', viewer, { id: mandate.id }),
      ])
        expect(refusalOf(answer)).toBe('FORBIDDEN');
    const { otherGym } = scene.outsiders;
    for (const verb of [revoke, restore])
      expect(JSON.stringify(await verb(mandate.id, otherGym))).toBe(JSON.stringify(await verb(newId(), otherGym)));
    expect(JSON.stringify(await sign({}, otherGym))).toBe(JSON.stringify(await sign({ memberId: newId() }, otherGym)));
  });
});

describe('moving to another account', () => {
  test('keeps the reference and what was signed, and remembers what the bank knows', async () => {
    await newMember();
    const { mandate } = await signed({ signedHow: 'IMPORT', lastUsedOn: '2026-03-02' });
    const id = newId();
    const answers = await Promise.all(Array.from({ length: 5 }, () => amend({ mandateId: mandate.id, id })));
    expect(answers.map(refusalOf)).toEqual(Array(5).fill(undefined));
    const moved = answers[0]!.data!['amendMandate']!.mandate;
    expect(moved).toMatchObject({
      id,
      reference: mandate.reference,
      maskedIban: 'DE89 •••• •••• •••• •• 3000',
      signedOn: '2026-03-01',
      status: 'ACTIVE',
      lastUsedOn: null,
      lapsesOn: '2029-03-02',
    });
    expect(await rowOf(id)).toMatchObject({ original_mandate_id: mandate.id, replaces_mandate_id: mandate.id });
    // Again, before the bank heard of it: it still knows the first account.
    const again = (await amend({ mandateId: id, iban: 'NL20 INGB 0001 2345 67' })).data!['amendMandate']!.mandate;
    expect(await rowOf(again.id)).toMatchObject({ original_mandate_id: mandate.id, replaces_mandate_id: id });
    // Once collected from, there is nothing to tell any more.
    await write((em) => useMandates(em, [again.id], '2026-03-03'));
    const last = (await amend({ mandateId: again.id })).data!['amendMandate']!.mandate;
    expect(await rowOf(last.id)).toMatchObject({ original_mandate_id: again.id });
  });

  test('of a mandate that the bank never heard of there is nothing to tell', async () => {
    await newMember();
    const { mandate } = await signed();
    const moved = (await amend({ mandateId: mandate.id })).data!['amendMandate']!.mandate;
    expect(await rowOf(moved.id)).toMatchObject({ original_mandate_id: null });
  });

  test('can be taken back until the account was collected from', async () => {
    await newMember();
    const { mandate } = await signed();
    const first = (await amend({ mandateId: mandate.id })).data!['amendMandate']!.mandate;
    const back = (await restore(mandate.id)).data!['restoreMandate']!;
    expect(back.member.paymentDetails.mandate).toMatchObject({ id: mandate.id, maskedIban: 'NL91 •••• •••• •• 4300' });
    expect(await rowOf(first.id)).toMatchObject({ revoked_reason: 'Taken back' });
    const second = (await amend({ mandateId: mandate.id })).data!['amendMandate']!.mandate;
    await write((em) => useMandates(em, [second.id], '2026-03-03'));
    expect(refusalOf(await restore(mandate.id))).toBe('BAD_USER_INPUT id ALREADY_USED');
  });

  test('is refused for the same account, and for what is no longer in force', async () => {
    await newMember();
    const { mandate } = await signed();
    expect(refusalOf(await amend({ mandateId: mandate.id, iban: sampleIban }))).toBe('BAD_USER_INPUT iban SAME_IBAN');
    await revoke(mandate.id);
    expect(refusalOf(await amend({ mandateId: mandate.id }))).toBe('BAD_USER_INPUT mandateId NOT_IN_FORCE');
  });
});

describe('revoking', () => {
  test('may be repeated, is kept with its reason, and can be taken back', async () => {
    await newMember();
    const { mandate } = await signed();
    const revoked = (await revoke(mandate.id)).data!['revokeMandate']!;
    expect(revoked.mandate).toMatchObject({ status: 'REVOKED', revokedReason: 'Closed the account' });
    expect(revoked.member.paymentDetails).toMatchObject({ isReady: false, blockedBy: 'MANDATE_REVOKED' });
    await revoke(mandate.id, scene.admin, 'Something else');
    expect((await rowOf(mandate.id)).revoked_reason).toBe('Closed the account');
    expect(await auditOf(scene.api, 'mandate', memberId)).toHaveLength(2);
    const back = (await restore(mandate.id)).data!['restoreMandate']!;
    expect(back.member.paymentDetails).toMatchObject({ isReady: true });
    await revoke(mandate.id);
    await signed();
    expect(refusalOf(await restore(mandate.id))).toBe('BAD_USER_INPUT id HAS_MANDATE');
  });
});

describe('what a member lacks', () => {
  const detailsOf = async (viewer: Viewer = scene.coach) =>
    (
      await scene.api.get<{ member: { paymentDetails: Record<string, unknown> } }>(
        viewer,
        'query ($id: ID!) { member(id: $id) { paymentDetails { collection isReady blockedBy mandate { status maskedIban recordedBy { id } } } } }',
        { id: memberId },
      )
    ).member.paymentDetails;
  const readiness = () => write<object>((em) => getPaymentReadiness(em, memberId, scene.api.clock.now()));

  test('a mandate', async () => {
    await newMember();
    expect(await detailsOf()).toEqual({ collection: 'SEPA', isReady: false, blockedBy: 'NO_MANDATE', mandate: null });
    expect(await readiness()).toEqual({ collection: 'SEPA', isReady: false, blockedBy: 'NO_MANDATE' });
  });

  test.each([
    ['2023-03-04', null, 'MANDATE_LAPSED'],
    ['2023-03-05', null, null],
    ['2020-01-01', '2023-03-04', 'MANDATE_LAPSED'],
    ['2020-01-01', '2023-03-05', null],
  ])('one that was used in 36 months: signed %s, used %s', async (signedOn, usedOn, blockedBy) => {
    await newMember();
    const row = { signed_on: signedOn, last_used_on: usedOn, counts_from: usedOn ?? signedOn };
    const lapsed = await addMandate(scene.api.owner, scene.gymId, memberId, row);
    expect(await readiness()).toMatchObject({ isReady: blockedBy === null, blockedBy });
    expect(await detailsOf()).toMatchObject({ blockedBy });
    if (!blockedBy) return;
    expect(refusalOf(await amend({ mandateId: lapsed }))).toBe('BAD_USER_INPUT mandateId MANDATE_LAPSED');
    expect((await signed()).member.paymentDetails).toMatchObject({ isReady: true });
  });

  test('members see their own, but not who recorded it', async () => {
    await newMember();
    await signed();
    expect(await detailsOf({ ...scene.outsiders.member, memberId })).toMatchObject({
      isReady: true,
      mandate: { maskedIban: 'NL91 •••• •••• •• 4300', recordedBy: null },
    });
  });

  test('in a gym that collects through Stripe: a payment method there', async () => {
    const { owner } = scene.api;
    await newMember();
    const method = () => write((em) => paymentMethodFor(em, memberId));
    expect(await method()).toBe('ACCOUNT');
    await owner.query(`update gym set payment_collection = 'STRIPE' where id = $1`, [scene.gymId]);
    expect(await readiness()).toEqual({ collection: 'STRIPE', isReady: false, blockedBy: 'STRIPE_NOT_CONNECTED' });
    const gym = { gym_id: scene.gymId };
    const account = { ...gym, mode: 'TEST', charges_enabled: true, connected_at: '2026-03-01T10:00:00Z' };
    const customer = { ...gym, member_id: memberId, stripe_account_id: await insert(owner, 'stripe_account', account) };
    expect(await readiness()).toMatchObject({ blockedBy: 'NO_STRIPE_PAYMENT_METHOD' });
    const id = await insert(owner, 'stripe_customer', customer);
    expect(await readiness()).toMatchObject({ blockedBy: 'NO_STRIPE_PAYMENT_METHOD' });
    await owner.query('update stripe_customer set has_payment_method = true where id = $1', [id]);
    expect(await readiness()).toMatchObject({ isReady: true });
    expect(await method()).toBe('STRIPE_CHECKOUT');
    // Stopped, the payment method is not used: it is not called ready.
    for (const status of ['ENDED', 'PAST_DUE']) {
      await owner.query('update stripe_customer set consumables_status = $2 where id = $1', [id, status]);
      expect(await readiness()).toMatchObject({ isReady: false, blockedBy: 'STRIPE_INVOICE_STOPPED' });
    }
    await owner.query(
      `update stripe_customer set has_payment_method = false, consumables_status = 'ACTIVE' where id = $1`,
      [id],
    );
    expect(await detailsOf()).toMatchObject({ isReady: true, blockedBy: null });
    expect(await method()).toBe('STRIPE_INVOICE');
    await owner.query(`update gym set payment_collection = 'SEPA' where id = $1`, [scene.gymId]);
  });
});

test('an admin who looks an IBAN up in full stands in the audit trail', async () => {
  await newMember();
  const { mandate } = await signed();
  const { data } = await run('revealIban', 'MandateIdInput', scene.admin, { id: mandate.id });
  expect(data).toEqual({ revealIban: { iban: 'NL91 ABNA 0417 1643 00' } });
  const { rows } = await scene.api.owner.query(
    `select action, employee_id, after from audit_log where member_id = $1 order by id desc limit 1`,
    [memberId],
  );
  expect(rows).toEqual([{ action: 'READ', employee_id: scene.admin.employeeId, after: null }]);
});

async function insertOther(reference: string): Promise<void> {
  const { owner } = scene.api;
  const id = await addMandate(owner, scene.gymId, await addMember(owner, scene.gymId), { reference });
  expect(id).not.toBe('');
}

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { batchFields, openBatchScene } from '../../testing/batch-scene.ts';
import type { Batch, BatchScene } from '../../testing/batch-scene.ts';
import { auditOf, newId, refusalOf } from '../../testing/gym-scene.ts';
import { meaningOf } from '../../testing/sepa-files.ts';
import { hasSchemas, SepaSchemas } from '../../testing/sepa-schemas.ts';
import { statusReport } from '../../testing/status-report.ts';
import { getBatchFile } from './batch-file.ts';
import { importStatusReport } from './import-status-report.ts';
import { sepaText, sepaTextSql } from './sepa-text.ts';

const invariants = readFileSync(new URL('../../../invariants.sql', import.meta.url), 'utf8');
const returnOne = `mutation ($input: ReturnCollectionInput!) { returnCollection(input: $input) {
  collection { id state returnReason } paymentBatch { ${batchFields} } } }`;

let scene: BatchScene;
let opened: BatchScene[] = [];
beforeEach(async () => {
  scene = await openBatchScene();
  opened.push(scene);
});
afterAll(async () => {
  for (const { api } of opened) await api.close();
  opened = [];
});

const created = async (id?: string): Promise<Batch> => {
  const answer = await scene.create(id);
  if (!answer.paymentBatch) throw new Error(`No batch: ${answer.reason}`);
  return answer.paymentBatch;
};

async function submitted(): Promise<Batch> {
  const { id } = await created();
  await scene.move('exportPaymentBatch', id);
  return scene.move('submitPaymentBatch', id);
}

async function fileOf(id: string): Promise<string> {
  const { pieces } = await getBatchFile(scene.api.contextFor(scene.admin), id);
  let xml = '';
  for await (const piece of pieces) xml += piece;
  return xml;
}

const collectionOf = (batch: Batch, memberId: string) => {
  const found = batch.collections.items.find(({ member }) => member.id === memberId);
  if (!found) throw new Error('This member is not collected from.');
  return found;
};

const importing = (xml: string) => importStatusReport(scene.api.contextFor(scene.admin), [xml]);

async function assertInvariants(): Promise<void> {
  const { rows } = await scene.api.owner.query(invariants);
  expect(rows).toEqual([]);
}

describe('the pre-flight', () => {
  test('includes or names the reason, and leaves nobody out', async () => {
    const { owing } = scene;
    await owing([350, 450]);
    await owing([30_000], {}, { last_name: 'Unusual' });
    await owing([100], { holder: 'Müller & Söhne' }, { last_name: 'Respelled' });
    const blocked = {
      NO_MANDATE: await owing([100], null),
      MANDATE_REVOKED: await owing([100], { revoked_at: '2026-01-01', revoked_reason: 'Asked' }),
      MANDATE_LAPSED: await owing([100], { signed_on: '2020-01-01' }),
      MANDATE_BLOCKED: await owing([100], { blocked_at: '2026-01-01', blocked_reason: 'AC04' }),
      UNREADABLE_HOLDER: await owing([100], { holder: '李明' }),
      NOTHING_TO_COLLECT: await owing([100, -100]),
    };
    const preflight = await scene.preflight('(pageSize: 100)');
    expect(preflight.included).toEqual({ count: 3, lineCount: 4, total: { amountCents: 30_900 } });
    expect(preflight.blocked).toEqual({ count: 6, total: { amountCents: 500 } });
    expect([preflight.unusual.count, preflight.respelledCount, preflight.offsetLineCount]).toEqual([1, 1, 2]);
    const blocks = Object.fromEntries(
      preflight.candidates.items.map(({ member, block }) => [member.id, block]).filter(([, block]) => block),
    );
    expect(blocks).toEqual(
      Object.fromEntries(Object.entries(blocked).map(([block, { memberId }]) => [memberId, block])),
    );
    const respelled = await scene.preflight('(show: RESPELLED)');
    expect(respelled.candidates.items.map((it) => it.holderInFile)).toEqual(['Muller + Sohne']);
    const unusual = await scene.preflight('(show: UNUSUAL)');
    expect(unusual.candidates.items.map((it) => it.unusual)).toEqual(['ABOVE_LIMIT']);
    expect((await scene.preflight('(block: NO_MANDATE)')).candidates.totalCount).toBe(1);
    expect((await scene.preflight('(search: "unUSUAL")')).candidates.totalCount).toBe(1);
    expect((await scene.preflight('(search: "%")')).candidates.totalCount).toBe(0);
  });

  test('names lines of Stripe after a switch, collects none of them, and says nothing while the gym is with Stripe', async () => {
    const { memberId, lineIds } = await scene.owing([350]);
    const [qr] = [await scene.line(memberId, 200, { payment_method: 'STRIPE_CHECKOUT' })];
    await scene.line(memberId, -200, { payment_method: 'STRIPE_INVOICE', corrects_purchase_id: qr, status: 'FAILED' });
    await scene.line(memberId, 900, { payment_method: 'STRIPE_CHECKOUT', status: 'PENDING', held_from: 'OPEN' });
    const other = await scene.owing([]);
    const only = await scene.line(other.memberId, 500, { payment_method: 'STRIPE_CHECKOUT' });
    const preflight = await scene.preflight();
    expect(preflight.included).toEqual({ count: 1, lineCount: 1, total: { amountCents: 350 } });
    expect(preflight.blockedBy).toEqual([{ block: 'BY_STRIPE', count: 2 }]);
    expect(preflight.offsetLineCount).toBe(0);
    const lines = preflight.candidates.items.map(({ block, lines: them }) => `${block} ${them.length}`);
    expect(lines.toSorted((a, b) => a.localeCompare(b))).toEqual(['BY_STRIPE 1', 'BY_STRIPE 2', 'null 1']);
    await scene.create();
    expect([await scene.statusOf(lineIds[0] ?? ''), await scene.statusOf(qr), await scene.statusOf(only)]).toEqual([
      'PENDING',
      'OPEN',
      'OPEN',
    ]);
    await scene.api.owner.query(`update gym set payment_collection = 'STRIPE' where id = $1`, [scene.gymId]);
    expect((await scene.preflight()).blockedBy).toEqual([{ block: 'IN_OTHER_BATCH', count: 1 }]);
    await scene.api.owner.query(`update gym set payment_collection = 'SEPA' where id = $1`, [scene.gymId]);
  });

  test('looks no further than its day, and collects on days of TARGET after the lead time', async () => {
    const { memberId } = await scene.owing([350]);
    // Just after midnight in Amsterdam, still the day before in UTC.
    await scene.line(memberId, 500, { purchased_at: '2026-03-02T23:30:00Z' });
    const until = async (day: string) => (await scene.preflight(`(untilOn: "${day}")`)).included.total.amountCents;
    expect([await until('2026-03-01'), await until('2026-03-02'), await until('2026-03-03')]).toEqual([350, 350, 850]);
    // Good Friday, then the weekend and Easter Monday.
    const easter = await scene.preflight('(collectionOn: "2026-04-03")');
    expect([easter.collectionOn, easter.movedFrom]).toEqual(['2026-04-07', '2026-04-03']);
    const tooSoon = await scene.preflight('(collectionOn: "2026-03-04")');
    expect([tooSoon.collectionOn, tooSoon.movedFrom]).toEqual(['2026-03-06', '2026-03-04']);
    const future = await scene.api.ask(scene.admin, '{ paymentPreflight(untilOn: "2026-03-05") { untilOn } }');
    expect(refusalOf(future)).toBe('BAD_USER_INPUT untilOn IN_FUTURE');
  });

  test('says that the settings lack who collects, and that euros only are collected', async () => {
    await scene.owing([350]);
    await scene.api.owner.query('update payment_settings set creditor_name = null');
    expect((await scene.preflight()).blockedBy).toEqual([{ block: 'NO_CREDITOR', count: 1 }]);
    expect(await scene.create()).toMatchObject({ __typename: 'PaymentBatchRefused', reason: 'NO_CREDITOR' });
  });

  test('is for Admins of the gym', async () => {
    const source = '{ paymentPreflight { untilOn } }';
    for (const viewer of [scene.coach, scene.outsiders.member, scene.outsiders.readToken])
      expect(refusalOf(await scene.api.ask(viewer, source))).toBe('FORBIDDEN');
    const theirs = await scene.api.get<{ paymentPreflight: { included: { count: number } } }>(
      scene.outsiders.otherGym,
      '{ paymentPreflight { included { count } } }',
    );
    expect(theirs.paymentPreflight.included.count).toBe(0);
  });
});

describe('text for banks in the database', () => {
  test('is that of the code', async () => {
    const texts = [
      ...fc.sample(fc.string({ unit: 'grapheme', maxLength: 40 }), 1500),
      ...fc.sample(fc.string({ unit: 'grapheme-composite', maxLength: 10 }), 500),
      ...['Zoë van der Berg', ' a  b ', 'D’Angelo & co', 'Юлия Щербакова', '李明', 'x'.repeat(99), 'a?b', "it's"],
    ].filter((text) => !text.includes('\u0000'));
    const { rows } = await scene.api.owner.query<{ text: string; taken: string }>(
      `select text, ${sepaTextSql('text', 70)} as taken from jsonb_array_elements_text($1::jsonb) text`,
      [JSON.stringify(texts)],
    );
    expect(rows).toHaveLength(texts.length);
    for (const { text, taken } of rows) expect(taken, JSON.stringify(text)).toBe(sepaText(text, 70));
  });
});

describe('a batch', () => {
  test('holds its lines, and gives the same valid file each time', async () => {
    const zoe = await scene.owing([350, 450, -100], { holder: 'Zoë & Jan' });
    await scene.owing([7950]);
    const once = await scene.owing([1200], { is_one_off: true });
    const batch = await created();
    expect(batch).toMatchObject({
      number: 1,
      state: 'DRAFT',
      collectionCount: 3,
      lineCount: 5,
      permissions: ['EXPORT', 'CANCEL'],
    });
    expect(batch).toMatchObject({ total: { amountCents: 9850 }, submitBy: '2026-03-04' });
    expect(await scene.statusOf(zoe.lineIds[0]!)).toBe('PENDING');
    await expect(fileOf(batch.id)).rejects.toThrow('no such file');
    await scene.move('exportPaymentBatch', batch.id);
    const xml = await fileOf(batch.id);
    expect(meaningOf(xml)).toMatchObject({
      version: 'PAIN_008_001_08',
      messageId: batch.messageId,
      count: 3,
      totalCents: 9850,
      creditor: { name: 'Lift + Co B.V.', iban: 'NL20INGB0001234567', creditorId: 'NL69ZZZ123456780000' },
      blocks: [
        { sequenceType: 'OOFF', count: 1, totalCents: 1200 },
        {
          sequenceType: 'RCUR',
          count: 2,
          totalCents: 8650,
          collections: [
            { amountCents: 700, holder: 'Zoe + Jan', iban: 'NL91ABNA0417164300', remittance: 'Shake, Shake, Shake' },
            {},
          ],
        },
      ],
    });
    expect(hasSchemas ? new SepaSchemas().faultOf(xml, 'pain.008.001.08') : null).toBeNull();
    await scene.move('submitPaymentBatch', batch.id);
    expect(await fileOf(batch.id)).toBe(xml);
    scene.api.clock.advance(3 * 86_400_000);
    await scene.move('settlePaymentBatch', batch.id);
    expect(await fileOf(batch.id)).toBe(xml);
    expect(await scene.statusOf(zoe.lineIds[2]!)).toBe('PAID');
    const { rows } = await scene.api.owner.query(
      `select distinct p.reference, d.last_used_on::text from payment p join mandate d using (member_id) where p.member_id = $1`,
      [zoe.memberId],
    );
    expect(rows).toEqual([{ reference: collectionOf(batch, zoe.memberId).endToEndId, last_used_on: '2026-03-06' }]);
    expect((await scene.preflight()).included.count).toBe(0);
    // For one collection, and that was it.
    await scene.line(once.memberId, 100);
    expect((await scene.preflight()).blockedBy).toEqual([{ block: 'MANDATE_USED', count: 1 }]);
    await assertInvariants();
  });

  test('of the older version is valid too, and tells of another account once', async () => {
    await scene.api.owner.query(
      `update payment_settings set pain_version = 'PAIN_008_001_02', creditor_bic = 'INGBNL2A'`,
    );
    const { memberId, mandateId } = await scene.owing([350], { replaced_at: '2026-03-01', last_used_on: '2026-01-01' });
    const { rows } = await scene.api.owner.query<{ reference: string }>('select reference from mandate');
    const { addMandate } = await import('../../testing/fixtures.ts');
    await addMandate(scene.api.owner, scene.gymId, memberId, {
      iban: 'NL02ABNA0123456789',
      reference: rows[0]!.reference,
      replaces_mandate_id: mandateId,
      original_mandate_id: mandateId,
    });
    const { id } = await created();
    await scene.move('exportPaymentBatch', id);
    const xml = await fileOf(id);
    expect(meaningOf(xml)).toMatchObject({
      version: 'PAIN_008_001_02',
      creditor: { bic: 'INGBNL2A' },
      blocks: [{ collections: [{ iban: 'NL02ABNA0123456789', originalIban: 'NL91ABNA0417164300' }] }],
    });
    expect(hasSchemas ? new SepaSchemas().faultOf(xml, 'pain.008.001.02') : null).toBeNull();
    await scene.move('submitPaymentBatch', id);
    scene.api.clock.advance(3 * 86_400_000);
    await scene.move('settlePaymentBatch', id);
    await scene.line(memberId, 500, { purchased_at: '2026-03-06T10:00:00Z' });
    const next = await created();
    await scene.move('exportPaymentBatch', next.id);
    expect(meaningOf(await fileOf(next.id))).toMatchObject({ blocks: [{ collections: [{ originalIban: null }] }] });
  });

  test.each([false, true])(
    'tells of another account when the first batch is still under way; taken back: %s',
    async (isTakenBack) => {
      const { memberId, mandateId } = await scene.owing([350], { last_used_on: null });
      const first = await created();
      const amended = await scene.api.get<{ amendMandate: { mandate: { id: string } } }>(
        scene.admin,
        `mutation ($input: AmendMandateInput!) { amendMandate(input: $input) { mandate { id } } }`,
        { input: { id: newId(), mandateId, iban: 'NL02ABNA0123456789', signedHow: 'DESK' } },
      );
      if (isTakenBack) await scene.move('cancelPaymentBatch', first.id);
      else await scene.line(memberId, 500);
      const second = await created();
      await scene.move('exportPaymentBatch', second.id);
      expect(meaningOf(await fileOf(second.id))).toMatchObject({
        blocks: [
          { collections: [{ iban: 'NL02ABNA0123456789', originalIban: isTakenBack ? null : 'NL91ABNA0417164300' }] },
        ],
      });
      // The bank is being told of the new account: the old one does not come back, whatever becomes of the new.
      const ask = async (verb: string, input: object, type: string) =>
        refusalOf(
          await scene.api.ask(
            scene.admin,
            `mutation ($input: ${type}!) { ${verb}(input: $input) { mandate { id } } }`,
            { input },
          ),
        );
      const refused = 'BAD_USER_INPUT id ALREADY_USED';
      expect(await ask('restoreMandate', { id: mandateId }, 'MandateIdInput')).toBe(refused);
      const { id: movedId } = amended.amendMandate.mandate;
      expect(await ask('revokeMandate', { id: movedId, reason: 'Closed' }, 'RevokeMandateInput')).toBeUndefined();
      expect(await ask('restoreMandate', { id: mandateId }, 'MandateIdInput')).toBe(refused);
      expect(await ask('restoreMandate', { id: movedId }, 'MandateIdInput')).toBeUndefined();
    },
  );

  test('is made once, however often and by however many it is asked for', async () => {
    const { lineIds } = await scene.owing([350, 450]);
    await scene.owing([100]);
    const id = newId();
    const same = await Promise.all([scene.create(id), scene.create(id), scene.create(id)]);
    expect(new Set(same.map((it) => it.paymentBatch?.id ?? it.reason))).toEqual(new Set([id]));
    await scene.move('cancelPaymentBatch', id);
    expect(await scene.statusOf(lineIds[0]!)).toBe('OPEN');
    const racing = await Promise.all(Array.from({ length: 6 }, () => scene.create()));
    const made = racing.filter((it) => it.paymentBatch);
    expect(made).toHaveLength(1);
    expect(racing.filter((it) => it.reason)).toHaveLength(5);
    expect(made[0]!.paymentBatch!.number).toBe(2);
    await assertInvariants();
  });

  test('is not made of other lines than the pre-flight showed', async () => {
    const { memberId } = await scene.owing([350]);
    const { untilOn, collectionOn } = await scene.preflight();
    await scene.line(memberId, 100);
    const input = { id: newId(), untilOn, collectionOn, count: 1, totalCents: 350 };
    const source = `mutation ($input: CreatePaymentBatchInput!) { createPaymentBatch(input: $input) {
      ... on PaymentBatchRefused { reason included { total { amountCents } } } } }`;
    expect(await scene.api.get(scene.admin, source, { input })).toEqual({
      createPaymentBatch: { reason: 'CHANGED', included: { total: { amountCents: 450 } } },
    });
    expect(
      await scene.api.ask(scene.admin, source, { input: { ...input, collectionOn: '2026-03-07' } }).then(refusalOf),
    ).toBe('BAD_USER_INPUT collectionOn NOT_A_COLLECTION_DAY');
    expect((await scene.api.owner.query('select from payment_batch')).rowCount).toBe(0);
  });

  test('settles what comes to nothing, and leaves credit for the next time', async () => {
    const even = await scene.owing([350, -350], null);
    const credit = await scene.owing([100, -300]);
    await scene.owing([100]);
    const batch = await created();
    expect(batch).toMatchObject({ collectionCount: 1, offsetLineCount: 2 });
    expect([await scene.statusOf(even.lineIds[0]!), await scene.statusOf(even.lineIds[1]!)]).toEqual(['PAID', 'PAID']);
    expect(await scene.statusOf(credit.lineIds[1]!)).toBe('OPEN');
    await scene.line(credit.memberId, 500);
    const { included } = await scene.preflight();
    expect(included.total.amountCents).toBe(300);
    await assertInvariants();
  });

  test('goes its way in order, and no other', async () => {
    await scene.owing([350]);
    const { id } = await created();
    const wrong = async (verb: string) =>
      refusalOf(
        await scene.api.ask(
          scene.admin,
          `mutation ($input: PaymentBatchInput!) { ${verb}(input: $input) { paymentBatch { id } } }`,
          {
            input: { id },
          },
        ),
      );
    expect(await wrong('submitPaymentBatch')).toBe('BAD_USER_INPUT id WRONG_STATE');
    await scene.move('exportPaymentBatch', id);
    await scene.move('submitPaymentBatch', id);
    // Two days before the collection.
    expect(await wrong('settlePaymentBatch')).toBe('BAD_USER_INPUT id WRONG_STATE');
    expect(await wrong('cancelPaymentBatch')).toBe('BAD_USER_INPUT id WRONG_STATE');
    scene.api.clock.advance(2 * 86_400_000);
    expect(await scene.move('settlePaymentBatch', id)).toMatchObject({
      state: 'SETTLED',
      permissions: ['EXPORT', 'RETURN'],
    });
    await scene.move('settlePaymentBatch', id);
    const changes = await auditOf(scene.api, 'payment_batch', null);
    expect(changes.map(({ action }) => action)).toEqual(['INSERT', 'UPDATE', 'UPDATE', 'UPDATE']);
    for (const viewer of [
      scene.coach,
      scene.outsiders.member,
      scene.outsiders.otherGym,
      { ...scene.admin, scope: 'READ' as const },
    ]) {
      const answer = await scene.api.ask(
        viewer,
        `mutation ($input: PaymentBatchInput!) { cancelPaymentBatch(input: $input) { paymentBatch { id } } }`,
        { input: { id } },
      );
      expect(refusalOf(answer)).toMatch(/FORBIDDEN|NOT_FOUND/);
    }
  });
});

describe('returns', () => {
  test('by hand reopen the lines, once, and tell the linked employee', async () => {
    const { memberId, lineIds } = await scene.owing([350, 450]);
    const other = await scene.owing([100]);
    const batch = await submitted();
    const collection = collectionOf(batch, memberId);
    const input = { id: collection.id, reason: ' am04 ' };
    for (let times = 0; times < 2; times += 1)
      expect(await scene.api.get(scene.admin, returnOne, { input })).toMatchObject({
        returnCollection: {
          collection: { state: 'RETURNED', returnReason: 'AM04' },
          paymentBatch: { returned: { count: 1 } },
        },
      });
    expect(await scene.statusOf(lineIds[0]!)).toBe('RETURNED AM04');
    const { rows } = await scene.api.owner.query(`select kind, message, due_on::text from notification`);
    expect(rows).toEqual([
      { kind: 'PAYMENT_FAILED', message: 'Incasso van €\u00a08,00 is teruggekomen (AM04).', due_on: '2026-03-04' },
    ]);
    // AM04 says nothing against the mandate: the lines can go again.
    expect((await scene.preflight()).included.total.amountCents).toBe(800);
    scene.api.clock.advance(2 * 86_400_000);
    await scene.move('settlePaymentBatch', batch.id);
    expect([await scene.statusOf(lineIds[1]!), await scene.statusOf(other.lineIds[0]!)]).toEqual([
      'RETURNED AM04',
      'PAID',
    ]);
    await assertInvariants();
    const wrong = await scene.api.ask(scene.admin, returnOne, { input: { id: collection.id, reason: 'no money' } });
    expect(refusalOf(wrong)).toBe('BAD_USER_INPUT reason INVALID_REASON');
  });

  test('after settling block the mandate when the bank says so, until it is mended', async () => {
    const { memberId, mandateId, lineIds } = await scene.owing([350]);
    const batch = await submitted();
    scene.api.clock.advance(2 * 86_400_000);
    await scene.move('settlePaymentBatch', batch.id);
    const input = { id: collectionOf(batch, memberId).id, reason: 'MD01' };
    await scene.api.get(scene.admin, returnOne, { input });
    expect(await scene.statusOf(lineIds[0]!)).toBe('RETURNED MD01');
    expect((await scene.preflight()).blockedBy).toEqual([{ block: 'MANDATE_BLOCKED', count: 1 }]);
    const details = await scene.api.get(
      scene.admin,
      `query ($id: ID!) { member(id: $id) { paymentDetails { isReady blockedBy mandate { status } } } }`,
      { id: memberId },
    );
    expect(details).toEqual({
      member: { paymentDetails: { isReady: false, blockedBy: 'MANDATE_BLOCKED', mandate: { status: 'BLOCKED' } } },
    });
    await scene.api.get(
      scene.admin,
      `mutation ($input: AmendMandateInput!) { amendMandate(input: $input) { mandate { status } } }`,
      { input: { mandateId, iban: 'DE89370400440532013000', signedHow: 'DESK' } },
    );
    expect((await scene.preflight()).included.count).toBe(1);
    await assertInvariants();
  });

  test('are imported from a status report, and again without any change', async () => {
    const first = await scene.owing([350]);
    const second = await scene.owing([450]);
    await scene.owing([500]);
    const batch = await submitted();
    const [a, b] = [collectionOf(batch, first.memberId).endToEndId, collectionOf(batch, second.memberId).endToEndId];
    const xml = statusReport({
      messageId: batch.messageId,
      returned: [
        { endToEndId: a, reason: 'AM04' },
        { endToEndId: b, reason: 'AC04' },
        { endToEndId: 'NOBODYS-1', reason: 'AM04' },
      ],
      accepted: [`${batch.messageId}-3`],
    });
    expect(await importing(xml)).toEqual({
      batch: { id: batch.id, number: 1 },
      returnedCount: 2,
      returnedCents: 800,
      knownCount: 0,
      acceptedCount: 1,
      unknown: ['NOBODYS-1'],
      unknownCount: 1,
      isRejected: false,
    });
    const before = (await scene.api.owner.query('select count(*) from audit_log')).rows;
    expect(await importing(xml)).toMatchObject({ returnedCount: 0, knownCount: 2 });
    expect((await scene.api.owner.query('select count(*) from audit_log')).rows).toEqual(before);
    expect(await scene.statusOf(second.lineIds[0]!)).toBe('RETURNED AC04');
    await assertInvariants();
  });

  test('of a file that is refused as a whole cancel the batch', async () => {
    const { lineIds } = await scene.owing([350]);
    const batch = await submitted();
    expect(await importing(statusReport({ messageId: batch.messageId, rejected: 'FF01' }))).toMatchObject({
      isRejected: true,
    });
    expect(await scene.statusOf(lineIds[0]!)).toBe('OPEN');
    expect((await scene.preflight()).included.count).toBe(1);
    await assertInvariants();
  });

  test('that are none, or of nothing here, are refused by field', async () => {
    await scene.owing([350]);
    const { messageId, collections } = await created();
    const refusal = (xml: string) =>
      importing(xml).catch((error: { extensions: { field: string; reason: string } }) => error.extensions);
    expect(await refusal('hello')).toMatchObject({ field: 'file', reason: 'NO_STATUS_REPORT' });
    expect(await refusal(statusReport({ messageId: 'SP-UNKNOWN' }))).toMatchObject({
      field: 'file',
      reason: 'UNKNOWN_BATCH',
    });
    const returned = [{ endToEndId: collections.items[0]!.endToEndId, reason: 'AM04' }];
    expect(await refusal(statusReport({ messageId, returned }))).toMatchObject({
      field: 'file',
      reason: 'NOT_SUBMITTED',
    });
  });
});

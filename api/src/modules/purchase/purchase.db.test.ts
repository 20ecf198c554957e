import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { addMember, addSubscription, insert } from '../../testing/fixtures.ts';
import { auditOf, newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';

let scene: GymScene;
let memberId: string;
beforeAll(async () => {
  scene = await openGymScene();
});
afterAll(() => scene.api.close());
beforeEach(async () => {
  memberId = await addMember(scene.api.owner, scene.gymId);
});

const addPurchase = (row: Record<string, unknown> = {}) =>
  insert(scene.api.owner, 'purchase', {
    gym_id: scene.gymId,
    member_id: memberId,
    kind: 'SHOP',
    description: 'Coffee',
    unit_price_cents: 250,
    total_cents: 250,
    vat_rate_bp: 900,
    vat_cents: 21,
    currency: 'EUR',
    purchased_at: '2026-03-02T10:00:00Z',
    paid_at: row['status'] === 'PAID' ? '2026-03-02T10:00:00Z' : null,
    ...row,
  });

interface Purchase {
  id: string;
  status: string;
  total: { amountCents: number };
  vat: { amountCents: number };
  permissions: string[];
  corrections: { id: string; reason: string; total: { amountCents: number } }[];
}
const fields = `id status statusReason description correctsId correctionReason total { amountCents } vat { amountCents } permissions
  corrections { id reason status total { amountCents } }`;
const undo = (id: string, viewer: Viewer | null = scene.coach) =>
  scene.api.ask<{ undoPurchase: { purchase: Purchase; member: { outstandingAmount: { amountCents: number } } } }>(
    viewer,
    `mutation ($input: PurchaseIdInput!) { undoPurchase(input: $input) { purchase { ${fields} } member { outstandingAmount { amountCents } } } }`,
    { input: { id } },
  );
const correct = (input: object, viewer: Viewer | null = scene.coach) =>
  scene.api.ask<{ correctPurchase: { purchase: Purchase & { correctsId: string }; member: { id: string } } }>(
    viewer,
    `mutation ($input: CorrectPurchaseInput!) { correctPurchase(input: $input) { purchase { ${fields} } member { id } } }`,
    { input: { id: newId(), reason: 'Mistake', ...input } },
  );
const read = async (id: string, viewer: Viewer = scene.coach) =>
  (
    await scene.api.get<{ purchase: Purchase | null }>(viewer, `query ($id: ID!) { purchase(id: $id) { ${fields} } }`, {
      id,
    })
  ).purchase;

test('an open purchase is undone, once, and owes nothing any more', async () => {
  const id = await addPurchase();
  for (let time = 0; time < 2; time += 1) {
    const { data } = await undo(id);
    expect(data?.undoPurchase).toMatchObject({
      purchase: { status: 'CANCELLED', permissions: [] },
      member: { outstandingAmount: { amountCents: 0 } },
    });
  }
  expect(await auditOf(scene.api, 'purchase', memberId)).toEqual([
    { action: 'INSERT', employee_id: null },
    { action: 'UPDATE', employee_id: scene.coach.employeeId },
  ]);
});

test.each(['PENDING', 'PAID', 'FAILED', 'RETURNED', 'REFUNDED'])(
  'a purchase that is %s is not undone',
  async (status) => {
    const id = await addPurchase({ status });
    expect(refusalOf(await undo(id))).toBe('BAD_USER_INPUT id NOT_OPEN');
    expect(await read(id)).toMatchObject({ status });
  },
);

test('what a subscription costs is the admins’ business', async () => {
  const subscription_id = await addSubscription(scene.api.owner, scene.gymId, memberId);
  const id = await addPurchase({ kind: 'SUBSCRIPTION', subscription_id, period_starts_on: '2026-03-01' });
  expect(refusalOf(await undo(id))).toBe('FORBIDDEN');
  expect(refusalOf(await correct({ purchaseId: id }))).toBe('FORBIDDEN');
  expect(refusalOf(await undo(id, scene.admin))).toBe('BAD_USER_INPUT id UNDONE_WITH_SUBSCRIPTION');
  const { data } = await correct({ purchaseId: id, amountCents: 100 }, scene.admin);
  expect(data?.correctPurchase.purchase).toMatchObject({ correctsId: id, total: { amountCents: -100 } });
  expect((await read(id))?.permissions).toEqual([]);
  expect((await read(id, scene.admin))?.permissions).toEqual(['CORRECT', 'SETTLE']);
});

test('the credit of a change of a subscription is undone with that change, a correction by itself', async () => {
  const subscription_id = await addSubscription(scene.api.owner, scene.gymId, memberId);
  const id = await addPurchase({ kind: 'SUBSCRIPTION', subscription_id, period_starts_on: '2026-03-01' });
  const credit = await addPurchase({
    ...{ kind: 'SUBSCRIPTION', subscription_id, corrects_purchase_id: id, period_starts_on: '2026-03-10' },
    ...{ unit_price_cents: -100, total_cents: -100, vat_cents: -8 },
  });
  expect((await read(credit, scene.admin))?.permissions).toEqual([]);
  expect(refusalOf(await undo(credit, scene.admin))).toBe('BAD_USER_INPUT id UNDONE_WITH_SUBSCRIPTION');
  const { data } = await correct({ purchaseId: id, amountCents: 50 }, scene.admin);
  const correction = data?.correctPurchase.purchase;
  expect(correction?.permissions).toEqual(['UNDO']);
  expect((await undo(correction?.id ?? '', scene.admin)).data?.undoPurchase.purchase.status).toBe('CANCELLED');
});

test('a counter-line takes back a part, then the rest, to the cent of VAT, and never more', async () => {
  // 3 × 0.09 of VAT on parts of 111 would be 27; the line holds 28.
  const id = await addPurchase({ status: 'PAID', unit_price_cents: 333, total_cents: 333, vat_cents: 28 });
  const parts = [];
  for (const amountCents of [111, 111, null]) parts.push(await correct({ purchaseId: id, amountCents }));
  const lines = parts.map(({ data }) => data?.correctPurchase.purchase);
  expect(lines.map((line) => line?.total.amountCents)).toEqual([-111, -111, -111]);
  expect(lines.reduce((sum, line) => sum + (line?.vat.amountCents ?? 0), 0)).toBe(-28);
  expect(lines[0]).toMatchObject({
    status: 'OPEN',
    correctsId: id,
    correctionReason: 'Mistake',
    description: 'Coffee',
  });
  const line = await read(id);
  expect(line).toMatchObject({ status: 'PAID', permissions: [] });
  expect(line?.corrections.map(({ reason }) => reason)).toEqual(Array(3).fill('Mistake'));
  expect(refusalOf(await correct({ purchaseId: id }))).toBe('BAD_USER_INPUT purchaseId NOT_CORRECTABLE');
});

test('corrections that come at once never take back more than the line', async () => {
  const id = await addPurchase({ status: 'PAID' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => correct({ purchaseId: id, amountCents: 100 })));
  expect(answers.map(refusalOf).filter(Boolean)).toEqual(Array(8).fill('BAD_USER_INPUT amountCents TOO_MUCH'));
  expect((await read(id))?.corrections).toHaveLength(2);
});

test('a correction sent again is made once, and its id serves nothing else', async () => {
  const [id, correctionId] = [await addPurchase({ status: 'PAID' }), newId()];
  const input = { id: correctionId, purchaseId: id, amountCents: 100 };
  const answers = await Promise.all(Array.from({ length: 20 }, () => correct(input)));
  expect(answers.map((answer) => answer.data?.correctPurchase.purchase.id)).toEqual(Array(20).fill(correctionId));
  expect((await read(id))?.corrections).toHaveLength(1);
  expect(refusalOf(await correct({ ...input, amountCents: 50 }))).toBe('BAD_USER_INPUT id ID_REUSED');
  expect(refusalOf(await correct({ ...input, purchaseId: await addPurchase() }))).toBe('BAD_USER_INPUT id ID_REUSED');
});

test('a correction can be undone; a corrected line cannot until then', async () => {
  const id = await addPurchase();
  const { data } = await correct({ purchaseId: id, amountCents: 50 });
  expect(refusalOf(await undo(id))).toBe('BAD_USER_INPUT id HAS_CORRECTIONS');
  const correctionId = data?.correctPurchase.purchase.id ?? '';
  expect((await read(correctionId))?.permissions).toEqual(['UNDO']);
  expect((await undo(correctionId)).data?.undoPurchase.member.outstandingAmount.amountCents).toBe(250);
  expect((await read(id))?.permissions).toEqual(['UNDO', 'CORRECT']);
  expect((await undo(id)).errors).toBeUndefined();
});

test.each([
  [{ amountCents: 0 }, 'amountCents NOT_POSITIVE'],
  [{ amountCents: -5 }, 'amountCents NOT_POSITIVE'],
  [{ amountCents: 251 }, 'amountCents TOO_MUCH'],
  [{ reason: ' ' }, 'reason REQUIRED'],
  [{ reason: 'x'.repeat(201) }, 'reason TOO_LONG'],
  [{ id: '1' }, 'id INVALID_ID'],
])('bad input is named: %o', async (input, refusal) => {
  expect(refusalOf(await correct({ purchaseId: await addPurchase(), ...input }))).toBe(`BAD_USER_INPUT ${refusal}`);
});

test.each(['CANCELLED', 'REFUNDED'])('there is nothing to correct in a purchase that is %s', async (status) => {
  expect(refusalOf(await correct({ purchaseId: await addPurchase({ status }) }))).toBe(
    'BAD_USER_INPUT purchaseId NOT_CORRECTABLE',
  );
});

test('what Stripe has been paid is refunded, by an admin', async () => {
  const id = await addPurchase({ status: 'PAID', payment_method: 'STRIPE_CHECKOUT' });
  await scene.api.owner.query(
    `insert into payment (gym_id, member_id, purchase_id, kind, method, amount_cents, currency, reference, happened_at)
     select gym_id, member_id, id, 'PAYMENT', 'STRIPE', total_cents, currency, 'pi_1', paid_at from purchase where id = $1`,
    [id],
  );
  expect((await read(id))?.permissions).toEqual([]);
  expect((await read(id, scene.admin))?.permissions).toEqual(['REFUND']);
  expect(refusalOf(await correct({ purchaseId: id }))).toBe('BAD_USER_INPUT purchaseId NOT_CORRECTABLE');
});

const settle = (input: object, viewer: Viewer | null = scene.admin) =>
  scene.api.ask<{ settlePurchase: { purchase: Purchase; member: { outstandingAmount: { amountCents: number } } } }>(
    viewer,
    `mutation ($input: SettlePurchaseInput!) { settlePurchase(input: $input) { purchase { ${fields}
       payments { method note happenedAt amount { amountCents } } } member { outstandingAmount { amountCents } } } }`,
    { input: { id: newId(), way: 'CASH', paidOn: '2026-03-03', ...input } },
  );

describe('what moved outside Spotter', () => {
  test('settles a line with its counter-lines, once, as an admin says', async () => {
    const id = await addPurchase({ payment_method: 'STRIPE_CHECKOUT' });
    const counterLineId = newId();
    await correct({ id: counterLineId, purchaseId: id, amountCents: 50 });
    const asked = { id: newId(), purchaseId: id, totalCents: 200, note: '  paid   at the bar ' };
    expect((await read(id))?.permissions).not.toContain('SETTLE');
    expect((await read(id, scene.admin))?.permissions).toContain('SETTLE');
    expect((await read(counterLineId, scene.admin))?.permissions).not.toContain('SETTLE');
    expect(refusalOf(await settle(asked, scene.coach))).toMatch(/^FORBIDDEN/);
    expect(refusalOf(await settle({ ...asked, totalCents: 250 }))).toBe('BAD_USER_INPUT totalCents AMOUNT_CHANGED');
    expect(refusalOf(await settle({ ...asked, paidOn: '2026-03-05' }))).toBe('BAD_USER_INPUT paidOn IN_FUTURE');
    expect(refusalOf(await settle({ ...asked, note: 'x'.repeat(201) }))).toBe('BAD_USER_INPUT note TOO_LONG');
    const answers = await Promise.all([settle(asked), settle(asked), settle(asked)]);
    for (const { data } of answers)
      expect(data?.settlePurchase).toMatchObject({
        purchase: {
          status: 'PAID',
          permissions: ['CORRECT'],
          payments: [
            {
              method: 'CASH',
              note: 'paid at the bar',
              happenedAt: '2026-03-03T11:00:00.000Z',
              amount: { amountCents: 250 },
            },
          ],
        },
        member: { outstandingAmount: { amountCents: 0 } },
      });
    expect((await read(counterLineId))?.status).toBe('PAID');
    expect(refusalOf(await settle({ ...asked, way: 'BANK_TRANSFER' }))).toBe('BAD_USER_INPUT id ID_REUSED');
    expect(refusalOf(await settle({ ...asked, purchaseId: await addPurchase() }))).toBe('BAD_USER_INPUT id ID_REUSED');
    expect(refusalOf(await settle({ ...asked, id: newId() }))).toBe('BAD_USER_INPUT purchaseId NOT_SETTLEABLE');
    expect(await auditOf(scene.api, 'payment', memberId)).toEqual([
      { action: 'INSERT', employee_id: scene.admin.employeeId },
      { action: 'INSERT', employee_id: scene.admin.employeeId },
    ]);
  });

  test('pays a credit out that is taken off nothing, and nothing that is being collected', async () => {
    const paid = await addPurchase({ status: 'PAID', payment_method: 'STRIPE_CHECKOUT' });
    const credit = { unit_price_cents: -90, total_cents: -90, vat_cents: -7, payment_method: 'STRIPE_CHECKOUT' };
    const creditId = await addPurchase({ ...credit, corrects_purchase_id: paid });
    expect(refusalOf(await settle({ purchaseId: creditId, totalCents: 90 }))).toMatch(/AMOUNT_CHANGED$/);
    const { data } = await settle({
      purchaseId: creditId,
      totalCents: -90,
      way: 'BANK_TRANSFER',
      paidOn: '2026-03-04',
    });
    expect(data?.settlePurchase.purchase).toMatchObject({
      status: 'PAID',
      payments: [{ method: 'BANK_TRANSFER', note: null, amount: { amountCents: -90 } }],
    });
    const pending = await addPurchase({ status: 'PENDING' });
    const onInvoice = await addPurchase({ status: 'FAILED', payment_method: 'STRIPE_INVOICE' });
    for (const purchaseId of [
      pending,
      onInvoice,
      await addPurchase({ status: 'CANCELLED' }),
      await addPurchase({ ...credit, corrects_purchase_id: pending }),
      await addPurchase({ ...credit, corrects_purchase_id: onInvoice }),
    ])
      expect(refusalOf(await settle({ purchaseId, totalCents: -90 }))).toBe('BAD_USER_INPUT purchaseId NOT_SETTLEABLE');
    expect(refusalOf(await settle({ purchaseId: newId(), totalCents: 250 }))).toMatch(/^NOT_FOUND/);
  });
});

test('another gym and who may not learn nothing', async () => {
  const id = await addPurchase();
  for (const run of [undo, (purchaseId: string, viewer: Viewer) => correct({ purchaseId }, viewer)]) {
    expect(refusalOf(await run(id, scene.outsiders.readToken))).toBe('FORBIDDEN');
    expect(refusalOf(await run(id, scene.outsiders.member))).toBe('FORBIDDEN');
    expect(JSON.stringify(await run(id, scene.outsiders.otherGym))).toBe(
      JSON.stringify(await run(newId(), scene.outsiders.otherGym)),
    );
  }
  expect(await read(id, scene.outsiders.otherGym)).toBeNull();
  expect(await read(id, scene.outsiders.member)).toBeNull();
  expect(await read('coffee')).toBeNull();
});

test('the list is filtered by kind, state, month of the gym’s clock and text, and paged', async () => {
  const subscription_id = await addSubscription(scene.api.owner, scene.gymId, memberId);
  await addPurchase({ description: 'Café', status: 'PAID' });
  await addPurchase({ description: 'Towel', status: 'FAILED', status_reason: 'AM04' });
  // Still March in UTC; in Amsterdam it is April.
  await addPurchase({ description: 'Late', purchased_at: '2026-03-31T22:30:00Z' });
  await addPurchase({
    description: 'Unlimited',
    kind: 'SUBSCRIPTION',
    subscription_id,
    purchased_at: '2026-02-01T00:00:00Z',
  });
  await addPurchase({
    description: 'Ten sessions',
    kind: 'SUBSCRIPTION',
    subscription_id: await addSubscription(scene.api.owner, scene.gymId, memberId, { billing: 'ONCE' }),
    purchased_at: '2026-01-15T00:00:00Z',
  });
  const list = async (filter: object, after: string | null = null) =>
    (
      await scene.api.get<{
        member: {
          purchases: {
            nodes: { description: string; subscription: object | null }[];
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        };
      }>(
        scene.coach,
        `query ($id: ID!, $filter: PurchaseFilter, $after: String) { member(id: $id) { purchases(first: 2, after: $after, filter: $filter) {
           nodes { description subscription { name isRecurring } } totalCount pageInfo { hasNextPage endCursor } } } }`,
        { id: memberId, filter, after },
      )
    ).member.purchases;
  const names = async (filter: object) => (await list(filter)).nodes.map(({ description }) => description).sort();
  expect(await names({ kinds: ['SUBSCRIPTION'] })).toEqual(['Ten sessions', 'Unlimited']);
  expect(await names({ kinds: ['SUBSCRIPTION'], isRecurring: true })).toEqual(['Unlimited']);
  expect(await names({ isRecurring: false })).toEqual(['Ten sessions']);
  expect(await names({ statuses: ['PAID', 'FAILED'] })).toEqual(['Café', 'Towel']);
  expect(await names({ month: '2026-03-31' })).toEqual(['Café', 'Towel']);
  expect(await names({ month: '2026-04-15' })).toEqual(['Late']);
  expect(await names({ search: 'CAFE' })).toEqual(['Café']);
  expect(await names({ month: '2026-03-01', statuses: ['OPEN'] })).toEqual([]);
  const first = await list({});
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  const second = await list({}, first.pageInfo.endCursor);
  expect(second.pageInfo.hasNextPage).toBe(true);
  expect(second.nodes.at(-1)).toEqual({
    description: 'Unlimited',
    subscription: { name: 'Unlimited', isRecurring: true },
  });
});

test('what is outstanding is told by month, latest first; what is cancelled or paid is not in it', async () => {
  await addPurchase();
  await addPurchase({ status: 'CANCELLED' });
  await addPurchase({ status: 'PAID' });
  await addPurchase({ status: 'RETURNED', purchased_at: '2026-01-31T23:30:00Z' });
  await addPurchase({ unit_price_cents: -50, total_cents: -50, vat_cents: -4 });
  const { member } = await scene.api.get<{ member: object }>(
    scene.coach,
    `query ($id: ID!) { member(id: $id) { outstandingByMonth { monthStartsOn lineCount amount { amountCents currency } } } }`,
    { id: memberId },
  );
  expect(member).toEqual({
    outstandingByMonth: [
      { monthStartsOn: '2026-03-01', lineCount: 2, amount: { amountCents: 200, currency: 'EUR' } },
      { monthStartsOn: '2026-02-01', lineCount: 1, amount: { amountCents: 250, currency: 'EUR' } },
    ],
  });
});

test('a receipt has the lines with their corrections, VAT by rate, what was paid, and who sold', async () => {
  await scene.api.owner.query(
    `update gym set legal_name = 'Lift B.V.', legal_address = E'Kade 1\\n1000 AA  Utrecht', vat_number = 'NL001234567B01' where id = $1`,
    [scene.gymId],
  );
  const paid = await addPurchase({ status: 'PAID' });
  await insert(scene.api.owner, 'payment', {
    gym_id: scene.gymId,
    member_id: memberId,
    purchase_id: paid,
    kind: 'PAYMENT',
    method: 'SEPA',
    amount_cents: 250,
    currency: 'EUR',
    reference: 'E2E-1',
    happened_at: '2026-03-03T10:00:00Z',
  });
  await correct({ purchaseId: paid, amountCents: 100 });
  const towel = await addPurchase({
    description: 'Towel',
    vat_rate_bp: 2100,
    unit_price_cents: 1500,
    total_cents: 1500,
    vat_cents: 260,
    purchased_at: '2026-03-01T10:00:00Z',
  });
  const receiptOf = async (purchaseIds: string[], viewer: Viewer = scene.coach) =>
    (
      await scene.api.get<{ receipt: object | null }>(
        viewer,
        `query ($purchaseIds: [ID!]!) { receipt(purchaseIds: $purchaseIds) { number issuedOn seller { name address vatNumber }
           member { fullName } lines { description total { amountCents } } vatRates { ratePercent net { amountCents } vat { amountCents } gross { amountCents } }
           net { amountCents } vat { amountCents } total { amountCents currency } paid { amountCents } unpaid { amountCents } } }`,
        { purchaseIds },
      )
    ).receipt;
  const receipt = await receiptOf([towel, paid, await addPurchase({ status: 'CANCELLED' }), newId(), 'no id']);
  expect(receipt).toEqual({
    number: expect.stringMatching(/^2026-[0-9A-F]{12}-3$/),
    issuedOn: '2026-03-04',
    seller: { name: 'Lift B.V.', address: 'Kade 1\n1000 AA  Utrecht', vatNumber: 'NL001234567B01' },
    member: { fullName: 'Zoë van der Berg' },
    lines: [
      { description: 'Towel', total: { amountCents: 1500 } },
      { description: 'Coffee', total: { amountCents: 250 } },
      { description: 'Coffee', total: { amountCents: -100 } },
    ],
    vatRates: [
      { ratePercent: 9, net: { amountCents: 137 }, vat: { amountCents: 13 }, gross: { amountCents: 150 } },
      { ratePercent: 21, net: { amountCents: 1240 }, vat: { amountCents: 260 }, gross: { amountCents: 1500 } },
    ],
    net: { amountCents: 1377 },
    vat: { amountCents: 273 },
    total: { amountCents: 1650, currency: 'EUR' },
    paid: { amountCents: 250 },
    unpaid: { amountCents: 1400 },
  });
  expect(await receiptOf([paid, towel])).toEqual(receipt);
  expect(await receiptOf([towel], scene.outsiders.otherGym)).toBeNull();
  expect(await receiptOf([towel], scene.outsiders.member)).toBeNull();
  const ofOther = await addPurchase({ member_id: scene.memberId });
  expect(
    refusalOf(
      await scene.api.ask(scene.coach, 'query ($ids: [ID!]!) { receipt(purchaseIds: $ids) { number } }', {
        ids: [towel, ofOther],
      }),
    ),
  ).toBe('BAD_USER_INPUT purchaseIds SEVERAL_MEMBERS');
});

test('an admin says who sells; a VAT number is tidied, an empty text clears', async () => {
  const change = (input: object, viewer: Viewer | null = scene.admin) =>
    scene.api.ask<{ changeReceiptSeller: { seller: object } }>(
      viewer,
      'mutation ($input: ChangeReceiptSellerInput!) { changeReceiptSeller(input: $input) { seller { name address vatNumber } } }',
      { input },
    );
  const sellerOf = async (input: object) => (await change(input)).data?.changeReceiptSeller.seller;
  expect(
    await sellerOf({ name: 'Lift  B.V.', address: 'Kade 1\n1000 AA  Utrecht', vatNumber: 'nl 0012.34.567.b01' }),
  ).toEqual({
    name: 'Lift B.V.',
    address: 'Kade 1\n1000 AA  Utrecht',
    vatNumber: 'NL001234567B01',
  });
  expect(await sellerOf({ name: null, address: ' ' })).toEqual({
    name: 'Lift',
    address: null,
    vatNumber: 'NL001234567B01',
  });
  expect(refusalOf(await change({ vatNumber: '12345' }))).toBe('BAD_USER_INPUT vatNumber INVALID_VAT_NUMBER');
  expect(refusalOf(await change({ name: 'x'.repeat(121) }))).toBe('BAD_USER_INPUT name TOO_LONG');
  expect(refusalOf(await change({ name: 'X' }, scene.coach))).toBe('FORBIDDEN');
  expect(await scene.api.get(scene.outsiders.otherGym, '{ receiptSeller { name address vatNumber } }')).toEqual({
    receiptSeller: { name: 'Other', address: null, vatNumber: null },
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { addMember, insert } from '../../testing/fixtures.ts';
import { auditOf, newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';

let scene: GymScene;
let categoryId: string;
let coffeeId: string;
let memberId: string;
beforeAll(async () => {
  scene = await openGymScene();
  categoryId = await insert(scene.api.owner, 'shop_category', { gym_id: scene.gymId, name: 'Drinks' });
  coffeeId = await addItem({ name: 'Coffee', price_cents: 250, vat_rate_bp: 900 });
});
afterAll(() => scene.api.close());
beforeEach(async () => {
  memberId = await addMember(scene.api.owner, scene.gymId);
});

const addItem = (row: object) =>
  insert(scene.api.owner, 'shop_item', {
    gym_id: scene.gymId,
    shop_category_id: categoryId,
    price_cents: 100,
    vat_rate_bp: 2100,
    ...row,
  });

interface Made {
  purchaseShopItem: {
    purchase: { id: string; status: string; total: { amountCents: number } };
    member: { outstandingAmount: { amountCents: number } };
  };
}
const sell = (input: object, viewer: Viewer | null = scene.coach) =>
  scene.api.ask<Made>(
    viewer,
    `mutation ($input: PurchaseShopItemInput!) { purchaseShopItem(input: $input) {
      purchase { id kind status description quantity unitPrice { amountCents } total { amountCents currency } vat { amountCents }
        vatRatePercent paymentMethod purchasedAt permissions createdBy { id } }
      member { id outstandingAmount { amountCents } } } }`,
    { input: { id: newId(), memberId, shopItemId: coffeeId, ...input } },
  );
const linesOf = async (id = memberId) =>
  (await scene.api.owner.query('select * from purchase where member_id = $1 order by purchased_at', [id])).rows;

test('a sale makes one line, with its own price and VAT, and answers with what the screen refreshes', async () => {
  const id = newId();
  const { data } = await sell({ id, quantity: 3, totalCents: 750 });
  expect(data?.purchaseShopItem).toEqual({
    purchase: {
      id,
      kind: 'SHOP',
      status: 'OPEN',
      description: 'Coffee',
      quantity: 3,
      unitPrice: { amountCents: 250 },
      total: { amountCents: 750, currency: 'EUR' },
      vat: { amountCents: 62 },
      vatRatePercent: 9,
      paymentMethod: 'ACCOUNT',
      purchasedAt: expect.stringMatching(/^2026-03-04T12:00:00/),
      permissions: ['UNDO', 'CORRECT'],
      createdBy: { id: scene.coach.employeeId },
    },
    member: { id: memberId, outstandingAmount: { amountCents: 750 } },
  });
  expect(await auditOf(scene.api, 'purchase', memberId)).toEqual([
    { action: 'INSERT', employee_id: scene.coach.employeeId },
  ]);
});

test('twenty submits of one intent at once make one line', async () => {
  const id = newId();
  const answers = await Promise.all(Array.from({ length: 20 }, () => sell({ id, quantity: 2 })));
  expect(answers.map((answer) => answer.data?.purchaseShopItem.purchase.id)).toEqual(Array(20).fill(id));
  expect(answers.map((answer) => answer.data?.purchaseShopItem.member.outstandingAmount.amountCents)).toEqual(
    Array(20).fill(500),
  );
  expect(await linesOf()).toHaveLength(1);
  expect(await auditOf(scene.api, 'purchase', memberId)).toHaveLength(1);
});

test('an id is good for one intent: another member, item or quantity is refused, also in a race', async () => {
  const [id, teaId, other] = [newId(), await addItem({ name: 'Tea' }), await addMember(scene.api.owner, scene.gymId)];
  const intents = [{ quantity: 1 }, { quantity: 2 }, { shopItemId: teaId }, { memberId: other }];
  const answers = await Promise.all(intents.map((intent) => sell({ id, ...intent })));
  expect(answers.map(refusalOf).filter(Boolean)).toEqual(Array(3).fill('BAD_USER_INPUT id ID_REUSED'));
  expect([...(await linesOf()), ...(await linesOf(other))]).toHaveLength(1);
});

test('sending it again answers the same, though the item was archived or costs something else by now', async () => {
  const [id, shopItemId] = [newId(), await addItem({ name: 'Fading', price_cents: 400 })];
  await sell({ id, shopItemId, totalCents: 400 });
  await scene.api.owner.query('update shop_item set price_cents = 500, archived_at = now() where id = $1', [
    shopItemId,
  ]);
  const again = await sell({ id: id.toUpperCase(), shopItemId, totalCents: 400 });
  expect(again.data?.purchaseShopItem.purchase).toMatchObject({ id, total: { amountCents: 400 } });
  expect(refusalOf(await sell({ shopItemId }))).toBe('BAD_USER_INPUT shopItemId ARCHIVED_ITEM');
});

test.each([
  [{ quantity: 0 }, 'quantity TOO_LOW'],
  [{ quantity: -1 }, 'quantity TOO_LOW'],
  [{ quantity: 1000 }, 'quantity TOO_HIGH'],
  [{ shopItemId: newId() }, 'shopItemId UNKNOWN_ITEM'],
  [{ shopItemId: 'coffee' }, 'shopItemId UNKNOWN_ITEM'],
  [{ id: '1' }, 'id INVALID_ID'],
  [{ totalCents: 240 }, 'totalCents PRICE_CHANGED'],
])('bad input is named, and nothing is kept: %o', async (input, refusal) => {
  expect(refusalOf(await sell(input))).toBe(`BAD_USER_INPUT ${refusal}`);
  expect(await linesOf()).toEqual([]);
});

test('999 of the dearest item fit', async () => {
  const shopItemId = await addItem({ name: 'Rack', price_cents: 2_000_000 });
  const { data } = await sell({ shopItemId, quantity: 999 });
  expect(data?.purchaseShopItem.purchase.total.amountCents).toBe(1_998_000_000);
});

test('who may not is refused; another gym’s member and item are not there', async () => {
  expect(refusalOf(await sell({}, scene.outsiders.readToken))).toBe('FORBIDDEN');
  expect(refusalOf(await sell({}, scene.outsiders.member))).toBe('FORBIDDEN');
  expect(refusalOf(await sell({}, scene.outsiders.stranger))).toBe('UNAUTHENTICATED');
  expect(refusalOf(await sell({}, scene.outsiders.otherGym))).toBe('NOT_FOUND');
  expect(refusalOf(await sell({ memberId: scene.otherMemberId }, scene.outsiders.otherGym))).toBe(
    'BAD_USER_INPUT shopItemId UNKNOWN_ITEM',
  );
  expect(await linesOf()).toEqual([]);
});

test('how it will be paid is told before, and is how the line is made', async () => {
  const told = async () =>
    (
      await scene.api.get<{ member: { purchaseMethod: string } }>(
        scene.coach,
        'query ($id: ID!) { member(id: $id) { purchaseMethod } }',
        { id: memberId },
      )
    ).member.purchaseMethod;
  const made = async () => (await sell({})).data?.purchaseShopItem.purchase;
  const collect = (by: string) =>
    scene.api.owner.query('update gym set payment_collection = $1 where id = $2', [by, scene.gymId]);
  expect(await told()).toBe('ACCOUNT');
  await collect('STRIPE');
  expect(await told()).toBe('STRIPE_CHECKOUT');
  expect(await made()).toMatchObject({ paymentMethod: 'STRIPE_CHECKOUT' });
  await collect('SEPA');
  expect(await made()).toMatchObject({ paymentMethod: 'ACCOUNT' });
});

test('the database refuses a line in another currency, now and later', async () => {
  await sell({});
  const [line] = await linesOf();
  await expect(
    scene.api.owner.query(
      `insert into purchase select (p).* from (select jsonb_populate_record(p, $2) as p from purchase p where id = $1) r`,
      [line?.id, { id: newId(), currency: 'USD', idempotency_key: newId() }],
    ),
  ).rejects.toMatchObject({ constraint: 'purchase_currency' });
  await expect(scene.api.owner.query(`update purchase set currency = 'USD' where id = $1`, [line?.id])).rejects.toThrow(
    'currency never changes',
  );
  await expect(scene.api.owner.query(`update gym set currency = 'USD'`)).rejects.toThrow('currency never changes');
});

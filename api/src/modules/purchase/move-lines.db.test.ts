import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EntityManager } from '@mikro-orm/postgresql';
import { GymDatabase } from '../../database/gym-database.ts';
import { insert } from '../../testing/fixtures.ts';
import { newId, openGymScene } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import { failLines } from './fail-lines.ts';
import { holdLines } from './hold-lines.ts';
import type { LinesMoved } from './move-lines.ts';
import { refundLines } from './refund-lines.ts';
import { releaseLines } from './release-lines.ts';
import { returnLines } from './return-lines.ts';
import { settleLines } from './settle-lines.ts';

const at = new Date('2026-03-05T09:00:00Z');
const sepa = { method: 'SEPA' as const, reference: 'E2E-1', at };
const bounced = { ...sepa, reason: 'AM04' };

let scene: GymScene;
let db: GymDatabase;
let line: string;
beforeAll(async () => {
  scene = await openGymScene();
  db = new GymDatabase(scene.api.database, { ...scene.admin, accountId: null }, 'test');
});
afterAll(() => scene.api.close());
beforeEach(async () => {
  line = await addLine();
});

const addLine = (row: Record<string, unknown> = {}) =>
  insert(scene.api.owner, 'purchase', {
    gym_id: scene.gymId,
    member_id: scene.memberId,
    kind: 'SHOP',
    description: 'Shake',
    unit_price_cents: 350,
    total_cents: 350,
    vat_rate_bp: 900,
    vat_cents: 29,
    currency: 'EUR',
    purchased_at: '2026-03-01T10:00:00Z',
    ...row,
  });

const move = (verb: (em: EntityManager) => Promise<LinesMoved>) => db.write(verb);
const moved = (...ids: string[]): LinesMoved => ({ moved: ids, left: [] });
const left = (purchaseId: string, reason: string, status: string | null) => ({
  moved: [],
  left: [{ purchaseId, reason, status }],
});

async function stateOf(id: string) {
  const { rows } = await scene.api.owner.query<Record<string, string | null>>(
    `select status, status_reason as reason, held_from, paid_at is not null as "isPaid",
            (select string_agg(kind || ' ' || amount_cents || ' ' || reference, ', ' order by y.id) from payment y where y.purchase_id = p.id) as ledger
       from purchase p where id = $1`,
    [id],
  );
  return rows[0];
}

test('a line is held, released to what it was with its reason, and paid', async () => {
  expect(await move((em) => failLines(em, [line], { reason: 'AC04' }))).toEqual(moved(line));
  expect(await move((em) => holdLines(em, [line]))).toEqual(moved(line));
  expect(await stateOf(line)).toMatchObject({ status: 'PENDING', held_from: 'FAILED' });
  expect(await move((em) => holdLines(em, [line]))).toEqual(left(line, 'WRONG_STATE', 'PENDING'));
  expect(await move((em) => releaseLines(em, [line]))).toEqual(moved(line));
  expect(await stateOf(line)).toMatchObject({ status: 'FAILED', reason: 'AC04', held_from: null });
  expect(await move((em) => releaseLines(em, [line]))).toEqual(left(line, 'WRONG_STATE', 'FAILED'));
  await move((em) => holdLines(em, [line]));
  expect(await move((em) => settleLines(em, [{ purchaseId: line, amountCents: 350 }], sepa))).toEqual(moved(line));
  expect(await stateOf(line)).toEqual({
    status: 'PAID',
    reason: null,
    held_from: null,
    isPaid: true,
    ledger: 'PAYMENT 350 E2E-1',
  });
});

test('the same payment told again moves nothing, another one says that it was paid twice', async () => {
  await move((em) => settleLines(em, [{ purchaseId: line }], sepa));
  expect(await move((em) => settleLines(em, [{ purchaseId: line }], sepa))).toEqual(left(line, 'ALREADY_DONE', 'PAID'));
  expect(await move((em) => settleLines(em, [{ purchaseId: line, reference: 'pi_2' }], sepa))).toEqual(
    left(line, 'WRONG_STATE', 'PAID'),
  );
  expect(await move((em) => failLines(em, [line], { reason: 'card_declined' }))).toEqual(
    left(line, 'WRONG_STATE', 'PAID'),
  );
  expect((await stateOf(line))?.['ledger']).toBe('PAYMENT 350 E2E-1');
});

test('another amount or currency than is due is left alone', async () => {
  const settle = (asked: object) => move((em) => settleLines(em, [{ purchaseId: line, ...asked }], sepa));
  expect(await settle({ amountCents: 349 })).toEqual(left(line, 'AMOUNT_DIFFERS', 'OPEN'));
  expect(await settle({ currency: 'USD' })).toEqual(left(line, 'CURRENCY_DIFFERS', 'OPEN'));
  expect(await stateOf(line)).toMatchObject({ status: 'OPEN', ledger: null });
});

test('a returned line is open again, and can be collected again', async () => {
  await move((em) => settleLines(em, [{ purchaseId: line }], sepa));
  expect(await move((em) => returnLines(em, [line], bounced))).toEqual(moved(line));
  expect(await stateOf(line)).toMatchObject({ status: 'RETURNED', reason: 'AM04', isPaid: false });
  expect(await move((em) => returnLines(em, [line], bounced))).toEqual(left(line, 'ALREADY_DONE', 'RETURNED'));
  expect(await move((em) => settleLines(em, [{ purchaseId: line }], sepa))).toEqual(
    left(line, 'ALREADY_DONE', 'RETURNED'),
  );
  await move((em) => settleLines(em, [{ purchaseId: line, reference: 'E2E-2' }], sepa));
  expect((await stateOf(line))?.['ledger']).toBe('PAYMENT 350 E2E-1, RETURN -350 E2E-1, PAYMENT 350 E2E-2');
});

test('a return before anybody said that it was paid is booked as both', async () => {
  await move((em) => holdLines(em, [line]));
  expect(await move((em) => returnLines(em, [line], bounced))).toEqual(moved(line));
  expect(await stateOf(line)).toMatchObject({ status: 'RETURNED', ledger: 'PAYMENT 350 E2E-1, RETURN -350 E2E-1' });
  expect(await move((em) => settleLines(em, [{ purchaseId: line }], sepa))).toEqual(
    left(line, 'ALREADY_DONE', 'RETURNED'),
  );
  const open = await addLine();
  expect(await move((em) => returnLines(em, [open], bounced))).toEqual(left(open, 'WRONG_STATE', 'OPEN'));
});

test('a part is given back and the rest is disputed, and it can be paid once more', async () => {
  const stripe = { method: 'STRIPE' as const, reference: 'pi_1', at };
  await move((em) => settleLines(em, [{ purchaseId: line }], stripe));
  const refund = (amountCents: number | undefined, reference: string) =>
    move((em) => refundLines(em, [{ purchaseId: line, amountCents, reference }], stripe));
  expect(await refund(100, 're_1')).toEqual(moved(line));
  expect(await refund(100, 're_1')).toEqual(left(line, 'ALREADY_DONE', 'PAID'));
  expect(await refund(251, 're_2')).toEqual(left(line, 'MORE_THAN_PAID', 'PAID'));
  expect(await refund(-1, 're_2')).toEqual(left(line, 'MORE_THAN_PAID', 'PAID'));
  expect((await stateOf(line))?.['status']).toBe('PAID');
  await move((em) => returnLines(em, [line], { ...stripe, reference: 'dp_1', reason: 'fraudulent' }));
  expect(await stateOf(line)).toMatchObject({
    status: 'RETURNED',
    ledger: 'PAYMENT 350 pi_1, REFUND -100 re_1, DISPUTE -250 dp_1',
  });
  await move((em) => settleLines(em, [{ purchaseId: line, amountCents: 350, reference: 'pi_2' }], stripe));
  expect(await refund(undefined, 're_2')).toEqual(moved(line));
  expect(await stateOf(line)).toMatchObject({ status: 'REFUNDED', isPaid: true });
});

test('of a counter-line the signs are turned', async () => {
  const credit = await addLine({
    unit_price_cents: -350,
    total_cents: -350,
    vat_cents: -29,
    corrects_purchase_id: line,
  });
  await move((em) => settleLines(em, [{ purchaseId: credit, amountCents: -350 }], sepa));
  expect(await move((em) => refundLines(em, [{ purchaseId: credit, amountCents: 350 }], sepa))).toEqual(
    left(credit, 'MORE_THAN_PAID', 'PAID'),
  );
  await move((em) => returnLines(em, [credit], bounced));
  expect((await stateOf(credit))?.['ledger']).toBe('PAYMENT -350 E2E-1, RETURN 350 E2E-1');
});

test('a cancelled line takes no money, and what is not there or of another gym cannot be told apart', async () => {
  const cancelled = await addLine({ status: 'CANCELLED' });
  const elsewhere = await addLine({ gym_id: scene.outsiders.otherGym.gymId, member_id: scene.otherMemberId });
  const unknown = newId();
  const answer = await move((em) =>
    settleLines(
      em,
      [cancelled, elsewhere, unknown, 'nonsense', line, line.toUpperCase()].map((purchaseId) => ({ purchaseId })),
      sepa,
    ),
  );
  expect(answer.moved.map((id) => id.toLowerCase())).toEqual([line]);
  expect(new Set(answer.left.map(({ purchaseId, reason }) => `${purchaseId} ${reason}`))).toEqual(
    new Set([`${cancelled} WRONG_STATE`, `${elsewhere} NOT_FOUND`, `${unknown} NOT_FOUND`, 'nonsense NOT_FOUND']),
  );
});

test('ten that settle the same lines at once, in any order, book each payment once', async () => {
  const lines = await Promise.all(Array.from({ length: 20 }, () => addLine()));
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, turn) =>
      move((em) =>
        settleLines(
          em,
          lines.toSorted((a, b) => (turn % 2 ? 1 : -1) * a.localeCompare(b)).map((purchaseId) => ({ purchaseId })),
          sepa,
        ),
      ),
    ),
  );
  expect(answers.flatMap(({ moved: ids }) => ids).toSorted()).toEqual(lines.toSorted());
  const { rows } = await scene.api.owner.query(
    `select count(*)::int as payments, count(distinct created_by)::int as employees from payment where purchase_id = any($1)`,
    [lines],
  );
  expect(rows).toEqual([{ payments: 20, employees: 1 }]);
});

test('what is rolled back leaves neither state nor money', async () => {
  await expect(
    db.write(async (em) => {
      await settleLines(em, [{ purchaseId: line }], sepa);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await stateOf(line)).toMatchObject({ status: 'OPEN', ledger: null });
});

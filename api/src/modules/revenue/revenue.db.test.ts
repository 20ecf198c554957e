import { afterAll, beforeAll, expect, test } from 'vitest';
import { GymDatabase } from '../../database/gym-database.ts';
import { cookieOf, openFileDoors, tokenOf } from '../../testing/file-doors.ts';
import type { FileDoors } from '../../testing/file-doors.ts';
import { addMember, insert } from '../../testing/fixtures.ts';
import { openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import { refundLines } from '../purchase/refund-lines.ts';
import { settleLines } from '../purchase/settle-lines.ts';

let scene: GymScene;
let doors: FileDoors;
let db: GymDatabase;
beforeAll(async () => {
  scene = await openGymScene('2026-04-02T12:00:00Z');
  doors = await openFileDoors(scene.api);
  db = new GymDatabase(scene.api.database, { ...scene.admin, accountId: null }, 'test');
  await makeMarch();
});
afterAll(async () => {
  await doors.close();
  await scene.api.close();
});

const addLine = (cents: number, row: Record<string, unknown> = {}) =>
  insert(scene.api.owner, 'purchase', {
    gym_id: scene.gymId,
    member_id: scene.memberId,
    kind: 'SHOP',
    description: 'Shake',
    unit_price_cents: cents,
    total_cents: cents,
    vat_rate_bp: 2100,
    vat_cents: Math.sign(cents) * Math.round((Math.abs(cents) * 2100) / 12_100),
    currency: 'EUR',
    purchased_at: '2026-03-10T10:00:00Z',
    ...row,
  });

/** A month with a line of every sort, at its very edges too, and around it what does not count. */
async function makeMarch(): Promise<void> {
  const gym = { method: 'DESK' as const, reference: 'receipt', at: new Date('2026-03-20T10:00:00Z') };
  const first = { purchased_at: '2026-02-28T23:00:00Z' };
  const paid = await addLine(10_000, { kind: 'SUBSCRIPTION', vat_rate_bp: 900, vat_cents: 826, ...first });
  const partly = await addLine(400);
  const refunded = await addLine(200);
  await addLine(300, { purchased_at: '2026-03-31T21:59:59.999999Z', description: '=SUM(A1)' });
  await addLine(150, { status: 'RETURNED', status_reason: 'AM04' });
  await addLine(-100, { corrects_purchase_id: partly, correction_reason: 'Wrong price' });
  await addLine(999, { status: 'CANCELLED' });
  await addLine(999, { purchased_at: '2026-02-28T22:59:59Z' });
  await addLine(999, { purchased_at: '2026-03-31T22:00:00Z' });
  await addLine(999, { gym_id: scene.outsiders.otherGym.gymId, member_id: scene.otherMemberId });
  await db.write(async (em) => {
    await settleLines(
      em,
      [paid, partly, refunded].map((purchaseId) => ({ purchaseId })),
      gym,
    );
    await refundLines(em, [{ purchaseId: partly, amountCents: 150 }, { purchaseId: refunded }], gym);
  });
}

const sum = `{ lineCount total { amountCents } vat { amountCents } net { amountCents } paid { amountCents } unpaid { amountCents } refunded { amountCents currency } }`;

interface Sum {
  lineCount: number;
  [part: string]: number | { amountCents: number };
}

const figures = ({ lineCount, ...parts }: Sum) => [
  lineCount,
  ...Object.values(parts).map((it) => (it as { amountCents: number }).amountCents),
];

test('a month adds up: paid, unpaid and refunded together are the total, of each kind and rate', async () => {
  const { revenueMonth: month } = await scene.api.get<{
    revenueMonth: {
      monthStartsOn: string;
      sum: Sum;
      corrections: Sum;
      kinds: { kind: string; sum: Sum }[];
      vatRates: { vatRatePercent: number; sum: Sum }[];
    };
  }>(
    scene.admin,
    `{ revenueMonth(month: "2026-03-17") { monthStartsOn sum ${sum} corrections ${sum} kinds { kind sum ${sum} } vatRates { vatRatePercent sum ${sum} } } }`,
  );
  expect(month.monthStartsOn).toBe('2026-03-01');
  // Lines, total, VAT, without VAT, paid, unpaid, refunded.
  expect(figures(month.sum)).toEqual([6, 10_950, 991, 9959, 10_250, 350, 350]);
  expect(figures(month.corrections)).toEqual([1, -100, -17, -83, 0, -100, 0]);
  expect(month.kinds.map((it) => [it.kind, ...figures(it.sum)])).toEqual([
    ['SHOP', 5, 950, 165, 785, 250, 350, 350],
    ['SUBSCRIPTION', 1, 10_000, 826, 9174, 10_000, 0, 0],
  ]);
  expect(month.vatRates.map((it) => [it.vatRatePercent, ...figures(it.sum).slice(0, 3)])).toEqual([
    [9, 1, 10_000, 826],
    [21, 5, 950, 165],
  ]);
});

test('months stand side by side, those without a line too', async () => {
  const { revenueMonths } = await scene.api.get<{ revenueMonths: { monthStartsOn: string; sum: Sum }[] }>(
    scene.admin,
    `{ revenueMonths(last: 4) { monthStartsOn sum ${sum} } }`,
  );
  expect(revenueMonths.map((it) => [it.monthStartsOn, ...figures(it.sum).slice(0, 2)])).toEqual([
    ['2026-01-01', 0, 0],
    ['2026-02-01', 1, 999],
    ['2026-03-01', 6, 10_950],
    ['2026-04-01', 1, 999],
  ]);
  expect(refusalOf(await scene.api.ask(scene.admin, '{ revenueMonths(last: 25) { monthStartsOn } }'))).toBe(
    'BAD_USER_INPUT last OUT_OF_RANGE',
  );
  expect(refusalOf(await scene.api.ask(scene.admin, '{ revenueMonth(month: "9999-12-31") { monthStartsOn } }'))).toBe(
    'BAD_USER_INPUT month OUT_OF_RANGE',
  );
});

test.each([
  ['', 6],
  [', part: PAID', 2],
  [', part: UNPAID', 3],
  [', part: REFUNDED', 2],
  [', part: CORRECTION', 1],
  [', kind: SUBSCRIPTION', 1],
  [', kind: SHOP, part: PAID, vatRatePercent: 21', 1],
  [', vatRatePercent: 9', 1],
  [', vatRatePercent: 6', 0],
])('the lines behind a figure: %o', async (filter, count) => {
  const { revenueLines } = await scene.api.get<{
    revenueLines: { totalCount: number; items: { memberName: string }[] };
  }>(scene.admin, `{ revenueLines(month: "2026-03-01"${filter}) { totalCount items { id memberName } } }`);
  expect([revenueLines.totalCount, revenueLines.items.length]).toEqual([count, count]);
});

test('lines come by the page, the earliest first', async () => {
  const ids = [];
  for (const page of [1, 2, 3, 4]) {
    const { revenueLines } = await scene.api.get<{ revenueLines: { items: { id: string }[] } }>(
      scene.admin,
      `{ revenueLines(month: "2026-03-01", page: ${page}, pageSize: 2) { items { id } } }`,
    );
    ids.push(...revenueLines.items.map(({ id }) => id));
  }
  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(6);
});

test('revenue is for Admins alone', async () => {
  const { readToken, member, stranger } = scene.outsiders;
  for (const viewer of [scene.coach, readToken, member, stranger]) {
    const answer = await scene.api.ask(viewer, '{ revenueMonth(month: "2026-03-01") { monthStartsOn } }');
    expect(refusalOf(answer)).toBe(viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED');
  }
});

async function download(file: string, headers: Record<string, string>) {
  const answer = await fetch(`${doors.url}/exports/revenue/${file}`, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const cookieOfEmployee = async (employeeId: string) => {
  const { rows } = await scene.api.owner.query<{ account_id: string }>(
    'select account_id from employee where id = $1',
    [employeeId],
  );
  return cookieOf(scene.api, rows[0]!.account_id);
};

test('a CSV has the lines of the month and nothing that a spreadsheet would run', async () => {
  const { status, headers, text } = await download('2026-03.csv', await cookieOfEmployee(scene.admin.employeeId));
  expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
    200,
    'text/csv; charset=utf-8',
    'attachment; filename="omzet-2026-03.csv"',
  ]);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(7);
  expect(lines[1]).toMatch(
    /^2026-03-01;\d+;Zoë van der Berg;Abonnement;Shake;1;9;91,74;8,26;100,00;100,00;0,00;0,00;EUR;betaald;2026-03-20;/,
  );
  expect(lines.at(-1)).toContain(";'=SUM(A1);");
});

test('a workbook is a workbook', async () => {
  const answer = await fetch(`${doors.url}/exports/revenue/2026-03.xlsx`, {
    headers: await cookieOfEmployee(scene.admin.employeeId),
  });
  expect(answer.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('an export is for Admins, from the own site, of a month that there is', async () => {
  const admin = await cookieOfEmployee(scene.admin.employeeId);
  const coach = await cookieOfEmployee(scene.coach.employeeId);
  expect((await download('2026-03.csv', {})).status).toBe(401);
  expect((await download('2026-03.csv', coach)).status).toBe(403);
  expect((await download('2026-03.csv', await tokenOf(scene.api, scene.gymId, scene.coach.employeeId))).status).toBe(
    403,
  );
  expect((await download('2026-03.csv', { ...admin, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await download('2026-03.csv', { ...admin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  for (const file of ['2026-13.csv', '2026-03.pdf', '2026-03', '..%2F2026-03.csv'])
    expect((await download(file, admin)).status, file).toBe(404);
  expect((await download('1000-01.csv', admin)).status).toBe(422);
});

test('every line of a large month is there once, many of them at the same instant', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId, { last_name: '-Dash, "Q"' });
  await scene.api.owner.query(
    `insert into purchase (gym_id, member_id, kind, description, unit_price_cents, total_cents, vat_rate_bp, vat_cents, currency, purchased_at)
     select $1, $2, 'SHOP', 'Line ' || n, n, n, 0, 0, 'EUR', timestamptz '2025-05-05T10:00:00.000001Z' + (n % 7) * interval '1 microsecond'
       from generate_series(1, 2500) n`,
    [scene.gymId, memberId],
  );
  const { text } = await download('2025-05.csv', await cookieOfEmployee(scene.admin.employeeId));
  const found = [...text.matchAll(/Line (\d+)/g)].map(([, n]) => Number(n));
  expect(found).toHaveLength(2500);
  expect(new Set(found).size).toBe(2500);
});

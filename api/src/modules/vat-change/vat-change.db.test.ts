import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { addMember, addSubscription, insert } from '../../testing/fixtures.ts';
import { auditOf, newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';

let scene: GymScene;
let memberId: string;
let typeId: string;
// It is 4 March 2026.
beforeAll(async () => {
  scene = await openGymScene();
  const { owner } = scene.api;
  memberId = await addMember(owner, scene.gymId);
  typeId = await insert(owner, 'subscription_type', {
    gym_id: scene.gymId,
    name: 'Unlimited',
    is_recurring: true,
    price_cents: 10_900,
    vat_rate_bp: 900,
  });
  const add = (row: object) =>
    addSubscription(owner, scene.gymId, memberId, {
      subscription_type_id: typeId,
      price_cents: 10_900,
      vat_rate_bp: 900,
      ...row,
    });
  await add({});
  await add({ ends_on: '2027-01-01' });
  // Ended before, charged before, at another rate, taken back, free.
  await add({ ends_on: '2026-12-31' });
  await add({ billing: 'YEARLY', starts_on: '2026-12-31', ends_on: '2027-12-30' });
  await add({ vat_rate_bp: 2100 });
  await add({ voided_at: '2026-01-01T00:00:00Z' });
  await add({ price_cents: 0 });
  await add({ billing: 'YEARLY', starts_on: '2027-01-01', ends_on: '2027-12-31' });
});
afterAll(() => scene.api.close());

const terms = { fromRatePercent: 9, toRatePercent: 21, startsOn: '2027-01-01' };
const preview = (input: object, viewer: Viewer | null = scene.admin) =>
  scene.api.ask<{ previewVatChange: object }>(
    viewer,
    `query ($input: VatChangeTermsInput!) { previewVatChange(input: $input) { contractCount subscriptionTypeCount sessionTypeCount
       charged { amountCents } vatBefore { amountCents } vatAfter { amountCents } } }`,
    { input: { ...terms, ...input } },
  );
interface Change {
  id: string;
  startsOn: string;
  state: string;
}
const plan = (input: object, viewer: Viewer | null = scene.admin) =>
  scene.api.ask<{ planVatChange: { vatChanges: Change[] } }>(
    viewer,
    `mutation ($input: PlanVatChangeInput!) { planVatChange(input: $input) { vatChanges { id startsOn state fromRatePercent toRatePercent createdBy { id } } } }`,
    { input: { id: newId(), ...terms, ...input } },
  );
const withdraw = (id: string, viewer: Viewer | null = scene.admin) =>
  scene.api.ask<{ withdrawVatChange: { vatChanges: Change[] } }>(
    viewer,
    `mutation ($input: VatChangeIdInput!) { withdrawVatChange(input: $input) { vatChanges { id state } } }`,
    { input: { id } },
  );

test('a preview counts the contracts that are charged from that day on, and the VAT within the same price', async () => {
  expect((await preview({})).data?.previewVatChange).toEqual({
    contractCount: 3,
    subscriptionTypeCount: 1,
    sessionTypeCount: 0,
    charged: { amountCents: 32_700 },
    vatBefore: { amountCents: 2700 },
    vatAfter: { amountCents: 5676 },
  });
  expect((await preview({ startsOn: '2027-01-02' })).data?.previewVatChange).toMatchObject({ contractCount: 1 });
  expect((await preview({ fromRatePercent: 6 })).data?.previewVatChange).toMatchObject({ contractCount: 0 });
});

test('what cannot be meant is said by its field', async () => {
  for (const run of [preview, plan]) {
    expect(refusalOf(await run({ toRatePercent: 9 }))).toBe('BAD_USER_INPUT toRatePercent SAME_RATE');
    expect(refusalOf(await run({ toRatePercent: 101 }))).toBe('BAD_USER_INPUT toRatePercent INVALID_RATE');
    expect(refusalOf(await run({ startsOn: '2026-03-04' }))).toBe('BAD_USER_INPUT startsOn NOT_IN_FUTURE');
    expect(refusalOf(await run({ startsOn: '2028-03-05' }))).toBe('BAD_USER_INPUT startsOn TOO_FAR_AHEAD');
    expect(refusalOf(await run({}, scene.coach))).toMatch(/^FORBIDDEN/);
  }
});

test('is planned once, shown in what is charged next, and withdrawn until its day', async () => {
  const id = newId();
  const answers = await Promise.all([plan({ id }), plan({ id })]);
  for (const { data } of answers)
    expect(data?.planVatChange.vatChanges).toEqual([
      { id, ...terms, state: 'PLANNED', createdBy: { id: scene.admin.employeeId } },
    ]);
  expect(refusalOf(await plan({ id, toRatePercent: 20 }))).toBe('BAD_USER_INPUT id ID_REUSED');
  expect(refusalOf(await plan({}))).toBe('BAD_USER_INPUT startsOn RATE_CHANGES_ALREADY');
  const { member } = await scene.api.get<{
    member: {
      subscriptions: { startsOn: string; vatRatePercent: number; nextCharge: { vatRatePercent: number } | null }[];
    };
  }>(
    scene.admin,
    'query ($id: ID!) { member(id: $id) { subscriptions { startsOn vatRatePercent nextCharge { vatRatePercent } } } }',
    { id: memberId },
  );
  // Its only charge is the one of that day.
  expect(member.subscriptions.find(({ startsOn }) => startsOn === '2027-01-01')).toMatchObject({
    vatRatePercent: 21,
    nextCharge: { vatRatePercent: 21 },
  });
  expect(member.subscriptions[0]).toMatchObject({ vatRatePercent: 9, nextCharge: { vatRatePercent: 9 } });

  expect(refusalOf(await withdraw(id, scene.coach))).toMatch(/^FORBIDDEN/);
  expect(refusalOf(await withdraw(id, scene.outsiders.otherGym))).toBe(
    refusalOf(await withdraw(newId(), scene.outsiders.otherGym)),
  );
  for (let again = 0; again < 2; again += 1)
    expect((await withdraw(id)).data?.withdrawVatChange.vatChanges).toEqual([{ id, state: 'WITHDRAWN' }]);
  expect((await plan({})).data?.planVatChange.vatChanges).toHaveLength(2);
  await scene.api.owner.query(`update vat_change set starts_on = '2026-03-04' where withdrawn_at is null returning id`);
  const { rows } = await scene.api.owner.query<{ id: string }>('select id from vat_change where withdrawn_at is null');
  expect(refusalOf(await withdraw(rows[0]?.id ?? ''))).toBe('BAD_USER_INPUT id HAS_BEGUN');
  expect((await auditOf(scene.api, 'vat_change', null)).slice(0, 2)).toEqual([
    { action: 'INSERT', employee_id: scene.admin.employeeId },
    { action: 'UPDATE', employee_id: scene.admin.employeeId },
  ]);
});

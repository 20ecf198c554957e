import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember } from '../../testing/fixtures.ts';
import { auditOf, newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
});
afterAll(() => scene.api.close());

interface Answer {
  checkup: { id: string; startsAt: string; employee: { id: string } | null };
  member: { previousCheckup: { id: string } | null; nextCheckup: { id: string } | null };
}

const fields = `{ checkup { id startsAt completedAt cancelledAt employee { id } } member { previousCheckup { id } nextCheckup { id startsAt } } }`;
const plan = (viewer: Viewer | null, input: object) =>
  scene.api.ask<{ planCheckup: Answer }>(
    viewer,
    `mutation ($input: PlanCheckupInput!) { planCheckup(input: $input) ${fields} }`,
    { input },
  );
const move = (viewer: Viewer | null, input: object) =>
  scene.api.ask<{ moveCheckup: Answer }>(
    viewer,
    `mutation ($input: MoveCheckupInput!) { moveCheckup(input: $input) ${fields} }`,
    { input },
  );
const change = (verb: string, viewer: Viewer | null, id: string) =>
  scene.api.ask<Record<string, Answer>>(
    viewer,
    `mutation ($input: CheckupIdInput!) { ${verb}(input: $input) ${fields} }`,
    { input: { id } },
  );

test('day and time are the gym’s, on both sides of the clock change, and the linked employee gets it', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId, { employee_id: scene.coach.employeeId });
  const planned = (await plan(scene.coach, { memberId, on: '2026-03-28', at: '14:30' })).data?.planCheckup;
  expect(planned?.checkup).toMatchObject({
    startsAt: '2026-03-28T13:30:00.000Z',
    employee: { id: scene.coach.employeeId },
  });
  const moved = (await move(scene.coach, { id: planned?.checkup.id, on: '2026-03-29', at: '14:30' })).data?.moveCheckup;
  expect(moved?.checkup.startsAt).toBe('2026-03-29T12:30:00.000Z');
  expect(moved?.member.nextCheckup?.id).toBe(planned?.checkup.id);
});

test('a member has one check-up ahead, however many are planned at once', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => plan(scene.coach, { id: newId(), memberId, on: '2026-03-20', at: '09:00' })),
  );
  expect(answers.map(refusalOf).filter((refusal) => refusal === undefined)).toHaveLength(1);
  expect(
    answers.map(refusalOf).filter((refusal) => refusal === 'BAD_USER_INPUT memberId ALREADY_PLANNED'),
  ).toHaveLength(9);
  expect(await auditOf(scene.api, 'checkup', memberId)).toHaveLength(1);
});

test('twenty submits of one plan make one', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const input = { id: newId(), memberId, on: '2026-03-20', at: '09:00' };
  const answers = await Promise.all(Array.from({ length: 20 }, () => plan(scene.coach, input)));
  expect(answers.map((answer) => answer.data?.planCheckup.checkup.id)).toEqual(Array(20).fill(input.id));
});

test('completing, reopening and cancelling move it between next and previous', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const id = (await plan(scene.coach, { memberId, on: '2026-03-20', at: '09:00' })).data?.planCheckup.checkup.id ?? '';
  expect((await change('completeCheckup', scene.coach, id)).data?.['completeCheckup']?.member).toMatchObject({
    previousCheckup: { id },
    nextCheckup: null,
  });
  expect((await change('reopenCheckup', scene.coach, id)).data?.['reopenCheckup']?.member).toMatchObject({
    previousCheckup: null,
    nextCheckup: { id },
  });
  expect((await change('cancelCheckup', scene.coach, id)).data?.['cancelCheckup']?.member).toEqual({
    previousCheckup: null,
    nextCheckup: null,
  });
  await plan(scene.coach, { memberId, on: '2026-03-21', at: '09:00' });
  expect(refusalOf(await change('reopenCheckup', scene.coach, id))).toBe('BAD_USER_INPUT memberId ALREADY_PLANNED');
});

test('who may not is refused, and learns nothing of another gym', async () => {
  const input = { memberId: scene.memberId, on: '2026-03-20', at: '09:00' };
  expect(refusalOf(await plan(scene.outsiders.readToken, input))).toBe('FORBIDDEN');
  expect(refusalOf(await plan(scene.outsiders.member, input))).toBe('FORBIDDEN');
  expect(JSON.stringify(await plan(scene.outsiders.otherGym, input))).toBe(
    JSON.stringify(await plan(scene.outsiders.otherGym, { ...input, memberId: newId() })),
  );
  const id = (await plan(scene.coach, input)).data?.planCheckup.checkup.id ?? '';
  for (const verb of ['completeCheckup', 'reopenCheckup', 'cancelCheckup']) {
    expect(JSON.stringify(await change(verb, scene.outsiders.otherGym, id))).toBe(
      JSON.stringify(await change(verb, scene.outsiders.otherGym, newId())),
    );
  }
});

test.each([
  [{ on: '2026-03-04', at: '12:59' }, 'on NOT_IN_FUTURE'],
  [{ on: '2026-03-20', at: '25:00' }, 'at INVALID_TIME'],
  [{ on: '2026-03-20', at: '09:00', employeeId: newId() }, 'employeeId UNKNOWN_EMPLOYEE'],
])('bad input is named: %o', async (input, refusal) => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  expect(refusalOf(await plan(scene.coach, { memberId, ...input }))).toBe(`BAD_USER_INPUT ${refusal}`);
});

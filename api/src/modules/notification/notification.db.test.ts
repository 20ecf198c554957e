import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember } from '../../testing/fixtures.ts';
import { auditOf, newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: GymScene;
beforeAll(async () => {
  // 23:30 in UTC is already the next day in Amsterdam: 5 March.
  scene = await openGymScene('2026-03-04T23:30:00Z');
});
afterAll(() => scene.api.close());

interface Answer {
  notification: { id: string; completedAt: string | null; completedBy: { id: string } | null; member: { id: string } };
  member: { openNotifications: { id: string; message: string }[] };
}

const fields = `{ notification { id completedAt completedBy { id } createdBy { id } member { id } } member { openNotifications { id message dueOn } } }`;
const schedule = (viewer: Viewer | null, input: object) =>
  scene.api.ask<{ scheduleNotification: Answer }>(
    viewer,
    `mutation ($input: ScheduleNotificationInput!) { scheduleNotification(input: $input) ${fields} }`,
    { input },
  );
const change = (verb: string, viewer: Viewer | null, id: string) =>
  scene.api.ask<Record<string, Answer>>(
    viewer,
    `mutation ($input: NotificationIdInput!) { ${verb}(input: $input) ${fields} }`,
    { input: { id } },
  );

test('a custom notification lies on a day after today by the gym’s clock', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  expect(refusalOf(await schedule(scene.coach, { memberId, dueOn: '2026-03-05', message: 'Call' }))).toBe(
    'BAD_USER_INPUT dueOn NOT_IN_FUTURE',
  );
  const { data } = await schedule(scene.coach, { memberId, dueOn: '2026-03-06', message: '  Call   about the knee ' });
  expect(data?.scheduleNotification.member.openNotifications).toMatchObject([
    { message: 'Call about the knee', dueOn: '2026-03-06' },
  ]);
  expect(data?.scheduleNotification.notification.member.id).toBe(memberId);
});

test('twenty submits make one; the same request asked again tomorrow is still answered', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const input = { id: newId(), memberId, dueOn: '2026-03-06', message: 'Once' };
  const answers = await Promise.all(Array.from({ length: 20 }, () => schedule(scene.coach, input)));
  expect(new Set(answers.map((answer) => answer.data?.scheduleNotification.notification.id))).toEqual(
    new Set([input.id]),
  );
  expect(await auditOf(scene.api, 'notification', memberId)).toHaveLength(1);
  scene.api.clock.set('2026-03-08T12:00:00Z');
  expect((await schedule(scene.coach, input)).data?.scheduleNotification.notification.id).toBe(input.id);
  scene.api.clock.set('2026-03-04T23:30:00Z');
});

test('completing keeps who was first; reopening undoes it', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const id =
    (await schedule(scene.coach, { memberId, dueOn: '2026-04-01', message: 'Call' })).data?.scheduleNotification
      .notification.id ?? '';
  const completed = await change('completeNotification', scene.coach, id);
  expect(completed.data?.['completeNotification']).toMatchObject({
    notification: { completedBy: { id: scene.coach.employeeId } },
    member: { openNotifications: [] },
  });
  expect(
    (await change('completeNotification', scene.admin, id)).data?.['completeNotification']?.notification.completedBy
      ?.id,
  ).toBe(scene.coach.employeeId);
  const archive = await scene.api.get<{ member: { notifications: { totalCount: number } } }>(
    scene.coach,
    `query ($id: ID!) { member(id: $id) { notifications(status: COMPLETED) { totalCount nodes { completedAt } } } }`,
    { id: memberId },
  );
  expect(archive.member.notifications.totalCount).toBe(1);
  expect(
    (await change('reopenNotification', scene.coach, id)).data?.['reopenNotification']?.member.openNotifications,
  ).toHaveLength(1);
  await change('reopenNotification', scene.coach, id);
  expect((await auditOf(scene.api, 'notification', memberId)).map((row) => row.action)).toEqual([
    'INSERT',
    'UPDATE',
    'UPDATE',
  ]);
});

test('who may not is refused, and learns nothing of another gym', async () => {
  const input = { memberId: scene.memberId, dueOn: '2026-04-01', message: 'x' };
  expect(refusalOf(await schedule(scene.outsiders.readToken, input))).toBe('FORBIDDEN');
  expect(refusalOf(await schedule(scene.outsiders.member, input))).toBe('FORBIDDEN');
  expect(refusalOf(await schedule(null, input))).toBe('UNAUTHENTICATED');
  expect(JSON.stringify(await schedule(scene.outsiders.otherGym, input))).toBe(
    JSON.stringify(await schedule(scene.outsiders.otherGym, { ...input, memberId: newId() })),
  );
  const id = (await schedule(scene.coach, input)).data?.scheduleNotification.notification.id ?? '';
  for (const verb of ['completeNotification', 'reopenNotification']) {
    expect(JSON.stringify(await change(verb, scene.outsiders.otherGym, id))).toBe(
      JSON.stringify(await change(verb, scene.outsiders.otherGym, newId())),
    );
  }
});

test.each([
  [{ message: '' }, 'message REQUIRED'],
  [{ message: 'x'.repeat(501) }, 'message TOO_LONG'],
  [{ id: '1' }, 'id INVALID_ID'],
])('bad input is named: %o', async (input, refusal) => {
  const answer = await schedule(scene.coach, { memberId: scene.memberId, dueOn: '2026-04-01', message: 'x', ...input });
  expect(refusalOf(answer)).toBe(`BAD_USER_INPUT ${refusal}`);
});

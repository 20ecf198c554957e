import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEmployee, addMember, insert } from '../../testing/fixtures.ts';
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
  notification: {
    id: string;
    completedAt: string | null;
    completedBy: { id: string } | null;
    member: { id: string };
    outcome: string | null;
    snoozedUntil: string | null;
    assignee: { id: string } | null;
  };
  member: { openNotifications: { id: string; message: string }[]; notes: { nodes: { text: string }[] } };
}

const fields = `{ notification { id completedAt completedBy { id } createdBy { id } member { id } outcome closedReason snoozedUntil isReassigned assignee { id } }
  member { openNotifications { id message dueOn } notes { nodes { text } } } }`;
const schedule = (viewer: Viewer | null, input: object) =>
  scene.api.ask<{ scheduleNotification: Answer }>(
    viewer,
    `mutation ($input: ScheduleNotificationInput!) { scheduleNotification(input: $input) ${fields} }`,
    { input },
  );
const change = (verb: string, viewer: Viewer | null, id: string, more: object = {}) =>
  scene.api.ask<Record<string, Answer>>(
    viewer,
    `mutation ($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) ${fields} }`,
    { input: { id, ...more } },
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

const scheduled = async (memberId: string, dueOn = '2026-03-06') =>
  (await schedule(scene.coach, { memberId, dueOn, message: 'Call' })).data?.scheduleNotification.notification.id ?? '';

test('completing keeps an outcome and a note at once, and the note once', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const id = await scheduled(memberId);
  const input = { outcome: 'SPOKE', note: 'Comes back on Monday.' };
  const complete = () => change('completeNotification', scene.coach, id, input);
  const answers = [...(await Promise.all([complete(), complete()])), await complete()];
  for (const { data } of answers)
    expect(data?.['completeNotification']).toMatchObject({
      notification: { outcome: 'SPOKE', completedBy: { id: scene.coach.employeeId } },
      member: { notes: { nodes: [{ text: input.note }] } },
    });
  const reopened = await change('reopenNotification', scene.coach, id, { retractNote: true });
  expect(reopened.data?.['reopenNotification']).toMatchObject({
    notification: { outcome: null, completedAt: null },
    member: { notes: { nodes: [] } },
  });
  expect((await complete()).data?.['completeNotification']?.member.notes.nodes).toHaveLength(1);
  expect(refusalOf(await change('completeNotification', scene.coach, id, { note: ' ' }))).toBe(
    'BAD_USER_INPUT note REQUIRED',
  );
});

test('a note that cannot be kept leaves the notification open', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const id = await scheduled(memberId);
  const nobody = { ...scene.coach, employeeId: null };
  expect(refusalOf(await change('completeNotification', nobody, id, { note: 'x' }))).toBe('FORBIDDEN');
  const { rows } = await scene.api.owner.query('select completed_at from notification where id = $1', [id]);
  expect(rows).toEqual([{ completed_at: null }]);
});

test('a notification is put off to a day to come, woken, and given to somebody else', async () => {
  const colleague = await addEmployee(scene.api.owner, scene.gymId);
  const memberId = await addMember(scene.api.owner, scene.gymId, { employee_id: scene.coach.employeeId });
  const id = await scheduled(memberId);
  const theirs = async (employeeId: string) => {
    const { employees } = await scene.api.get<{ employees: { id: string; openNotifications: { id: string }[] }[] }>(
      scene.coach,
      '{ employees { id openNotifications { id } } }',
    );
    return employees.find((it) => it.id === employeeId)?.openNotifications.some((it) => it.id === id);
  };
  expect(await theirs(scene.coach.employeeId)).toBe(true);
  const snooze = (until: string | null) => change('snoozeNotification', scene.coach, id, { until });
  expect(refusalOf(await snooze('2026-03-05'))).toBe('BAD_USER_INPUT until NOT_IN_FUTURE');
  expect((await snooze('2026-03-07')).data?.['snoozeNotification']?.notification.snoozedUntil).toBe('2026-03-07');
  expect(await theirs(scene.coach.employeeId)).toBe(false);
  scene.api.clock.set('2026-03-06T23:30:00Z');
  expect(await theirs(scene.coach.employeeId)).toBe(true);
  expect((await snooze('2026-03-07')).errors).toBeUndefined();
  scene.api.clock.set('2026-03-04T23:30:00Z');
  await snooze(null);

  const give = (employeeId: string | null) => change('reassignNotification', scene.coach, id, { employeeId });
  expect((await give(colleague)).data?.['reassignNotification']?.notification).toMatchObject({
    assignee: { id: colleague },
    isReassigned: true,
  });
  expect([await theirs(scene.coach.employeeId), await theirs(colleague)]).toEqual([false, true]);
  expect(refusalOf(await give(newId()))).toBe('BAD_USER_INPUT employeeId UNKNOWN_EMPLOYEE');
  expect((await give(null)).data?.['reassignNotification']?.notification).toMatchObject({
    assignee: { id: scene.coach.employeeId },
    isReassigned: false,
  });
  await change('completeNotification', scene.coach, id);
  expect(refusalOf(await give(colleague))).toBe('BAD_USER_INPUT id ALREADY_COMPLETED');
  expect(refusalOf(await snooze('2026-03-09'))).toBe('BAD_USER_INPUT id ALREADY_COMPLETED');
});

test('one statement reads the members of all notifications of all employees', async () => {
  const { statements } = scene.api;
  const count = async () => {
    statements.length = 0;
    await scene.api.get(scene.coach, '{ employees { openNotifications { id assignee { id } member { fullName } } } }');
    return statements.length;
  };
  const linked = { employee_id: scene.coach.employeeId };
  await scheduled(await addMember(scene.api.owner, scene.gymId, linked));
  const before = await count();
  for (let more = 0; more < 3; more += 1) await scheduled(await addMember(scene.api.owner, scene.gymId, linked));
  expect(await count()).toBe(before);
});

test('all that are open are deleted when they are as many as were seen, custom ones only when chosen', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  await scheduled(memberId);
  await insert(scene.api.owner, 'notification', {
    gym_id: scene.gymId,
    member_id: memberId,
    kind: 'ABSENCE',
    message: 'Away',
    due_on: '2026-03-01',
    occurrence: '2026-02-01',
  });
  const counts = async () =>
    (
      await scene.api.get<{ openNotificationCounts: { automaticCount: number; customCount: number } }>(
        scene.admin,
        '{ openNotificationCounts { automaticCount customCount } }',
      )
    ).openNotificationCounts;
  const before = await counts();
  expect(before.automaticCount).toBe(1);
  const remove = (viewer: Viewer | null, input: object) =>
    scene.api.ask<{ deleteOpenNotifications: object }>(
      viewer,
      `mutation ($input: DeleteOpenNotificationsInput!) { deleteOpenNotifications(input: $input) { __typename
        ... on OpenNotificationsDeleted { deletedCount counts { customCount } }
        ... on OpenNotificationsChanged { counts { automaticCount customCount } } } }`,
      { input },
    );
  expect((await remove(scene.admin, { expectedCount: 0 })).data?.deleteOpenNotifications).toEqual({
    __typename: 'OpenNotificationsChanged',
    counts: before,
  });
  expect((await remove(scene.admin, { expectedCount: 1 })).data?.deleteOpenNotifications).toEqual({
    __typename: 'OpenNotificationsDeleted',
    deletedCount: 1,
    counts: { customCount: before.customCount },
  });
  const all = { includeCustom: true, expectedCount: before.customCount };
  expect(refusalOf(await remove(scene.coach, all))).toBe('FORBIDDEN');
  await remove(scene.admin, all);
  expect(await counts()).toEqual({ automaticCount: 0, customCount: 0 });
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
  for (const verb of ['completeNotification', 'reopenNotification', 'snoozeNotification', 'reassignNotification']) {
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

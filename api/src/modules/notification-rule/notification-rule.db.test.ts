import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { addMember, addRegistration, addSubscription } from '../../testing/fixtures.ts';
import { auditOf, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
});
afterAll(() => scene.api.close());

interface Rule {
  rule: string;
  isOn: boolean;
  sentence: string;
  openCount: number;
  parameters: { name: string; value: number; defaultValue: number; least: number; most: number }[];
}

const shown = '{ rule isOn sentence openCount ranAt parameters { name value defaultValue least most } }';
const rulesOf = async (viewer: Viewer) =>
  (await scene.api.get<{ notificationRules: Rule[] }>(viewer, `{ notificationRules ${shown} }`)).notificationRules;
const ruleOf = async (name: string) => (await rulesOf(scene.coach)).find(({ rule }) => rule === name)!;
const save = (viewer: Viewer | null, input: object) =>
  scene.api.ask<{ saveNotificationRule: { notificationRule: Rule } }>(
    viewer,
    `mutation ($input: SaveNotificationRuleInput!) { saveNotificationRule(input: $input) { notificationRule ${shown} } }`,
    { input },
  );
const replay = (viewer: Viewer | null, rule: string, parameters?: object[]) =>
  scene.api.ask<{ notificationRuleReplay: Record<string, unknown> }>(
    viewer,
    `query ($rule: NotificationRuleName!, $parameters: [NotificationRuleParameterInput!]) {
      notificationRuleReplay(rule: $rule, parameters: $parameters) { rule fromOn untilOn notificationCount memberCount cancelledLaterCount nowCount sentence } }`,
    { rule, parameters },
  );
const refresh = (viewer: Viewer | null) =>
  scene.api.ask<{ refreshNotifications: { madeCount: number; closedCount: number } }>(
    viewer,
    'mutation { refreshNotifications { madeCount closedCount notificationRules { rule openCount } } }',
  );

test('a gym that said nothing hears of failed payments only; each rule has its defaults, and speaks the gym’s language', async () => {
  const rules = await rulesOf(scene.coach);
  expect(rules.filter(({ isOn }) => isOn).map(({ rule }) => rule)).toEqual(['PAYMENT_FAILED']);
  expect(await ruleOf('ABSENCE')).toMatchObject({
    sentence: 'Niet geweest sinds 11 februari 2026.',
    parameters: [{ name: 'DAYS', value: 21, defaultValue: 21, least: 1, most: 180 }],
  });
});

test('an admin changes a rule, and the audit trail says so', async () => {
  const { data } = await save(scene.admin, { rule: 'ABSENCE', parameters: [{ name: 'DAYS', value: 14 }] });
  expect(data?.saveNotificationRule.notificationRule).toMatchObject({
    isOn: false,
    parameters: [{ value: 14 }],
    sentence: 'Niet geweest sinds 18 februari 2026.',
  });
  await save(scene.admin, { rule: 'ABSENCE', isOn: true });
  await save(scene.admin, { rule: 'ABSENCE', isOn: true });
  expect(await ruleOf('ABSENCE')).toMatchObject({ isOn: true, parameters: [{ value: 14 }] });
  expect(await auditOf(scene.api, 'notification_rule', null)).toEqual([
    { action: 'INSERT', employee_id: scene.admin.employeeId },
    { action: 'UPDATE', employee_id: scene.admin.employeeId },
  ]);
});

test.each([
  [{ name: 'DAYS', value: 0 }, 'DAYS TOO_LOW'],
  [{ name: 'DAYS', value: 181 }, 'DAYS TOO_HIGH'],
  [{ name: 'QUIET_WEEKS', value: 5 }, 'parameters UNKNOWN_PARAMETER'],
])('what a rule cannot be set to is named: %o', async (parameter, refusal) => {
  expect(refusalOf(await save(scene.admin, { rule: 'ABSENCE', parameters: [parameter] }))).toBe(
    `BAD_USER_INPUT ${refusal}`,
  );
  expect(refusalOf(await replay(scene.admin, 'ABSENCE', [parameter]))).toBe(`BAD_USER_INPUT ${refusal}`);
});

test('a replay says what a rule would have made, how many of them left, and what it would make now; and makes nothing', async () => {
  const { owner } = scene.api;
  const subscribed = async (row: object) => {
    const id = await addMember(owner, scene.gymId);
    await addSubscription(owner, scene.gymId, id, { starts_on: '2025-01-01', ...row });
    return id;
  };
  // Away from 10 to 30 January, and cancelled after that.
  const left = await subscribed({ cancelled_at: '2026-02-10T12:00:00Z', ends_on: '2026-03-31' });
  // Away at New Year, and since 1 February.
  const twice = await subscribed({});
  const visits: [string, string[]][] = [
    [left, ['2025-12-31', '2026-01-10', '2026-01-30', '2026-02-10', '2026-02-20', '2026-03-03']],
    [twice, ['2025-12-10', '2025-12-30', '2026-01-12', '2026-01-22', '2026-02-01']],
  ];
  for (const [id, days] of visits)
    for (const day of days) await addRegistration(owner, scene.gymId, id, `${day}T18:00:00Z`);
  // There was somebody, but no visit.
  await addRegistration(owner, scene.gymId, twice, '2026-02-25T18:00:00Z', 'NO_SHOW');
  const before = (await ruleOf('ABSENCE')).openCount;
  const { data } = await replay(scene.admin, 'ABSENCE', [{ name: 'DAYS', value: 15 }]);
  expect(data?.notificationRuleReplay).toMatchObject({
    fromOn: '2025-12-04',
    untilOn: '2026-03-04',
    notificationCount: 3,
    memberCount: 2,
    cancelledLaterCount: 1,
    nowCount: 1,
    sentence: 'Niet geweest sinds 17 februari 2026.',
  });
  expect((await ruleOf('ABSENCE')).openCount).toBe(before);
  expect((await replay(scene.admin, 'BIRTHDAY')).data?.notificationRuleReplay['cancelledLaterCount']).toBeNull();
});

test.each([
  'BIRTHDAY',
  'DOWNWARD_TREND',
  'CHECKUP_DUE',
  'NO_EMPLOYEE',
  'SUBSCRIPTION_ENDING',
  'PAYMENT_FAILED',
  'FIRST_SESSION',
])('%s can be replayed', async (rule) => {
  expect((await replay(scene.admin, rule)).errors).toBeUndefined();
});

test('refreshing runs the rules at once, twice a minute only once, in one statement a rule', async () => {
  const { statements } = scene.api;
  statements.length = 0;
  const { data } = await refresh(scene.coach);
  expect(data?.refreshNotifications).toMatchObject({ madeCount: 1, closedCount: 0 });
  expect(statements.filter((text) => text.includes('insert into notification as n'))).toHaveLength(8);
  expect(refusalOf(await refresh(scene.admin))).toBe('TOO_MANY_ATTEMPTS');
  scene.api.clock.advance(60_000);
  expect((await refresh(scene.admin)).data?.refreshNotifications).toMatchObject({ madeCount: 0, closedCount: 0 });
  expect((await ruleOf('ABSENCE')).openCount).toBe(1);
});

test('who may not is refused', async () => {
  const input = { rule: 'ABSENCE', isOn: false };
  expect(refusalOf(await save(scene.coach, input))).toBe('FORBIDDEN');
  expect(refusalOf(await replay(scene.coach, 'ABSENCE'))).toBe('FORBIDDEN');
  expect(refusalOf(await refresh(scene.outsiders.readToken))).toBe('FORBIDDEN');
  expect(refusalOf(await refresh(scene.outsiders.member))).toBe('FORBIDDEN');
  await save(scene.outsiders.otherGym, input);
  expect((await ruleOf('ABSENCE')).isOn).toBe(true);
});

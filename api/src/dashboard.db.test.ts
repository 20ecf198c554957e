// What the dashboard costs the database: the page's own query with the fragments of its cards, asked by an employee with
// little to do and after a busy day.
import { readFileSync } from 'node:fs';
import { graphql, Kind, parse, print } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, addSession, insert } from './testing/fixtures.ts';
import { openGymScene } from './testing/gym-scene.ts';
import type { GymScene } from './testing/gym-scene.ts';

const pages = '../../web/src/staff';
const features = '../../web/src/features';
const files = [
  `${pages}/pages/dashboard/Dashboard.graphql`,
  `${pages}/pages/dashboard/SessionCard.graphql`,
  `${pages}/Session.graphql`,
  `${features}/notification/NotificationRow.graphql`,
  `${features}/checklist/ChecklistCard.graphql`,
  `${features}/checkup/DueCheckupRow.graphql`,
  `${features}/checkup/CheckupRows.graphql`,
  `${features}/staff/LinkedEmployee.graphql`,
];

/** The query and the fragments that it spreads, as the page sends them. */
function dashboardSource(): string {
  const definitions = files.flatMap((file) => parse(readFileSync(new URL(file, import.meta.url), 'utf8')).definitions);
  const query = definitions.filter((it) => it.kind === Kind.OPERATION_DEFINITION && it.name?.value === 'Dashboard');
  const fragments = new Map(
    definitions.flatMap((it) => (it.kind === Kind.FRAGMENT_DEFINITION ? [[it.name.value, it] as const] : [])),
  );
  const used = new Set<string>();
  const spread = (text: string) => {
    for (const [, name = ''] of text.matchAll(/\.\.\.(\w+_\w+)/g)) {
      const fragment = fragments.get(name);
      if (used.has(name) || !fragment) continue;
      used.add(name);
      spread(print(fragment));
    }
  };
  spread(query.map(print).join(''));
  return [...query, ...[...used].map((name) => fragments.get(name)!)].map(print).join('\n');
}

const source = dashboardSource();
let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
});
afterAll(() => scene.api.close());

async function addMembers(count: number): Promise<void> {
  const { api, gymId, coach } = scene;
  const add = (table: string, row: Record<string, unknown>) => insert(api.owner, table, { gym_id: gymId, ...row });
  const template_id = await add('checklist_template', { name: `List ${crypto.randomUUID()}` });
  const starts_at = '2026-03-04T17:00:00Z';
  const sessions = [
    await addSession(api.owner, gymId, starts_at, { employee_id: coach.employeeId }),
    await addSession(api.owner, gymId, starts_at),
  ];
  for (let index = 0; index < count; index += 1) {
    const member_id = await addMember(api.owner, gymId, { employee_id: index % 3 ? coach.employeeId : null });
    await add('notification', { member_id, kind: 'CUSTOM', message: 'Call', due_on: '2026-03-04' });
    const checklist_id = await add('checklist', { member_id, template_id, name: 'List', assigned_at: '2026-03-01' });
    await add('checklist_action', { member_id, checklist_id, position: 1, text: 'Call' });
    await add('checkup', { member_id, employee_id: coach.employeeId, starts_at: '2026-03-04T15:00:00Z' });
    for (const session_id of sessions)
      await add('registration', { member_id, session_id, starts_at, status: 'REGISTERED', paid_with: 'NOTHING' });
  }
}

async function statementsOf(variables: Record<string, unknown>): Promise<{ count: number; data: unknown }> {
  scene.api.statements.splice(0);
  const contextValue = scene.api.contextFor(scene.coach);
  const { data, errors } = await graphql({ schema: scene.api.schema, source, variableValues: variables, contextValue });
  expect(errors).toBeUndefined();
  const reads = scene.api.statements.filter((text) => !/^(commit|rollback|begin)/i.test(text));
  return { count: reads.length, data };
}

test.each([{ isEverybody: false }, { isEverybody: true }])(
  'the dashboard costs as many statements for many members and sessions as for few: %o',
  async (variables) => {
    await addMembers(3);
    const few = await statementsOf(variables);
    await addMembers(12);
    const many = await statementsOf(variables);
    expect(many.count).toBe(few.count);
    expect(few.count).toBeLessThan(20);
    const lists = JSON.stringify(many.data);
    expect(lists.match(/"__typename":"Notification"|"message":"Call"/g)?.length).toBeGreaterThan(8);
  },
);

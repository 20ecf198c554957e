// The staff's table of members: filters, sorts, pages.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addGym, addMember, addRegistration, addSubscription, insert } from '../../testing/fixtures.ts';
import { openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import { viewerOf } from '../../testing/test-api.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: GymScene;
let coach: Viewer;
let gymId: string;
const ids: Record<string, string> = {};

beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
  const { owner } = scene.api;
  gymId = await addGym(owner);
  coach = viewerOf(gymId, { employeeId: scene.coach.employeeId });
  const employeeId = await insert(owner, 'employee', {
    gym_id: gymId,
    first_name: 'Bas',
    last_name: 'Bos',
    email: 'bas@gym.example',
    role: 'EMPLOYEE',
  });
  const add = async (
    name: string,
    first: string,
    particle: string | null,
    last: string,
    row: Record<string, unknown> = {},
  ) => {
    ids[name] = await addMember(owner, gymId, { first_name: first, particle, last_name: last, ...row });
  };
  await add('oyku', 'Öykü', null, 'Özdemir', { member_number: 3, joined_on: '2025-01-01', employee_id: employeeId });
  await add('zoe', 'Zoë', 'van der', 'Berg', { member_number: 1, joined_on: '2025-03-01' });
  await add('adam', 'Adam', 'van den', 'Berg', { member_number: 2, joined_on: '2025-02-01', employee_id: employeeId });
  await add('paul', 'Paul', null, 'Peters', { member_number: 4, joined_on: '2025-02-01' });
  await addSubscription(owner, gymId, ids['oyku'] ?? '', { starts_on: '2025-01-01' });
  await addSubscription(owner, gymId, ids['zoe'] ?? '', { starts_on: '2025-01-01', ends_on: '2026-03-03' });
  await addSubscription(owner, gymId, ids['adam'] ?? '', { starts_on: '2026-03-05' });
  await addRegistration(owner, gymId, ids['adam'] ?? '', '2026-03-01T10:00:00Z');
  await addRegistration(owner, gymId, ids['zoe'] ?? '', '2026-03-02T10:00:00Z');
});
afterAll(() => scene.api.close());

const source = `query ($filter: MemberFilter, $sort: MemberSort, $page: Int! = 1, $pageSize: Int! = 25) {
  members(filter: $filter, sort: $sort, page: $page, pageSize: $pageSize) { totalCount page pageSize items { id tags { name } } } }`;

async function listed(variables: Record<string, unknown> = {}): Promise<string[]> {
  const { members } = await scene.api.get<{ members: { items: { id: string }[]; totalCount: number } }>(
    coach,
    source,
    variables,
  );
  return members.items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id) ?? 'nobody of ours');
}

const sorted = (by: string, direction = 'ASC') => listed({ sort: { by, direction } });

test('sorts by name as it is folded, by number, by joining, by last visit with who never came last', async () => {
  expect(await listed()).toEqual(['adam', 'zoe', 'oyku', 'paul']);
  expect(await sorted('NAME', 'DESC')).toEqual(['paul', 'oyku', 'zoe', 'adam']);
  expect(await sorted('MEMBER_NUMBER', 'DESC')).toEqual(['paul', 'oyku', 'adam', 'zoe']);
  expect((await sorted('JOINED_ON')).at(0)).toBe('oyku');
  expect((await sorted('JOINED_ON')).at(-1)).toBe('zoe');
  expect((await sorted('LAST_VISIT')).slice(0, 2)).toEqual(['adam', 'zoe']);
  expect((await sorted('LAST_VISIT', 'DESC')).slice(0, 2)).toEqual(['zoe', 'adam']);
});

test('filters by status as the overview shows it', async () => {
  expect(await listed({ filter: { status: ['ACTIVE'] } })).toEqual(['oyku']);
  expect(await listed({ filter: { status: ['PENDING', 'FORMER'] } })).toEqual(['adam', 'zoe']);
  expect(await listed({ filter: { status: ['PROSPECT'] } })).toEqual(['paul']);
});

test('filters combine: all tags, the employee, the text', async () => {
  const { owner } = scene.api;
  const [early, knee] = await Promise.all(
    ['Early bird', 'Knee'].map((name) => insert(owner, 'tag', { gym_id: gymId, name, color: '#336699' })),
  );
  for (const [member, tag] of [
    ['zoe', early],
    ['zoe', knee],
    ['adam', early],
  ] as const)
    await insert(owner, 'member_tag', { gym_id: gymId, member_id: ids[member], tag_id: tag });
  const employeeId = (await owner.query(`select employee_id from member where id = $1`, [ids['adam']])).rows[0]
    .employee_id;
  expect(await listed({ filter: { tagIds: [early] } })).toEqual(['adam', 'zoe']);
  expect(await listed({ filter: { tagIds: [early, knee] } })).toEqual(['zoe']);
  expect(await listed({ filter: { tagIds: [early], hasEmployee: true } })).toEqual(['adam']);
  expect(await listed({ filter: { hasEmployee: false } })).toEqual(['zoe', 'paul']);
  expect(await listed({ filter: { employeeId } })).toEqual(['adam', 'oyku']);
  expect(await listed({ filter: { employeeId, query: 'ozdemir' } })).toEqual(['oyku']);
  expect(await listed({ filter: { query: 'berg' } })).toEqual(['adam', 'zoe']);
  expect(
    await listed({ filter: { query: null, tagIds: null, employeeId: null, hasEmployee: null, status: null } }),
  ).toHaveLength(4);
  expect(await listed({ filter: { tagIds: ['no id'] } })).toEqual([]);
  expect(await listed({ filter: { employeeId: "' or true" } })).toEqual([]);
});

test('pages neither repeat nor skip anyone, and count beyond the end', async () => {
  const pages = [];
  for (const page of [1, 2, 3])
    pages.push(await listed({ sort: { by: 'LAST_VISIT', direction: 'DESC' }, page, pageSize: 2 }));
  expect(pages.flat().toSorted()).toEqual(['adam', 'oyku', 'paul', 'zoe']);
  const { members } = await scene.api.get<{ members: unknown }>(coach, source, { page: 9, pageSize: 2 });
  expect(members).toEqual({ items: [], totalCount: 4, page: 9, pageSize: 2 });
});

test('a page is two statements however many members are on it', async () => {
  scene.api.statements.length = 0;
  await listed({ filter: { query: 'berg' } });
  expect(scene.api.statements.filter((text) => !/^(begin|commit)/.test(text))).toHaveLength(2);
});

test('a member and a stranger are refused, a read token is not', async () => {
  const { api, outsiders } = scene;
  expect(refusalOf(await api.ask(outsiders.member, source))).toBe('FORBIDDEN');
  expect(refusalOf(await api.ask(null, source))).toBe('UNAUTHENTICATED');
  expect(await api.ask(outsiders.readToken, source)).not.toHaveProperty('errors');
  expect(refusalOf(await api.ask(coach, source, { page: 0 }))).toContain('BAD_USER_INPUT page');
});

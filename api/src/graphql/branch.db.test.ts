import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addEmployee, addGym, addMember, addRegistration, addSubscription } from '../testing/fixtures.ts';
import { openTestApi, viewerOf } from '../testing/test-api.ts';
import type { TestApi } from '../testing/test-api.ts';
import type { Viewer } from './viewer.ts';

let api: TestApi;
let coach: Viewer;
let member: string;
let other: string;

beforeAll(async () => {
  api = await openTestApi();
  const gymId = await addGym(api.owner);
  coach = viewerOf(gymId, { employeeId: await addEmployee(api.owner, gymId) });
  member = await addMember(api.owner, gymId);
  other = await addMember(api.owner, gymId, { first_name: 'Noor' });
  await addSubscription(api.owner, gymId, member);
  await addRegistration(api.owner, gymId, member, '2026-03-01T10:00:00Z');
});
afterAll(() => api.close());
beforeEach(() => api.statements.splice(0));

const reads = () => api.statements.filter((text) => text.startsWith('select'));

test('a member with any number of branches is one statement, whatever hides them: fragments, aliases, variables', async () => {
  await api.get(
    coach,
    `query ($id: ID!, $first: Int = 3, $no: Boolean = false) {
    member(id: $id) { ...Card few: benchmarkResults(first: $first) { totalCount } ... on Member { purchases { totalCount } outstandingAmount @include(if: $no) { amountCents } } } }
    fragment Card on Member { fullName status subscriptions { id } visitStatistics { trend } more: benchmarkResults(first: 9) { totalCount } }`,
    { id: member },
  );
  expect(reads()).toHaveLength(1);
  expect(reads()[0]).not.toContain('sum(p.total_cents)');
});

test('members asked for side by side share one statement', async () => {
  const data = await api.get<{ a: { fullName: string }; b: { fullName: string }; c: null }>(
    coach,
    `query ($a: ID!, $b: ID!) { a: member(id: $a) { fullName status } b: member(id: $b) { fullName } c: member(id: "no uuid") { fullName } }`,
    { a: member, b: other },
  );
  expect(data).toMatchObject({ a: { fullName: 'Zoë van der Berg' }, b: { fullName: 'Noor van der Berg' }, c: null });
  expect(reads()).toHaveLength(1);
});

test('branches below a list are read for all of it at once', async () => {
  const data = await api.get<{ sessions: { registrations: { member: { status: string; employee: null } }[] }[] }>(
    coach,
    `{ sessions(on: "2026-03-01") { registrationCount registrations { member { status employee { id } } } } }`,
  );
  expect(data.sessions[0]?.registrations[0]?.member).toEqual({ status: 'ACTIVE', employee: null });
  expect(reads()).toHaveLength(3);
});

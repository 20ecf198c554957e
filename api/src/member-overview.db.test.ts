// What the member overview costs the database: the agreed query, as GraphiQL opens with it, asked with a session cookie
// about a member with little and one with much.
import { readFileSync } from 'node:fs';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contextFactory } from './create-context.ts';
import type { ContextFactory } from './create-context.ts';
import { addGym, addMember, addRegistration, insert } from './testing/fixtures.ts';
import { addCoach, signIn } from './testing/sign-in.ts';
import { stillLive } from './testing/still-live.ts';
import { openTestApi } from './testing/test-api.ts';
import type { TestApi } from './testing/test-api.ts';
import { nothingOutside } from './testing/nothing-outside.ts';

const read = (path: string) => readFileSync(new URL(`../../web/${path}`, import.meta.url), 'utf8');
const overview = read('graphiql/examples/member-overview.graphql');

let api: TestApi;
let createContext: ContextFactory;
let cookie: string;
let plain: string;
let busy: string;

beforeAll(async () => {
  api = await openTestApi();
  const gymId = await addGym(api.owner);
  const coach = await addCoach(api, gymId);
  cookie = `spotter_session=${(await signIn(api, coach.email)).token}`;
  createContext = contextFactory({
    database: api.database,
    clock: api.clock,
    live: stillLive,
    ...nothingOutside,
    isSecure: false,
  });
  [plain, busy] = [
    await addMember(api.owner, gymId),
    await addMember(api.owner, gymId, { employee_id: coach.employeeId }),
  ];
  const row = { gym_id: gymId, member_id: busy };
  for (let index = 0; index < 8; index += 1) {
    const tagId = await insert(api.owner, 'tag', { gym_id: gymId, name: `Tag ${index}`, color: '#112233' });
    await insert(api.owner, 'member_tag', { ...row, tag_id: tagId, added_by: coach.employeeId });
    await insert(api.owner, 'notification', {
      ...row,
      kind: 'CUSTOM',
      message: 'Call',
      due_on: '2026-03-09',
      created_by: coach.employeeId,
    });
    await insert(api.owner, 'note', { ...row, author_id: coach.employeeId, text: 'Knee' });
    await addRegistration(api.owner, gymId, busy, `2026-02-0${index + 1}T10:00:00Z`);
  }
});
afterAll(() => api.close());

/** The statements of a whole request, from the cookie on; entering the gym counts, commit does not. */
async function statementsOf(source: string, id: string): Promise<string[]> {
  api.statements.splice(0);
  const client = { address: '127.0.0.1', userAgent: null, setSessionCookie: () => {}, clearSessionCookie: () => {} };
  const contextValue = await createContext({ headers: { cookie }, requestId: 'test', client });
  const { data, errors } = await graphql({ schema: api.schema, source, variableValues: { id }, contextValue });
  expect(errors).toBeUndefined();
  expect(data?.['member']).toMatchObject({ id });
  // Noting when a sign-in was last seen is no part of the answer.
  return api.statements.filter((text) => !/^(commit|rollback|update)/i.test(text) && !text.startsWith('begin;'));
}

test('an overview is who asks, which gym, and one statement for all of the rest, however much there is', async () => {
  for (const id of [plain, busy]) {
    const statements = await statementsOf(overview, id);
    expect(statements).toHaveLength(3);
    expect(statements.at(-1)).toContain('member_tag');
  }
});

test('a feed of notifications asks once for who made them and whom they are about', async () => {
  const feed = `query ($id: ID!) { member(id: $id) { id notifications { nodes { member { id fullName tags { name expiresOn } } createdBy { fullName } completedBy { id } } }
    notes { nodes { author { fullName } permissions } } openNotifications { member { id } } } }`;
  const few = await statementsOf(feed, plain);
  const many = await statementsOf(feed, busy);
  const selects = (statements: string[]) =>
    statements.filter((text) => text.startsWith('select') && !text.includes('set_config'));
  // The member, and for a feed with anything in it: its members.
  expect([selects(few).length, selects(many).length]).toEqual([2, 3]);
});

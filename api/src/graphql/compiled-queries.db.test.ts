// The compiled way of running a query answers like graphql-js, word for word: all examples of GraphiQL, and what goes wrong.
import { readdirSync, readFileSync } from 'node:fs';
import { execute, getOperationAST, GraphQLError, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRegistration, insert } from '../testing/fixtures.ts';
import { addEmployee, addGym, addMember } from '../testing/fixtures.ts';
import { openTestApi, viewerOf, type TestApi } from '../testing/test-api.ts';
import { createExecutor } from './compiled-queries.ts';
import type { Viewer } from './viewer.ts';

const examples = new URL('../../../web/graphiql/examples/', import.meta.url);
let api: TestApi;
let viewers: (Viewer | null)[];
let id: string;

beforeAll(async () => {
  api = await openTestApi();
  const gymId = await addGym(api.owner);
  const employeeId = await addEmployee(api.owner, gymId);
  id = await addMember(api.owner, gymId, { employee_id: employeeId });
  const row = { gym_id: gymId, member_id: id };
  const tagId = await insert(api.owner, 'tag', { gym_id: gymId, name: 'Knee', color: '#112233' });
  await insert(api.owner, 'member_tag', { ...row, tag_id: tagId, added_by: employeeId });
  await insert(api.owner, 'note', { ...row, author_id: employeeId, text: 'Careful' });
  await addRegistration(api.owner, gymId, id, '2026-02-01T10:00:00Z');
  viewers = [null, viewerOf(gymId, { employeeId }), viewerOf(gymId, { memberId: id })];
});
afterAll(() => api.close());

/** As graphql-js answers, and as compiled, for everybody. */
async function answersOf(source: string, variables: Record<string, unknown>) {
  const document = parse(source);
  expect(validate(api.schema, document)).toEqual([]);
  const operation = getOperationAST(document)!;
  const run = createExecutor(api.schema, 0);
  const pairs = [];
  for (const viewer of viewers) {
    const contextValue = api.contextFor(viewer);
    const plain = await execute({ schema: api.schema, document, variableValues: variables, contextValue });
    const asked = { document, operation, operationName: null, variables, context: api.contextFor(viewer) };
    pairs.push([await run(asked), plain].map((answer) => JSON.parse(JSON.stringify(answer)) as unknown));
  }
  return pairs;
}

const queries = readdirSync(examples)
  .map((name) => [name, readFileSync(new URL(name, examples), 'utf8')] as const)
  .filter(([, source]) => getOperationAST(parse(source))?.operation === 'query');

test.each(queries)('%s', async (_name, source) => {
  for (const [compiled, plain] of await answersOf(source, {
    id,
    text: 'Jan',
    query: 'Jan',
    from: '2026-02-01',
    to: '2026-03-01',
  }))
    expect(compiled).toEqual(plain);
});

test.each([
  [
    'aliases and fragments',
    'query ($id: ID!) { a: member(id: $id) { ...f } b: member(id: $id) { ...f ... on Node { id __typename } } } fragment f on Member { tags { name } fullName }',
  ],
  [
    'conditions',
    'query ($id: ID!, $yes: Boolean = true) { member(id: $id) { id @skip(if: $yes) fullName @include(if: $yes) ...f @skip(if: $yes) } } fragment f on Member { joinedOn }',
  ],
  ['a member that is not there', '{ member(id: "00000000-0000-7000-8000-000000000000") { id } }'],
  ['an id that is none', '{ member(id: "x") { id tags { id } } }'],
  ['a page that is too large', 'query ($id: ID!) { member(id: $id) { id notes(first: 100000) { nodes { id } } } }'],
  [
    'a variable that is missing',
    'query ($id: ID!, $first: Int!) { member(id: $id) { notes(first: $first) { nodes { id } } } }',
  ],
  ['a cursor that is none', 'query ($id: ID!) { member(id: $id) { fullName notes(after: "x") { nodes { id } } } }'],
  [
    'something in a list that fails',
    'query ($id: ID!) { member(id: $id) { registrations { items { session { registrations { member { notes { nodes { author { fullName } } } } } } } } } }',
  ],
  ['what is for others', '{ apiTokens { id } tags { id memberCount } }'],
])('%s', async (_what, source) => {
  for (const [compiled, plain] of await answersOf(source, { id })) expect(compiled).toEqual(plain);
});

test('what fails comes as an error of graphql-js, whose words may be changed for a stranger', async () => {
  const document = parse('{ viewer { id } sessions { id } }');
  const operation = getOperationAST(document)!;
  const run = createExecutor(api.schema, 0);
  for (let round = 0; round < 3; round += 1) {
    const asked = { document, operation, operationName: null, variables: {}, context: api.contextFor(null) };
    const [error] = (await run(asked)).errors ?? [];
    expect(error).toBeInstanceOf(GraphQLError);
    error!.message = 'Sign in, please.';
    expect(error!.message).toBe('Sign in, please.');
  }
});

test('a query is compiled once it has come often', async () => {
  const document = parse('{ viewer { id } }');
  const seen: string[] = [];
  const run = createExecutor(api.schema, 2);
  const asked = { document, operation: getOperationAST(document)!, operationName: null, variables: {} };
  for (let times = 0; times < 4; times += 1) {
    const { data } = await run({ ...asked, context: api.contextFor(null) });
    // graphql-js makes its objects without a prototype.
    seen.push(Object.getPrototypeOf(data) === null ? 'walked' : 'compiled');
  }
  expect(seen).toEqual(['walked', 'walked', 'compiled', 'compiled']);
});

import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { demandOf, refusalOf } from './limits.ts';

const { limits } = readConfig({ DATABASE_URL: 'postgres://x' });
const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

function demand(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  return demandOf(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
}

const codeOf = (query: string, variables?: Record<string, unknown>) =>
  refusalOf(demand(query, variables), limits)?.extensions['code'];

test('pages multiply what lies in them', () => {
  expect(demand('{ members(pageSize: 100) { items { id } totalCount } }').cost).toBe(1 + 100);
  expect(
    demand('{ members(pageSize: 100) { items { notes(first: 10) { nodes { text author { id } } } } } }').cost,
  ).toBe(1 + 100 * (1 + 1 + 10 * 2));
  expect(demand('{ memberSearch(query: "x") { id employee { id } } }').cost).toBe(8 * 2);
  expect(demand('{ memberSearch(query: "x", first: 50) { id } }').cost).toBe(50);
});

test('a hundred times a hundred is refused, also through variables and fragments', () => {
  const query = (size: string, head = '') =>
    `query ${head} { members(pageSize: ${size}) { items { ...M } } } fragment M on Member { notes(first: ${size}) { nodes { id } } }`;
  expect(codeOf(query('100'))).toBe('QUERY_TOO_COSTLY');
  expect(codeOf(query('$n', '($n: Int!)'), { n: 100 })).toBe('QUERY_TOO_COSTLY');
  expect(codeOf(query('$n', '($n: Int = 100)'))).toBe('QUERY_TOO_COSTLY');
  expect(codeOf(query('$n', '($n: Int = 100)'), { n: 10 })).toBeUndefined();
});

test('the same document with other variables is counted anew', () => {
  const document = parse('query ($n: Int) { members(pageSize: $n) { items { id } } }');
  const operation = document.definitions[0] as OperationDefinitionNode;
  expect([1, 100, 10].map((n) => demandOf(schema, document, operation, { n }).cost)).toEqual([2, 101, 11]);
});

test('aliases are counted where they run, not where they are written', () => {
  const twice = (inner: string) => `a: ${inner} b: ${inner}`;
  const query = `query { ${twice('member(id: 1) { ...F }')} } fragment F on Member { ${'x y z'
    .split(' ')
    .map((name) => `${name}: fullName`)
    .join(' ')} }`;
  expect(demand(query).aliasCount).toBe(2 + 2 * 3);
  expect(codeOf(`{ ${Array.from({ length: 31 }, (_, i) => `a${i}: viewer { id }`).join(' ')} }`)).toBe(
    'TOO_MANY_ALIASES',
  );
});

test('depth is counted through fragments', () => {
  const deep = (levels: number) =>
    `{ sessions { id ${'registrations { session { '.repeat(levels)} id ${'} }'.repeat(levels)} } }`;
  expect(demand(deep(3)).depth).toBe(2 + 2 * 3);
  expect(codeOf(deep(7))).toBe('QUERY_TOO_DEEP');
});

test('a chain of doubling fragments is counted in no time', () => {
  const links = 60;
  const fragments = Array.from(
    { length: links },
    (_, i) => `fragment F${i} on Member { ${i + 1 < links ? `...F${i + 1} ...F${i + 1}` : 'id'} a${i}: fullName }`,
  );
  const startedAt = performance.now();
  expect(codeOf(`{ memberSearch(query: "x") { ...F0 } } ${fragments.join(' ')}`)).toBe('TOO_MANY_ALIASES');
  expect(performance.now() - startedAt).toBeLessThan(500);
});

test('the overview passes with room', () => {
  const overview = readFileSync(
    new URL('../../../web/graphiql/examples/member-overview.graphql', import.meta.url),
    'utf8',
  );
  const asked = demand(overview, { id: 'x' });
  expect(refusalOf(asked, limits)).toBeNull();
  expect(asked.depth).toBeLessThan(limits.depth / 2);
  expect(asked.cost).toBeLessThan(limits.cost / 10);
});

test('asking for the schema is noticed, and costs', () => {
  expect(demand('{ __schema { queryType { name } } }')).toMatchObject({ asksForSchema: true, cost: 1000 });
  expect(demand('{ __typename viewer { __typename } }').asksForSchema).toBe(false);
});

import { readFileSync } from 'node:fs';
import {
  buildSchema,
  coerceInputValue,
  parse,
  typeFromAST,
  validate,
  type GraphQLInputType,
  type OperationDefinitionNode,
} from 'graphql';
import { expect, test } from 'vitest';
import { examples } from './examples.ts';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const known = { isSignedIn: true, memberId: 'm', memberName: 'Jansen', tagId: 't', inAWeek: '2026-03-08' };

test('the member overview comes first, and there are at least a dozen', () => {
  expect(examples[0]?.query).toContain('query MemberOverview');
  expect(examples.length).toBeGreaterThanOrEqual(12);
});

test.each(examples)('$title is valid, with variables that fit, and says what it is for', ({ query, variables }) => {
  const document = parse(query);
  expect(validate(schema, document).map((error) => error.message)).toEqual([]);
  expect(query).toMatch(/^# \S/);
  const { variableDefinitions = [] } = document.definitions[0] as OperationDefinitionNode;
  const values = (variables?.(known) ?? {}) as Record<string, unknown>;
  for (const { variable, type, defaultValue } of variableDefinitions) {
    const value = values[variable.name.value];
    if (value === undefined && (defaultValue || type.kind !== 'NonNullType')) continue;
    coerceInputValue(value, typeFromAST(schema, type as never) as GraphQLInputType);
  }
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  expect(Object.keys(values).filter((name) => !names.includes(name))).toEqual([]);
});

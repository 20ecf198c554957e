import { buildSchema, graphql } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { expect, test } from 'vitest';
import { enforceAudience } from './audience.ts';
import type { Viewer } from './viewer.ts';

const admin = { kind: 'EMPLOYEE', role: 'ADMIN', scope: 'WRITE' } as Viewer;
const employee = { ...admin, role: 'EMPLOYEE' } as Viewer;
const member = { ...admin, kind: 'MEMBER', role: null } as Viewer;

function schemaWith(audiences: Record<string, string>): GraphQLSchema {
  const schema = buildSchema(`
    type Query { member: Member }
    type Mutation { change: Member }
    type Member { name: String notes: [Note!] must: [Note!]! }
    type Note { text: String }`);
  for (const [path, audience] of Object.entries(audiences)) {
    const [typeName = '', fieldName] = path.split('.');
    const type = schema.getType(typeName) as GraphQLObjectType;
    const target = fieldName ? type.getFields()[fieldName] : type;
    if (target) target.extensions = { audience };
  }
  return schema;
}

const declared = { 'Query.member': 'ANYONE', 'Mutation.change': 'STAFF', Member: 'ANYONE', Note: 'STAFF' };
const rootValue = {
  member: { name: 'Zoë', notes: [{ text: 'secret' }], must: [{ text: 'secret' }] },
  change: { name: 'changed' },
};

const ask = (viewer: Viewer | null, source: string, audiences: Record<string, string> = declared) =>
  graphql({ schema: enforceAudience(schemaWith(audiences)), source, rootValue, contextValue: { viewer } });

test('a field that declares nothing keeps the server from starting', () => {
  expect(() => enforceAudience(schemaWith({ ...declared, 'Query.member': '' }))).toThrow(
    'No audience declared for Query.member',
  );
  expect(() =>
    enforceAudience(schemaWith({ 'Query.member': 'ANYONE', 'Mutation.change': 'STAFF', Member: 'ANYONE' })),
  ).toThrow('Note.text');
});

test('a field is as narrow as the type it leads to: null where it may be, else refused', async () => {
  expect((await ask(employee, '{ member { notes { text } } }')).data).toEqual({
    member: { notes: [{ text: 'secret' }] },
  });
  expect(JSON.stringify(await ask(member, '{ member { name notes { text } } }'))).toBe(
    '{"data":{"member":{"name":"Zoë","notes":null}}}',
  );
  expect((await ask(member, '{ member { must { text } } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('a stranger is asked to sign in; a wrong role is refused', async () => {
  expect((await ask(null, 'mutation { change { name } }')).errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect((await ask(member, 'mutation { change { name } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const narrow = { ...declared, 'Mutation.change': 'ADMIN' };
  expect((await ask(employee, 'mutation { change { name } }', narrow)).errors?.[0]?.extensions['code']).toBe(
    'FORBIDDEN',
  );
  expect((await ask(admin, 'mutation { change { name } }', narrow)).data).toEqual({ change: { name: 'changed' } });
});

test('a token that may only read changes nothing', async () => {
  expect((await ask({ ...admin, scope: 'READ' }, 'mutation { change { name } }')).errors?.[0]?.extensions['code']).toBe(
    'FORBIDDEN',
  );
});

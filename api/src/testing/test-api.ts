// The real schema on a real database, asked as some viewer: how `*.db.test.ts` knock on the public door.
import { graphql } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { createContext } from '../create-context.ts';
import type { Client, Context } from '../graphql/context.ts';
import type { Viewer } from '../graphql/viewer.ts';
import { createSchema } from '../schema.ts';
import { nothingOutside } from './nothing-outside.ts';
import type { Outside } from './nothing-outside.ts';
import { FixedClock } from './fixed-clock.ts';
import { stillLive } from './still-live.ts';
import { openTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

export interface TestApi extends TestDatabase {
  schema: GraphQLSchema;
  clock: FixedClock;
  /** Cookies set and cleared by the answers, latest last. */
  cookies: (string | null)[];
  contextFor(viewer: Viewer | null): Context;
  ask<Data = Record<string, never>>(
    viewer: Viewer | null,
    source: string,
    variables?: Record<string, unknown>,
  ): Promise<ExecutionResult<Data>>;
  /** The data of an answer without errors. */
  get<Data>(viewer: Viewer | null, source: string, variables?: Record<string, unknown>): Promise<Data>;
}

export async function openTestApi(now = '2026-03-04T12:00:00Z', outside: Partial<Outside> = {}): Promise<TestApi> {
  const testDatabase = await openTestDatabase();
  const schema = createSchema();
  const clock = new FixedClock(now);
  const cookies: (string | null)[] = [];
  const contextFor = (viewer: Viewer | null): Context =>
    createContext(
      {
        database: testDatabase.database,
        clock,
        live: stillLive,
        ...nothingOutside,
        ...outside,
        requestId: 'test',
        client: clientWith(cookies),
      },
      viewer,
    );
  const ask = async <Data>(viewer: Viewer | null, source: string, variables: Record<string, unknown> = {}) =>
    (await graphql({
      schema,
      source,
      variableValues: variables,
      contextValue: contextFor(viewer),
    })) as ExecutionResult<Data>;
  return {
    ...testDatabase,
    schema,
    clock,
    cookies,
    contextFor,
    ask,
    get: async <Data>(viewer: Viewer | null, source: string, variables?: Record<string, unknown>) => {
      const { data, errors } = await ask<Data>(viewer, source, variables);
      if (errors?.[0]) throw errors[0].originalError ?? errors[0];
      return data as Data;
    },
  };
}

function clientWith(cookies: (string | null)[]): Client {
  return {
    address: '127.0.0.1',
    userAgent: null,
    setSessionCookie: (token) => cookies.push(token),
    clearSessionCookie: () => cookies.push(null),
  };
}

/** A viewer without going through sign-in. */
export function viewerOf(gymId: string, seat: Partial<Viewer>): Viewer {
  return {
    kind: seat.memberId ? 'MEMBER' : 'EMPLOYEE',
    accountId: null,
    gymId,
    timeZone: 'Europe/Amsterdam',
    locale: 'nl',
    role: seat.memberId ? null : 'EMPLOYEE',
    employeeId: null,
    memberId: null,
    via: 'SESSION',
    scope: 'WRITE',
    sessionId: null,
    tokenId: null,
    ...seat,
  };
}

// The real schema on a real database, asked as some viewer: how `*.db.test.ts` knock on the public door.
import { graphql } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { GymDatabase } from '../database/gym-database.ts';
import { BranchLoader } from '../graphql/branch.ts';
import type { Context } from '../graphql/context.ts';
import type { Viewer } from '../graphql/viewer.ts';
import { createSchema } from '../schema.ts';
import { FixedClock } from './fixed-clock.ts';
import { openTestDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

export interface TestApi extends TestDatabase {
  schema: GraphQLSchema;
  clock: FixedClock;
  /** Cookies set and cleared by the answers, latest last. */
  cookies: (string | null)[];
  contextFor(viewer: Viewer | null): Context;
  ask<Data = Record<string, never>>(viewer: Viewer | null, source: string, variables?: Record<string, unknown>): Promise<ExecutionResult<Data>>;
  /** The data of an answer without errors. */
  get<Data>(viewer: Viewer | null, source: string, variables?: Record<string, unknown>): Promise<Data>;
}

export async function openTestApi(now = '2026-03-04T12:00:00Z'): Promise<TestApi> {
  const testDatabase = await openTestDatabase();
  const schema = createSchema();
  const clock = new FixedClock(now);
  const cookies: (string | null)[] = [];
  const contextFor = (viewer: Viewer | null): Context => {
    const context: Context = {
      viewer,
      clock,
      requestId: 'test',
      client: {
        address: '127.0.0.1',
        userAgent: null,
        setSessionCookie: (token) => cookies.push(token),
        clearSessionCookie: () => cookies.push(null),
      },
      db: new GymDatabase(testDatabase.database, viewer, 'test'),
      branches: undefined as never,
    };
    context.branches = new BranchLoader(context);
    return context;
  };
  const ask = async <Data>(viewer: Viewer | null, source: string, variables: Record<string, unknown> = {}) =>
    (await graphql({ schema, source, variableValues: variables, contextValue: contextFor(viewer) })) as ExecutionResult<Data>;
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

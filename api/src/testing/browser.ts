// A browser or a script as the api sees one: carries its cookie or token along, and is identified anew at every request.
import { graphql } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { contextFactory } from '../create-context.ts';
import type { Database } from '../database/database.ts';
import type { TestApi } from './test-api.ts';
import { stillLive } from './still-live.ts';
import { nothingOutside } from './nothing-outside.ts';

export interface BrowserOptions {
  /** Another process on the same database: another pool. */
  database?: Database;
  address?: string;
  /** An API token, sent as Bearer. */
  bearer?: string;
}

export interface Browser {
  /** What the browser keeps in the session cookie; null for nothing. */
  token: string | null;
  ask<Data = Record<string, never>>(
    source: string,
    variables?: Record<string, unknown>,
  ): Promise<ExecutionResult<Data>>;
}

let addresses = 0;

export function openBrowser(api: TestApi, { database = api.database, address, bearer }: BrowserOptions = {}): Browser {
  const makeContext = contextFactory({
    database,
    clock: api.clock,
    live: stillLive,
    ...nothingOutside,
    isSecure: false,
  });
  addresses += 1;
  const ownAddress = address ?? `10.0.${Math.trunc(addresses / 250)}.${addresses % 250}`;
  const browser: Browser = {
    token: null,
    async ask<Data>(source: string, variables: Record<string, unknown> = {}) {
      const client = {
        address: ownAddress,
        userAgent: null,
        setSessionCookie: (token: string) => void (browser.token = token),
        clearSessionCookie: () => void (browser.token = null),
      };
      const cookie = browser.token ? { cookie: `theme=dark; spotter_session=${browser.token}` } : {};
      const headers = { ...cookie, ...(bearer && { authorization: `Bearer ${bearer}` }) };
      const contextValue = await makeContext({ headers, requestId: 'test', client });
      const answer = await graphql({ schema: api.schema, source, variableValues: variables, contextValue });
      return answer as ExecutionResult<Data>;
    },
  };
  return browser;
}

// What a path of the API is: its pattern and what it does.
import type { Params } from './params.ts';
import type { Shelf } from './shelf.ts';
import type { World } from './world.ts';

export interface ApiCall {
  world: World;
  /** Of the account that is asked for. */
  shelf: Shelf;
  params: Params;
  /** What stands in the place of `:id`. */
  id: string;
  /** Seconds. */
  now: number;
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  run(call: ApiCall): object;
}

export const get = (path: string, run: Route['run']): Route => ({ method: 'GET', path, run });
export const post = (path: string, run: Route['run']): Route => ({ method: 'POST', path, run });
export const del = (path: string, run: Route['run']): Route => ({ method: 'DELETE', path, run });

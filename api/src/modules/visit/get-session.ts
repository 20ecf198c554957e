// Reads sessions by their ids, with the branches that a query asks for.
import type { LookAhead } from '../../graphql/branch.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { registrationParent } from './registration.type.ts';
import type { Registration } from './registration.type.ts';
import { sessionParent } from './session.type.ts';
import type { Session } from './session.type.ts';

/** Null when there is no such session in this gym. */
export const getSession = (context: Context, id: string, ahead?: LookAhead): Promise<Session | null> =>
  context.branches.load(sessionParent, id, ahead);

/** In the order of the ids. */
export async function getSessionsByIds(
  context: Context,
  ids: readonly string[],
  ahead?: LookAhead,
): Promise<Session[]> {
  const sessions = await context.branches.loadMany(sessionParent, ids, ahead);
  return sessions.filter((session) => session !== null);
}

/** For the answer of a verb that has just changed it. */
export async function getChangedSession(context: Context, id: string): Promise<Session> {
  const session = await getSession(context, id);
  if (!session) throw new NotFoundError('There is no such session.');
  return session;
}

/** In the order of the ids. For the answer of a verb that has just changed them: staff alone make those. */
export async function getChangedRegistrations(context: Context, ids: readonly string[]): Promise<Registration[]> {
  const registrations = await context.branches.loadMany(registrationParent, ids);
  return registrations.filter((registration) => registration !== null);
}

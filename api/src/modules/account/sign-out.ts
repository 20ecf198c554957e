// Ends login sessions: this one, or all of the account. They are refused from the next request on.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { ForbiddenError } from '../../graphql/errors.ts';
import type { SignOutPayload } from './sign-in.type.ts';
import { sessionOf } from './viewer.policy.ts';

/** Signing out without being signed in is no error: the browser loses its cookie, whatever it was worth. */
export async function signOut(context: Context): Promise<SignOutPayload> {
  if (context.viewer?.via === 'TOKEN') throw new ForbiddenError('A token has no session to end; revoke it instead.');
  const endedSessionCount = await endSession(context);
  leave(context);
  return { endedSessionCount };
}

export async function signOutEverywhere(context: Context): Promise<SignOutPayload> {
  const { accountId } = sessionOf(signedIn(context));
  const endedSessionCount = await context.accounts.as(accountId, async (client) => {
    const now = context.clock.now();
    const { rowCount } = await client.query(
      'update login_session set revoked_at = $1 where account_id = $2 and revoked_at is null and expires_at > $1',
      [now, accountId],
    );
    return rowCount ?? 0;
  });
  leave(context);
  return { endedSessionCount };
}

/** Ends the session that the request came with, if it came with one. Returns how many that were. */
export async function endSession(context: Context): Promise<number> {
  if (context.viewer?.via !== 'SESSION') return 0;
  const { accountId, sessionId } = sessionOf(context.viewer);
  return context.accounts.as(accountId, async (client) => {
    const { rowCount } = await client.query(
      'update login_session set revoked_at = $1 where id = $2 and account_id = $3 and revoked_at is null',
      [context.clock.now(), sessionId, accountId],
    );
    return rowCount ?? 0;
  });
}

function leave(context: Context): void {
  context.client.clearSessionCookie();
  context.become(null);
}

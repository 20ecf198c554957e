import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import type { LoginSession } from './sign-in.type.ts';
import { sessionOf } from './viewer.policy.ts';

/** Where the viewer's account is signed in now, the latest sign-in first. */
export async function getLoginSessions(context: Context): Promise<LoginSession[]> {
  const { accountId, sessionId } = sessionOf(signedIn(context));
  return context.accounts.as(accountId, async (client) => {
    const { rows } = await client.query<{ session: LoginSession }>(
      `select json_build_object('id', id, 'createdAt', created_at, 'lastSeenAt', last_seen_at, 'expiresAt', expires_at,
          'isCurrent', id = $3) as session
         from login_session where account_id = $1 and revoked_at is null and expires_at > $2 order by created_at desc, id desc`,
      [accountId, context.clock.now(), sessionId],
    );
    return rows.map(({ session }) => session);
  });
}

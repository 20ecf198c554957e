// Opens a login session and hands its token to the browser as a cookie. Only a hash of the token is kept.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Context } from '../../graphql/context.ts';
import { getViewer } from './get-viewer.ts';
import { hashSecret, viewerFrom } from './identify-viewer.ts';
import type { Seat } from './identify-viewer.ts';
import type { Proof } from './prove-account.ts';
import { endSession } from './sign-out.ts';
import type { SignInPayload } from './sign-in.type.ts';
import { attemptsOf, forgetAttempts, giveBack } from './sign-in-throttle.ts';

/** Counted from the sign-in, not from the last request: a stolen cookie does not live for ever. */
export const SESSION_DAYS = 30;
/** Nobody has that many browsers, but a script that signs in for every request would leave a row each time. */
export const SESSION_LIMIT = 100;

/** Without a proof: who has just made the account, and chosen its password. */
export async function enterAs(context: Context, seat: Seat, proof: Proof | null): Promise<SignInPayload> {
  const accountId = seat.account_id ?? '';
  const opened = await context.accounts.as(accountId, async (client) => {
    if (proof) await settle(client, proof);
    return openSession(client, accountId, context.clock.now());
  });
  // The browser had been signed in before: nobody will hold that session's token any more.
  await endSession(context);
  context.client.setSessionCookie(opened.token, opened.expiresAt);
  context.become(viewerFrom({ ...seat, session_id: opened.id }));
  const viewer = await getViewer(context);
  if (!viewer) throw new Error('Who has signed in is nobody.');
  return { viewer };
}

/** Null for an account that is nobody's any more, like that of an archived employee. */
export async function findSeat(context: Context, accountId: string): Promise<Seat | null> {
  const rows = await context.accounts.rows<Seat>('select * from seat_of_account($1)', [accountId]);
  return rows[0] ?? null;
}

/** After a right password, in a transaction of its account. */
export async function settle(client: pg.PoolClient, { accountId, email, charge, freshHash }: Proof): Promise<void> {
  await client.query(forgetAttempts, [attemptsOf(email)]);
  await client.query(giveBack, [charge.keyHash, charge.windowEndsAt]);
  if (freshHash) await client.query('update account set password_hash = $1 where id = $2', [freshHash, accountId]);
}

async function openSession(client: pg.PoolClient, accountId: string, now: Date) {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
  const { rows } = await client.query<{ id: string }>(
    'insert into login_session (account_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4) returning id',
    [accountId, hashSecret(token), now, expiresAt],
  );
  await client.query(
    `update login_session set revoked_at = $1 where account_id = $2 and id in (
       select id from login_session where account_id = $2 and revoked_at is null order by created_at desc, id desc offset $3)`,
    [now, accountId, SESSION_LIMIT],
  );
  return { id: rows[0]?.id ?? '', token, expiresAt };
}

// Signs in with e-mail and password: counts the attempt, checks the password, opens a login session and hands its token to
// the browser as a cookie. Only a hash of the token is kept.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { getViewer } from './get-viewer.ts';
import { hashSecret, viewerFrom } from './identify-viewer.ts';
import type { Seat } from './identify-viewer.ts';
import { endSession } from './sign-out.ts';
import type { SignInInput } from './sign-in.inputs.ts';
import { attemptsOf, countAttempt, forgetAttempts, giveBack } from './sign-in-throttle.ts';
import { checkPassword } from './password.ts';
import type { SignInPayload } from './sign-in.type.ts';

/** Counted from the sign-in, not from the last request: a stolen cookie does not live for ever. */
export const SESSION_DAYS = 30;
/** Nobody has that many browsers, but a script that signs in for every request would leave a row each time. */
export const SESSION_LIMIT = 100;
/** The longest address that mail can be sent to, RFC 5321. */
const LONGEST_EMAIL = 254;

export async function signIn(context: Context, input: SignInInput): Promise<SignInPayload> {
  const email = normaliseEmail(input.email);
  const charge = await countAttempt(context.accounts, { address: context.client.address, email }, context.clock.now());
  const account = await findAccount(context, email);
  const check = await checkPassword(account?.password_hash ?? null, input.password);
  const seat = account && check.isRight ? await findSeat(context, account.account_id) : null;
  if (!account || !seat) throw new UserInputError('password', 'WRONG_CREDENTIALS', 'E-mail or password is wrong.');

  const opened = await context.accounts.as(account.account_id, async (client) => {
    await client.query(forgetAttempts, [attemptsOf(email)]);
    await client.query(giveBack, [charge.keyHash, charge.windowEndsAt]);
    if (check.freshHash) {
      await client.query('update account set password_hash = $1 where id = $2', [check.freshHash, account.account_id]);
    }
    return openSession(client, account.account_id, context.clock.now());
  });
  // The browser had been signed in before: nobody will hold that session's token any more.
  await endSession(context);
  context.client.setSessionCookie(opened.token, opened.expiresAt);
  context.become(viewerFrom({ ...seat, session_id: opened.id }));
  const viewer = await getViewer(context);
  if (!viewer) throw new Error('Who has signed in is nobody.');
  return { viewer };
}

/** As accounts are stored. What no account can have becomes empty text, so that it reaches no statement. */
export function normaliseEmail(email: string): string {
  const lowered = email.trim().toLowerCase();
  return lowered.length > LONGEST_EMAIL || lowered.includes('\0') ? '' : lowered;
}

async function findAccount(context: Context, email: string) {
  const rows = await context.accounts.rows<{ account_id: string; password_hash: string }>(
    'select account_id, password_hash from account_for_sign_in($1)',
    [email],
  );
  return rows[0] ?? null;
}

/** Null for an account that is nobody's any more, like that of an archived employee. */
async function findSeat(context: Context, accountId: string): Promise<Seat | null> {
  const rows = await context.accounts.rows<Seat>('select * from seat_of_account($1)', [accountId]);
  return rows[0] ?? null;
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

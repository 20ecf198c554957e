// Whose e-mail and password these are. Counts the attempt before it looks at the password.
import type { Context } from '../../graphql/context.ts';
import { checkPassword } from './password.ts';
import { countAttempt } from './sign-in-throttle.ts';
import type { Charge } from './sign-in-throttle.ts';

/** The longest address that mail can be sent to, RFC 5321. */
export const LONGEST_EMAIL = 254;

/** Whoever gets one has the right password; `enterAs` settles the attempt that it took. */
export interface Proof {
  accountId: string;
  email: string;
  charge: Charge;
  freshHash: string | null;
}

/** Null for an unknown e-mail, a wrong password and a disabled account alike, after the same work. */
export async function proveAccount(context: Context, email: string, password: string): Promise<Proof | null> {
  const charge = await countAttempt(context.accounts, { address: context.client.address, email }, context.clock.now());
  const account = await findAccount(context, email);
  const check = await checkPassword(account?.password_hash ?? null, password);
  if (!account || !check.isRight) return null;
  return { accountId: account.account_id, email, charge, freshHash: check.freshHash };
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

// Counts attempts to sign in, per address and per account, in the database: over all processes, and before the password is
// looked at. Rows hold hashes; what an attempt was for cannot be read from them.
import type { AccountDatabase } from '../../database/account-database.ts';
import { ThrottledError } from '../../graphql/errors.ts';
import { hashSecret } from './identify-viewer.ts';
import { networkOf } from './network.ts';

export const WINDOW_MINUTES = 15;
/** People who forgot which password it was need four or five; at 960 guesses a day a weak password lasts. */
export const ACCOUNT_LIMIT = 10;
/** Wrong passwords that one address may try, over all accounts. A gym's members share one at the front desk's Wi-Fi. */
export const ADDRESS_LIMIT = 50;

export interface Attempt {
  address: string;
  /** As normalised for the look-up: the count and the account must be found under the same text. */
  email: string;
}

/** One attempt in the count of an address. It is given back when no wrong password came of it. */
export interface Charge {
  keyHash: Buffer;
  windowEndsAt: string;
}

interface Count extends Charge {
  attempts: number;
  waitSeconds: number;
}

/** Throws when there were too many. What an address is refused for does not count against the account, nor the reverse. */
export async function countAttempt(accounts: AccountDatabase, { address, email }: Attempt, now: Date): Promise<Charge> {
  const charge = await count(accounts, hashSecret(`address:${networkOf(address)}`), now);
  const isTooMuch = charge.attempts > ADDRESS_LIMIT;
  const account = isTooMuch ? null : await count(accounts, attemptsOf(email), now);
  if (account && account.attempts <= ACCOUNT_LIMIT) return charge;
  await accounts.rows(giveBack, [charge.keyHash, charge.windowEndsAt]);
  throw new ThrottledError((account ?? charge).waitSeconds);
}

/** After a right password: the count of the account it was right for, $1. */
export const forgetAttempts = 'delete from sign_in_throttle where key_hash = $1';
/** And of the address this one attempt, $1 and $2 of its charge: knowing one password clears no count of wrong ones. */
export const giveBack =
  'update sign_in_throttle set attempts = attempts - 1 where key_hash = $1 and window_ends_at = $2';

export const attemptsOf = (email: string): Buffer => hashSecret(`account:${email}`);

async function count(accounts: AccountDatabase, keyHash: Buffer, now: Date): Promise<Count> {
  // One statement, so that attempts at the same moment, from any process, are all counted.
  const [row] = await accounts.rows<Omit<Count, 'keyHash'>>(
    `insert into sign_in_throttle as t (key_hash, attempts, window_ends_at) values ($1, 1, $3)
     on conflict (key_hash) do update set
       attempts = case when t.window_ends_at <= $2 then 1 else t.attempts + 1 end,
       window_ends_at = case when t.window_ends_at <= $2 then $3 else t.window_ends_at end
     returning attempts, window_ends_at::text as "windowEndsAt",
       greatest(1, ceil(extract(epoch from window_ends_at - $2)))::int as "waitSeconds"`,
    [keyHash, now, new Date(now.getTime() + WINDOW_MINUTES * 60_000)],
  );
  if (!row) throw new Error('An upsert returned nothing.');
  return { keyHash, ...row };
}

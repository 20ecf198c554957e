// Whoever holds the link of an invitation sets a password, or gives that of the account they have, works here and is
// signed in. With the right password it may be repeated, also after it was accepted.
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { enterAs, findSeat } from '../account/enter-as.ts';
import { hashSecret } from '../account/identify-viewer.ts';
import { assertMayChoose, hashChosen } from '../account/password.ts';
import { proveAccount } from '../account/prove-account.ts';
import type { Proof } from '../account/prove-account.ts';
import type { SignInPayload } from '../account/sign-in.type.ts';
import { findInvited } from './get-invitations.ts';
import type { AcceptEmployeeInvitationInput } from './role.inputs.ts';

export async function acceptEmployeeInvitation(
  context: Context,
  { secret, password }: AcceptEmployeeInvitationInput,
): Promise<SignInPayload> {
  const invited = await findInvited(context, secret);
  if (!invited) throw gone();
  if (!invited.has_account) assertMayChoose('password', password);
  const proof = invited.has_account ? await prove(context, invited.email, password) : null;
  const accountId = invited.is_accepted ? null : await accept(context, secret, proof ?? password);
  // Somebody else took this link a moment ago: who is that?
  const proved = accountId === null ? (proof ?? (await prove(context, invited.email, password))) : proof;
  const seat = await findSeat(context, accountId ?? proved?.accountId ?? '');
  if (!seat) throw gone();
  return enterAs(context, seat, proved);
}

async function prove(context: Context, email: string, password: string): Promise<Proof> {
  const proof = await proveAccount(context, email, password);
  if (!proof) throw new UserInputError('password', 'WRONG_PASSWORD', 'This is not the password of the account.');
  return proof;
}

/** The account that works here now; null when the link was used before. */
async function accept(context: Context, secret: string, by: Proof | string): Promise<string | null> {
  const [given] = await context.accounts.rows<{ outcome: string; login: string | null }>(
    'select outcome, login from accept_employee_invitation($1, $2, $3, $4, $5)',
    [
      hashSecret(secret),
      context.clock.now(),
      typeof by === 'string' ? null : by.accountId,
      typeof by === 'string' ? await hashChosen(by) : null,
      context.requestId,
    ],
  );
  if (given?.outcome === 'ACCEPTED' || given?.outcome === 'ACCEPTED_BEFORE') return given.login;
  if (given?.outcome === 'EMPLOYED_ALREADY')
    throw new UserInputError('secret', 'EMPLOYED_ALREADY', 'This account works at a gym already.');
  if (given?.outcome === 'ACCOUNT_EXISTS')
    throw new UserInputError('password', 'WRONG_PASSWORD', 'This is not the password of the account.');
  throw gone();
}

const gone = () => new UserInputError('secret', 'INVITATION_GONE', 'This link no longer works: ask for a new one.');

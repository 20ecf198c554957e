// Signs in with e-mail and password.
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { enterAs, findSeat } from './enter-as.ts';
import { normaliseEmail, proveAccount } from './prove-account.ts';
import type { SignInInput } from './sign-in.inputs.ts';
import type { SignInPayload } from './sign-in.type.ts';

export async function signIn(context: Context, { email, password }: SignInInput): Promise<SignInPayload> {
  const proof = await proveAccount(context, normaliseEmail(email), password);
  const seat = proof && (await findSeat(context, proof.accountId));
  if (!seat) throw new UserInputError('password', 'WRONG_CREDENTIALS', 'E-mail or password is wrong.');
  return enterAs(context, seat, proof);
}

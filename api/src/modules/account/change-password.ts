// Changes the password of one's own account, after asking the current one as signing in does. Every other session of the
// account ends: whoever else knew the old password is out.
import type { Context } from '../../graphql/context.ts';
import { signedIn } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import type { ChangePasswordInput } from './change-password.inputs.ts';
import { settle } from './enter-as.ts';
import { assertMayChoose, hashChosen } from './password.ts';
import { proveAccount } from './prove-account.ts';
import type { PasswordChangedPayload } from './sign-in.type.ts';
import { sessionOf } from './viewer.policy.ts';

export async function changePassword(
  context: Context,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<PasswordChangedPayload> {
  const { accountId, sessionId } = sessionOf(signedIn(context));
  assertMayChoose('newPassword', newPassword);
  const proof = await proveAccount(context, await emailOf(context, accountId), currentPassword);
  if (!proof) throw new UserInputError('currentPassword', 'WRONG_PASSWORD', 'This is not your password.');
  const passwordHash = await hashChosen(newPassword);
  const endedSessionCount = await context.accounts.as(accountId, async (client) => {
    await settle(client, { ...proof, freshHash: passwordHash });
    const { rowCount } = await client.query(
      'update login_session set revoked_at = $1 where account_id = $2 and id <> $3 and revoked_at is null and expires_at > $1',
      [context.clock.now(), accountId, sessionId],
    );
    return rowCount ?? 0;
  });
  return { endedSessionCount };
}

const emailOf = (context: Context, accountId: string): Promise<string> =>
  context.accounts.as(accountId, async (client) => {
    const { rows } = await client.query<{ email: string }>('select email from account where id = $1', [accountId]);
    return rows[0]?.email ?? '';
  });

import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { ChangePasswordInput } from './change-password.inputs.ts';
import { changePassword } from './change-password.ts';
import { getLoginSessions } from './get-login-sessions.ts';
import { SignInInput } from './sign-in.inputs.ts';
import { signIn } from './sign-in.ts';
import { LoginSession, PasswordChangedPayload, SignInPayload, SignOutPayload } from './sign-in.type.ts';
import { signOut, signOutEverywhere } from './sign-out.ts';

@Resolver()
export class SignInResolver {
  @Audience('ANYONE')
  @Mutation(() => SignInPayload, {
    description: 'Answers with a session cookie. Attempts are counted per account and per address.',
  })
  signIn(@Ctx() context: Context, @Arg('input') input: SignInInput): Promise<SignInPayload> {
    return signIn(context, input);
  }

  @Audience('ANYONE')
  @Mutation(() => SignOutPayload, { description: 'Ends this login session.' })
  signOut(@Ctx() context: Context): Promise<SignOutPayload> {
    return signOut(context);
  }

  @Audience('SIGNED_IN')
  @Mutation(() => SignOutPayload, {
    description: 'Ends every login session of the account, this one too. API tokens stay.',
  })
  signOutEverywhere(@Ctx() context: Context): Promise<SignOutPayload> {
    return signOutEverywhere(context);
  }

  @Audience('SIGNED_IN')
  @Mutation(() => PasswordChangedPayload, {
    description:
      'Ends every other login session of the account. Attempts are counted as those to sign in. Not for API tokens.',
  })
  changePassword(@Ctx() context: Context, @Arg('input') input: ChangePasswordInput): Promise<PasswordChangedPayload> {
    return changePassword(context, input);
  }

  @Audience('SIGNED_IN')
  @Query(() => [LoginSession], {
    description: 'Where your account is signed in, the latest first. Not for API tokens.',
  })
  loginSessions(@Ctx() context: Context): Promise<LoginSession[]> {
    return getLoginSessions(context);
  }
}

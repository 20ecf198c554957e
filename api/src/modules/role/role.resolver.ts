import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { SignInPayload } from '../account/sign-in.type.ts';
import { acceptEmployeeInvitation } from './accept-invitation.ts';
import { changeEmployeeRole } from './change-role.ts';
import { EmployeeRecord } from './employee-record.type.ts';
import { getEmployeeRecords } from './get-employee-records.ts';
import { getEmployeeInvitations, getInvitationBehindLink } from './get-invitations.ts';
import { EmployeeInvitation } from './invitation.entity.ts';
import { inviteEmployee, revokeEmployeeInvitation } from './invite-employee.ts';
import { removeEmployee, reopenEmployee } from './remove-employee.ts';
import {
  AcceptEmployeeInvitationInput,
  ChangeEmployeeRoleInput,
  EmployeeIdInput,
  EmployeeInvitationIdInput,
  InviteEmployeeInput,
  RemoveEmployeeInput,
} from './role.inputs.ts';
import {
  EmployeeInvitationRevokedPayload,
  EmployeeRecordPayload,
  InvitationBehindLink,
  InviteEmployeePayload,
} from './role.payloads.ts';

@Resolver()
export class RoleResolver {
  @Audience('ADMIN')
  @Query(() => [EmployeeRecord], { nullable: true, description: 'By name; who left is last. Not for API tokens.' })
  employeeRecords(@Ctx() context: Context): Promise<EmployeeRecord[]> {
    return getEmployeeRecords(context);
  }

  @Audience('ADMIN')
  @Query(() => [EmployeeInvitation], {
    nullable: true,
    description: 'Neither accepted nor revoked, the latest first. Not for API tokens.',
  })
  employeeInvitations(@Ctx() context: Context): Promise<EmployeeInvitation[]> {
    return getEmployeeInvitations(context);
  }

  @Audience('ANYONE')
  @Query(() => InvitationBehindLink, {
    nullable: true,
    description: 'For whoever holds the link; null when it no longer works.',
  })
  invitationBehindLink(@Ctx() context: Context, @Arg('secret') secret: string): Promise<InvitationBehindLink | null> {
    return getInvitationBehindLink(context, secret);
  }

  @Audience('ADMIN')
  @Mutation(() => InviteEmployeePayload, {
    description: 'Makes a link that works once, for 7 days; one for the same e-mail ends. Not for API tokens.',
  })
  inviteEmployee(@Ctx() context: Context, @Arg('input') input: InviteEmployeeInput): Promise<InviteEmployeePayload> {
    return inviteEmployee(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => EmployeeInvitationRevokedPayload, { description: 'The link ends at once. Not for API tokens.' })
  revokeEmployeeInvitation(
    @Ctx() context: Context,
    @Arg('input') input: EmployeeInvitationIdInput,
  ): Promise<EmployeeInvitationRevokedPayload> {
    return revokeEmployeeInvitation(context, input);
  }

  @Audience('ANYONE')
  @Mutation(() => SignInPayload, {
    description:
      'Answers with a session cookie, as signIn does. Wrong passwords of an account are counted as attempts to sign in.',
  })
  acceptEmployeeInvitation(
    @Ctx() context: Context,
    @Arg('input') input: AcceptEmployeeInvitationInput,
  ): Promise<SignInPayload> {
    return acceptEmployeeInvitation(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => EmployeeRecordPayload, {
    description: 'The last Admin who can sign in stays one. Not for API tokens.',
  })
  changeEmployeeRole(
    @Ctx() context: Context,
    @Arg('input') input: ChangeEmployeeRoleInput,
  ): Promise<EmployeeRecordPayload> {
    return changeEmployeeRole(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => EmployeeRecordPayload, {
    description:
      'Their login sessions and API tokens end at once; history keeps their name. Not the last Admin. Not for API tokens.',
  })
  removeEmployee(@Ctx() context: Context, @Arg('input') input: RemoveEmployeeInput): Promise<EmployeeRecordPayload> {
    return removeEmployee(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => EmployeeRecordPayload, {
    description: 'They work here again, and sign in as before; their API tokens stay ended. Not for API tokens.',
  })
  reopenEmployee(@Ctx() context: Context, @Arg('input') input: EmployeeIdInput): Promise<EmployeeRecordPayload> {
    return reopenEmployee(context, input);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getMember } from '../member/get-member.ts';
import { Member } from '../member/member.entity.ts';
import { cancelRegistration } from './cancel-registration.ts';
import { joinWaitingList, leaveWaitingList } from './join-waiting-list.ts';
import { markAttendance } from './mark-attendance.ts';
import { registerMember } from './register-member.ts';
import {
  JoinWaitingListInput,
  MarkAttendanceInput,
  RegisterMemberInput,
  RegistrationIdInput,
  WaitingListEntryIdInput,
} from './registration.inputs.ts';
import {
  CancelRegistrationPayload,
  JoinWaitingListResult,
  MarkAttendancePayload,
  RegisterMemberResult,
  WaitingListPayload,
} from './registration.payloads.ts';
import { WaitingListEntry } from './waiting-list-entry.type.ts';

@Resolver(() => WaitingListEntry)
export class RegisterResolver {
  @Audience('STAFF')
  @FieldResolver(() => Member, { nullable: true })
  member(
    @Root() entry: WaitingListEntry,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Member | null> {
    return getMember(context, entry.memberId, { info });
  }

  @Audience('STAFF')
  @Mutation(() => RegisterMemberResult, { description: 'Gives a member a place in a session, or says why not.' })
  registerMember(
    @Ctx() context: Context,
    @Arg('input') input: RegisterMemberInput,
  ): Promise<typeof RegisterMemberResult> {
    return registerMember(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => CancelRegistrationPayload, {
    description: 'Frees the place; who waits for it moves up at once. ALREADY_MARKED: take the mark away first.',
  })
  cancelRegistration(
    @Ctx() context: Context,
    @Arg('input') input: RegistrationIdInput,
  ): Promise<CancelRegistrationPayload> {
    return cancelRegistration(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => JoinWaitingListResult, { description: 'Of a session that is full.' })
  joinWaitingList(
    @Ctx() context: Context,
    @Arg('input') input: JoinWaitingListInput,
  ): Promise<typeof JoinWaitingListResult> {
    return joinWaitingList(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => WaitingListPayload)
  leaveWaitingList(@Ctx() context: Context, @Arg('input') input: WaitingListEntryIdInput): Promise<WaitingListPayload> {
    return leaveWaitingList(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => MarkAttendancePayload, {
    description:
      'Marks who came. Safe to send again, late and in any order: of each registration the latest mark counts.',
  })
  markAttendance(@Ctx() context: Context, @Arg('input') input: MarkAttendanceInput): Promise<MarkAttendancePayload> {
    return markAttendance(context, input);
  }
}

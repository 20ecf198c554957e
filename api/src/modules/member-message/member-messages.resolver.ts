// What messages add to Member, and the one verb about them.
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { ConnectionInput } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { Member } from '../member/member.entity.ts';
import { markMessageRead } from './mark-message-read.ts';
import { memberMessages, unreadMessageCount } from './member-message.branches.ts';
import { MemberMessageIdInput, MemberMessagePayload } from './member-message.inputs.ts';
import { MemberMessageConnection } from './member-message.type.ts';

@Resolver(() => Member)
export class MemberMessagesResolver {
  @Audience('SIGNED_IN')
  @FieldResolver(() => MemberMessageConnection, {
    nullable: true,
    description: 'What the gym told this member by itself, e.g. that a session is cancelled; the latest first.',
  })
  messages(
    @Root() member: Member,
    @Ctx() context: Context,
    @Args() args: ConnectionInput,
  ): MemberMessageConnection | Promise<MemberMessageConnection> {
    return context.branches.branch(memberMessages, member, args);
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => Int, { nullable: true })
  unreadMessageCount(@Root() member: Member, @Ctx() context: Context): number | Promise<number> {
    return context.branches.branch(unreadMessageCount, member);
  }

  @Audience('SIGNED_IN')
  @Mutation(() => MemberMessagePayload, { description: "For the member's own app; refused to staff." })
  markMessageRead(@Ctx() context: Context, @Arg('input') input: MemberMessageIdInput): Promise<MemberMessagePayload> {
    return markMessageRead(context, input);
  }
}

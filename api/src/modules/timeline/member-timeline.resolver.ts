// The branch that the timeline adds to Member.
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Member } from '../member/member.entity.ts';
import { getTimeline } from './get-timeline.ts';
import { TimelineArgs } from './timeline.inputs.ts';
import { TimelineConnection } from './timeline.type.ts';

@Resolver(() => Member)
export class MemberTimelineResolver {
  @Audience('STAFF')
  @FieldResolver(() => TimelineConnection, {
    nullable: true,
    description: 'Everything that happened, the latest first.',
  })
  timeline(@Root() member: Member, @Ctx() context: Context, @Args() args: TimelineArgs): Promise<TimelineConnection> {
    return getTimeline(context, member, args);
  }
}

// The branch that subscriptions add to Member.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Member, MemberStatus } from '../member/member.entity.ts';
import { status, subscriptions } from './subscription.branches.ts';
import { Subscription } from './subscription.type.ts';

@Resolver(() => Member)
export class MemberSubscriptionsResolver {
  @Audience('SIGNED_IN')
  @FieldResolver(() => [Subscription], {
    nullable: true,
    description: 'Current, pending, and those that ended in the last 12 months; the earliest start first.',
  })
  subscriptions(@Root() member: Member, @Ctx() context: Context): Subscription[] | Promise<Subscription[]> {
    return context.branches.branch(subscriptions, member);
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => MemberStatus, { nullable: true })
  status(@Root() member: Member, @Ctx() context: Context): MemberStatus | Promise<MemberStatus> {
    return context.branches.branch(status, member);
  }
}

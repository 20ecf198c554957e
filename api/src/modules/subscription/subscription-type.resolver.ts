import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getAllKept } from '../../graphql/kept-list.ts';
import { Calendar } from '../visit/calendar.entity.ts';
import { SessionType } from '../visit/session-type.entity.ts';
import {
  archiveSubscriptionType,
  deleteSubscriptionType,
  restoreSubscriptionType,
} from './archive-subscription-type.ts';
import { changeSubscriptionType, createSubscriptionType } from './save-subscription-type.ts';
import { includedCalendars, includedSessionTypes, isUsed, subscriptionCount } from './subscription-type.branches.ts';
import { SubscriptionType, subscriptionTypeParent } from './subscription-type.entity.ts';
import {
  ChangeSubscriptionTypeInput,
  CreateSubscriptionTypeInput,
  SubscriptionTypeIdInput,
} from './subscription-type.inputs.ts';
import { SubscriptionTypeDeletedPayload, SubscriptionTypePayload } from './subscription-type.payloads.ts';

@Resolver(() => SubscriptionType)
export class SubscriptionTypeResolver {
  @Audience('STAFF')
  @Query(() => [SubscriptionType], { description: 'By name; archived ones last.' })
  subscriptionTypes(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('includeArchived', () => Boolean, { defaultValue: false }) includeArchived: boolean,
  ): Promise<SubscriptionType[]> {
    return getAllKept(context, subscriptionTypeParent, { includeArchived, info });
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => [SessionType], { description: 'What a new contract gives access to.' })
  sessionTypes(@Root() type: SubscriptionType, @Ctx() context: Context): SessionType[] | Promise<SessionType[]> {
    return context.branches.branch(includedSessionTypes, type);
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => [Calendar], { description: 'What a new contract gives access to.' })
  calendars(@Root() type: SubscriptionType, @Ctx() context: Context): Calendar[] | Promise<Calendar[]> {
    return context.branches.branch(includedCalendars, type);
  }

  @Audience('STAFF')
  @FieldResolver(() => Int, { nullable: true, description: 'Subscriptions that run today or start later.' })
  subscriptionCount(@Root() type: SubscriptionType, @Ctx() context: Context): number | Promise<number> {
    return context.branches.branch(subscriptionCount, type);
  }

  @Audience('STAFF')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Somebody has or had it: it can be archived, not deleted.',
  })
  isUsed(@Root() type: SubscriptionType, @Ctx() context: Context): boolean | Promise<boolean> {
    return context.branches.branch(isUsed, type);
  }

  @Audience('ADMIN')
  @Mutation(() => SubscriptionTypePayload)
  createSubscriptionType(
    @Ctx() context: Context,
    @Arg('input') input: CreateSubscriptionTypeInput,
  ): Promise<SubscriptionTypePayload> {
    return createSubscriptionType(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => SubscriptionTypePayload, {
    description: 'Changes what is on offer from now on; contracts keep their terms.',
  })
  changeSubscriptionType(
    @Ctx() context: Context,
    @Arg('input') input: ChangeSubscriptionTypeInput,
  ): Promise<SubscriptionTypePayload> {
    return changeSubscriptionType(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => SubscriptionTypePayload, { description: 'Takes it out of the offer; contracts on it run on.' })
  archiveSubscriptionType(
    @Ctx() context: Context,
    @Arg('input') input: SubscriptionTypeIdInput,
  ): Promise<SubscriptionTypePayload> {
    return archiveSubscriptionType(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => SubscriptionTypePayload)
  restoreSubscriptionType(
    @Ctx() context: Context,
    @Arg('input') input: SubscriptionTypeIdInput,
  ): Promise<SubscriptionTypePayload> {
    return restoreSubscriptionType(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => SubscriptionTypeDeletedPayload, { description: 'Only while nobody has or had it: else IN_USE.' })
  deleteSubscriptionType(
    @Ctx() context: Context,
    @Arg('input') input: SubscriptionTypeIdInput,
  ): Promise<SubscriptionTypeDeletedPayload> {
    return deleteSubscriptionType(context, input);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Float, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getAllKept } from '../../graphql/kept-list.ts';
import { Money } from '../../graphql/money.ts';
import { archiveSessionType, deleteSessionType, restoreSessionType } from './archive-session-type.ts';
import { SessionType, sessionTypeParent } from './session-type.entity.ts';
import { changeSessionType, createSessionType } from './save-session-type.ts';
import { sessionTypeIsUsed, singleSessionPrice, singleSessionVatRatePercent } from './session-setup.branches.ts';
import { ChangeSessionTypeInput, CreateSessionTypeInput, SessionTypeIdInput } from './session-setup.inputs.ts';
import { SessionTypePayload, SettingDeletedPayload } from './session-setup.payloads.ts';

@Resolver(() => SessionType)
export class SessionTypeResolver {
  @Audience('STAFF')
  @Query(() => [SessionType], { description: 'By name; archived ones last.' })
  sessionTypes(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('includeArchived', () => Boolean, { defaultValue: false }) includeArchived: boolean,
  ): Promise<SessionType[]> {
    return getAllKept(context, sessionTypeParent, { includeArchived, info });
  }

  @Audience('STAFF')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Something refers to it: it can be archived, not deleted.',
  })
  isUsed(@Root() sessionType: SessionType, @Ctx() context: Context): boolean | Promise<boolean> {
    return context.branches.branch(sessionTypeIsUsed, sessionType);
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What one session costs who has no subscription for it, VAT included; null: not sold by the session.',
  })
  singleSessionPrice(@Root() sessionType: SessionType, @Ctx() context: Context): Money | null | Promise<Money | null> {
    return context.branches.branch(singleSessionPrice, sessionType);
  }

  @Audience('STAFF')
  @FieldResolver(() => Float, { nullable: true, description: 'In percent, e.g. 9; null without a price.' })
  singleSessionVatRatePercent(
    @Root() sessionType: SessionType,
    @Ctx() context: Context,
  ): number | null | Promise<number | null> {
    return context.branches.branch(singleSessionVatRatePercent, sessionType);
  }

  @Audience('ADMIN')
  @Mutation(() => SessionTypePayload)
  createSessionType(@Ctx() context: Context, @Arg('input') input: CreateSessionTypeInput): Promise<SessionTypePayload> {
    return createSessionType(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => SessionTypePayload)
  changeSessionType(@Ctx() context: Context, @Arg('input') input: ChangeSessionTypeInput): Promise<SessionTypePayload> {
    return changeSessionType(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => SessionTypePayload, {
    description: 'Takes it out of the offer; what is planned with it stays as it is.',
  })
  archiveSessionType(@Ctx() context: Context, @Arg('input') input: SessionTypeIdInput): Promise<SessionTypePayload> {
    return archiveSessionType(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => SessionTypePayload)
  restoreSessionType(@Ctx() context: Context, @Arg('input') input: SessionTypeIdInput): Promise<SessionTypePayload> {
    return restoreSessionType(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => SettingDeletedPayload, { description: 'Only while nothing refers to it: else IN_USE.' })
  deleteSessionType(@Ctx() context: Context, @Arg('input') input: SessionTypeIdInput): Promise<SettingDeletedPayload> {
    return deleteSessionType(context, input);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { getFirstSessionAfter } from './get-first-session-after.ts';
import { getSessions } from './get-sessions.ts';
import { Registration } from './registration.type.ts';
import { sessionRegistrations } from './session.branches.ts';
import { SessionPermission, isOver, sessionPermissions } from './session.policy.ts';
import { Session } from './session.type.ts';

@Resolver(() => Session)
export class SessionResolver {
  @Audience('SIGNED_IN')
  @Query(() => [Session], { description: 'Sessions that start on this day (today when absent), earliest first.' })
  sessions(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('on', () => LocalDate, { nullable: true }) on?: string,
  ): Promise<Session[]> {
    return getSessions(context, on, { info });
  }

  @Audience('SIGNED_IN')
  @Query(() => Session, {
    nullable: true,
    description: 'The first on a day after this one (after today when absent) that is not cancelled.',
  })
  firstSessionAfter(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('on', () => LocalDate, { nullable: true }) on?: string,
  ): Promise<Session | null> {
    return getFirstSessionAfter(context, on, { info });
  }

  @Audience('STAFF')
  @FieldResolver(() => [Registration], {
    nullable: true,
    description: 'Those that are not cancelled, in order of registering; they stay when the session is cancelled.',
  })
  registrations(@Root() session: Session, @Ctx() context: Context): Registration[] | Promise<Registration[]> {
    return context.branches.branch(sessionRegistrations, session);
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => Boolean, { description: 'Its end has passed.' })
  isOver(@Root() session: Session, @Ctx() context: Context): boolean {
    return isOver(session, context.clock.now());
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => [SessionPermission], { description: 'What the viewer may do with this session now.' })
  permissions(@Root() session: Session, @Ctx() context: Context): SessionPermission[] {
    return sessionPermissions(signedIn(context), session, context.clock.now());
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { LocalDate } from '../../graphql/scalars.ts';
import { getSessions } from './get-sessions.ts';
import { Registration } from './registration.type.ts';
import { registrationCount, sessionRegistrations } from './session.branches.ts';
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
  @FieldResolver(() => Int, { description: 'Places taken: registered, attended or no-show.' })
  registrationCount(@Root() session: Session, @Ctx() context: Context): number | Promise<number> {
    return context.branches.branch(registrationCount, session);
  }

  @Audience('STAFF')
  @FieldResolver(() => [Registration], {
    nullable: true,
    description: 'Those that are not cancelled, in order of registering.',
  })
  registrations(@Root() session: Session, @Ctx() context: Context): Registration[] | Promise<Registration[]> {
    return context.branches.branch(sessionRegistrations, session);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getSession } from '../visit/get-session.ts';
import { Session } from '../visit/session.type.ts';
import { addSession } from './add-session.ts';
import { cancelSession, restoreSession } from './cancel-session.ts';
import { changeSession } from './change-session.ts';
import { getNextSession, getWeekSessions } from './get-week-sessions.ts';
import {
  AddSessionInput,
  CancelSessionInput,
  ChangeSessionInput,
  NextSessionArgs,
  SessionIdInput,
  SessionPayload,
  WeekSessionsArgs,
} from './session.inputs.ts';

@Resolver()
export class PlanningResolver {
  @Audience('STAFF')
  @Query(() => Session, { nullable: true })
  session(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
  ): Promise<Session | null> {
    return getSession(context, id, { info });
  }

  @Audience('STAFF')
  @Query(() => [Session], {
    description: 'Sessions that start on these days, earliest first; cancelled ones too, marked.',
  })
  weekSessions(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args() args: WeekSessionsArgs,
  ): Promise<Session[]> {
    return getWeekSessions(context, args, { info });
  }

  @Audience('STAFF')
  @Query(() => Session, { nullable: true, description: 'The first that starts after now and is not cancelled.' })
  nextSession(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args() args: NextSessionArgs,
  ): Promise<Session | null> {
    return getNextSession(context, args, { info });
  }

  @Audience('STAFF')
  @Mutation(() => SessionPayload)
  addSession(@Ctx() context: Context, @Arg('input') input: AddSessionInput): Promise<SessionPayload> {
    return addSession(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => SessionPayload)
  changeSession(@Ctx() context: Context, @Arg('input') input: ChangeSessionInput): Promise<SessionPayload> {
    return changeSession(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => SessionPayload, {
    description: 'Calls it off: registrations stay and show who would have come.',
  })
  cancelSession(@Ctx() context: Context, @Arg('input') input: CancelSessionInput): Promise<SessionPayload> {
    return cancelSession(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => SessionPayload, { description: 'Undoes cancelling, until it would have begun.' })
  restoreSession(@Ctx() context: Context, @Arg('input') input: SessionIdInput): Promise<SessionPayload> {
    return restoreSession(context, input);
  }
}

// The branch that the waiting list adds to Session.
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Session } from '../visit/session.type.ts';
import { waitingCount, waitingList } from './waiting-list.branches.ts';
import { WaitingListEntry } from './waiting-list-entry.type.ts';

@Resolver(() => Session)
export class SessionWaitingListResolver {
  @Audience('SIGNED_IN')
  @FieldResolver(() => Int, { description: 'How many wait for a place.' })
  waitingCount(@Root() session: Session, @Ctx() context: Context): number | Promise<number> {
    return context.branches.branch(waitingCount, session);
  }

  @Audience('STAFF')
  @FieldResolver(() => [WaitingListEntry], {
    nullable: true,
    description: 'Who waits for a place, the next one first.',
  })
  waitingList(@Root() session: Session, @Ctx() context: Context): WaitingListEntry[] | Promise<WaitingListEntry[]> {
    return context.branches.branch(waitingList, session);
  }
}

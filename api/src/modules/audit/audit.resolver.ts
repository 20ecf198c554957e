import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { ChangesArgs } from './audit.inputs.ts';
import { getChanges } from './get-changes.ts';
import { RecordedChangeConnection } from './recorded-change.type.ts';

@Resolver()
export class AuditResolver {
  @Audience('ADMIN')
  // Nullable, so that who may not see it gets the rest of an answer.
  @Query(() => RecordedChangeConnection, {
    nullable: true,
    description: 'What was changed in the gym, by whom, from what to what; the latest first.',
  })
  changes(@Ctx() context: Context, @Args() args: ChangesArgs): Promise<RecordedChangeConnection> {
    return getChanges(context, args);
  }
}

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { revertChange } from './revert-change.ts';
import { RevertChangeInput, RevertPayload } from './timeline.inputs.ts';

@Resolver()
export class TimelineResolver {
  @Audience('STAFF')
  @Mutation(() => RevertPayload, {
    description:
      'Puts back what a change of the timeline changed, when it is still as that left it; refuses with the reason when not. Again: nothing more happens.',
  })
  revertChange(@Ctx() context: Context, @Arg('input') input: RevertChangeInput): Promise<RevertPayload> {
    return revertChange(context, input);
  }
}

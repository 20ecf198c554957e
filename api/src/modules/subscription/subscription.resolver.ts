import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { changeSubscription } from './change-subscription.ts';
import { previewSubscriptionChange } from './preview-subscription-change.ts';
import {
  ChangeSubscriptionInput,
  SubscriptionChangeInput,
  UndoSubscriptionChangeInput,
} from './subscription-change.inputs.ts';
import { ChangeSubscriptionResult, PreviewSubscriptionChangeResult } from './subscription-change.type.ts';
import { undoSubscriptionChange } from './undo-subscription-change.ts';

@Resolver()
export class SubscriptionResolver {
  @Audience('ADMIN')
  @Query(() => PreviewSubscriptionChangeResult, {
    description: 'What a change would do and cost, without doing it. The same computation makes the change.',
  })
  previewSubscriptionChange(
    @Ctx() context: Context,
    @Arg('input') input: SubscriptionChangeInput,
  ): Promise<typeof PreviewSubscriptionChangeResult> {
    return previewSubscriptionChange(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ChangeSubscriptionResult, {
    description: 'Makes the change that was previewed, exactly; a conflict when it would no longer be the same.',
  })
  changeSubscription(
    @Ctx() context: Context,
    @Arg('input') input: ChangeSubscriptionInput,
  ): Promise<typeof ChangeSubscriptionResult> {
    return changeSubscription(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ChangeSubscriptionResult, {
    description:
      'Takes back a change that has not taken effect, or one of today of which nothing was exported or paid: together they cost nothing.',
  })
  undoSubscriptionChange(
    @Ctx() context: Context,
    @Arg('input') input: UndoSubscriptionChangeInput,
  ): Promise<typeof ChangeSubscriptionResult> {
    return undoSubscriptionChange(context, input);
  }
}

import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { HandOverInput, HandOverWishInput } from './hand-over.inputs.ts';
import { handOver } from './hand-over.ts';
import { HandOverPreview, HandOverResult } from './hand-over.type.ts';
import { previewHandOver } from './preview-hand-over.ts';

@Resolver()
export class HandOverResolver {
  @Audience('ADMIN')
  @Query(() => HandOverPreview, {
    description: 'What an employee leaves behind, and who would take it over; nothing is moved. Not for API tokens.',
  })
  handOverPreview(@Ctx() context: Context, @Arg('input') input: HandOverWishInput): Promise<HandOverPreview> {
    return previewHandOver(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => HandOverResult, {
    description:
      'Moves what was previewed, all of it; a conflict when it would no longer be the same. Not for API tokens.',
  })
  handOver(@Ctx() context: Context, @Arg('input') input: HandOverInput): Promise<typeof HandOverResult> {
    return handOver(context, input);
  }
}

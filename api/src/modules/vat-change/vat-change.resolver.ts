import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getVatChanges } from './get-vat-changes.ts';
import { planVatChange, withdrawVatChange } from './plan-vat-change.ts';
import { previewVatChange } from './preview-vat-change.ts';
import { PlanVatChangeInput, VatChangeIdInput, VatChangeTermsInput } from './vat-change.inputs.ts';
import { VatChange, VatChangePreview, VatChangesPayload } from './vat-change.type.ts';

@Resolver(() => VatChange)
export class VatChangeResolver {
  @Audience('ADMIN')
  @Query(() => [VatChange], { description: 'The latest day first, at most 100.' })
  vatChanges(@Ctx() context: Context): Promise<VatChange[]> {
    return getVatChanges(context);
  }

  @Audience('ADMIN')
  @Query(() => VatChangePreview)
  previewVatChange(@Ctx() context: Context, @Arg('input') input: VatChangeTermsInput): Promise<VatChangePreview> {
    return previewVatChange(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => VatChangesPayload, {
    description:
      'Contracts are charged with the new rate from that day on, what is on offer has it then; prices including VAT stay.',
  })
  planVatChange(@Ctx() context: Context, @Arg('input') input: PlanVatChangeInput): Promise<VatChangesPayload> {
    return planVatChange(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => VatChangesPayload, { description: 'Possible until its day.' })
  withdrawVatChange(@Ctx() context: Context, @Arg('input') input: VatChangeIdInput): Promise<VatChangesPayload> {
    return withdrawVatChange(context, input);
  }
}

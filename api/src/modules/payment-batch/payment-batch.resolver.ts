import { Arg, Args, Ctx, FieldResolver, ID, Mutation, ObjectType, Field, Query, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { PageInput } from '../../graphql/page.ts';
import { dayOf } from '../gym/gym-day.ts';
import { createPaymentBatch } from './create-payment-batch.ts';
import { getCollections, getPaymentBatch, getPaymentBatches } from './get-payment-batches.ts';
import { getPreflight } from './get-preflight.ts';
import {
  cancelPaymentBatch,
  exportPaymentBatch,
  settlePaymentBatch,
  submitPaymentBatch,
} from './move-payment-batch.ts';
import {
  CollectionsArgs,
  CreatePaymentBatchInput,
  CreatePaymentBatchResult,
  PaymentBatchInput,
  PaymentBatchPayload,
  PreflightArgs,
  ReturnCollectionInput,
  ReturnCollectionPayload,
} from './payment-batch.inputs.ts';
import { batchPermissions } from './payment-batch.policy.ts';
import { CollectionPage, PaymentBatch, PaymentBatchPage, PaymentBatchPermission } from './payment-batch.type.ts';
import { PaymentPreflight } from './preflight.type.ts';
import { returnCollection } from './return-collection.ts';
import { blocksMandate, returnReasons } from './return-reasons.ts';

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true, description: 'Why a bank sends a direct debit back.' })
export class ReturnReason {
  @Field(() => String, { description: 'Of ISO 20022, such as AM04.' })
  code: string;

  @Field(() => Boolean, { description: 'The mandate is not collected with until it is mended.' })
  blocksMandate: boolean;
}

@Resolver(() => PaymentBatch)
export class PaymentBatchResolver {
  @Audience('ADMIN')
  @Query(() => PaymentPreflight, {
    nullable: true,
    description: 'What a batch would hold: every open line, included or blocked.',
  })
  paymentPreflight(@Ctx() context: Context, @Args(() => PreflightArgs) args: PreflightArgs): Promise<PaymentPreflight> {
    return getPreflight(context, args);
  }

  @Audience('ADMIN')
  @Query(() => PaymentBatchPage, { nullable: true, description: 'The newest first.' })
  paymentBatches(@Ctx() context: Context, @Args(() => PageInput) args: PageInput): Promise<PaymentBatchPage> {
    return getPaymentBatches(context, args);
  }

  @Audience('ADMIN')
  @Query(() => PaymentBatch, { nullable: true })
  paymentBatch(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<PaymentBatch | null> {
    return getPaymentBatch(context, id);
  }

  @Audience('ADMIN')
  @Query(() => [ReturnReason], { description: 'The codes that banks use.' })
  returnReasons(): ReturnReason[] {
    return Object.keys(returnReasons).map((code) => ({ code, blocksMandate: blocksMandate(code) }));
  }

  @Audience('ADMIN')
  @Mutation(() => CreatePaymentBatchResult, { description: 'Makes a batch of what the pre-flight included.' })
  createPaymentBatch(
    @Ctx() context: Context,
    @Arg('input') input: CreatePaymentBatchInput,
  ): Promise<typeof CreatePaymentBatchResult> {
    return createPaymentBatch(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => PaymentBatchPayload, { description: 'From now on the file can be had.' })
  exportPaymentBatch(@Ctx() context: Context, @Arg('input') input: PaymentBatchInput): Promise<PaymentBatchPayload> {
    return exportPaymentBatch(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => PaymentBatchPayload, { description: 'The bank has the file.' })
  submitPaymentBatch(@Ctx() context: Context, @Arg('input') input: PaymentBatchInput): Promise<PaymentBatchPayload> {
    return submitPaymentBatch(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => PaymentBatchPayload, { description: 'The money is there: what did not come back is paid.' })
  settlePaymentBatch(@Ctx() context: Context, @Arg('input') input: PaymentBatchInput): Promise<PaymentBatchPayload> {
    return settlePaymentBatch(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => PaymentBatchPayload, { description: 'Before the bank has it: its lines are as they were before.' })
  cancelPaymentBatch(@Ctx() context: Context, @Arg('input') input: PaymentBatchInput): Promise<PaymentBatchPayload> {
    return cancelPaymentBatch(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ReturnCollectionPayload, { description: 'A direct debit came back: its lines are open again.' })
  returnCollection(
    @Ctx() context: Context,
    @Arg('input') input: ReturnCollectionInput,
  ): Promise<ReturnCollectionPayload> {
    return returnCollection(context, input);
  }

  @FieldResolver(() => CollectionPage, { description: 'Those that came back first, then in the order of the file.' })
  collections(
    @Root() batch: PaymentBatch,
    @Ctx() context: Context,
    @Args(() => CollectionsArgs) args: CollectionsArgs,
  ): Promise<CollectionPage> {
    return getCollections(context, batch.id, args);
  }

  @FieldResolver(() => [PaymentBatchPermission], { description: 'What can be done with it now.' })
  permissions(@Root() batch: PaymentBatch, @Ctx() context: Context): PaymentBatchPermission[] {
    const viewer = signedIn(context);
    return batchPermissions(viewer, batch, dayOf(context.clock.now(), viewer.timeZone));
  }
}

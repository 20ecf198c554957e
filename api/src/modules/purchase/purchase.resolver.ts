import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { changeReceiptSeller } from './change-receipt-seller.ts';
import { correctPurchase } from './correct-purchase.ts';
import { getPurchase } from './get-purchase.ts';
import { getReceiptSeller } from './get-receipt-seller.ts';
import { getReceipt } from './get-receipt.ts';
import { settlePurchase } from './settle-purchase.ts';
import { CorrectPurchaseInput, PurchaseIdInput, SettlePurchaseInput } from './purchase.inputs.ts';
import { PurchasePayload } from './purchase.payload.ts';
import { PurchasePermission, permissionsOf } from './purchase.policy.ts';
import { Purchase } from './purchase.type.ts';
import { ChangeReceiptSellerInput } from './receipt-seller.inputs.ts';
import { Receipt, ReceiptSeller, ReceiptSellerPayload } from './receipt.type.ts';
import { undoPurchase } from './undo-purchase.ts';

@Resolver(() => Purchase)
export class PurchaseResolver {
  @Audience('SIGNED_IN')
  @Query(() => Purchase, { nullable: true, description: 'Null when there is no such purchase, or not for you.' })
  purchase(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<Purchase | null> {
    return getPurchase(context, id);
  }

  @Audience('SIGNED_IN')
  @Query(() => Receipt, {
    nullable: true,
    description: 'For purchases of one member, at most 200. Null when there is nothing to show, or not to you.',
  })
  receipt(@Ctx() context: Context, @Arg('purchaseIds', () => [ID]) purchaseIds: string[]): Promise<Receipt | null> {
    return getReceipt(context, purchaseIds);
  }

  @Audience('STAFF')
  @Query(() => ReceiptSeller, { description: 'Who sells, as receipts say it.' })
  receiptSeller(@Ctx() context: Context): Promise<ReceiptSeller> {
    return getReceiptSeller(context);
  }

  @Audience('ADMIN')
  @Mutation(() => ReceiptSellerPayload)
  changeReceiptSeller(
    @Ctx() context: Context,
    @Arg('input') input: ChangeReceiptSellerInput,
  ): Promise<ReceiptSellerPayload> {
    return changeReceiptSeller(context, input);
  }

  @Audience('SIGNED_IN')
  @FieldResolver(() => [PurchasePermission], { description: 'What the viewer may do with this purchase.' })
  permissions(@Root() purchase: Purchase, @Ctx() context: Context): PurchasePermission[] {
    return permissionsOf(signedIn(context), purchase);
  }

  @Audience('STAFF')
  @Mutation(() => PurchasePayload, { description: 'Cancels it; possible until it is exported or paid.' })
  undoPurchase(@Ctx() context: Context, @Arg('input') input: PurchaseIdInput): Promise<PurchasePayload> {
    return undoPurchase(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => PurchasePayload, {
    description: 'Takes back a line, or a part of it, by a counter-line: that is the purchase of the answer.',
  })
  correctPurchase(@Ctx() context: Context, @Arg('input') input: CorrectPurchaseInput): Promise<PurchasePayload> {
    return correctPurchase(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => PurchasePayload, {
    description: 'Records that money for it moved outside Spotter: the member paid, or the gym paid a credit out.',
  })
  settlePurchase(@Ctx() context: Context, @Arg('input') input: SettlePurchaseInput): Promise<PurchasePayload> {
    return settlePurchase(context, input);
  }
}

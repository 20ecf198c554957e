// Sells a shop item to a member: one line, however often the same sale is sent. How it will be paid is decided with the line.
import { idFor } from '../../database/insert-once.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { wholeOf } from '../../graphql/number-input.ts';
import { findMember } from '../member/find-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { addLine } from '../purchase/add-line.ts';
import { getChangedPurchase } from '../purchase/get-purchase.ts';
import { PurchaseLine } from '../purchase/purchase.entity.ts';
import type { PurchasePayload } from '../purchase/purchase.payload.ts';
import { PurchaseKind } from '../purchase/purchase.type.ts';
import { ShopItem } from './shop-item.entity.ts';
import type { PurchaseShopItemInput } from './shop.inputs.ts';

export async function purchaseShopItem(context: Context, input: PurchaseShopItemInput): Promise<PurchasePayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.PURCHASE);
  const id = idFor(input.id);
  const quantity = wholeOf('quantity', input.quantity, 1, 999);
  await context.db.write(async (em) => {
    const member = await findMember(em, input.memberId);
    const item = isUuid(input.shopItemId) ? await em.findOne(ShopItem, { id: input.shopItemId }) : null;
    if (!item) throw new UserInputError('shopItemId', 'UNKNOWN_ITEM', 'There is no such shop item.');
    // What was sold before it was archived, or cost something else, is sold: only its first sending is looked at.
    if (!(await em.findOne(PurchaseLine, { id }))) assertOnOffer(item, quantity, input.totalCents);
    await addLine(em, {
      id,
      memberId: member.id,
      kind: PurchaseKind.SHOP,
      description: item.name,
      quantity,
      unitPriceCents: item.priceCents,
      vatRateBp: item.vatRateBp,
      purchasedAt: context.clock.now(),
      shopItemId: item.id,
      createdBy: viewer.employeeId,
    });
  });
  return getChangedPurchase(context, id);
}

function assertOnOffer(item: ShopItem, quantity: number, totalCents: number | null | undefined): void {
  if (item.archivedAt) throw new UserInputError('shopItemId', 'ARCHIVED_ITEM', 'This item is no longer sold.');
  if (totalCents != null && totalCents !== quantity * item.priceCents)
    throw new UserInputError('totalCents', 'PRICE_CHANGED', 'Its price has changed meanwhile.');
}

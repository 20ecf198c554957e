// Changes what a shop item is called, costs and stands under. What was sold before keeps its own price and VAT.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getShopItem } from './get-shop.ts';
import { descriptionOf, itemNameOf, itemPriceOf, vatRateOf } from './shop-item-input.ts';
import { categoryInUse, findShopItem, lastPosition, withUniqueName } from './shop-rows.ts';
import type { ChangeShopItemInput } from './shop.inputs.ts';
import type { ShopItemPayload } from './shop.payloads.ts';
import { assertCanManageShop } from './shop.policy.ts';

export async function changeShopItem(context: Context, input: ChangeShopItemInput): Promise<ShopItemPayload> {
  assertCanManageShop(signedIn(context));
  await withUniqueName(() =>
    context.db.write(async (em) => {
      const item = await findShopItem(em, input.id);
      if (input.categoryId != null && input.categoryId !== item.shopCategoryId)
        item.shopCategoryId = (await categoryInUse(em, input.categoryId)).id;
      if (input.name != null) item.name = itemNameOf(input.name);
      if (input.description !== undefined) item.description = descriptionOf(input.description);
      if (input.priceCents != null) item.priceCents = itemPriceOf(input.priceCents);
      if (input.vatRatePercent != null) item.vatRateBp = vatRateOf(input.vatRatePercent);
      if (input.isFavourite === true && !item.isFavourite) item.position = await lastPosition(em, 'shop_item');
      if (input.isFavourite != null) item.isFavourite = input.isFavourite;
    }),
  );
  return { shopItem: await getShopItem(context, input.id) };
}

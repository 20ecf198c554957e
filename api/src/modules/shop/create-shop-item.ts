import { idFor, insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getShopItem } from './get-shop.ts';
import { descriptionOf, itemNameOf, itemPriceOf, vatRateOf } from './shop-item-input.ts';
import { ShopItem } from './shop-item.entity.ts';
import { categoryInUse, lastPosition, nameTaken } from './shop-rows.ts';
import type { CreateShopItemInput } from './shop.inputs.ts';
import type { ShopItemPayload } from './shop.payloads.ts';
import { assertCanManageShop } from './shop.policy.ts';

export async function createShopItem(context: Context, input: CreateShopItemInput): Promise<ShopItemPayload> {
  const viewer = signedIn(context);
  assertCanManageShop(viewer);
  const row = {
    id: idFor(input.id),
    gymId: viewer.gymId,
    name: itemNameOf(input.name),
    description: descriptionOf(input.description),
    priceCents: itemPriceOf(input.priceCents),
    vatRateBp: vatRateOf(input.vatRatePercent),
    isFavourite: input.isFavourite,
  };
  await context.db.write(async (em) => {
    const category = await categoryInUse(em, input.categoryId);
    const position = await lastPosition(em, 'shop_item');
    if (await insertOnce(em, ShopItem, { ...row, shopCategoryId: category.id, position })) return;
    if (!(await em.findOne(ShopItem, { id: row.id }))) throw nameTaken();
  });
  return { shopItem: await getShopItem(context, row.id) };
}

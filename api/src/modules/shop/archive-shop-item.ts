// Takes a shop item off the shelf, or puts it back.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getShopItem } from './get-shop.ts';
import { findShopCategory, findShopItem, withUniqueName } from './shop-rows.ts';
import type { ShopItemIdInput } from './shop.inputs.ts';
import type { ShopItemPayload } from './shop.payloads.ts';
import { assertCanManageShop } from './shop.policy.ts';

export async function archiveShopItem(context: Context, { id }: ShopItemIdInput): Promise<ShopItemPayload> {
  assertCanManageShop(signedIn(context));
  await context.db.write(async (em) => {
    const item = await findShopItem(em, id);
    item.archivedAt ??= context.clock.now();
  });
  return { shopItem: await getShopItem(context, id) };
}

/** Its category comes back with it: an item on offer is never out of sight. */
export async function restoreShopItem(context: Context, { id }: ShopItemIdInput): Promise<ShopItemPayload> {
  assertCanManageShop(signedIn(context));
  await withUniqueName(() =>
    context.db.write(async (em) => {
      const item = await findShopItem(em, id);
      item.archivedAt = null;
      (await findShopCategory(em, item.shopCategoryId)).archivedAt = null;
    }),
  );
  return { shopItem: await getShopItem(context, id) };
}

// The order in which favourites and categories are listed. May be repeated.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getFavourites, getShopCategories } from './get-shop.ts';
import { putInOrder } from './shop-rows.ts';
import type { OrderFavouritesInput, OrderShopCategoriesInput } from './shop.inputs.ts';
import type { FavouritesPayload, ShopCategoriesPayload } from './shop.payloads.ts';
import { assertCanManageShop } from './shop.policy.ts';

export async function orderFavourites(context: Context, input: OrderFavouritesInput): Promise<FavouritesPayload> {
  assertCanManageShop(signedIn(context));
  await context.db.write((em) => putInOrder(em, 'shop_item', input.shopItemIds));
  return { favourites: await getFavourites(context) };
}

export async function orderShopCategories(
  context: Context,
  input: OrderShopCategoriesInput,
): Promise<ShopCategoriesPayload> {
  assertCanManageShop(signedIn(context));
  await context.db.write((em) => putInOrder(em, 'shop_category', input.shopCategoryIds));
  return { shopCategories: await getShopCategories(context, false) };
}

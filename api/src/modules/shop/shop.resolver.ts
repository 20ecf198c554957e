import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { PurchasePayload } from '../purchase/purchase.payload.ts';
import { archiveShopItem, restoreShopItem } from './archive-shop-item.ts';
import {
  archiveShopCategory,
  createShopCategory,
  renameShopCategory,
  restoreShopCategory,
} from './change-shop-category.ts';
import { changeShopItem } from './change-shop-item.ts';
import { createShopItem } from './create-shop-item.ts';
import { getShopCategories, getShopItems } from './get-shop.ts';
import { orderFavourites, orderShopCategories } from './order-shop.ts';
import { purchaseShopItem } from './purchase-shop-item.ts';
import { ShopCategory } from './shop-category.entity.ts';
import { ShopItem } from './shop-item.entity.ts';
import {
  ChangeShopItemInput,
  CreateShopCategoryInput,
  CreateShopItemInput,
  OrderFavouritesInput,
  OrderShopCategoriesInput,
  PurchaseShopItemInput,
  RenameShopCategoryInput,
  ShopCategoryIdInput,
  ShopItemIdInput,
  ShopItemsInput,
} from './shop.inputs.ts';
import { FavouritesPayload, ShopCategoriesPayload, ShopCategoryPayload, ShopItemPayload } from './shop.payloads.ts';

@Resolver()
export class ShopResolver {
  @Audience('STAFF')
  @Query(() => [ShopItem], {
    description: 'Favourites first in their order, then by category and name; archived last.',
  })
  shopItems(@Ctx() context: Context, @Args() input: ShopItemsInput): Promise<ShopItem[]> {
    return getShopItems(context, input);
  }

  @Audience('STAFF')
  @Query(() => [ShopCategory], { description: 'In their order; archived ones last.' })
  shopCategories(
    @Ctx() context: Context,
    @Arg('includeArchived', () => Boolean, { defaultValue: false }) includeArchived: boolean,
  ): Promise<ShopCategory[]> {
    return getShopCategories(context, includeArchived);
  }

  @Audience('STAFF')
  @Mutation(() => PurchasePayload, { description: 'Sells it; how it is to be paid stands on the purchase.' })
  purchaseShopItem(@Ctx() context: Context, @Arg('input') input: PurchaseShopItemInput): Promise<PurchasePayload> {
    return purchaseShopItem(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ShopItemPayload)
  createShopItem(@Ctx() context: Context, @Arg('input') input: CreateShopItemInput): Promise<ShopItemPayload> {
    return createShopItem(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ShopItemPayload)
  changeShopItem(@Ctx() context: Context, @Arg('input') input: ChangeShopItemInput): Promise<ShopItemPayload> {
    return changeShopItem(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ShopItemPayload, { description: 'Takes it off the shelf; what was sold of it stays.' })
  archiveShopItem(@Ctx() context: Context, @Arg('input') input: ShopItemIdInput): Promise<ShopItemPayload> {
    return archiveShopItem(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ShopItemPayload, { description: 'Puts it back, with its category.' })
  restoreShopItem(@Ctx() context: Context, @Arg('input') input: ShopItemIdInput): Promise<ShopItemPayload> {
    return restoreShopItem(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => FavouritesPayload)
  orderFavourites(@Ctx() context: Context, @Arg('input') input: OrderFavouritesInput): Promise<FavouritesPayload> {
    return orderFavourites(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ShopCategoryPayload)
  createShopCategory(
    @Ctx() context: Context,
    @Arg('input') input: CreateShopCategoryInput,
  ): Promise<ShopCategoryPayload> {
    return createShopCategory(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ShopCategoryPayload)
  renameShopCategory(
    @Ctx() context: Context,
    @Arg('input') input: RenameShopCategoryInput,
  ): Promise<ShopCategoryPayload> {
    return renameShopCategory(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ShopCategoryPayload, { description: 'Refused while items on offer stand in it.' })
  archiveShopCategory(@Ctx() context: Context, @Arg('input') input: ShopCategoryIdInput): Promise<ShopCategoryPayload> {
    return archiveShopCategory(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ShopCategoryPayload)
  restoreShopCategory(@Ctx() context: Context, @Arg('input') input: ShopCategoryIdInput): Promise<ShopCategoryPayload> {
    return restoreShopCategory(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ShopCategoriesPayload)
  orderShopCategories(
    @Ctx() context: Context,
    @Arg('input') input: OrderShopCategoriesInput,
  ): Promise<ShopCategoriesPayload> {
    return orderShopCategories(context, input);
  }
}

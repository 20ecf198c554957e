// What the gym sells: favourites first in their own order, then by category and name; archived ones last.
import { isUuid } from '../../database/uuid.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { shopCategoryJson } from './shop-category.entity.ts';
import type { ShopCategory } from './shop-category.entity.ts';
import { shopItemFrom, shopItemJson } from './shop-item.entity.ts';
import type { ShopItem } from './shop-item.entity.ts';
import type { ShopItemsInput } from './shop.inputs.ts';

export async function getShopItems(context: Context, input: ShopItemsInput): Promise<ShopItem[]> {
  const { search, categoryId, includeArchived, first } = input;
  if (categoryId != null && !isUuid(categoryId)) return [];
  const words = (search ?? '').split(/\s+/).filter((word) => word !== '');
  const rows = await context.db.rows<{ item: ShopItem }>(
    `select ${shopItemJson} as item ${shopItemFrom}
      where ($1 or i.archived_at is null) and ($2::uuid is null or i.shop_category_id = $2::uuid)
        and not exists (select from unnest($3::text[]) word where position(fold(word) in fold(i.name || ' ' || c.name)) = 0)
      order by i.archived_at is not null, i.is_favourite desc, case when i.is_favourite then i.position end,
        c.position, fold(c.name), fold(i.name), i.id
      limit $4`,
    [includeArchived, categoryId ?? null, words, first],
    { name: 'get_shop_items' },
  );
  return rows.map(({ item }) => item);
}

/** For the answer of a verb that has just changed it. */
export async function getShopItem(context: Context, id: string): Promise<ShopItem> {
  const [row] = await context.db.rows<{ item: ShopItem }>(
    `select ${shopItemJson} as item ${shopItemFrom} where i.id = $1`,
    [id],
    { name: 'get_shop_item' },
  );
  if (!row) throw new NotFoundError('There is no such shop item.');
  return row.item;
}

export async function getFavourites(context: Context): Promise<ShopItem[]> {
  const rows = await context.db.rows<{ item: ShopItem }>(
    `select ${shopItemJson} as item ${shopItemFrom}
      where i.is_favourite and i.archived_at is null order by i.position, fold(i.name), i.id`,
    [],
    { name: 'get_favourites' },
  );
  return rows.map(({ item }) => item);
}

export async function getShopCategories(context: Context, includeArchived: boolean): Promise<ShopCategory[]> {
  const rows = await context.db.rows<{ category: ShopCategory }>(
    `select ${shopCategoryJson('c')} as category from shop_category c where $1 or c.archived_at is null
      order by c.archived_at is not null, c.position, fold(c.name), c.id`,
    [includeArchived],
    { name: 'get_shop_categories' },
  );
  return rows.map(({ category }) => category);
}

/** For the answer of a verb that has just changed it. */
export async function getShopCategory(context: Context, id: string): Promise<ShopCategory> {
  const [row] = await context.db.rows<{ category: ShopCategory }>(
    `select ${shopCategoryJson('c')} as category from shop_category c where c.id = $1`,
    [id],
    { name: 'get_shop_category' },
  );
  if (!row) throw new NotFoundError('There is no such category.');
  return row.category;
}

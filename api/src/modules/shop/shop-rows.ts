// The rows of the shop, for verbs inside their transaction; and what the database says when two want the same name.
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { ShopCategory } from './shop-category.entity.ts';
import { ShopItem } from './shop-item.entity.ts';

export async function findShopItem(em: EntityManager, id: string): Promise<ShopItem> {
  const item = isUuid(id) ? await em.findOne(ShopItem, { id }) : null;
  if (!item) throw new NotFoundError('There is no such shop item.');
  return item;
}

export async function findShopCategory(em: EntityManager, id: string): Promise<ShopCategory> {
  const category = isUuid(id) ? await em.findOne(ShopCategory, { id }) : null;
  if (!category) throw new NotFoundError('There is no such category.');
  return category;
}

/** The category that an item is to stand in, locked against being archived meanwhile. */
export async function categoryInUse(em: EntityManager, id: string): Promise<ShopCategory> {
  const category = isUuid(id) ? await em.findOne(ShopCategory, { id }) : null;
  if (!category) throw new UserInputError('categoryId', 'UNKNOWN_CATEGORY', 'There is no such category.');
  await em.execute('select from shop_category where id = ? for share', [category.id]);
  await em.refresh(category);
  if (category.archivedAt) throw new UserInputError('categoryId', 'ARCHIVED_CATEGORY', 'This category is archived.');
  return category;
}

export const nameTaken = () => new UserInputError('name', 'NAME_TAKEN', 'Another one has this name.');

/** Runs a change that may meet another of the same name: the database's unique index decides, also when both come at once. */
export async function withUniqueName<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw nameTaken();
    throw error;
  }
}

/** The place after all others. Rows of two that come at once share it, and stand by name. */
export async function lastPosition(em: EntityManager, table: 'shop_item' | 'shop_category'): Promise<number> {
  const [row] = await em.execute<{ position: number }[]>(
    `select coalesce(max(position), 0) + 1 as position from ${table}`,
  );
  return row?.position ?? 1;
}

/** Puts these first, in this order; the others follow as they were. */
export async function putInOrder(
  em: EntityManager,
  table: 'shop_item' | 'shop_category',
  ids: readonly string[],
): Promise<void> {
  await em.execute(`select from gym for no key update`);
  const list = `{${ids.filter(isUuid).join(',')}}`;
  const found = await em.execute(`select from ${table} where id = any(?::uuid[])`, [list]);
  if (found.length !== ids.length) throw new NotFoundError('There is no such thing in the shop.');
  await em.execute(
    `update ${table} r set position = o.place
       from (select t.id, row_number() over (order by array_position(?::uuid[], t.id) nulls last, t.position, fold(t.name), t.id) as place
               from ${table} t) o
      where o.id = r.id and r.position <> o.place`,
    [list],
  );
}

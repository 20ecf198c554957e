// The categories of the shop: made, renamed, taken out of use and brought back.
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { lineOf } from '../../graphql/text-input.ts';
import { getShopCategory } from './get-shop.ts';
import { ShopCategory } from './shop-category.entity.ts';
import { ShopItem } from './shop-item.entity.ts';
import { findShopCategory, lastPosition, nameTaken, withUniqueName } from './shop-rows.ts';
import type { CreateShopCategoryInput, RenameShopCategoryInput, ShopCategoryIdInput } from './shop.inputs.ts';
import type { ShopCategoryPayload } from './shop.payloads.ts';
import { assertCanManageShop } from './shop.policy.ts';

const nameOf = (name: string): string => lineOf('name', name, 60);

export async function createShopCategory(
  context: Context,
  input: CreateShopCategoryInput,
): Promise<ShopCategoryPayload> {
  const viewer = signedIn(context);
  assertCanManageShop(viewer);
  const row = { id: idFor(input.id), gymId: viewer.gymId, name: nameOf(input.name) };
  await context.db.write(async (em) => {
    if (await insertOnce(em, ShopCategory, { ...row, position: await lastPosition(em, 'shop_category') })) return;
    if (!(await em.findOne(ShopCategory, { id: row.id }))) throw nameTaken();
  });
  return { shopCategory: await getShopCategory(context, row.id) };
}

export async function renameShopCategory(
  context: Context,
  input: RenameShopCategoryInput,
): Promise<ShopCategoryPayload> {
  assertCanManageShop(signedIn(context));
  await withUniqueName(() =>
    context.db.write(async (em) => {
      (await findShopCategory(em, input.id)).name = nameOf(input.name);
    }),
  );
  return { shopCategory: await getShopCategory(context, input.id) };
}

export async function archiveShopCategory(context: Context, { id }: ShopCategoryIdInput): Promise<ShopCategoryPayload> {
  assertCanManageShop(signedIn(context));
  await context.db.write(async (em) => {
    const category = await findShopCategory(em, id);
    // An item that is being put in it meanwhile holds the row, and is counted then.
    await em.execute('select from shop_category where id = ? for update', [category.id]);
    if ((await em.count(ShopItem, { shopCategoryId: category.id, archivedAt: null })) > 0)
      throw new UserInputError('id', 'CATEGORY_IN_USE', 'It still has items: archive or move those first.');
    category.archivedAt ??= context.clock.now();
  });
  return { shopCategory: await getShopCategory(context, id) };
}

export async function restoreShopCategory(context: Context, { id }: ShopCategoryIdInput): Promise<ShopCategoryPayload> {
  assertCanManageShop(signedIn(context));
  await withUniqueName(() =>
    context.db.write(async (em) => {
      (await findShopCategory(em, id)).archivedAt = null;
    }),
  );
  return { shopCategory: await getShopCategory(context, id) };
}

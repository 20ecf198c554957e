import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { insert } from '../../testing/fixtures.ts';
import { auditOf, newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';

let scene: GymScene;
let categoryId: string;
beforeAll(async () => {
  scene = await openGymScene();
});
afterAll(() => scene.api.close());
let made = 0;
beforeEach(async () => {
  await scene.api.owner.query('delete from shop_item');
  await scene.api.owner.query('delete from shop_category');
  categoryId = await addCategory('Drinks');
});

const addCategory = (name: string) => insert(scene.api.owner, 'shop_category', { gym_id: scene.gymId, name });

interface Item {
  id: string;
  name: string;
  isArchived: boolean;
  isFavourite: boolean;
}
const fields =
  'id name description isFavourite isArchived vatRatePercent price { amountCents currency } category { id name isArchived }';
const run = (verb: string, input: object, viewer: Viewer | null = scene.admin) => {
  const type = {
    archiveShopItem: 'ShopItemIdInput',
    restoreShopItem: 'ShopItemIdInput',
    archiveShopCategory: 'ShopCategoryIdInput',
    restoreShopCategory: 'ShopCategoryIdInput',
  }[verb];
  const what = verb.includes('Category')
    ? 'shopCategory { id name isArchived }'
    : verb === 'orderFavourites'
      ? 'favourites { id name }'
      : verb === 'orderShopCategories'
        ? 'shopCategories { id name }'
        : `shopItem { ${fields} }`;
  return scene.api.ask<
    Record<string, { shopItem: Item; shopCategory: Item; favourites: Item[]; shopCategories: Item[] }>
  >(
    viewer,
    `mutation ($input: ${type ?? `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`}!) { ${verb}(input: $input) { ${what} } }`,
    { input },
  );
};
const create = async (input: object = {}) => {
  made += 1;
  const answer = await run('createShopItem', {
    name: `Item ${made}`,
    categoryId,
    priceCents: 250,
    vatRatePercent: 9,
    ...input,
  });
  return answer.data?.['createShopItem']?.shopItem as Item;
};
const list = async (args = '') =>
  (
    await scene.api.get<{ shopItems: Item[] }>(
      scene.coach,
      `{ shopItems${args && `(${args})`} { id name isArchived } }`,
    )
  ).shopItems.map(({ name }) => name);

test('an admin makes a product and changes it; what is absent stays', async () => {
  const item = await create({ name: ' Flat  white ', description: 'Oat milk', vatRatePercent: 5.5, isFavourite: true });
  expect(item).toMatchObject({
    name: 'Flat white',
    description: 'Oat milk',
    vatRatePercent: 5.5,
    price: { amountCents: 250, currency: 'EUR' },
    category: { id: categoryId, name: 'Drinks' },
    isFavourite: true,
    isArchived: false,
  });
  const foodId = await addCategory('Food');
  const change = await run('changeShopItem', { id: item.id, priceCents: 275, categoryId: foodId, description: null });
  expect(change.data?.['changeShopItem']?.shopItem).toMatchObject({
    name: 'Flat white',
    description: null,
    price: { amountCents: 275 },
    category: { id: foodId },
    vatRatePercent: 5.5,
  });
  expect((await auditOf(scene.api, 'shop_item', null)).slice(-2)).toEqual([
    { action: 'INSERT', employee_id: scene.admin.employeeId },
    { action: 'UPDATE', employee_id: scene.admin.employeeId },
  ]);
});

test('the same id makes one product; a name is free once its product is archived', async () => {
  const id = newId();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      run('createShopItem', { id, name: 'Tea', categoryId, priceCents: 1, vatRatePercent: 9 }),
    ),
  );
  expect(answers.map((answer) => answer.data?.['createShopItem']?.shopItem.id)).toEqual(Array(5).fill(id));
  const again = { name: 'TEA', categoryId, priceCents: 1, vatRatePercent: 9 };
  expect(refusalOf(await run('createShopItem', again))).toBe('BAD_USER_INPUT name NAME_TAKEN');
  for (let time = 0; time < 2; time += 1) await run('archiveShopItem', { id });
  const second = await create(again);
  expect(second.name).toBe('TEA');
  expect(refusalOf(await run('restoreShopItem', { id }))).toBe('BAD_USER_INPUT name NAME_TAKEN');
});

test('favourites come first in their order, then categories in theirs, archived ones last and only when asked', async () => {
  const foodId = await addCategory('Food');
  const [tea, bar, coffee] = [
    await create({ name: 'Tea' }),
    await create({ name: 'Bar', categoryId: foodId }),
    await create({ name: 'Coffee', isFavourite: true }),
  ];
  const water = await create({ name: 'Water', isFavourite: true });
  const old = await create({ name: 'Old', isFavourite: true });
  await run('archiveShopItem', { id: old.id });
  expect(await list()).toEqual(['Coffee', 'Water', 'Tea', 'Bar']);
  const { data } = await run('orderFavourites', { shopItemIds: [water.id] });
  expect(data?.['orderFavourites']?.favourites.map(({ name }) => name)).toEqual(['Water', 'Coffee']);
  await run('changeShopItem', { id: tea.id, isFavourite: true });
  await run('changeShopItem', { id: coffee.id, isFavourite: false });
  await run('orderShopCategories', { shopCategoryIds: [foodId, categoryId] });
  expect(await list()).toEqual(['Water', 'Tea', 'Bar', 'Coffee']);
  expect(await list('includeArchived: true')).toEqual(['Water', 'Tea', 'Bar', 'Coffee', 'Old']);
  expect(await list(`categoryId: "${foodId}"`)).toEqual([bar.name]);
  expect(await list('search: "FOOD b"')).toEqual(['Bar']);
  expect(await list('search: "cöffee"')).toEqual(['Coffee']);
  expect(await list('first: 1')).toEqual(['Water']);
  expect(refusalOf(await run('orderFavourites', { shopItemIds: [newId()] }))).toBe('NOT_FOUND');
});

test('a category is archived once nothing on offer stands in it, and comes back with its product', async () => {
  const item = await create();
  expect(refusalOf(await run('archiveShopCategory', { id: categoryId }))).toBe('BAD_USER_INPUT id CATEGORY_IN_USE');
  await run('archiveShopItem', { id: item.id });
  expect(
    (await run('archiveShopCategory', { id: categoryId })).data?.['archiveShopCategory']?.shopCategory.isArchived,
  ).toBe(true);
  expect(refusalOf(await run('createShopItem', { name: 'X', categoryId, priceCents: 1, vatRatePercent: 9 }))).toBe(
    'BAD_USER_INPUT categoryId ARCHIVED_CATEGORY',
  );
  const { data } = await run('restoreShopItem', { id: item.id });
  expect(data?.['restoreShopItem']?.shopItem).toMatchObject({ isArchived: false, category: { isArchived: false } });
});

test('a product that is put in a category while it is being archived never ends up out of sight', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await addCategory(`Round ${round}`);
    await Promise.all([
      run('archiveShopCategory', { id }),
      run('createShopItem', { name: `R ${round}`, categoryId: id, priceCents: 1, vatRatePercent: 9 }),
    ]);
  }
  const { rows } = await scene.api.owner.query(
    `select 1 from shop_item i join shop_category c on c.id = i.shop_category_id where c.archived_at is not null and i.archived_at is null`,
  );
  expect(rows).toEqual([]);
});

test.each([
  [{ name: ' ' }, 'name REQUIRED'],
  [{ name: 'x'.repeat(81) }, 'name TOO_LONG'],
  [{ description: 'x'.repeat(501) }, 'description TOO_LONG'],
  [{ priceCents: -1 }, 'priceCents NEGATIVE'],
  [{ priceCents: 2_000_001 }, 'priceCents TOO_HIGH'],
  [{ vatRatePercent: 101 }, 'vatRatePercent INVALID_RATE'],
  [{ vatRatePercent: 9.001 }, 'vatRatePercent INVALID_RATE'],
  [{ categoryId: newId() }, 'categoryId UNKNOWN_CATEGORY'],
  [{ id: '1' }, 'id INVALID_ID'],
])('bad input is named: %o', async (input, refusal) => {
  const answer = await run('createShopItem', { name: 'X', categoryId, priceCents: 1, vatRatePercent: 9, ...input });
  expect(refusalOf(answer)).toBe(`BAD_USER_INPUT ${refusal}`);
});

test('employees read the shop and change nothing in it; another gym has its own', async () => {
  const item = await create();
  expect(await list()).toEqual([item.name]);
  for (const viewer of [scene.coach, scene.outsiders.readToken, scene.outsiders.member])
    expect(refusalOf(await run('changeShopItem', { id: item.id, priceCents: 1 }, viewer))).toBe('FORBIDDEN');
  expect(refusalOf(await run('archiveShopItem', { id: item.id }, scene.outsiders.otherGym))).toBe('NOT_FOUND');
  expect(refusalOf(await run('renameShopCategory', { id: categoryId, name: 'X' }, scene.outsiders.otherGym))).toBe(
    'NOT_FOUND',
  );
  expect(
    await scene.api.get(scene.outsiders.otherGym, '{ shopItems { id } shopCategories(includeArchived: true) { id } }'),
  ).toEqual({ shopItems: [], shopCategories: [] });
});

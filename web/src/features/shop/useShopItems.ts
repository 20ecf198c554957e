// Changes of the gym's products, with the list in the cache kept right.
import type { ApolloCache } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { ChangeShopItemInput, CreateShopItemInput } from '../../graphql/schema.generated';
import {
  ArchiveShopItemDocument,
  ChangeShopItemDocument,
  CreateShopItemDocument,
  OrderFavouritesDocument,
  RestoreShopItemDocument,
  ShopSettingsDocument,
  type ShopSettings_ItemFragment,
} from './ShopSettings.generated';

export type ItemRow = ShopSettings_ItemFragment;

export function useShopItems() {
  const client = useApolloClient();
  const payload = (shopItem: ItemRow) => ({ __typename: 'ShopItemPayload' as const, shopItem });
  return {
    create: (input: CreateShopItemInput) =>
      client.mutate({
        mutation: CreateShopItemDocument,
        variables: { input },
        update: (cache, { data }) => data && addToList(cache, data.createShopItem.shopItem),
      }),
    change: (input: ChangeShopItemInput) => client.mutate({ mutation: ChangeShopItemDocument, variables: { input } }),
    setFavourite: (row: ItemRow, isFavourite: boolean) =>
      client.mutate({
        mutation: ChangeShopItemDocument,
        variables: { input: { id: row.id, isFavourite } },
        optimisticResponse: { changeShopItem: payload({ ...row, isFavourite }) },
        update: (cache, { data }) => data && putLastOfFavourites(cache, data.changeShopItem.shopItem),
      }),
    setArchived: (row: ItemRow, isArchived: boolean) => {
      const variables = { input: { id: row.id } };
      const optimistic = payload({ ...row, isArchived });
      return isArchived
        ? client.mutate({
            mutation: ArchiveShopItemDocument,
            variables,
            optimisticResponse: { archiveShopItem: optimistic },
          })
        : client.mutate({
            mutation: RestoreShopItemDocument,
            variables,
            optimisticResponse: {
              // Its category comes back with it.
              restoreShopItem: {
                ...optimistic,
                shopItem: { ...optimistic.shopItem, category: { ...row.category, isArchived: false } },
              },
            },
          });
    },
    order: (rows: readonly ItemRow[]) =>
      client.mutate({
        mutation: OrderFavouritesDocument,
        variables: { input: { shopItemIds: rows.map(({ id }) => id) } },
        optimisticResponse: { orderFavourites: { __typename: 'FavouritesPayload', favourites: [...rows] } },
        update: (cache, { data }) => data && putFirst(cache, data.orderFavourites.favourites),
      }),
  };
}

function addToList(cache: ApolloCache, row: ItemRow): void {
  cache.updateQuery({ query: ShopSettingsDocument }, (known) =>
    known && !known.shopItems.some(({ id }) => id === row.id)
      ? { ...known, shopItems: [...known.shopItems, row] }
      : known,
  );
}

function putFirst(cache: ApolloCache, favourites: readonly ItemRow[]): void {
  const ids = new Set(favourites.map(({ id }) => id));
  cache.updateQuery(
    { query: ShopSettingsDocument },
    (known) => known && { ...known, shopItems: [...favourites, ...known.shopItems.filter(({ id }) => !ids.has(id))] },
  );
}

/** As the server does with what becomes a favourite. */
function putLastOfFavourites(cache: ApolloCache, row: ItemRow): void {
  cache.updateQuery({ query: ShopSettingsDocument }, (known) => {
    if (!known) return known;
    const others = known.shopItems.filter(({ id }) => id !== row.id);
    return {
      ...known,
      shopItems: [...others.filter((item) => item.isFavourite), row, ...others.filter((item) => !item.isFavourite)],
    };
  });
}

// Changes of the shop's categories, with the list in the cache kept right.
import { useApolloClient } from '@apollo/client/react';
import {
  ArchiveShopCategoryDocument,
  CreateShopCategoryDocument,
  OrderShopCategoriesDocument,
  RenameShopCategoryDocument,
  RestoreShopCategoryDocument,
  ShopSettingsDocument,
  type ShopSettings_CategoryFragment,
} from './ShopSettings.generated';

export type CategoryRow = ShopSettings_CategoryFragment;
type Terms = Pick<CategoryRow, 'id' | 'name'>;

export function useShopCategories() {
  const client = useApolloClient();
  const payload = (shopCategory: CategoryRow) => ({ __typename: 'ShopCategoryPayload' as const, shopCategory });
  return {
    create: ({ id, name }: Terms) =>
      client.mutate({
        mutation: CreateShopCategoryDocument,
        variables: { input: { id, name } },
        update: (cache, { data }) =>
          cache.updateQuery({ query: ShopSettingsDocument }, (known) => {
            const made = data?.createShopCategory.shopCategory;
            if (!known || !made || known.shopCategories.some((one) => one.id === made.id)) return known;
            return { ...known, shopCategories: [...known.shopCategories, made] };
          }),
      }),
    rename: ({ id, name }: Terms) =>
      client.mutate({ mutation: RenameShopCategoryDocument, variables: { input: { id, name } } }),
    setArchived: (row: CategoryRow, isArchived: boolean) => {
      const variables = { input: { id: row.id } };
      const optimistic = payload({ ...row, isArchived });
      return isArchived
        ? client.mutate({
            mutation: ArchiveShopCategoryDocument,
            variables,
            optimisticResponse: { archiveShopCategory: optimistic },
          })
        : client.mutate({
            mutation: RestoreShopCategoryDocument,
            variables,
            optimisticResponse: { restoreShopCategory: optimistic },
          });
    },
    order: (rows: readonly CategoryRow[]) =>
      client.mutate({
        mutation: OrderShopCategoriesDocument,
        variables: { input: { shopCategoryIds: rows.map(({ id }) => id) } },
        optimisticResponse: { orderShopCategories: { __typename: 'ShopCategoriesPayload', shopCategories: [...rows] } },
        update: (cache, { data }) =>
          cache.updateQuery({ query: ShopSettingsDocument }, (known) => {
            const live = data?.orderShopCategories.shopCategories;
            return (
              known &&
              live && { ...known, shopCategories: [...live, ...known.shopCategories.filter((one) => one.isArchived)] }
            );
          }),
      }),
  };
}

// What can be sold: favourites before anything is typed, then what is called like that. The list is read once and narrowed
// here; only a shop too large to be read whole is searched by the server.
import { useDeferredValue } from 'react';
import { folded } from '../../i18n/folded';
import { ShopDocument, type Shop_ItemFragment } from './Shop.generated';
import { useQuery } from '../../graphql/useQuery';

const mostRead = 200;

export function useProducts(typed: string) {
  const all = useQuery(ShopDocument, { variables: { search: null }, fetchPolicy: 'cache-and-network' });
  const items = all.data?.shopItems;
  const wanted = useDeferredValue(typed.trim());
  const isCut = items?.length === mostRead;
  const search = useQuery(ShopDocument, { variables: { search: wanted }, skip: !isCut || wanted === '' });
  const favourites = items?.filter((item) => item.isFavourite) ?? [];
  const found = isCut ? (search.data?.shopItems ?? []) : narrowed(items ?? [], typed);
  return {
    items,
    favourites,
    shown: typed.trim() ? found : favourites.length > 0 ? favourites : (items ?? []),
    isSearching: search.loading,
    error: items ? search.error : all.error,
    retry: () => void (items ? search.refetch() : all.refetch()),
  };
}

function narrowed(items: readonly Shop_ItemFragment[], typed: string): Shop_ItemFragment[] {
  const words = folded(typed).split(/\s+/);
  return items.filter(({ name, category }) => {
    const text = folded(`${name} ${category.name}`);
    return words.every((word) => text.includes(word));
  });
}

// Settings → Shop: products with their prices and VAT, favourites in their order, categories.
import { useState } from 'react';
import { ActionButton } from '../../../../actions/ActionButton';
import { useActions } from '../../../../actions/useActions';
import { useReversible } from '../../../../actions/useReversible';
import { SellerCard } from '../../../../features/purchase/SellerCard';
import { CategoryCard } from '../../../../features/shop/CategoryCard';
import { FavouriteCard } from '../../../../features/shop/FavouriteCard';
import { ItemCard } from '../../../../features/shop/ItemCard';
import { ItemDialog } from '../../../../features/shop/ItemDialog';
import { ItemTable } from '../../../../features/shop/ItemTable';
import { shopSettingsTexts } from '../../../../features/shop/shopSettingsTexts';
import { useShopItems, type ItemRow } from '../../../../features/shop/useShopItems';
import { useErrorText } from '../../../../graphql/useErrorText';
import { useQuery } from '../../../../graphql/useQuery';
import { useText } from '../../../../i18n/text';
import { Card } from '../../../../ui/Card';
import { EmptyState } from '../../../../ui/EmptyState';
import { ErrorState } from '../../../../ui/ErrorState';
import { InlineMessage } from '../../../../ui/InlineMessage';
import { keptTexts } from '../../../../ui/keptTexts';
import { SkeletonLines } from '../../../../ui/Skeleton';
import { useViewer } from '../../../session';
import { usePageTitle } from '../../../usePageTitle';
import styles from '../Settings.module.css';
import { SettingsHeader } from '../SettingsHeader';
import { ShopSettingsPageDocument } from './ShopSettingsPage.generated';

export default function ShopSettingsPage() {
  const text = useText(shopSettingsTexts);
  const kept = useText(keptTexts);
  const sentence = useErrorText();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(ShopSettingsPageDocument, { fetchPolicy: 'cache-and-network' });
  const [edited, setEdited] = useState<ItemRow | 'new' | null>(null);
  const verbs = useItemVerbs(setEdited);
  usePageTitle(text.title);
  const [create] = useActions(
    [
      {
        id: 'shop-item.create',
        label: text.create,
        group: text.group,
        icon: 'plus',
        shortcut: 'N',
        permission: 'MANAGE_SETTINGS',
        run: () => setEdited('new'),
      },
    ],
    viewer?.permissions,
  );
  const isReadOnly = Boolean(create.disabledReason);
  const button = <ActionButton action={create} variant="primary" />;
  const items = data?.shopItems.filter((item) => !item.isArchived) ?? [];
  const archived = data?.shopItems.filter((item) => item.isArchived) ?? [];
  const categories = data?.shopCategories.filter((category) => !category.isArchived) ?? [];
  return (
    <>
      <SettingsHeader title={text.title} hint={text.hint} action={button} />
      {isReadOnly && data && <InlineMessage>{kept.readOnly}</InlineMessage>}
      {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Card>
          <SkeletonLines lines={10} />
        </Card>
      )}
      {data && items.length === 0 && (
        <EmptyState icon="cart" title={text.emptyTitle} action={categories.length > 0 && button}>
          {text.empty}
        </EmptyState>
      )}
      {items.length > 0 && (
        <FavouriteCard favourites={items.filter((item) => item.isFavourite)} isReadOnly={isReadOnly} />
      )}
      {items.length > 0 && <ItemCard items={items} categories={categories} verbs={isReadOnly ? null : verbs} />}
      {data && <CategoryCard categories={data.shopCategories} isReadOnly={isReadOnly} />}
      {archived.length > 0 && (
        <Card title={kept.archivedTitle} count={archived.length} isFlush>
          <p className={styles.padded}>{text.archivedHint}</p>
          <ItemTable caption={kept.archivedTitle} rows={archived} verbs={isReadOnly ? null : verbs} />
        </Card>
      )}
      {data && <SellerCard seller={data.receiptSeller} isReadOnly={isReadOnly} />}
      {edited && (
        <ItemDialog
          row={edited === 'new' ? null : edited}
          categories={categories}
          currency={viewer?.gym.currency ?? 'EUR'}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

/** At once, each with its way back. */
function useItemVerbs(onEdit: (row: ItemRow) => void) {
  const text = useText(shopSettingsTexts);
  const kept = useText(keptTexts);
  const act = useReversible();
  const { setArchived, setFavourite } = useShopItems();
  const archive = (row: ItemRow, isArchived: boolean) =>
    void act({
      run: () => setArchived(row, isArchived),
      undo: () => setArchived(row, !isArchived),
      done: isArchived ? kept.archived(row.name) : kept.restored(row.name),
      failed: isArchived ? kept.archiveFailed(row.name) : kept.restoreFailed(row.name),
    });
  return {
    onEdit,
    onArchive: (row: ItemRow) => archive(row, true),
    onRestore: (row: ItemRow) => archive(row, false),
    onStar: (row: ItemRow) =>
      void act({
        run: () => setFavourite(row, !row.isFavourite),
        undo: () => setFavourite({ ...row, isFavourite: !row.isFavourite }, row.isFavourite),
        done: row.isFavourite ? text.unstarred(row.name) : text.starred(row.name),
        failed: text.notChanged(row.name),
      }),
  };
}

// Products: what they cost, where they stand, and what can be done with each.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { IconButton } from '../../ui/IconButton';
import { keptTexts } from '../../ui/keptTexts';
import { Table, type Column } from '../../ui/Table';
import styles from './Shop.module.css';
import { shopSettingsTexts } from './shopSettingsTexts';
import type { ItemRow } from './useShopItems';

export interface ItemVerbs {
  onStar: (row: ItemRow) => void;
  onEdit: (row: ItemRow) => void;
  onArchive: (row: ItemRow) => void;
  onRestore: (row: ItemRow) => void;
}

interface ItemTableProps {
  caption: string;
  rows: readonly ItemRow[];
  /** Null: only to look at. */
  verbs: ItemVerbs | null;
}

export function ItemTable({ caption, rows, verbs }: ItemTableProps) {
  const text = useText(shopSettingsTexts);
  const kept = useText(keptTexts);
  const format = useFormat();
  const { columns: words } = text;
  const columns: Column<ItemRow>[] = [
    {
      id: 'name',
      header: words.name,
      isRowHeader: true,
      cell: ({ name, description }) => (
        <>
          {name}
          {description && <span className={styles.detail}>{description}</span>}
        </>
      ),
    },
    { id: 'category', header: words.category, cell: ({ category }) => category.name },
    { id: 'price', header: words.price, isNumeric: true, cell: ({ price }) => format.money(price) },
    { id: 'vat', header: words.vat, isNumeric: true, cell: (row) => `${format.number(row.vatRatePercent, 2)}%` },
  ];
  if (verbs)
    columns.push({
      id: 'actions',
      header: kept.actions,
      hideHeader: true,
      cell: (row) => (
        <span>
          {!row.isArchived && (
            <IconButton
              icon="star"
              aria-pressed={row.isFavourite}
              className={row.isFavourite ? styles.starred : undefined}
              label={row.isFavourite ? text.unstar(row.name) : text.star(row.name)}
              onClick={() => verbs.onStar(row)}
            />
          )}
          {!row.isArchived && (
            <IconButton icon="pencil" label={kept.edit(row.name)} onClick={() => verbs.onEdit(row)} />
          )}
          {row.isArchived ? (
            <IconButton icon="restore" label={kept.restore(row.name)} onClick={() => verbs.onRestore(row)} />
          ) : (
            <IconButton icon="archive" label={kept.archive(row.name)} onClick={() => verbs.onArchive(row)} />
          )}
        </span>
      ),
    });
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

// The shop's categories in their order, and those that are archived.
import { useState } from 'react';
import { useReversible } from '../../actions/useReversible';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { IconButton } from '../../ui/IconButton';
import { KeptButtons } from '../../ui/KeptButtons';
import { keptTexts } from '../../ui/keptTexts';
import { OrderedRows } from '../../ui/OrderedRows';
import { CategoryDialog } from './CategoryDialog';
import styles from './Shop.module.css';
import { shopSettingsTexts } from './shopSettingsTexts';
import { useShopCategories, type CategoryRow } from './useShopCategories';

export function CategoryCard({ categories, isReadOnly }: { categories: readonly CategoryRow[]; isReadOnly: boolean }) {
  const text = useText(shopSettingsTexts);
  const kept = useText(keptTexts);
  const act = useReversible();
  const { setArchived, order } = useShopCategories();
  const [edited, setEdited] = useState<CategoryRow | 'new' | null>(null);
  const live = categories.filter((row) => !row.isArchived);
  const archived = categories.filter((row) => row.isArchived);
  const change = (row: CategoryRow, isArchived: boolean) =>
    void act({
      run: () => setArchived(row, isArchived),
      undo: () => setArchived(row, !isArchived),
      done: isArchived ? kept.archived(row.name) : kept.restored(row.name),
      failed: isArchived ? kept.archiveFailed(row.name) : kept.restoreFailed(row.name),
    });
  const verbs = {
    onEdit: setEdited,
    onArchive: (row: CategoryRow) => change(row, true),
    onRestore: (row: CategoryRow) => change(row, false),
    onDelete: () => {},
  };
  const buttons = (row: CategoryRow) => !isReadOnly && <KeptButtons row={row} verbs={verbs} />;
  return (
    <Card
      settings="categories"
      title={text.categories}
      count={live.length}
      isFlush
      actions={!isReadOnly && <IconButton icon="plus" label={text.createCategory} onClick={() => setEdited('new')} />}
    >
      <OrderedRows
        label={text.categories}
        rows={live}
        upLabel={text.up}
        downLabel={text.down}
        onMove={
          isReadOnly
            ? null
            : (rows, moved) =>
                void act({
                  run: () => order(rows),
                  undo: () => order(live),
                  done: text.moved(moved.name),
                  failed: text.notMoved,
                })
        }
        aside={buttons}
      />
      {archived.length > 0 && (
        <>
          <h3 className={styles.padded}>{kept.archivedTitle}</h3>
          <OrderedRows
            label={kept.archivedTitle}
            rows={archived}
            upLabel={text.up}
            downLabel={text.down}
            onMove={null}
            aside={buttons}
          />
        </>
      )}
      {edited && <CategoryDialog row={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Card>
  );
}

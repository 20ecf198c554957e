// Archives, restores and deletes what is kept in settings, each with its way back.
import { useReversible } from './useReversible';
import { useText } from '../i18n/text';
import type { Kept } from '../ui/KeptButtons';
import { keptTexts } from '../ui/keptTexts';

interface Mutations<Row> {
  setArchived: (row: Row, isArchived: boolean) => Promise<unknown>;
  remove: (row: Row) => Promise<unknown>;
  /** Makes it again as it was, under its own id. */
  remake: (row: Row) => Promise<unknown>;
}

export function useKept<Row extends Kept>({ setArchived, remove, remake }: Mutations<Row>) {
  const text = useText(keptTexts);
  const act = useReversible();
  return {
    archive: (row: Row) =>
      act({
        run: () => setArchived(row, true),
        undo: () => setArchived(row, false),
        done: text.archived(row.name),
        failed: text.archiveFailed(row.name),
      }),
    restore: (row: Row) =>
      act({
        run: () => setArchived(row, false),
        undo: () => setArchived(row, true),
        done: text.restored(row.name),
        failed: text.restoreFailed(row.name),
      }),
    remove: (row: Row) =>
      act({
        run: () => remove(row),
        undo: async () => {
          await remake(row);
          if (row.isArchived) await setArchived(row, true);
        },
        done: text.removed(row.name),
        failed: text.removeFailed(row.name),
      }),
  };
}

// What can be done with a row of the settings: change it, take it out of use or bring it back, delete what nobody used.
import { useText } from '../i18n/text';
import { IconButton } from './IconButton';
import { keptTexts } from './keptTexts';

export interface Kept {
  id: string;
  name: string;
  isArchived: boolean;
  /** Null: not known here, so not offered for deletion. */
  isUsed?: boolean | null;
}

export interface KeptVerbs<Row> {
  onEdit: (row: Row) => void;
  onArchive: (row: Row) => void;
  onRestore: (row: Row) => void;
  onDelete: (row: Row) => void;
}

export function KeptButtons<Row extends Kept>({ row, verbs }: { row: Row; verbs: KeptVerbs<Row> }) {
  const text = useText(keptTexts);
  const { name, isArchived, isUsed } = row;
  return (
    <span>
      {!isArchived && <IconButton icon="pencil" label={text.edit(name)} onClick={() => verbs.onEdit(row)} />}
      {isArchived ? (
        <IconButton icon="restore" label={text.restore(name)} onClick={() => verbs.onRestore(row)} />
      ) : (
        <IconButton icon="archive" label={text.archive(name)} onClick={() => verbs.onArchive(row)} />
      )}
      {isUsed === false && <IconButton icon="trash" label={text.remove(name)} onClick={() => verbs.onDelete(row)} />}
    </span>
  );
}

// The gym's checklists: how many actions each has, whether new members get it, and what can be done with it.
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { KeptButtons, type KeptVerbs } from '../../ui/KeptButtons';
import { keptTexts } from '../../ui/keptTexts';
import { Table, type Column } from '../../ui/Table';
import styles from './Checklist.module.css';
import { templateTexts } from './templateTexts';
import type { TemplateRow } from './useTemplates';

interface TemplateTableProps {
  caption: string;
  rows: readonly TemplateRow[];
  /** Null: only to look at. */
  verbs: KeptVerbs<TemplateRow> | null;
}

export function TemplateTable({ caption, rows, verbs }: TemplateTableProps) {
  const text = useText(templateTexts);
  const kept = useText(keptTexts);
  const columns: Column<TemplateRow>[] = [
    {
      id: 'name',
      header: text.columns.name,
      isRowHeader: true,
      cell: ({ name, description }) => (
        <span className={styles.what}>
          {name}
          {description && <span className={styles.meta}>{description}</span>}
        </span>
      ),
    },
    { id: 'actions', header: text.columns.actions, cell: ({ actions }) => text.actions(actions.length) },
    {
      id: 'forNewMembers',
      header: text.columns.forNewMembers,
      cell: ({ isForNewMembers }) => (isForNewMembers ? <Badge tone="good">{text.yes}</Badge> : text.no),
    },
  ];
  if (verbs)
    columns.push({
      id: 'buttons',
      header: kept.actions,
      hideHeader: true,
      cell: (row) => <KeptButtons row={row} verbs={verbs} />,
    });
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

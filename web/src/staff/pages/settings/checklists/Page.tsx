// Settings → Checklists: create, change, archive and restore; delete what nobody was ever given.
import { useState } from 'react';
import { useActions } from '../../../../actions/useActions';
import { useKept } from '../../../../actions/useKept';
import { TemplateDialog } from '../../../../features/checklist/TemplateDialog';
import { TemplateTable } from '../../../../features/checklist/TemplateTable';
import { templateTexts } from '../../../../features/checklist/templateTexts';
import { useTemplates, type TemplateRow } from '../../../../features/checklist/useTemplates';
import { useText } from '../../../../i18n/text';
import { useViewer } from '../../../session';
import { KeptPage } from '../KeptPage';
import { ChecklistSettingsPageDocument } from './ChecklistSettingsPage.generated';
import { useQuery } from '../../../../graphql/useQuery';

export default function ChecklistSettingsPage() {
  const text = useText(templateTexts);
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(ChecklistSettingsPageDocument, { fetchPolicy: 'cache-and-network' });
  const [edited, setEdited] = useState<TemplateRow | 'new' | null>(null);
  const { archive, restore, remove } = useKept<TemplateRow>(useTemplates());
  const [create] = useActions(
    [
      {
        id: 'checklist.create',
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
  const verbs = {
    onEdit: setEdited,
    onArchive: (row: TemplateRow) => void archive(row),
    onRestore: (row: TemplateRow) => void restore(row),
    onDelete: (row: TemplateRow) => void remove(row),
  };
  return (
    <>
      <KeptPage
        icon="list"
        path="checklists"
        text={text}
        create={create}
        rows={data?.checklistTemplates.toSorted((a, b) => a.name.localeCompare(b.name))}
        error={error}
        onRetry={() => void refetch()}
        table={(caption, rows) => (
          <TemplateTable caption={caption} rows={rows} verbs={create.disabledReason ? null : verbs} />
        )}
      />
      {edited && <TemplateDialog row={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

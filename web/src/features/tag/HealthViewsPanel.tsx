// Who saw which health tag of a member, the latest first. For admins.
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { SidePanel } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Pager } from '../../ui/Pager';
import { SkeletonLines } from '../../ui/Skeleton';
import { Table } from '../../ui/Table';
import { TagChip } from '../../ui/TagChip';
import { tagDialogTexts } from './dialogTexts';
import { HealthTagViewsDocument } from './HealthTagViews.generated';

export default function HealthViewsPanel({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const text = useText(tagDialogTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const [page, setPage] = useState(1);
  const { data, previousData, error, refetch } = useQuery(HealthTagViewsDocument, {
    variables: { id: memberId, page },
    // Each reading is a view as well: what is shown must be what was noted last.
    fetchPolicy: 'network-only',
  });
  const views = (data ?? previousData)?.member?.healthTagViews;
  return (
    <SidePanel
      open
      isFlush
      isBusy={!data && !error}
      title={text.viewsTitle}
      onClose={onClose}
      footer={views && <Pager {...views} onPage={setPage} />}
    >
      {error && !views && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!views && !error && <SkeletonLines lines={10} />}
      {views?.totalCount === 0 && (
        <EmptyState icon="shield" title={text.noViews}>
          {text.viewsHint}
        </EmptyState>
      )}
      {views && views.totalCount > 0 && (
        <Table
          isCompact
          caption={text.viewsTitle}
          rows={views.items}
          rowKey={({ id }) => id}
          columns={[
            { id: 'who', header: text.columns.who, isRowHeader: true, cell: ({ employee }) => employee.fullName },
            {
              id: 'when',
              header: text.columns.when,
              cell: ({ seenAt }) => <time dateTime={seenAt}>{format.dateTime(seenAt)}</time>,
            },
            {
              id: 'tag',
              header: text.columns.tag,
              cell: ({ tag }) => <TagChip name={tag.name} color={tag.color} />,
            },
          ]}
        />
      )}
    </SidePanel>
  );
}

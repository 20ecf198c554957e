// All sessions of a member, latest first: when, what, and whether they came.
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { Badge, type Tone } from '../../ui/Badge';
import { SidePanel } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Pager } from '../../ui/Pager';
import { SkeletonLines } from '../../ui/Skeleton';
import { Table } from '../../ui/Table';
import { ColorDot } from '../../ui/TagChip';
import { SessionHistoryDocument } from './HistoryPanel.generated';
import { visitTexts } from './messages';
import { rosterTexts } from './rosterTexts';
import styles from './VisitCard.module.css';

const tones: Record<string, Tone> = { ATTENDED: 'good', NO_SHOW: 'bad', REGISTERED: 'info' };

export default function HistoryPanel({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const text = useText(visitTexts);
  const roster = useText(rosterTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const [page, setPage] = useState(1);
  const { data, previousData, error, refetch } = useQuery(SessionHistoryDocument, {
    variables: { id: memberId, page },
    fetchPolicy: 'cache-and-network',
  });
  const history = (data ?? previousData)?.member?.registrations;
  return (
    <SidePanel
      open
      isFlush
      isBusy={!data && !error}
      title={text.history}
      onClose={onClose}
      footer={history && <Pager {...history} onPage={setPage} />}
    >
      {error && !history && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!history && !error && <SkeletonLines lines={10} />}
      {history?.totalCount === 0 && (
        <EmptyState icon="calendar" title={roster.noHistory}>
          {roster.noHistoryHint}
        </EmptyState>
      )}
      {history && history.totalCount > 0 && (
        <Table
          isCompact
          caption={text.history}
          rows={history.items}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'when',
              header: roster.when,
              isRowHeader: true,
              cell: ({ session }) => format.dateTime(session.startsAt),
            },
            {
              id: 'session',
              header: text.session,
              cell: ({ session }) => (
                <span className={styles.session}>
                  <ColorDot color={session.type.color} /> {session.type.name}
                </span>
              ),
            },
            {
              id: 'presence',
              header: roster.presence,
              cell: ({ status }) => <Badge tone={tones[status]}>{roster.status[status]}</Badge>,
            },
          ]}
        />
      )}
    </SidePanel>
  );
}

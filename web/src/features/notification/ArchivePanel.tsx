// The completed notifications of a member, with who and when, and the way back.
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { SidePanel } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { IconButton } from '../../ui/IconButton';
import { MoreButton } from '../../ui/MoreButton';
import { SkeletonLines } from '../../ui/Skeleton';
import { CompletedNotificationsDocument } from './ArchivePanel.generated';
import { notificationTexts } from './messages';
import { archiveTexts } from './archiveTexts';
import styles from './NotificationCard.module.css';
import type { NotificationRow_NotificationFragment } from './NotificationRow.generated';
import { useCompleteNotification } from './useCompleteNotification';

interface ArchivePanelProps {
  memberId: string;
  disabledReason?: string | null;
  onClose: () => void;
}

export default function ArchivePanel({ memberId, disabledReason, onClose }: ArchivePanelProps) {
  const text = useText(notificationTexts);
  const archiveWords = useText(archiveTexts);
  const sentence = useErrorText();
  const { data, error, refetch, fetchMore } = useQuery(CompletedNotificationsDocument, {
    variables: { id: memberId },
    fetchPolicy: 'cache-and-network',
  });
  const { reopen } = useCompleteNotification(memberId);
  const archive = data?.member?.notifications;
  const completed = archive?.nodes.filter((notification) => notification.completedAt);
  return (
    <SidePanel open isFlush title={text.archive} onClose={onClose}>
      {error && !archive && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!archive && !error && <SkeletonLines lines={6} />}
      {completed?.length === 0 && <EmptyState icon="bell" title={archiveWords.archiveNone} />}
      <ul className={styles.list}>
        {completed?.map((notification) => (
          <CompletedRow
            key={notification.id}
            notification={notification}
            disabledReason={disabledReason}
            onReopen={() => void reopen(notification)}
          />
        ))}
      </ul>
      {archive && (
        <MoreButton
          shown={archive.nodes.length}
          connection={archive}
          onMore={(after) => fetchMore({ variables: { after } })}
        />
      )}
    </SidePanel>
  );
}

interface CompletedRowProps {
  notification: NotificationRow_NotificationFragment;
  disabledReason?: string | null;
  onReopen: () => void;
}

function CompletedRow({
  notification: { kind, message, completedAt, completedBy, outcome, closedReason },
  disabledReason,
  onReopen,
}: CompletedRowProps) {
  const text = useText(notificationTexts);
  const archive = useText(archiveTexts);
  const format = useFormat();
  const day = completedAt ? format.dayOf(completedAt) : '';
  const how = closedReason
    ? archive.closed(day, archive.reason[closedReason])
    : completedBy
      ? archive.completedBy(day, completedBy.fullName)
      : archive.completedOn(day);
  return (
    <li className={styles.row}>
      <div className={styles.body}>
        <span className={styles.meta}>
          <strong>{text.kind[kind]}</strong> · {how}
          {outcome && ` · ${archive.outcome[outcome]}`}
        </span>
        <span>{message}</span>
      </div>
      <IconButton icon="restore" label={archive.reopen} disabledReason={disabledReason} onClick={onReopen} />
    </li>
  );
}

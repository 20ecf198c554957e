// Everything that happened about a member, day by day, the latest first. The first page came with the overview; narrowed to
// kinds, which stand in the address, it is read by itself.
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import type { TimelineKind } from '../../graphql/schema.generated';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { CheckList } from '../../ui/CheckList';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { MoreButton } from '../../ui/MoreButton';
import { SkeletonLines } from '../../ui/Skeleton';
import { daysOf } from './daysOf';
import { timelineTexts } from './messages';
import type { TimelineCard_MemberFragment } from './Timeline.generated';
import { TimelineDocument } from './TimelineCard.generated';
import { TimelineEntry } from './TimelineEntry';
import styles from './Timeline.module.css';
import { useRevert } from './useRevert';

interface TimelineCardProps {
  member: TimelineCard_MemberFragment;
  /** Something was reverted: what the other tiles show has changed. */
  onReverted: () => void;
}

export default function TimelineCard({ member, onReverted }: TimelineCardProps) {
  const text = useText(timelineTexts);
  const sentence = useErrorText();
  const { kinds, choose } = useKinds();
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(TimelineDocument, {
    variables: { id: member.id, ...(kinds.length > 0 && { kinds }) },
    notifyOnNetworkStatusChange: false,
  });
  const revert = useRevert(onReverted);
  useReadAgain(member, kinds.length > 0, () => void refetch());
  const page = (data ?? previousData)?.member?.timeline;
  return (
    <Card
      title={text.title}
      isBusy={loading && !data}
      actions={
        <CheckList
          label={text.filter}
          options={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
          values={kinds}
          onChange={(values) => choose(values as TimelineKind[])}
        />
      }
    >
      {!page && error && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!page && !error && !loading && <ErrorState message={text.failed} onRetry={() => void refetch()} />}
      {!page && loading && <SkeletonLines lines={8} />}
      {page?.nodes.length === 0 && (
        <EmptyState icon="clock" title={kinds.length > 0 ? text.emptyFilter : text.emptyTitle}>
          {kinds.length > 0 ? null : text.empty}
        </EmptyState>
      )}
      {page && <Days entries={page.nodes} onRevert={revert} />}
      {page && (
        <MoreButton
          shown={page.nodes.length}
          connection={page}
          onMore={(after) => fetchMore({ variables: { after } })}
        />
      )}
    </Card>
  );
}

type Entries = NonNullable<TimelineCard_MemberFragment['timeline']>['nodes'];

function Days({ entries, onRevert }: { entries: Entries; onRevert: (auditId: string) => void }) {
  const text = useText(timelineTexts);
  const format = useFormat();
  const days = daysOf(entries, format.localDay);
  const heading = (day: string) => {
    const distance = (Date.parse(format.today()) - Date.parse(day)) / 86_400_000;
    if (distance === 0) return text.today;
    return distance === 1 ? text.yesterday : format.day(day, 'long');
  };
  return days.map(({ day, entries: ofDay }) => (
    <section key={day} className={styles.day} aria-label={heading(day)}>
      <h3 className={styles.heading}>{heading(day)}</h3>
      <ol className={styles.entries}>
        {ofDay.map((entry) => (
          <TimelineEntry key={entry.id} entry={entry} onRevert={onRevert} />
        ))}
      </ol>
    </section>
  ));
}

/** The kinds that it is narrowed to, as they stand in the address. */
function useKinds() {
  const text = useText(timelineTexts);
  const [address, setAddress] = useSearchParams();
  const known = Object.keys(text.kinds) as TimelineKind[];
  const named = (address.get('timeline') ?? '').toUpperCase().split(',');
  const choose = (kinds: TimelineKind[]) => {
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (kinds.length > 0) next.set('timeline', kinds.join(',').toLowerCase());
        else next.delete('timeline');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return { kinds: known.filter((kind) => named.includes(kind)), choose };
}

/** The overview is read again when something changed; what is narrowed follows when it brings something new. */
function useReadAgain(member: TimelineCard_MemberFragment, isNarrowed: boolean, read: () => void): void {
  const newest = member.timeline?.nodes[0]?.id;
  const known = useRef(newest);
  useEffect(() => {
    if (known.current === newest) return;
    known.current = newest;
    if (isNarrowed) read();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only something new reads again
  }, [newest]);
}

// The lines behind the figures: narrowed by part, kind and VAT rate, a page at a time.
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { Badge, type Tone } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Pager } from '../../ui/Pager';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Select } from '../../ui/Select';
import { SkeletonLines } from '../../ui/Skeleton';
import { Table, type Column } from '../../ui/Table';
import { revenueTexts } from './messages';
import { RevenueLinesDocument, type RevenueLinesQuery } from './Revenue.generated';
import styles from './Revenue.module.css';
import { kinds, pageSize, parts, type RevenueState } from './revenueState';

type Line = NonNullable<RevenueLinesQuery['revenueLines']>['items'][number];

const tones: Record<Line['status'], Tone> = {
  OPEN: 'info',
  PENDING: 'info',
  PAID: 'good',
  FAILED: 'bad',
  RETURNED: 'bad',
  CANCELLED: 'neutral',
  REFUNDED: 'neutral',
};

interface RevenueLinesProps {
  state: RevenueState;
  /** The VAT rates that the month has. */
  rates: readonly number[];
  change: (choice: Partial<RevenueState>) => void;
}

export function RevenueLines({ state, rates, change }: RevenueLinesProps) {
  const text = useText(revenueTexts);
  const sentence = useErrorText();
  const {
    data: current,
    previousData,
    error,
    refetch,
  } = useQuery(RevenueLinesDocument, { variables: { ...state, pageSize }, fetchPolicy: 'cache-and-network' });
  // The rows stay until the next ones are there.
  const lines = (current ?? previousData)?.revenueLines;
  return (
    <Card title={text.linesTitle} count={lines && text.lines(lines.totalCount)} isFlush isBusy={!current && !error}>
      <LineFilter state={state} rates={rates} change={change} />
      {error && !current && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!lines && !error && <SkeletonLines lines={8} />}
      {lines && !(error && !current) && (
        <>
          {lines.items.length > 0 ? (
            <LineTable lines={lines.items} />
          ) : (
            <EmptyState
              icon="filter"
              title={text.noLines}
              action={
                <Button onClick={() => change({ part: null, kind: null, vatRatePercent: null })}>{text.clear}</Button>
              }
            >
              {text.noLinesHint}
            </EmptyState>
          )}
          <Pager
            page={state.page}
            pageSize={pageSize}
            totalCount={lines.totalCount}
            onPage={(page) => change({ page })}
          />
        </>
      )}
    </Card>
  );
}

function LineFilter({ state, rates, change }: RevenueLinesProps) {
  const text = useText(revenueTexts);
  const format = useFormat();
  const offered = state.vatRatePercent === null ? rates : [...new Set([...rates, state.vatRatePercent])];
  return (
    <div className={styles.filter}>
      <SegmentedControl
        label={text.show}
        value={state.part ?? 'ALL'}
        onChange={(part) => change({ part: part === 'ALL' ? null : part })}
        options={(['ALL', ...parts] as const).map((value) => ({ value, label: text.parts[value] }))}
      />
      <Select
        label={text.kindColumn}
        hideLabel
        value={state.kind ?? ''}
        onChange={(value) => change({ kind: kinds.find((kind) => kind === value) ?? null })}
        options={[{ value: '', label: text.anyKind }, ...kinds.map((value) => ({ value, label: text.kind[value] }))]}
      />
      <Select
        label={text.rateColumn}
        hideLabel
        value={String(state.vatRatePercent ?? '')}
        onChange={(value) => change({ vatRatePercent: value === '' ? null : Number(value) })}
        options={[
          { value: '', label: text.anyRate },
          ...offered.map((rate) => ({ value: String(rate), label: text.rate(format.number(rate, 2)) })),
        ]}
      />
    </div>
  );
}

function LineTable({ lines }: { lines: readonly Line[] }) {
  const text = useText(revenueTexts);
  const format = useFormat();
  const columns: Column<Line>[] = [
    { id: 'member', header: text.member, isRowHeader: true, cell: ({ memberName }) => memberName },
    {
      id: 'description',
      header: text.description,
      cell: ({ quantity, description }) => (
        <span className={styles.description}>{text.quantity(quantity, description)}</span>
      ),
    },
    {
      id: 'date',
      header: text.date,
      cell: ({ purchasedAt }) => <time dateTime={purchasedAt}>{format.dayOf(purchasedAt)}</time>,
    },
    {
      id: 'rate',
      header: text.rateColumn,
      isNumeric: true,
      cell: (line) => text.rate(format.number(line.vatRatePercent, 2)),
    },
    {
      id: 'state',
      header: text.state,
      cell: ({ status, statusReason }) => (
        <span>
          <Badge tone={tones[status]}>{text.status[status]}</Badge>
          {statusReason && <span className={styles.reason}> {statusReason}</span>}
        </span>
      ),
    },
    {
      id: 'total',
      header: text.total,
      isNumeric: true,
      cell: ({ total }) => <span className="figures">{format.money(total)}</span>,
    },
  ];
  return (
    <Table
      caption={text.linesTitle}
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      rowHref={({ memberId }) => `/members/${memberId}`}
      isCompact
    />
  );
}

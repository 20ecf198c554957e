// What is on offer: price, terms, what it includes, who has it, and what can be done with each.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { KeptButtons, type KeptVerbs } from '../../ui/KeptButtons';
import { keptTexts } from '../../ui/keptTexts';
import { Table, type Column } from '../../ui/Table';
import styles from './SubscriptionTypes.module.css';
import { subscriptionTypeTexts } from './typeTexts';
import type { SubscriptionTypeRow } from './useSubscriptionTypes';

interface SubscriptionTypeTableProps {
  caption: string;
  rows: readonly SubscriptionTypeRow[];
  /** Null: only to look at. */
  verbs: KeptVerbs<SubscriptionTypeRow> | null;
}

export function SubscriptionTypeTable({ caption, rows, verbs }: SubscriptionTypeTableProps) {
  const text = useText(subscriptionTypeTexts);
  const kept = useText(keptTexts);
  const columns: Column<SubscriptionTypeRow>[] = [
    { id: 'type', header: text.columns.type, isRowHeader: true, cell: (row) => <Name row={row} /> },
    { id: 'price', header: text.columns.price, cell: (row) => <Price row={row} /> },
    { id: 'terms', header: text.columns.terms, cell: (row) => <Terms row={row} /> },
    { id: 'includes', header: text.columns.includes, cell: (row) => <Includes row={row} /> },
    {
      id: 'inUse',
      header: text.columns.inUse,
      cell: ({ subscriptionCount }) => (subscriptionCount ? text.inUse(subscriptionCount) : text.unused),
    },
  ];
  if (verbs)
    columns.push({
      id: 'actions',
      header: kept.actions,
      hideHeader: true,
      cell: (row) => <KeptButtons row={row} verbs={verbs} />,
    });
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function Name({ row: { name, description, isVisibleToMembers, isExperienceRequired } }: { row: SubscriptionTypeRow }) {
  const text = useText(subscriptionTypeTexts);
  return (
    <span className={styles.name}>
      <span className={styles.title}>
        {name}
        {!isVisibleToMembers && <Badge>{text.hidden}</Badge>}
        {isExperienceRequired && <Badge>{text.experience}</Badge>}
      </span>
      {description && <span className={styles.muted}>{description}</span>}
    </span>
  );
}

function Price({ row: { price, yearlyPrice, isRecurring } }: { row: SubscriptionTypeRow }) {
  const text = useText(subscriptionTypeTexts);
  const { money } = useFormat();
  return (
    <span className={styles.lines}>
      <span className="figures">{isRecurring ? text.aMonth(money(price)) : text.onceFor(money(price))}</span>
      {yearlyPrice && <span className={styles.muted}>{text.aYear(money(yearlyPrice))}</span>}
    </span>
  );
}

function Terms({ row }: { row: SubscriptionTypeRow }) {
  const text = useText(subscriptionTypeTexts);
  const { number } = useFormat();
  const { isRecurring, sessionLimit, validityDays, firstTermMonths, vatRatePercent } = row;
  const limit = sessionLimit && (isRecurring ? text.aWeek(sessionLimit) : text.creditCount(sessionLimit));
  const terms = [
    limit ?? text.unlimited,
    validityDays && text.days(validityDays),
    firstTermMonths > 0 && text.firstTerm(firstTermMonths),
    text.vat(number(vatRatePercent, 2)),
  ];
  return <span className={styles.muted}>{terms.filter(Boolean).join(' · ')}</span>;
}

function Includes({ row: { sessionTypes, calendars } }: { row: SubscriptionTypeRow }) {
  const text = useText(subscriptionTypeTexts);
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ') || text.nothing;
  return (
    <span className={styles.lines}>
      <span className={styles.muted}>{names(sessionTypes)}</span>
      <span className={styles.muted}>{names(calendars)}</span>
    </span>
  );
}

// What is on offer: price, terms, what it includes, who has it, and what can be done with each.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { classes } from '../../ui/classes';
import { KeptButtons, type KeptVerbs } from '../../ui/KeptButtons';
import { keptTexts } from '../../ui/keptTexts';
import { Table, type Column } from '../../ui/Table';
import styles from './SubscriptionTypes.module.css';
import { subscriptionTypeTexts } from './typeTexts';
import type { SubscriptionTypeRow } from './useSubscriptionTypes';

interface Offered {
  sessionTypes: number;
  calendars: number;
}

interface SubscriptionTypeTableProps {
  caption: string;
  rows: readonly SubscriptionTypeRow[];
  /** How many session types and calendars are in use: to say "all" instead of naming them. */
  offered: Offered;
  /** Null: only to look at. */
  verbs: KeptVerbs<SubscriptionTypeRow> | null;
}

export function SubscriptionTypeTable({ caption, rows, offered, verbs }: SubscriptionTypeTableProps) {
  const text = useText(subscriptionTypeTexts);
  const kept = useText(keptTexts);
  const columns: Column<SubscriptionTypeRow>[] = [
    { id: 'type', header: text.columns.type, isRowHeader: true, cell: (row) => <Name row={row} /> },
    { id: 'price', header: text.columns.price, cell: (row) => <Price row={row} /> },
    { id: 'terms', header: text.columns.terms, cell: (row) => <Terms row={row} /> },
    { id: 'includes', header: text.columns.includes, cell: (row) => <Includes row={row} offered={offered} /> },
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
      <span className={styles.figure}>{isRecurring ? text.aMonth(money(price)) : text.onceFor(money(price))}</span>
      {yearlyPrice && <span className={classes(styles.figure, styles.muted)}>{text.aYear(money(yearlyPrice))}</span>}
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

function Includes({ row: { sessionTypes, calendars }, offered }: { row: SubscriptionTypeRow; offered: Offered }) {
  const text = useText(subscriptionTypeTexts);
  const named = (list: readonly { name: string; isArchived: boolean }[], all: number, everything: string) =>
    all > 1 && list.filter(({ isArchived }) => !isArchived).length === all
      ? everything
      : list.map(({ name }) => name).join(', ');
  const parts = [
    named(sessionTypes, offered.sessionTypes, text.allSessions),
    named(calendars, offered.calendars, text.allCalendars),
  ].filter(Boolean);
  return <span className={styles.muted}>{parts.join(' · ') || text.nothing}</span>;
}

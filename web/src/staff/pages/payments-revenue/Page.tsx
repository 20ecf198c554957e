// Revenue by month, for Admins: the last months, one of them in figures, its lines, and both as files.
import { useSearchParams } from 'react-router';
import { MonthBars } from '../../../features/revenue/MonthBars';
import { revenueTexts } from '../../../features/revenue/messages';
import { RevenueLines } from '../../../features/revenue/RevenueLines';
import { RevenueSums } from '../../../features/revenue/RevenueSums';
import {
  readRevenueState,
  shiftMonth,
  writeRevenueState,
  type RevenueState,
} from '../../../features/revenue/revenueState';
import { useFormat } from '../../../format/useFormat';
import { useErrorText } from '../../../graphql/useErrorText';
import { useQuery } from '../../../graphql/useQuery';
import { useText } from '../../../i18n/text';
import { DownloadLink } from '../../../ui/ButtonLink';
import { Card } from '../../../ui/Card';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { IconButton } from '../../../ui/IconButton';
import { SkeletonLines } from '../../../ui/Skeleton';
import { usePageTitle } from '../../usePageTitle';
import { RevenuePageDocument } from './RevenuePage.generated';
import styles from './RevenuePage.module.css';

export default function RevenuePage() {
  const text = useText(revenueTexts);
  const sentence = useErrorText();
  const { state, change, hrefOf } = useRevenueState();
  // Whoever is no Admin is refused, and still known to be signed in: the frame around says whom to ask.
  const { data, previousData, error, refetch } = useQuery(RevenuePageDocument, {
    variables: { month: state.month },
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'all',
  });
  usePageTitle(text.title);
  const month = data?.revenueMonth ?? previousData?.revenueMonth;
  return (
    <div className={styles.page} aria-busy={(!data && !error) || undefined}>
      <Header state={state} change={change} />
      {error && !month && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!month && !error && (
        <Card>
          <SkeletonLines lines={12} />
        </Card>
      )}
      {month && <MonthBars shown={state.month} hrefOf={(start) => hrefOf({ month: start })} />}
      {month &&
        (month.sum.lineCount === 0 ? (
          <EmptyMonth month={month.monthStartsOn} />
        ) : (
          <RevenueSums {...{ month, hrefOf }} />
        ))}
      {month && month.sum.lineCount > 0 && (
        <RevenueLines
          state={state}
          change={change}
          rates={month.vatRates.map(({ vatRatePercent }) => vatRatePercent)}
        />
      )}
    </div>
  );
}

interface HeaderProps {
  state: RevenueState;
  change: (choice: Partial<RevenueState>) => void;
}

function Header({ state: { month }, change }: HeaderProps) {
  const text = useText(revenueTexts);
  const format = useFormat();
  const name = format.day(month, 'month');
  const later = shiftMonth(month, 1);
  const file = `/exports/revenue/${month.slice(0, 7)}`;
  return (
    <header className={styles.header}>
      <h1>{text.title}</h1>
      <div className={styles.months} role="group" aria-label={text.month}>
        <IconButton
          icon="chevronLeft"
          label={text.earlier}
          variant="secondary"
          onClick={() => change({ month: shiftMonth(month, -1) })}
        />
        <span className={styles.month} role="status">
          {name}
        </span>
        <IconButton
          icon="chevronRight"
          label={text.later}
          variant="secondary"
          disabledReason={later > format.today() ? text.noLater : null}
          onClick={() => change({ month: later })}
        />
      </div>
      <div className={styles.exports}>
        <DownloadLink href={`${file}.csv`} label={text.csvOf(name)}>
          {text.csv}
        </DownloadLink>
        <DownloadLink href={`${file}.xlsx`} label={text.excelOf(name)}>
          {text.excel}
        </DownloadLink>
      </div>
    </header>
  );
}

function EmptyMonth({ month }: { month: string }) {
  const text = useText(revenueTexts);
  const format = useFormat();
  return (
    <Card>
      <EmptyState icon="chart" title={text.emptyTitle(format.day(month, 'month'))}>
        {text.empty}
      </EmptyState>
    </Card>
  );
}

/** The state in the address; every change but the page goes back to the first page. */
function useRevenueState() {
  const [search, setSearch] = useSearchParams();
  const today = useFormat().today();
  const state = readRevenueState(search, today);
  const searchOf = (choice: Partial<RevenueState>) => writeRevenueState({ ...state, page: 1, ...choice }, today);
  return {
    state,
    change: (choice: Partial<RevenueState>) => setSearch(searchOf(choice)),
    hrefOf: (choice: Partial<RevenueState>) => `?${searchOf(choice)}`,
  };
}

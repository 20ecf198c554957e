// The last months as bars, each a way to its figures; amounts stand beside them.
import { Link } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { SkeletonLines } from '../../ui/Skeleton';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { revenueTexts } from './messages';
import { RevenueMonthsDocument, type RevenueMonthsQuery } from './Revenue.generated';
import styles from './Revenue.module.css';
import { lengthOf } from './revenueState';
import { useQuery } from '../../graphql/useQuery';

interface MonthBarsProps {
  /** The first day of the month that is shown. */
  shown: string;
  hrefOf: (month: string) => string;
}

export function MonthBars(props: MonthBarsProps) {
  const text = useText(revenueTexts);
  // Asked for once, whichever month is shown.
  const { data } = useQuery(RevenueMonthsDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Card title={text.months}>
      {data?.revenueMonths ? <Bars months={data.revenueMonths} {...props} /> : <SkeletonLines lines={12} />}
    </Card>
  );
}

interface BarsProps extends MonthBarsProps {
  months: NonNullable<RevenueMonthsQuery['revenueMonths']>;
}

function Bars({ months, shown, hrefOf }: BarsProps) {
  const text = useText(revenueTexts);
  const format = useFormat();
  const longest = Math.max(...months.map(({ sum }) => sum.total.amountCents));
  const width = (cents: number) => ({ width: `${lengthOf(cents, longest)}%` });
  return (
    <>
      <p className={styles.rule}>{text.barsRule}</p>
      <ol className={styles.bars}>
        {months.map(({ monthStartsOn, sum }) => (
          <li key={monthStartsOn}>
            <Link
              to={hrefOf(monthStartsOn)}
              className={styles.month}
              aria-current={monthStartsOn === shown ? 'true' : undefined}
            >
              <span>{format.day(monthStartsOn, 'shortMonth')}</span>
              <span className={styles.track} aria-hidden="true">
                {sum.total.amountCents > 0 && <span className={styles.total} style={width(sum.total.amountCents)} />}
                <span className={styles.paid} style={width(sum.paid.amountCents)} />
              </span>
              <span className={`${styles.amount} figures`}>
                {format.money(sum.total)} <VisuallyHidden>{text.paidOf(format.money(sum.paid))}</VisuallyHidden>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </>
  );
}

// How often the member comes: bars, average and trend, each figure with its explanation.
import type { Action } from '../../actions/Action';
import { ActionIconButton } from '../../actions/ActionButton';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Card } from '../../ui/Card';
import { classes } from '../../ui/classes';
import { ErrorState } from '../../ui/ErrorState';
import { Icon, type IconName } from '../../ui/Icon';
import { Invitation } from '../../ui/Invitation';
import { Explain } from '../../ui/Popover';
import { visitTexts } from './messages';
import type { VisitCard_MemberFragment } from './VisitCard.generated';
import styles from './VisitCard.module.css';
import { VisitBars } from './VisitBars';

type Statistics = NonNullable<VisitCard_MemberFragment['visitStatistics']>;

const trendIcons: Record<'UP' | 'STEADY' | 'DOWN', IconName> = {
  UP: 'trendUp',
  STEADY: 'trendSteady',
  DOWN: 'trendDown',
};

interface VisitCardProps {
  member: VisitCard_MemberFragment;
  history: Action;
  onRetry: () => void;
}

export default function VisitCard({ member, history, onRetry }: VisitCardProps) {
  const text = useText(visitTexts);
  const statistics = member.visitStatistics;
  const isEmpty = statistics && !statistics.lastVisit;
  return (
    <Card title={text.visits} actions={<ActionIconButton action={history} />}>
      {!statistics && <ErrorState message={text.unavailable} onRetry={onRetry} />}
      {isEmpty && <Invitation title={text.noVisits}>{text.noVisitsHint}</Invitation>}
      {statistics && !isEmpty && (
        <div className={styles.layout}>
          <VisitBars weeks={statistics.weeks} />
          <dl className={styles.figures}>
            <Average statistics={statistics} />
            <TrendFigure statistics={statistics} />
          </dl>
        </div>
      )}
    </Card>
  );
}

function Average({ statistics: { averagePerWeek, completeWeekCount, countedFrom } }: { statistics: Statistics }) {
  const text = useText(visitTexts);
  const format = useFormat();
  return (
    <div>
      <dt className={styles.term}>{text.average}</dt>
      <dd className={styles.value}>
        <Explain subject={text.average} figure={averagePerWeek === null ? '–' : format.number(averagePerWeek, 1)}>
          {averagePerWeek === null || !countedFrom
            ? text.averageNone
            : // The mean of whole numbers, so this is exact: the graph shows one complete week fewer than are counted.
              text.averageOf(
                Math.round(averagePerWeek * completeWeekCount),
                completeWeekCount,
                format.day(countedFrom),
              )}
        </Explain>
      </dd>
    </div>
  );
}

function TrendFigure({ statistics: { trend, trendBasis } }: { statistics: Statistics }) {
  const text = useText(visitTexts);
  const format = useFormat();
  return (
    <div>
      <dt className={styles.term}>{text.trend}</dt>
      <dd className={styles.value}>
        {trend && (
          <span className={classes(styles.arrow, trend === 'UP' && styles.up, trend === 'DOWN' && styles.down)}>
            <Icon name={trendIcons[trend]} />
          </span>
        )}
        <Explain subject={text.trend} figure={trend ? text.trends[trend] : text.tooEarly}>
          {trendBasis
            ? text.trendOf(
                trendBasis.recentWeekCount,
                format.number(trendBasis.recentMean, 2),
                trendBasis.earlierWeekCount,
                format.number(trendBasis.earlierMean, 2),
                format.number(trendBasis.threshold, 2),
              )
            : text.trendNone}
        </Explain>
      </dd>
    </div>
  );
}

// Visits of the past twelve weeks as bars; the same in words for who does not see them.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { classes } from '../../ui/classes';
import { Explain } from '../../ui/Popover';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { barsOf, barsSize } from './bars';
import { visitTexts } from './messages';
import styles from './VisitCard.module.css';

interface Week {
  weekStartsOn: string;
  visitCount: number;
  isCurrent: boolean;
}

export function VisitBars({ weeks }: { weeks: readonly Week[] }) {
  const text = useText(visitTexts);
  const format = useFormat();
  const total = weeks.reduce((sum, week) => sum + week.visitCount, 0);
  const bars = barsOf(weeks.map((week) => week.visitCount));
  return (
    <figure className={styles.figure}>
      <div className={styles.caption}>
        <Explain subject={text.perWeek} figure={text.inWeeks(total, weeks.length)}>
          {text.barsRule}
        </Explain>
      </div>
      <svg viewBox={`0 0 ${barsSize.width} ${barsSize.height}`} className={styles.bars} aria-hidden="true">
        <line x1="0" x2={barsSize.width} y1={barsSize.baseline} y2={barsSize.baseline} className={styles.baseline} />
        {bars.map((bar, index) => (
          <rect
            key={weeks[index]?.weekStartsOn}
            {...bar}
            rx="2"
            className={classes(
              styles.bar,
              weeks[index]?.isCurrent && styles.current,
              weeks[index]?.visitCount === 0 && styles.none,
            )}
          />
        ))}
        {bars.map((bar, index) => (
          <text key={weeks[index]?.weekStartsOn} x={bar.x + bar.width / 2} y={bar.y - 4} className={styles.count}>
            {weeks[index]?.visitCount || ''}
          </text>
        ))}
        {weeks.map(
          ({ weekStartsOn }, index) =>
            // Every fourth week has room for its date; the current one says that it goes on.
            index % 4 === 0 && (
              <text
                key={weekStartsOn}
                x={(bars[index]?.x ?? 0) + (bars[index]?.width ?? 0) / 2}
                y={barsSize.height - 3}
                className={classes(styles.label, styles.middle)}
              >
                {format.day(weekStartsOn, 'dayMonth')}
              </text>
            ),
        )}
        <text x={barsSize.width} y={barsSize.height - 3} className={classes(styles.label, styles.end)}>
          {text.soFar}
        </text>
      </svg>
      <figcaption>
        <VisuallyHidden>
          {text.bars(total)}. {weeks.map((week) => describe(week, text, format.day(week.weekStartsOn))).join('; ')}.
        </VisuallyHidden>
      </figcaption>
    </figure>
  );
}

function describe(
  week: Week,
  text: { weekOf: (day: string, count: number) => string; soFar: string },
  day: string,
): string {
  return text.weekOf(day, week.visitCount) + (week.isCurrent ? ` (${text.soFar})` : '');
}

// What is outstanding, month by month; choosing one lists its unpaid lines.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { panelTexts } from './panelTexts';
import { everything, type Chosen } from './PurchaseFilters';
import type { PurchasePanel_OutstandingFragment } from './PurchasePanel.generated';
import styles from './Purchases.module.css';

interface OutstandingMonthsProps {
  member: PurchasePanel_OutstandingFragment;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

export function OutstandingMonths({ member, chosen, onChoose }: OutstandingMonthsProps) {
  const text = useText(panelTexts);
  const format = useFormat();
  const months = member.outstandingByMonth;
  if (!months) return null;
  if (months.length === 0) return <p className={styles.term}>{text.nothingOutstanding}</p>;
  return (
    <section aria-label={text.outstanding} className={styles.months}>
      <h3 className={styles.term}>{text.outstanding}</h3>
      <div className={styles.monthList}>
        {months.map(({ monthStartsOn, amount }) => {
          const isChosen = chosen.month === monthStartsOn && chosen.state === 'UNPAID';
          return (
            <Button
              key={monthStartsOn}
              aria-pressed={isChosen}
              variant={isChosen ? 'primary' : 'secondary'}
              onClick={() => onChoose(isChosen ? everything : { kind: '', state: 'UNPAID', month: monthStartsOn })}
            >
              {text.outstandingIn(format.day(monthStartsOn, 'month'), format.money(amount))}
            </Button>
          );
        })}
      </div>
    </section>
  );
}

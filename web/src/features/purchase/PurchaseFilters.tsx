// Which purchases are listed: of one kind, in one state, of one month.
import { dayOf } from '../../format/days';
import { useFormat } from '../../format/useFormat';
import type { PurchaseFilter } from '../../graphql/schema.generated';
import { useText } from '../../i18n/text';
import { Select } from '../../ui/Select';
import { purchaseTexts } from './messages';
import { panelTexts } from './panelTexts';
import styles from './Purchases.module.css';

const kinds = ['SHOP', 'SINGLE_SESSION', 'SUBSCRIPTION', 'RECURRING', 'ONE_OFF'] as const;
const subscriptions: readonly string[] = ['SUBSCRIPTION', 'RECURRING', 'ONE_OFF'];
const states = ['OPEN', 'PENDING', 'PAID', 'FAILED', 'RETURNED', 'CANCELLED', 'REFUNDED'] as const;
const unpaid = ['OPEN', 'PENDING', 'FAILED', 'RETURNED'] as const;

/** Empty texts: all of them. */
export interface Chosen {
  kind: '' | (typeof kinds)[number];
  state: '' | 'UNPAID' | (typeof states)[number];
  /** The first day of it. */
  month: string;
}

export const everything: Chosen = { kind: '', state: '', month: '' };

export const filterOf = ({ kind, state, month }: Chosen): PurchaseFilter => ({
  kinds: subscriptions.includes(kind) ? ['SUBSCRIPTION'] : kind ? [kind as 'SHOP' | 'SINGLE_SESSION'] : null,
  isRecurring: kind === 'RECURRING' || kind === 'ONE_OFF' ? kind === 'RECURRING' : null,
  statuses: state === 'UNPAID' ? [...unpaid] : state ? [state] : null,
  month: month || null,
});

export function PurchaseFilters({ chosen, onChange }: { chosen: Chosen; onChange: (chosen: Chosen) => void }) {
  const text = useText(purchaseTexts);
  const panelText = useText(panelTexts);
  const format = useFormat();
  const change = (part: Partial<Record<keyof Chosen, string>>) => {
    const next = { ...chosen, ...part } as Chosen;
    onChange(next.kind || next.state || next.month ? next : everything);
  };
  const kindTexts = { ...text.kind, RECURRING: panelText.recurringKind, ONE_OFF: panelText.oneOff };
  const months = lastMonths(format.today(), 24);
  if (chosen.month && !months.includes(chosen.month)) months.push(chosen.month);
  return (
    <div className={styles.filters}>
      <Select
        label={panelText.kindFilter}
        value={chosen.kind}
        onChange={(kind) => change({ kind })}
        options={[
          { value: '', label: panelText.allKinds },
          ...kinds.map((kind) => ({ value: kind, label: kindTexts[kind] })),
        ]}
      />
      <Select
        label={panelText.stateFilter}
        value={chosen.state}
        onChange={(state) => change({ state })}
        options={[
          { value: '', label: panelText.allStates },
          { value: 'UNPAID', label: panelText.unpaid },
          ...states.map((state) => ({ value: state, label: text.status[state] })),
        ]}
      />
      <Select
        label={panelText.monthFilter}
        value={chosen.month}
        onChange={(month) => change({ month })}
        options={[
          { value: '', label: panelText.allMonths },
          ...months.map((month) => ({ value: month, label: format.day(month, 'month') })),
        ]}
      />
    </div>
  );
}

/** First days of this month and those before it. */
function lastMonths(today: string, count: number): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, back) => dayOf(new Date(Date.UTC(year, month - 1 - back, 1)), 'UTC'));
}

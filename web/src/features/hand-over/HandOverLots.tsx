// What would be handed over, to whom: how many of each kind, and their names behind it.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import styles from './HandOver.module.css';
import type { HandOverLots_PreviewFragment } from './HandOver.generated';
import { handOverTexts } from './messages';

type Lot = HandOverLots_PreviewFragment['lots'][number];

export function HandOverLots({ lots }: { lots: readonly Lot[] }) {
  return (
    <ul className={styles.lots}>
      {lots.map((lot) => (
        <li key={lot.kind} className={styles.lot}>
          <OneLot lot={lot} />
        </li>
      ))}
    </ul>
  );
}

function OneLot({ lot: { kind, count, takerName, items } }: { lot: Lot }) {
  const text = useText(handOverTexts);
  const format = useFormat();
  if (count === 0) return <span className={styles.none}>{text.lots[kind](count)}</span>;
  return (
    <details>
      <summary>
        <strong>{text.lots[kind](count)}</strong> <span className={styles.to}>{text.to(takerName)}</span>
      </summary>
      {/* Scrolled by keys as well. */}
      <ul className={styles.items} tabIndex={0} aria-label={text.lots[kind](count)}>
        {items.map((item) => (
          <li key={item.id}>
            {item.memberName}
            {item.text && <span className={styles.to}> · {item.text}</span>}
            {item.at && <span className={styles.to}> · {format.dateTime(item.at)}</span>}
          </li>
        ))}
        {count > items.length && <li className={styles.to}>{text.more(count - items.length)}</li>}
      </ul>
    </details>
  );
}

// What a change does and costs, before it is made: the contracts as they will be, the lines of now, the next charges.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge, type Tone } from '../../ui/Badge';
import { classes } from '../../ui/classes';
import styles from './SubscriptionSheet.module.css';
import type { Subscription } from './draft';
import type { SubscriptionSheet_PreviewFragment } from './SubscriptionSheet.generated';
import { sheetTexts } from './sheetTexts';

export type Preview = SubscriptionSheet_PreviewFragment;
type Contract = Preview['subscriptions'][number];

const tones: Record<Contract['role'], Tone> = {
  ENDS: 'warning',
  STARTS: 'good',
  CHANGES: 'info',
  NEVER_STARTS: 'warning',
  STAYS: 'neutral',
};

interface ChangePreviewProps {
  preview: Preview;
  /** What is changed, as it is until then. */
  before: Subscription | null;
  isStale: boolean;
}

export function ChangePreview({ preview, before, isStale }: ChangePreviewProps) {
  const text = useText(sheetTexts);
  return (
    <div className={classes(styles.preview, isStale && styles.stale)} aria-busy={isStale}>
      <h3 className={styles.heading}>{text.preview}</h3>
      <ol className={styles.contracts}>
        {preview.subscriptions.map((contract, index) => (
          <ContractRow key={contract.subscriptionId ?? index} contract={contract} before={before} />
        ))}
      </ol>
      <Lines preview={preview} />
      <NextCharges charges={preview.nextCharges} />
    </div>
  );
}

function ContractRow({ contract, before }: { contract: Contract; before: Subscription | null }) {
  const { role, type, startsOn, endsOn, price, billing, sessionLimit } = contract;
  const text = useText(sheetTexts);
  const { day, money } = useFormat();
  const dates = [
    role === 'STARTS' ? text.from(day(startsOn)) : text.since(day(startsOn)),
    endsOn && text.until(day(endsOn)),
  ];
  return (
    <li className={styles.contract}>
      <span className={styles.name}>
        <strong>{type.name}</strong> <Badge tone={tones[role]}>{text.roles[role]}</Badge>
      </span>
      <span className={styles.muted}>
        {role !== 'NEVER_STARTS' && `${dates.filter(Boolean).join(', ')} · `}
        {money(price)} {text.per[billing]}
        {sessionLimit !== null && ` · ${text.limit[billing](sessionLimit)}`}
      </span>
      {(role === 'STARTS' || role === 'CHANGES') && <Inclusions after={contract} before={before} />}
    </li>
  );
}

type Included = Pick<Contract, 'sessionTypes' | 'calendars'>;

function Inclusions({ after, before }: { after: Included; before: Included | null }) {
  const text = useText(sheetTexts);
  const names = (list: readonly { name: string }[]) =>
    list
      .map(({ name }) => name)
      .toSorted()
      .join(', ') || text.nothingIncluded;
  const shown = (field: keyof Included) => {
    const [was, is] = [names((before ?? after)[field]), names(after[field])];
    return was === is ? is : text.becomes(was, is);
  };
  return <span className={styles.muted}>{text.includedNames(shown('sessionTypes'), shown('calendars'))}</span>;
}

function Lines({ preview: { lines, total, vat, paymentMethod } }: { preview: Preview }) {
  const text = useText(sheetTexts);
  const { money, number } = useFormat();
  if (lines.length === 0) return <p className={styles.muted}>{text.noLines}</p>;
  return (
    <>
      <h3 className={styles.heading}>{text.linesNow}</h3>
      <ul className={styles.amounts}>
        {lines.map((line) => (
          <li key={`${line.periodStartsOn} ${line.total.amountCents}`} className={styles.amount}>
            <span>
              {line.description}
              <span className={styles.muted}> {text.vat(number(line.vatRatePercent, 2))}</span>
            </span>
            <span className="figures">{money(line.total)}</span>
          </li>
        ))}
        <li className={classes(styles.amount, styles.total)}>
          <span>
            {text.total} <span className={styles.muted}>{text.vatWithin(money(vat))}</span>
          </span>
          <span className="figures">{money(total)}</span>
        </li>
      </ul>
      {paymentMethod && (
        <p className={styles.muted}>{(total.amountCents < 0 ? text.credited : text.paidBy)[paymentMethod]}</p>
      )}
    </>
  );
}

function NextCharges({ charges }: { charges: Preview['nextCharges'] }) {
  const text = useText(sheetTexts);
  const { day, money } = useFormat();
  return (
    <>
      <h3 className={styles.heading}>{text.nextCharges}</h3>
      {charges.length === 0 && <p className={styles.muted}>{text.noNextCharges}</p>}
      <ul className={styles.amounts}>
        {charges.map(({ chargedOn, description, total }) => (
          <li key={`${chargedOn} ${description}`} className={styles.amount}>
            <span>
              {day(chargedOn)} <span className={styles.muted}>{description}</span>
            </span>
            <span className="figures">{money(total)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

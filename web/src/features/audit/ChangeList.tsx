// Changes by day, the latest first: who, when, what, from what to what.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import type { ChangeList_ChangeFragment } from './Changes.generated';
import styles from './Changes.module.css';
import { changeTexts, codeTexts, codeWords } from './messages';
import { useValueWords } from './useValueWords';

type Change = ChangeList_ChangeFragment;

interface ChangeListProps {
  changes: readonly Change[];
  /** ISO 4217, of all amounts. */
  currency: string;
  /** The way to a member. */
  memberLink: (id: string, name: string) => React.ReactNode;
}

export function ChangeList({ changes, ...props }: ChangeListProps) {
  const format = useFormat();
  const days = Map.groupBy(changes, ({ happenedAt }) => format.localDay(happenedAt));
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={styles.day} aria-label={format.day(day)}>
      <h3 className={styles.heading}>{format.day(day)}</h3>
      <ul className={styles.changes}>
        {ofDay.map((change) => (
          <ChangeEntry key={change.id} change={change} {...props} />
        ))}
      </ul>
    </section>
  ));
}

/** What is longer is folded: somebody wants the page of it now and then only. */
const shownAtOnce = 4;

function ChangeEntry({ change, currency, memberLink }: Omit<ChangeListProps, 'changes'> & { change: Change }) {
  const text = useText(changeTexts);
  const codes = useText(codeTexts);
  const format = useFormat();
  const { subject, action, name, actor, memberId, memberName, values } = change;
  const [first, rest] = [values.slice(0, shownAtOnce), values.slice(shownAtOnce)];
  return (
    <li className={styles.change}>
      <p className={styles.what}>
        <time dateTime={change.happenedAt} className={`${styles.time} figures`}>
          {format.time(change.happenedAt)}
        </time>
        <span className={styles.subject}>
          {text.subjects[subject]} {text.actions[action]}
        </span>
        {name && <span>{subject === 'NOTIFICATION_RULE' ? codeWords(codes, name) : name}</span>}
        {memberId && memberName && memberLink(memberId, memberName)}
      </p>
      <p className={styles.by}>{actor ? text.by(actor.fullName) : text.bySystem}</p>
      <Values values={first} action={action} currency={currency} />
      {rest.length > 0 && (
        <details>
          <summary>{text.more(rest.length)}</summary>
          <Values values={rest} action={action} currency={currency} />
        </details>
      )}
    </li>
  );
}

function Values({ values, action, currency }: Pick<Change, 'values' | 'action'> & { currency: string }) {
  const text = useText(changeTexts);
  const words = useValueWords(currency);
  if (values.length === 0) return null;
  return (
    <dl className={styles.values}>
      {values.map((value) => (
        <div key={value.field} className={styles.value}>
          <dt>{text.fields[value.field]}</dt>
          <dd>
            {value.isWithheld && <em>{text.withheld}</em>}
            {!value.isWithheld && action === 'CHANGED' && (
              <>
                <del>{words(value, value.before)}</del> <span aria-hidden="true">→</span>{' '}
                <ins>{words(value, value.after)}</ins>
              </>
            )}
            {!value.isWithheld && action !== 'CHANGED' && words(value, value.after ?? value.before)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

// Where our books and Stripe's differ, for an admin to deal with.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { InlineMessage } from '../../ui/InlineMessage';
import styles from './Checkout.module.css';
import { stripeSettingsTexts } from './settingsTexts';
import {
  ReconcileStripeDocument,
  ResolveStripeDifferenceDocument,
  type StripeSettings_SettingsFragment as Settings,
} from './StripeSettings.generated';

export function StripeDifferences({ settings }: { settings: Settings }) {
  const text = useText(stripeSettingsTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const [problem, setProblem] = useState<string | null>(null);
  const [reconcile, { loading }] = useMutation(ReconcileStripeDocument);
  const [resolve] = useMutation(ResolveStripeDifferenceDocument);
  const attempt = (work: Promise<unknown>) => {
    setProblem(null);
    work.catch((error: unknown) => setProblem(sentence(error)));
  };
  const { differences, reconciledAt } = settings;
  return (
    <section className={styles.facts} aria-label={text.differences}>
      <h3 className={styles.title}>{text.differences}</h3>
      <p className={styles.hint}>{text.differencesHint}</p>
      {problem && <InlineMessage tone="bad">{problem}</InlineMessage>}
      <div className={styles.buttons}>
        <Button loading={loading} onClick={() => attempt(reconcile())}>
          {text.compare}
        </Button>
      </div>
      <p className={styles.hint} role="status">
        {reconciledAt ? text.compared(format.dateTime(reconciledAt)) : text.notCompared}
        {differences.length === 0 && reconciledAt && ` · ${text.none}`}
      </p>
      {differences.length > 0 && (
        <ul className={styles.list}>
          {differences.map((difference) => (
            <li key={difference.id} className={styles.difference}>
              <Difference difference={difference} />
              <Button
                size="sm"
                onClick={() => attempt(resolve({ variables: { input: { id: difference.id } } }))}
                aria-label={`${text.resolve}: ${difference.objectId}`}
              >
                {text.resolve}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Difference({ difference }: { difference: Settings['differences'][number] }) {
  const text = useText(stripeSettingsTexts);
  const format = useFormat();
  const { kind, objectId, memberId, memberName, description, ours, theirs, foundAt } = difference;
  const amounts = [ours && text.ours(format.money(ours)), theirs && text.theirs(format.money(theirs))];
  return (
    <div>
      <strong>{text.kind[kind]}</strong>
      <span>
        {memberId && memberName && <Link to={`/members/${memberId}`}>{memberName}</Link>}
        {description && ` · ${description}`}
      </span>
      <span className={`${styles.hint} ${styles.address} figures`}>
        {[...amounts, objectId, format.dayOf(foundAt)].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}

// What a rule would have made last quarter on the gym's own history, with the numbers as they are typed.
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import type { NotificationRuleParameterInput } from '../../graphql/schema.generated';
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/ErrorState';
import { SkeletonLines } from '../../ui/Skeleton';
import { notificationRuleTexts } from './messages';
import styles from './NotificationRules.module.css';
import { ReplayNotificationRuleDocument, type NotificationRules_RuleFragment } from './NotificationRules.generated';

interface RuleReplayProps {
  rule: NotificationRules_RuleFragment;
  /** Null while what is typed is no number of the rule's. */
  given: NotificationRuleParameterInput[] | null;
}

export function RuleReplay({ rule: { rule, parameters: saved }, given }: RuleReplayProps) {
  const text = useText(notificationRuleTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const [tried, setTried] = useState(() => saved.map(({ name, value }) => ({ name, value })));
  const { data, error, refetch } = useQuery(ReplayNotificationRuleDocument, {
    variables: { rule, parameters: tried },
    fetchPolicy: 'network-only',
  });
  const replay = data?.notificationRuleReplay;
  const isOther = given?.some(({ value }, index) => value !== tried[index]?.value);
  return (
    <section className={styles.replay} aria-live="polite">
      <h3>{text.replayTitle}</h3>
      {error && !replay && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!replay && !error && <SkeletonLines lines={3} />}
      {replay && (
        <>
          <p>{text.replayed(replay.notificationCount, replay.memberCount, format.day(replay.fromOn))}</p>
          {replay.cancelledLaterCount !== null && <p>{text.cancelledLater(replay.cancelledLaterCount)}</p>}
          <p>{text.now(replay.nowCount)}</p>
          <p className={styles.hint}>
            {text.says}: <span className={styles.sentence}>{replay.sentence}</span>
          </p>
        </>
      )}
      {isOther && given && (
        <Button icon="refresh" onClick={() => setTried(given)}>
          {text.tryAgain}
        </Button>
      )}
    </section>
  );
}

// A member's contracts as one readable sequence: what ran, what runs now, what comes.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge, type Tone } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { classes } from '../../ui/classes';
import { ErrorState } from '../../ui/ErrorState';
import { IconButton } from '../../ui/IconButton';
import { Invitation } from '../../ui/Invitation';
import { subscriptionTexts } from './messages';
import type { SubscriptionCard_MemberFragment } from './SubscriptionCard.generated';
import styles from './SubscriptionCard.module.css';

type Subscription = NonNullable<SubscriptionCard_MemberFragment['subscriptions']>[number];

const tones: Record<Subscription['status'], Tone> = { ACTIVE: 'good', PENDING: 'info', ENDED: 'neutral' };

export function SubscriptionCard({
  member,
  onRetry,
}: {
  member: SubscriptionCard_MemberFragment;
  onRetry: () => void;
}) {
  const text = useText(subscriptionTexts);
  const { subscriptions } = member;
  return (
    <Card title={text.title} actions={<IconButton icon="pencil" label={text.edit} disabledReason={text.editReason} />}>
      {!subscriptions && <ErrorState message={text.unavailable} onRetry={onRetry} />}
      {subscriptions?.length === 0 && <Invitation title={text.none}>{text.noneHint}</Invitation>}
      <ol className={styles.sequence}>
        {subscriptions?.map((subscription) => (
          <SubscriptionTile key={subscription.id} subscription={subscription} />
        ))}
      </ol>
    </Card>
  );
}

function SubscriptionTile({ subscription }: { subscription: Subscription }) {
  const text = useText(subscriptionTexts);
  const format = useFormat();
  const { status, type, price, sessionTypes, calendars } = subscription;
  const included = [...sessionTypes, ...calendars].map(({ name }) => name).join(' · ');
  return (
    <li className={classes(styles.tile, styles[status.toLowerCase()])}>
      <div className={styles.head}>
        <strong>{type.name}</strong>
        <Badge tone={tones[status]}>{text.status[status]}</Badge>
      </div>
      <div className={styles.period}>{usePeriod(subscription)}</div>
      <div className={styles.price}>
        <span className="figures">{format.money(price)}</span> {type.isRecurring ? text.period : text.once}
      </div>
      {status !== 'ENDED' && <div className={styles.included}>{included || text.allSessions}</div>}
    </li>
  );
}

function usePeriod({ status, startsOn, endsOn }: Subscription): string {
  const text = useText(subscriptionTexts);
  const format = useFormat();
  if (status === 'ENDED' && endsOn) return text.between(format.day(startsOn), format.day(endsOn));
  const begin = status === 'PENDING' ? text.from(format.day(startsOn)) : text.since(format.day(startsOn));
  return endsOn ? `${begin}, ${text.until(format.day(endsOn))}` : begin;
}

// A member's contracts as one readable sequence: what ran, what runs now, what comes.
import type { Action } from '../../actions/Action';
import { ActionIconButton } from '../../actions/ActionButton';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge, type Tone } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { classes } from '../../ui/classes';
import { ErrorState } from '../../ui/ErrorState';
import { Invitation } from '../../ui/Invitation';
import { subscriptionTexts } from './messages';
import type { SubscriptionCard_MemberFragment } from './SubscriptionCard.generated';
import styles from './SubscriptionCard.module.css';

type Subscription = NonNullable<SubscriptionCard_MemberFragment['subscriptions']>[number];

const tones: Record<Subscription['status'], Tone> = { ACTIVE: 'good', PENDING: 'info', ENDED: 'neutral' };

interface SubscriptionCardProps {
  member: SubscriptionCard_MemberFragment;
  change: Action;
  onRetry: () => void;
}

export function SubscriptionCard({ member, change, onRetry }: SubscriptionCardProps) {
  const text = useText(subscriptionTexts);
  const { subscriptions } = member;
  return (
    <Card title={text.title} actions={<ActionIconButton action={change} />}>
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
      {status !== 'ENDED' && (
        <dl className={styles.included}>
          <Included term={text.sessionTypes} items={sessionTypes} none={text.allSessions} />
          <Included term={text.calendars} items={calendars} none={text.noCalendars} />
        </dl>
      )}
    </li>
  );
}

function Included({ term, items, none }: { term: string; items: readonly { name: string }[]; none: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{items.map(({ name }) => name).join(', ') || none}</dd>
    </div>
  );
}

function usePeriod({ status, startsOn, endsOn }: Subscription): string {
  const text = useText(subscriptionTexts);
  const format = useFormat();
  if (status === 'ENDED' && endsOn) return text.between(format.day(startsOn), format.day(endsOn));
  const begin = status === 'PENDING' ? text.from(format.day(startsOn)) : text.since(format.day(startsOn));
  return endsOn ? `${begin}, ${text.until(format.day(endsOn))}` : begin;
}

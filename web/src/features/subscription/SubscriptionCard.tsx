// A member's contracts as one readable sequence: what ran, what runs now, what comes.
import { useApolloClient } from '@apollo/client/react';
import type { Action } from '../../actions/Action';
import { ActionIconButton } from '../../actions/ActionButton';
import { useFormat } from '../../format/useFormat';
import { useLocale } from '../../i18n/locale';
import { useText } from '../../i18n/text';
import { Badge, type Tone } from '../../ui/Badge';
import { Button } from '../../ui/Button';
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

export default function SubscriptionCard({ member, change, onRetry }: SubscriptionCardProps) {
  const text = useText(subscriptionTexts);
  const { subscriptions } = member;
  const client = useApolloClient();
  const { locale } = useLocale();
  // Rare, and on a page that counts its bytes: fetched when it is used.
  const undo = (id: string) => void import('./undoChange').then((it) => it.undoChange(client, locale, id));
  return (
    <Card title={text.title} actions={<ActionIconButton action={change} />}>
      {!subscriptions && <ErrorState message={text.unavailable} onRetry={onRetry} />}
      {subscriptions?.length === 0 && <Invitation title={text.none}>{text.noneHint}</Invitation>}
      <ol className={styles.sequence}>
        {subscriptions?.map((subscription) => (
          <SubscriptionTile
            key={subscription.id}
            subscription={subscription}
            undo={change.disabledReason ? null : undo}
          />
        ))}
      </ol>
    </Card>
  );
}

interface SubscriptionTileProps {
  subscription: Subscription;
  undo: ((id: string) => void) | null;
}

function SubscriptionTile({ subscription, undo }: SubscriptionTileProps) {
  const text = useText(subscriptionTexts);
  const format = useFormat();
  const { id, status, type, price, billing, cancelledAt, nextCharge, sessionLimit, creditsLeft } = subscription;
  const included = (items: readonly { name: string }[]) =>
    items.map(({ name }) => name).join(', ') || text.nothingIncluded;
  return (
    <li className={classes(styles.tile, styles[status.toLowerCase()])}>
      <div className={styles.head}>
        <strong>{type.name}</strong>
        <Badge tone={tones[status]}>{text.status[status]}</Badge>
        {cancelledAt && status !== 'ENDED' && <Badge tone="warning">{text.cancelled}</Badge>}
      </div>
      <div className={styles.period}>{usePeriod(subscription)}</div>
      <div className={styles.price}>
        <span className="figures">{format.money(price)}</span> {text.per[billing]}
      </div>
      {status !== 'ENDED' && (
        <dl className={styles.included}>
          {creditsLeft !== null && sessionLimit !== null && (
            <Fact term={text.credits}>{text.creditsLeft(creditsLeft, sessionLimit)}</Fact>
          )}
          {billing !== 'ONCE' && sessionLimit !== null && (
            <Fact term={text.weekly}>{text.weeklyLimit(sessionLimit)}</Fact>
          )}
          <Fact term={text.sessionTypes}>{included(subscription.sessionTypes)}</Fact>
          <Fact term={text.calendars}>{included(subscription.calendars)}</Fact>
          {nextCharge && (
            <Fact term={text.nextCharge}>
              {text.nextChargeOn(format.money(nextCharge.total), format.day(nextCharge.chargedOn))}
            </Fact>
          )}
        </dl>
      )}
      {subscription.isUndoable && undo && (
        <Button variant="quiet" icon="restore" className={styles.undo} onClick={() => undo(id)}>
          {cancelledAt ? text.undoCancel : text.undo}
        </Button>
      )}
    </li>
  );
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
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

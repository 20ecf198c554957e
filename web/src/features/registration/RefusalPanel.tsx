// Why somebody was not registered, to the letter, and every way that is left: sell the session, wait, let in anyway.
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { InlineMessage } from '../../ui/InlineMessage';
import { TextField } from '../../ui/TextField';
import { refusalTexts } from './refusalTexts';
import styles from './Roster.module.css';
import type { Refused, Ways } from './useRoster';

interface RefusalPanelProps {
  refused: Refused;
  isBusy: boolean;
  /** Why the last try did not reach the server, or what it said about the form. */
  error: string | null;
  onRegister: (ways: Ways) => void;
  onJoin: () => void;
}

export function RefusalPanel({ refused, isBusy, error, onRegister, onJoin }: RefusalPanelProps) {
  const text = useText(refusalTexts);
  const format = useFormat();
  const { member, reasons, singleSessionPrice: price, canOverride } = refused;
  const isFull = reasons.some(({ code }) => code === 'FULL');
  const canBuy = price && !isFull;
  // Paid by the session, nothing but the lack of a place stands in the way.
  const isWaitingPaid = isFull && price && !refused.canJoinWaitingList;
  const canJoin = refused.canJoinWaitingList || isWaitingPaid;
  return (
    <div className={styles.refusal}>
      <InlineMessage tone="warning">
        <strong>{text.refused(member.fullName)}</strong>
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <Reason key={`${reason.code} ${reason.subscriptionTypeName}`} reason={reason} />
          ))}
        </ul>
      </InlineMessage>
      {error && <InlineMessage tone="bad">{error}</InlineMessage>}
      {(canBuy || canJoin) && (
        <div className={styles.offers} role="group" aria-label={text.offered}>
          {canBuy && (
            <Button
              variant="primary"
              icon="card"
              loading={isBusy}
              data-autofocus
              onClick={() => onRegister({ payWith: 'SINGLE_SESSION', singleSessionPriceCents: price.amountCents })}
            >
              {text.buy(format.money(price))}
            </Button>
          )}
          {canJoin && (
            <Button variant="primary" icon="clock" loading={isBusy} data-autofocus onClick={onJoin}>
              {isWaitingPaid ? text.joinPaid(format.money(price)) : text.join}
            </Button>
          )}
        </div>
      )}
      {canOverride && <Override isBusy={isBusy} onLetIn={(reason) => onRegister({ override: { reason } })} />}
      {!canBuy && !canJoin && !canOverride && <p className={styles.since}>{text.nothing}</p>}
      {!canOverride && isOverridable(refused) && <p className={styles.since}>{text.adminsOnly}</p>}
    </div>
  );
}

function Reason({ reason: { code, limit, subscriptionTypeName } }: { reason: Refused['reasons'][number] }) {
  const text = useText(refusalTexts);
  const sentence = text.reasons[code];
  const subscription = subscriptionTypeName ?? text.theSubscription;
  if (typeof sentence === 'string') return <li>{sentence}</li>;
  if (code === 'WEEK_LIMIT_REACHED' || code === 'NO_CREDITS_LEFT')
    return <li>{text.reasons[code](limit ?? 0, subscription)}</li>;
  return <li>{(sentence as (subscription: string) => string)(subscription)}</li>;
}

/** An administrator could: whoever reads this knows whom to ask. */
function isOverridable({ reasons }: Refused): boolean {
  const never = ['ALREADY_REGISTERED', 'ALREADY_WAITING', 'NOT_FULL', 'SESSION_CANCELLED', 'NOT_SOLD_BY_SESSION'];
  return !reasons.some(({ code }) => never.includes(code));
}

function Override({ isBusy, onLetIn }: { isBusy: boolean; onLetIn: (reason: string) => void }) {
  const text = useText(refusalTexts);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const letIn = () => {
    setMissing(!reason.trim());
    if (reason.trim()) onLetIn(reason.trim());
  };
  return (
    <div className={styles.override}>
      <TextField
        label={text.overrideReason}
        value={reason}
        maxLength={200}
        error={isMissing ? text.overrideMissing : null}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          letIn();
        }}
      />
      <Button icon="key" loading={isBusy} onClick={letIn}>
        {text.letIn}
      </Button>
    </div>
  );
}

// What was signed, and what can be done with it. The IBAN in full is asked for on purpose.
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { FactRow } from '../../ui/FactRow';
import { InlineMessage } from '../../ui/InlineMessage';
import { showToast } from '../../ui/toasts';
import styles from './Mandate.module.css';
import { mandateTexts } from './mandateTexts';
import type { MandateDialog_MandateFragment } from './Mandate.generated';
import { useMandate } from './useMandate';

export type Step = 'facts' | 'amend' | 'revoke' | 'sign';

interface MandateFactsProps {
  member: { fullName: string };
  mandate: MandateDialog_MandateFragment;
  /** Null for who may not change it. */
  onStep: ((step: Step) => void) | null;
  onClose: () => void;
}

export function MandateFacts({ member, mandate, onStep, onClose }: MandateFactsProps) {
  const text = useText(mandateTexts);
  const format = useFormat();
  const sentence = useErrorText();
  const { reveal } = useMandate();
  const [iban, setIban] = useState<string>();
  const show = () =>
    reveal(mandate.id).then(setIban, (error: unknown) =>
      showToast({ kind: 'error', text: `${text.showFailed} ${sentence(error)}` }),
    );
  const { recordedBy, lastUsedOn } = mandate;
  return (
    <Dialog
      open
      title={text.signTitle(member.fullName)}
      onClose={onClose}
      footer={<Button onClick={onClose}>{text.close}</Button>}
    >
      {mandate.blockedReason && <InlineMessage tone="warning">{text.blocked(mandate.blockedReason)}</InlineMessage>}
      <div>
        <FactRow
          term={text.account}
          action={!iban && onStep && <Button onClick={() => void show()}>{text.show}</Button>}
        >
          <span className="figures">{iban ?? mandate.maskedIban}</span>
          <div className={styles.muted} aria-live="polite">
            {iban && text.shown}
          </div>
        </FactRow>
        <FactRow term={text.holder}>{mandate.holder}</FactRow>
        <FactRow term={text.reference}>{mandate.reference}</FactRow>
        <FactRow term={text.signedOn}>
          {text.signed(format.day(mandate.signedOn), text.signedHow[mandate.signedHow].toLowerCase())}
          {recordedBy && <div className={styles.muted}>{text.recordedBy(recordedBy.fullName)}</div>}
        </FactRow>
        {mandate.revokedAt && (
          <FactRow term={text.revokedOn}>
            {format.dayOf(mandate.revokedAt)}
            <div className={styles.muted}>{mandate.revokedReason}</div>
          </FactRow>
        )}
        <FactRow term={text.lastUsed}>{lastUsedOn ? format.day(lastUsedOn) : text.never}</FactRow>
        <FactRow term={text.lapses}>{format.day(mandate.lapsesOn)}</FactRow>
      </div>
      {onStep && (
        <div className={styles.verbs}>
          <Button icon="pencil" onClick={() => onStep('amend')}>
            {text.amend}
          </Button>
          {mandate.status === 'BLOCKED' && (
            <Button icon="plus" onClick={() => onStep('sign')}>
              {text.signNew}
            </Button>
          )}
          <Button icon="close" onClick={() => onStep('revoke')}>
            {text.revoke}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

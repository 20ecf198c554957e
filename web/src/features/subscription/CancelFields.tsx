// The last day of a subscription that is cancelled, with the earliest that contract and law allow, explained.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { DateField } from '../../ui/DateField';
import { InlineMessage } from '../../ui/InlineMessage';
import type { Preview } from './ChangePreview';
import type { FieldsProps } from './ChangeFields';
import type { Subscription } from './draft';
import styles from './SubscriptionSheet.module.css';
import { sheetTexts } from './sheetTexts';

interface CancelFieldsProps extends FieldsProps {
  subscription: Subscription | null;
  earliest: Preview['earliestEnd'];
}

export function CancelFields({ draft, set, errors, subscription, earliest }: CancelFieldsProps) {
  const text = useText(sheetTexts);
  const { day, today } = useFormat();
  const isMilder = earliest && draft.endsOn && draft.endsOn < earliest.endsOn;
  return (
    <div className={styles.fields}>
      <DateField
        key={draft.mode}
        label={text.endsOn}
        min={today()}
        value={draft.endsOn ?? earliest?.endsOn ?? ''}
        error={errors.endsOn}
        onChange={(endsOn) => set({ endsOn })}
        autoFocus
      />
      {!earliest && subscription?.billing === 'YEARLY' && subscription.endsOn && (
        <p className={styles.explained}>{text.yearEnds(day(subscription.endsOn))}</p>
      )}
      {earliest && (
        <div className={styles.explained}>
          <p>
            <strong>{text.earliest(day(earliest.endsOn))}</strong>{' '}
            {earliest.firstTermEndsOn && `${text.firstTerm(day(earliest.firstTermEndsOn))} `}
            {earliest.noticeEndsOn
              ? text.notice(day(earliest.noticeEndsOn))
              : subscription?.endsOn
                ? text.noNotice
                : text.onceNoNotice}
          </p>
          {earliest.noticeEndsOn && <p className={styles.muted}>{text.law}</p>}
        </div>
      )}
      {isMilder && <InlineMessage tone="warning">{text.milder}</InlineMessage>}
    </div>
  );
}

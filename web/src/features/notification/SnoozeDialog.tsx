// Puts a notification off to a day to come, or shows it again.
import { useState } from 'react';
import { shiftDay } from '../../format/days';
import { useFormat } from '../../format/useFormat';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { FormDialog } from '../../ui/FormDialog';
import { dialogTexts } from './dialogTexts';
import { formTexts } from './formTexts';
import { notificationTexts } from './messages';
import styles from './NotificationCard.module.css';
import type { NotificationDialogProps } from './NotificationDialogs';
import { usePassOn } from './usePassOn';

export function SnoozeDialog({ notification, onClose }: NotificationDialogProps) {
  const text = useText(dialogTexts);
  const words = useText(notificationTexts);
  const form = useText(formTexts);
  const format = useFormat();
  const formErrors = useFormErrors();
  const { snooze } = usePassOn(notification);
  const tomorrow = shiftDay(format.today(), 1);
  const [until, setUntil] = useState(shiftDay(format.today(), 7));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const save = (day: string | null) => {
    if (day !== null && day < tomorrow) return setErrors({ until: form.dayMissing });
    void snooze(day, (error) => setErrors(formErrors(error, ['until'])));
    onClose();
  };
  return (
    <FormDialog
      title={text.snoozeTitle}
      submitLabel={words.snooze}
      cancelLabel={form.cancel}
      isSaving={false}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => save(until)}
    >
      <div className={styles.form}>
        <p className={styles.hint}>{notification.message}</p>
        <div className={styles.quick}>
          <Button onClick={() => save(tomorrow)}>{text.tomorrow}</Button>
          <Button onClick={() => save(shiftDay(format.today(), 7))}>{text.inAWeek}</Button>
          {notification.snoozedUntil && <Button onClick={() => save(null)}>{text.wake}</Button>}
        </div>
        <DateField label={text.until} min={tomorrow} value={until} error={errors.until} onChange={setUntil} autoFocus />
        <p className={styles.hint}>{text.snoozeHint}</p>
      </div>
    </FormDialog>
  );
}

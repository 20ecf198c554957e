// Plans the next check-up of a member, or changes the one that is planned.
import { useState } from 'react';
import { shiftDay } from '../../format/days';
import { useFormat } from '../../format/useFormat';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { DateField, TimeField } from '../../ui/DateField';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import type { CheckupRows_MemberFragment } from './CheckupRows.generated';
import styles from './CheckupDialog.module.css';
import { checkupTexts } from './messages';
import { useCheckup } from './useCheckup';

interface CheckupDialogProps {
  member: CheckupRows_MemberFragment & { fullName: string };
  onClose: () => void;
}

export default function CheckupDialog({ member, onClose }: CheckupDialogProps) {
  const text = useText(checkupTexts);
  const format = useFormat();
  const formErrors = useFormErrors();
  const checkup = useCheckup();
  const next = member.nextCheckup;
  const before = next ? { on: format.localDay(next.startsAt), at: format.localTime(next.startsAt) } : null;
  const [on, setOn] = useState(before?.on ?? shiftDay(format.today(), 7));
  const [at, setAt] = useState(before?.at ?? '10:00');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);

  const submit = async () => {
    const missing = { ...(on ? {} : { on: text.dayMissing }), ...(at ? {} : { at: text.timeMissing }) };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setSaving(true);
    const onFailed = (error: unknown) => setErrors(formErrors(error, ['on', 'at']));
    const isSaved = await (next && before
      ? checkup.move(next.id, { on, at }, before, onFailed)
      : checkup.plan(member.id, { on, at }, onFailed));
    setSaving(false);
    if (isSaved) onClose();
  };
  const end = (verb: 'complete' | 'callOff') => () => {
    if (next) void checkup[verb](next.id);
    onClose();
  };
  return (
    <Dialog
      open
      title={text.planTitle(member.fullName)}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" variant="primary" loading={isSaving}>
            {text.save}
          </Button>
        </>
      }
    >
      {errors[''] && <InlineMessage tone="bad">{errors['']}</InlineMessage>}
      <div className={styles.moment}>
        <DateField label={text.day} min={format.today()} value={on} error={errors.on} onChange={setOn} autoFocus />
        <TimeField label={text.time} value={at} error={errors.at} onChange={setAt} />
      </div>
      {next && (
        <div className={styles.others}>
          <Button icon="check" onClick={end('complete')}>
            {text.complete}
          </Button>
          <Button icon="close" onClick={end('callOff')}>
            {text.callOff}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

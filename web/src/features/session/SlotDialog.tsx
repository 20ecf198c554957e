// Adds a session to the weekly schedule, or changes one. Refusals stand at their fields and keep what was typed.
import { useState } from 'react';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { TimeField } from '../../ui/DateField';
import { FormDialog } from '../../ui/FormDialog';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { PlanChoices } from './PlanChoices';
import { planTexts } from './planTexts';
import { scheduleTexts, weekdays } from './scheduleTexts';
import styles from './Session.module.css';
import { problemsOf } from './sessionForm';
import { useScheduleSlots, useSlotName, type SlotRow } from './useScheduleSlots';

const formFields = ['sessionTypeId', 'calendarId', 'employeeId', 'weekday', 'startsAt', 'durationMinutes', 'places'];

interface SlotDialogProps {
  slot: SlotRow | null;
  /** Where a new one stands at first. */
  calendarId: string;
  onClose: () => void;
}

export function SlotDialog({ slot, calendarId, onClose }: SlotDialogProps) {
  const text = useText(scheduleTexts);
  const plan = useText(planTexts);
  const formErrors = useFormErrors();
  const nameOf = useSlotName();
  const { create, change } = useScheduleSlots();
  const [id] = useState(() => slot?.id ?? newId());
  const [fields, setFields] = useState(() => ({
    sessionTypeId: slot?.type.id ?? '',
    calendarId: slot?.calendar.id ?? calendarId,
    employeeId: slot?.employee?.id ?? '',
    weekday: String(slot?.weekday ?? 1),
    startsAt: slot?.startsAt ?? '09:00',
    durationMinutes: String(slot?.durationMinutes ?? 60),
    places: String(slot?.places ?? 12),
  }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const set = (field: keyof typeof fields) => (value: string) => setFields((now) => ({ ...now, [field]: value }));

  const submit = async () => {
    const problems = Object.entries(problemsOf(fields)).map(([field, problem]) => [field, plan[problem]]);
    setErrors(Object.fromEntries(problems) as Record<string, string>);
    if (problems.length > 0) return;
    setSaving(true);
    const { weekday, durationMinutes, places, employeeId, ...others } = fields;
    const input = {
      id,
      ...others,
      weekday: Number(weekday),
      durationMinutes: Number(durationMinutes),
      places: Number(places),
      employeeId: employeeId || null,
    };
    try {
      if (slot) {
        const { data } = await change(input);
        if (data) showToast({ kind: 'success', text: text.changed(nameOf(data.changeScheduleSlot.slot)) });
      } else {
        const { data } = await create(input);
        if (data) showToast({ kind: 'success', text: text.added(nameOf(data.createScheduleSlot.slot)) });
      }
      onClose();
    } catch (error) {
      setErrors(formErrors(error, formFields));
    } finally {
      setSaving(false);
    }
  };

  return (
    <FormDialog
      title={slot ? text.edit : text.create}
      submitLabel={plan.save}
      cancelLabel={plan.cancel}
      isSaving={isSaving}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <PlanChoices own={slot} fields={fields} errors={errors} onChange={set} />
      <div className={styles.pair}>
        <Select
          label={text.weekday}
          value={fields.weekday}
          error={errors.weekday}
          onChange={set('weekday')}
          options={weekdays.map((day) => ({ value: String(day), label: text.weekdays[day] }))}
        />
        <TimeField label={plan.time} value={fields.startsAt} error={errors.startsAt} onChange={set('startsAt')} />
      </div>
      <div className={styles.figures}>
        <TextField
          label={plan.duration}
          inputMode="numeric"
          maxLength={6}
          value={fields.durationMinutes}
          error={errors.durationMinutes}
          onChange={set('durationMinutes')}
        />
        <TextField
          label={plan.places}
          inputMode="numeric"
          maxLength={6}
          value={fields.places}
          error={errors.places}
          onChange={set('places')}
        />
      </div>
    </FormDialog>
  );
}

// Plans a session, or changes one. Refusals stand at their fields and keep what was typed.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { newId } from '../../graphql/newId';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { DateField, TimeField } from '../../ui/DateField';
import { FormDialog } from '../../ui/FormDialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { PlanChoices } from './PlanChoices';
import { planTexts } from './planTexts';
import styles from './Session.module.css';
import { AddSessionDocument, ChangeSessionDocument, type SessionHead_SessionFragment } from './Session.generated';
import { changesOf, fieldsOf, formFields, problemsOf, toInput, type SessionFields } from './sessionForm';

interface SessionDialogProps {
  /** Null: a new one. */
  session: SessionHead_SessionFragment | null;
  /** Where a new one stands at first. */
  start?: { on: string; calendarId: string; employeeId: string };
  onSaved: () => void;
  onClose: () => void;
}

export function SessionDialog({ session, start, onSaved, onClose }: SessionDialogProps) {
  const text = useText(planTexts);
  const format = useFormat();
  const client = useApolloClient();
  const formErrors = useFormErrors();
  const [id] = useState(() => session?.id ?? newId());
  const [before] = useState(() => session && fieldsOf(session, { day: format.localDay, time: format.localTime }));
  const [fields, setFields] = useState<SessionFields>(
    () =>
      before ?? {
        sessionTypeId: '',
        calendarId: start?.calendarId ?? '',
        on: start?.on ?? format.today(),
        at: '09:00',
        durationMinutes: '60',
        places: '12',
        employeeId: start?.employeeId ?? '',
      },
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const change = (field: keyof SessionFields) => (value: string) => setFields((now) => ({ ...now, [field]: value }));
  const audience = session ? session.registrationCount + session.waitingCount : 0;
  const isMoved = before !== null && (before.on !== fields.on || before.at !== fields.at);

  const plan = async () => {
    const { data } = await client.mutate({
      mutation: AddSessionDocument,
      variables: { input: { id, ...toInput(fields) } },
    });
    const added = data?.addSession.session;
    if (added)
      showToast({ kind: 'success', text: text.planned(added.type.name, format.dateTime(added.startsAt, 'weekday')) });
  };
  const save = async (from: SessionFields) => {
    const { data } = await client.mutate({
      mutation: ChangeSessionDocument,
      variables: { input: { id, ...changesOf(from, fields) } },
    });
    if (!data) return;
    const { session: changed, toldCount, movedUp } = data.changeSession;
    const name = changed.type.name;
    const said = toldCount > 0 ? text.changedAndTold(name, toldCount) : text.changed(name);
    showToast({
      kind: 'success',
      text: movedUp.length > 0 ? `${said}. ${text.movedUp(movedUp.length)}.` : said,
    });
  };
  const submit = async () => {
    const problems = Object.entries(problemsOf(fields)).map(([field, problem]) => [field, text[problem]]);
    setErrors(Object.fromEntries(problems) as Record<string, string>);
    if (problems.length > 0) return;
    setSaving(true);
    try {
      await (before ? save(before) : plan());
      onSaved();
      onClose();
    } catch (error) {
      setErrors(formErrors(error, formFields));
    } finally {
      setSaving(false);
    }
  };

  return (
    <FormDialog
      title={session ? text.changeTitle : text.addTitle}
      submitLabel={session ? text.save : text.plan}
      cancelLabel={text.cancel}
      isSaving={isSaving}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <PlanChoices own={session} fields={fields} errors={errors} onChange={change} />
      <div className={styles.pair}>
        <DateField label={text.day} value={fields.on} error={errors.on} onChange={change('on')} />
        <TimeField label={text.time} value={fields.at} error={errors.at} onChange={change('at')} />
      </div>
      <div className={styles.figures}>
        <TextField
          label={text.duration}
          inputMode="numeric"
          maxLength={6}
          value={fields.durationMinutes}
          error={errors.durationMinutes}
          onChange={change('durationMinutes')}
        />
        <TextField
          label={text.places}
          inputMode="numeric"
          maxLength={6}
          value={fields.places}
          error={errors.places}
          onChange={change('places')}
        />
      </div>
      {isMoved && audience > 0 && <InlineMessage tone="warning">{text.willBeTold(audience)}</InlineMessage>}
    </FormDialog>
  );
}

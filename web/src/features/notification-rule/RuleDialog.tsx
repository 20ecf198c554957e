// One rule: on or off, its numbers, and what it would have done with them before it is switched on.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Checkbox } from '../../ui/CheckGroup';
import { FormDialog } from '../../ui/FormDialog';
import { TextField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { notificationRuleTexts } from './messages';
import styles from './NotificationRules.module.css';
import { SaveNotificationRuleDocument, type NotificationRules_RuleFragment } from './NotificationRules.generated';
import { RuleReplay } from './RuleReplay';

type Parameter = NotificationRules_RuleFragment['parameters'][number];

interface RuleDialogProps {
  rule: NotificationRules_RuleFragment;
  onClose: () => void;
}

export default function RuleDialog({ rule, onClose }: RuleDialogProps) {
  const text = useText(notificationRuleTexts);
  const client = useApolloClient();
  const formErrors = useFormErrors();
  const [isOn, setOn] = useState(rule.isOn);
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(rule.parameters.map(({ name, value }) => [name, String(value)])),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSaving, setSaving] = useState(false);
  const wrong = (parameter: Parameter) => !isWithin(parameter, typed[parameter.name]);
  const given = rule.parameters.map(({ name }) => ({ name, value: Number(typed[name]) }));
  const isRight = !rule.parameters.some(wrong);

  const submit = async () => {
    if (!isRight) return;
    setSaving(true);
    try {
      const input = { rule: rule.rule, isOn, parameters: given };
      await client.mutate({ mutation: SaveNotificationRuleDocument, variables: { input } });
      showToast({ kind: 'success', text: text.saved });
      onClose();
    } catch (error) {
      setErrors(
        formErrors(
          error,
          rule.parameters.map(({ name }) => name),
        ),
      );
      setSaving(false);
    }
  };
  return (
    <FormDialog
      title={text.name[rule.rule]}
      submitLabel={text.save}
      cancelLabel={text.cancel}
      isSaving={isSaving}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <div className={styles.form}>
        <p>{text.about[rule.rule]}</p>
        <Checkbox label={text.isOn} description={text.isOnHint} value={isOn} onChange={setOn} />
        {rule.parameters.map((parameter) => (
          <TextField
            key={parameter.name}
            label={text.parameter[parameter.name]}
            description={text.range(parameter.least, parameter.most)}
            inputMode="numeric"
            value={typed[parameter.name] ?? ''}
            error={wrong(parameter) ? text.notWithin(parameter.least, parameter.most) : errors[parameter.name]}
            onChange={(value) => setTyped((before) => ({ ...before, [parameter.name]: value }))}
          />
        ))}
        <RuleReplay rule={rule} given={isRight ? given : null} />
      </div>
    </FormDialog>
  );
}

function isWithin({ least, most }: Parameter, typed: string | undefined): boolean {
  const value = Number(typed);
  return Boolean(typed?.trim()) && Number.isInteger(value) && value >= least && value <= most;
}

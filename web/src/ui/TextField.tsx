// One line of text with its label, help and error. What was typed is never thrown away by an error.
import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/PasswordInput.layer.css';
import type { HTMLInputAutoCompleteAttribute, KeyboardEvent, Ref } from 'react';
import { useText } from '../i18n/text';
import { classes } from './classes';
import styles from './Field.module.css';
import { Icon, type IconName } from './Icon';
import { uiTexts } from './messages';

export interface FieldProps<Value = string> {
  label: string;
  /** Label for screen readers only, where the place already says what it is. */
  hideLabel?: boolean;
  description?: string;
  error?: string | null;
  required?: boolean;
  name?: string;
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
  /** Focused first when the dialog around it opens. */
  autoFocus?: boolean;
  className?: string;
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'search' | 'url';
  placeholder?: string;
  icon?: IconName;
  maxLength?: number;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'email' | 'numeric' | 'decimal' | 'search' | 'none';
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  ref?: Ref<HTMLInputElement>;
}

/** The props that every field has, in the words of the kit; the others pass through. */
export function fieldProps<Props extends FieldProps>({
  label,
  hideLabel,
  error,
  autoFocus,
  className,
  onChange,
  ...others
}: Props) {
  return {
    ...others,
    label: hideLabel ? undefined : label,
    'aria-label': hideLabel ? label : undefined,
    error: error || undefined,
    autoFocus,
    'data-autofocus': autoFocus || undefined,
    className: classes(styles.field, className),
    classNames: { input: styles.input, label: styles.label, description: styles.description, error: styles.error },
    errorProps: { role: 'alert' },
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
}

export function TextField({ icon, ...field }: TextFieldProps) {
  return <TextInput {...fieldProps(field)} leftSection={icon && <Icon name={icon} />} />;
}

interface PasswordFieldProps extends FieldProps {
  autoComplete: 'current-password' | 'new-password';
  ref?: Ref<HTMLInputElement>;
}

export function PasswordField(field: PasswordFieldProps) {
  const text = useText(uiTexts);
  return (
    <PasswordInput
      {...fieldProps(field)}
      visibilityToggleButtonProps={{ 'aria-label': text.showPassword, tabIndex: 0 }}
    />
  );
}

interface TextAreaProps extends FieldProps {
  placeholder?: string;
  rows?: number;
  maxLength?: number;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ rows = 4, ...field }: TextAreaProps) {
  return <Textarea {...fieldProps(field)} rows={rows} resize="vertical" />;
}

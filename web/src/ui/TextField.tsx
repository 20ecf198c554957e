// One line of text with its label, help and error. What was typed is never thrown away by an error.
import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/PasswordInput.layer.css';
import type { HTMLInputAutoCompleteAttribute, KeyboardEvent, Ref } from 'react';
import { useText } from '../i18n/text';
import styles from './Field.module.css';
import { Icon, type IconName } from './Icon';
import { uiTexts } from './messages';

export interface FieldProps {
  label: string;
  /** Label for screen readers only, where the place already says what it is. */
  hideLabel?: boolean;
  description?: string;
  error?: string | null;
  required?: boolean;
  name?: string;
  value: string;
  onChange: (value: string) => void;
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
  inputMode?: 'text' | 'email' | 'numeric' | 'search' | 'none';
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  ref?: Ref<HTMLInputElement>;
}

export function fieldProps({
  label,
  hideLabel,
  description,
  error,
  required,
  autoFocus,
  className,
}: Omit<FieldProps, 'value' | 'onChange'>) {
  return {
    label: hideLabel ? undefined : label,
    'aria-label': hideLabel ? label : undefined,
    description,
    error: error || undefined,
    required,
    autoFocus,
    'data-autofocus': autoFocus || undefined,
    className: [styles.field, className].filter(Boolean).join(' '),
    classNames: { input: styles.input, label: styles.label, description: styles.description, error: styles.error },
    errorProps: { role: 'alert' },
  };
}

export function TextField({
  label,
  hideLabel,
  description,
  error,
  required,
  autoFocus,
  className,
  onChange,
  icon,
  ...others
}: TextFieldProps) {
  return (
    <TextInput
      {...fieldProps({ label, hideLabel, description, error, required, autoFocus, className })}
      {...others}
      leftSection={icon && <Icon name={icon} />}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface PasswordFieldProps extends FieldProps {
  autoComplete: 'current-password' | 'new-password';
  ref?: Ref<HTMLInputElement>;
}

export function PasswordField({
  label,
  hideLabel,
  description,
  error,
  required,
  autoFocus,
  className,
  onChange,
  ...others
}: PasswordFieldProps) {
  const text = useText(uiTexts);
  return (
    <PasswordInput
      {...fieldProps({ label, hideLabel, description, error, required, autoFocus, className })}
      {...others}
      visibilityToggleButtonProps={{ 'aria-label': text.showPassword, tabIndex: 0 }}
      onChange={(event) => onChange(event.currentTarget.value)}
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

export function TextArea({
  label,
  hideLabel,
  description,
  error,
  required,
  autoFocus,
  className,
  onChange,
  rows = 4,
  ...others
}: TextAreaProps) {
  return (
    <Textarea
      {...fieldProps({ label, hideLabel, description, error, required, autoFocus, className })}
      {...others}
      rows={rows}
      resize="vertical"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

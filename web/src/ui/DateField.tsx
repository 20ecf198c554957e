// A day, picked with the browser's own calendar: light, translated and made for touch.
import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import { fieldProps, type FieldProps } from './TextField';

interface DateFieldProps extends FieldProps {
  /** yyyy-mm-dd */
  min?: string;
  max?: string;
}

export function DateField({
  label,
  hideLabel,
  description,
  error,
  required,
  autoFocus,
  className,
  onChange,
  ...others
}: DateFieldProps) {
  return (
    <TextInput
      {...fieldProps({ label, hideLabel, description, error, required, autoFocus, className })}
      {...others}
      type="date"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A time of day, HH:MM. */
export function TimeField({
  label,
  hideLabel,
  description,
  error,
  required,
  autoFocus,
  className,
  onChange,
  ...others
}: FieldProps) {
  return (
    <TextInput
      {...fieldProps({ label, hideLabel, description, error, required, autoFocus, className })}
      {...others}
      type="time"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

// A day, picked with the browser's own calendar: light, translated and made for touch.
import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import { fieldProps, type FieldProps } from './TextField';

interface DateFieldProps extends FieldProps {
  /** yyyy-mm-dd */
  min?: string;
  max?: string;
}

export function DateField(field: DateFieldProps) {
  return <TextInput {...fieldProps(field)} type="date" />;
}

/** A time of day, HH:MM. */
export function TimeField(field: FieldProps) {
  return <TextInput {...fieldProps(field)} type="time" />;
}

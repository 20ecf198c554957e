// A choice out of a few, drawn by the browser. For long or searched lists: ChoiceList.
import { NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import { fieldProps, type FieldProps } from './TextField';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectProps extends FieldProps {
  options: readonly Option[];
}

export function Select({ options, ...field }: SelectProps) {
  return <NativeSelect {...fieldProps(field)} data={options as Option[]} />;
}

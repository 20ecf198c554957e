// An IBAN, set in groups of four while it is typed or pasted, as it stands on a bank card. The caret stays where it was.
import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import { useLayoutEffect, useRef, type ChangeEvent } from 'react';
import { groupIban } from './groupIban';
import { fieldProps, type FieldProps } from './TextField';

export function IbanField(field: FieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  return (
    <TextInput
      {...fieldProps(field)}
      ref={input}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      inputMode="text"
      onChange={({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
        const { value, selectionStart } = currentTarget;
        caret.current = groupIban(value.slice(0, selectionStart ?? value.length)).length;
        field.onChange(groupIban(value));
      }}
    />
  );
}

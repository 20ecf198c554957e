// An amount of money: integer cents in, integer cents out, typed with the decimal sign of the language.
// What was typed stays as it is until it is understood; only then is it tidied, on leaving the field.
import { TextInput } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import { useState, type KeyboardEvent } from 'react';
import { currencySign, isAmountProblem, maxAmountCents, readAmount, writeAmount, type Amount } from '../format/amount';
import { formatMoney } from '../format/money';
import { useLocale } from '../i18n/locale';
import { useText } from '../i18n/text';
import { moneyTexts } from './moneyTexts';
import { fieldProps, type FieldProps } from './TextField';

interface MoneyFieldProps extends FieldProps<Amount> {
  /** ISO 4217 */
  currency: string;
  maxCents?: number;
  placeholder?: string;
}

/** `onChange` tells a form also why it cannot be saved yet: `isAmountProblem`. The field says that itself. */
export function MoneyField({
  value,
  onChange,
  currency,
  maxCents = maxAmountCents,
  error,
  ...others
}: MoneyFieldProps) {
  const { locale } = useLocale();
  const text = useText(moneyTexts);
  const [given, setGiven] = useState(value);
  const [typed, setTyped] = useState(() => write(value, locale));
  const [writtenIn, setWrittenIn] = useState(locale);
  const [isLeft, setLeft] = useState(false);
  if (value !== given) {
    setGiven(value);
    if (!isAmountProblem(value)) setTyped(write(value, locale));
  }
  // The language of the gym is known a moment after the page is there.
  if (locale !== writtenIn) {
    setWrittenIn(locale);
    if (typeof value === 'number') setTyped(write(value, locale));
  }
  const problem = isLeft && isAmountProblem(value) ? value : null;
  const problemText =
    problem === 'TOO_LARGE'
      ? text.TOO_LARGE(formatMoney({ amountCents: maxCents, currency }, locale))
      : problem && text[problem];
  const type = (now: string) => {
    const amount = readAmount(now, locale, maxCents);
    setTyped(now);
    setGiven(amount);
    onChange(amount);
  };
  const leave = () => {
    setLeft(true);
    if (typeof value === 'number') setTyped(write(value, locale));
  };
  const sign = currencySign(currency, locale);
  return (
    <TextInput
      {...fieldProps({ ...others, value: typed, onChange: type, error: problemText ?? error })}
      leftSection={<span>{sign}</span>}
      leftSectionWidth={`${sign.length + 1.5}em`}
      leftSectionPointerEvents="none"
      inputMode="decimal"
      autoComplete="off"
      onBlur={leave}
      // Enter submits the form around it without leaving the field.
      onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && setLeft(true)}
    />
  );
}

function write(amount: Amount, locale: 'en' | 'nl'): string {
  return typeof amount === 'number' ? writeAmount(amount, locale) : '';
}

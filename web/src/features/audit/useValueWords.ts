// A value of a change in words and figures, by the kind that the server says it is.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import type { ChangeList_ChangeFragment } from './Changes.generated';
import { changeTexts, codeTexts, codeWords } from './messages';

type Value = ChangeList_ChangeFragment['values'][number];

export function useValueWords(currency: string) {
  const text = useText(changeTexts);
  const codes = useText(codeTexts);
  const format = useFormat();
  const code = (word: string) => codeWords(codes, word);
  return ({ field, kind }: Value, raw: string | null): string => {
    if (raw === null) return text.nothing;
    switch (kind) {
      case 'CENTS':
        return format.money({ amountCents: Number(raw), currency });
      case 'HUNDREDTHS':
        return `${format.number(Number(raw) / 100, 2)} %`;
      case 'NUMBER':
        return field === 'WEEKDAY' ? (text.weekdays[raw as '1'] ?? raw) : format.number(Number(raw), 2);
      case 'BYTES':
        return format.bytes(Number(raw));
      case 'BOOLEAN':
        return raw === 'true' ? text.yes : text.no;
      case 'DAY':
        return format.day(raw);
      case 'INSTANT':
        return format.dateTime(raw);
      case 'CODE':
        return code(raw);
      case 'CODES':
        return raw.split(',').map(code).join(', ');
      case 'NUMBERS':
        return numbersIn(raw)
          .map(([name, value]) => `${code(name)} ${value}`)
          .join(', ');
      case 'COLOR':
      case 'TEXT':
        // A time on the gym's clock.
        return field === 'STARTS_AT' ? raw.slice(0, 5) : raw;
    }
  };
}

function numbersIn(raw: string): [name: string, value: string][] {
  const read: unknown = JSON.parse(raw);
  return typeof read === 'object' && read !== null
    ? Object.entries(read).map(([name, value]) => [name, String(value)])
    : [];
}

// The sentences of rules: made by the database for many members at once, and by the server for an example; from one text.
import { DateTime } from 'luxon';
import { quoted } from './rule-sql.ts';
import type { RuleLocale } from './rule.ts';

/** A text with {names} in it, in both languages. */
export type Sentence = Record<RuleLocale, string>;

const parts = (text: string): string[] => text.split(/(\{\w+\})/).filter(Boolean);
const nameIn = (part: string): string | undefined => /^\{(\w+)\}$/.exec(part)?.[1];

/** As an SQL expression; `values` are expressions of type text. */
export function sentenceSql(sentence: Sentence, locale: RuleLocale, values: Record<string, string>): string {
  const pieces = parts(sentence[locale]).map((part) => {
    const name = nameIn(part);
    return name ? `(${values[name]})` : quoted(part);
  });
  return `(${pieces.join(' || ')})`;
}

export const sentenceText = (sentence: Sentence, locale: RuleLocale, values: Record<string, string>): string =>
  parts(sentence[locale])
    .map((part) => values[nameIn(part) ?? ''] ?? part)
    .join('');

const monthNames: Record<RuleLocale, string[]> = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** 3 november 2026. */
export const dayInWordsSql = (day: string, locale: RuleLocale): string =>
  `(extract(day from ${day}) || ' ' || (array[${monthNames[locale].map(quoted).join(', ')}])[extract(month from ${day})::int] || ' ' || extract(year from ${day}))`;

export function dayInWords(day: string, locale: RuleLocale): string {
  const { day: number, month, year } = DateTime.fromISO(day);
  return `${number} ${monthNames[locale][month - 1]} ${year}`;
}

/** 1.5, in Dutch 1,5. */
export const numberSql = (number: string, locale: RuleLocale): string => {
  const plain = `to_char(round((${number})::numeric, 1), 'FM9990.0')`;
  return locale === 'nl' ? `replace(${plain}, '.', ',')` : plain;
};

export const numberText = (number: number, locale: RuleLocale): string =>
  number.toFixed(1).replace('.', locale === 'nl' ? ',' : '.');

// "1 member", "2 members": the form that the language's own rules choose, with the number written its way.
import type { Locale } from './locale';

const rules = { en: new Intl.PluralRules('en'), nl: new Intl.PluralRules('nl') };
const numbers = { en: new Intl.NumberFormat('en'), nl: new Intl.NumberFormat('nl') };

export function plural(locale: Locale, count: number, one: string, other: string): string {
  return `${numbers[locale].format(count)} ${rules[locale].select(count) === 'one' ? one : other}`;
}

// What there is to choose from: the time zones and countries that the browser knows.
import type { Locale } from '../../i18n/locale';
import type { Option } from '../../ui/Select';

/** With the one that is kept, also when this browser calls it otherwise. */
export function zoneOptions(kept: string): Option[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', kept]);
  return [...zones].toSorted().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}

const known = new Map<Locale, Option[]>();

/** Unions, the unknown and the like are no countries. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);

export function countryOptions(locale: Locale): Option[] {
  const found = known.get(locale) ?? readCountries(locale);
  known.set(locale, found);
  return found;
}

function readCountries(locale: Locale): Option[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((value) => {
      const label = noCountries.has(value) ? undefined : names.of(value);
      return label ? [{ value, label }] : [];
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

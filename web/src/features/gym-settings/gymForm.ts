// The settings of the gym as text of a form, and what of it is sent: only what was changed. Pure.
import type { SaveGymSettingsInput } from '../../graphql/schema.generated';
import type { Locale } from '../../i18n/locale';
import type { GymSettingsForm_SettingsFragment } from './GymSettings.generated';

export type GymSetting = Exclude<keyof SaveGymSettingsInput, 'version'>;
export type GymForm = Record<GymSetting, string>;
export type GymProblem = 'notANumber' | 'notWhole';

const wholes = [
  'newMemberDays',
  'trendRecentWeeks',
  'trendEarlierWeeks',
  'trendMinimumPercent',
  'attachmentFileLimitMb',
  'attachmentMemberLimitMb',
] as const satisfies readonly GymSetting[];

export function formOf(settings: GymSettingsForm_SettingsFragment, locale: Locale): GymForm {
  const numbers = Object.fromEntries(wholes.map((name) => [name, String(settings[name])])) as Record<
    (typeof wholes)[number],
    string
  >;
  return {
    ...numbers,
    name: settings.name,
    email: settings.email ?? '',
    phone: settings.phone ?? '',
    website: settings.website ?? '',
    address: settings.address ?? '',
    country: settings.country,
    timeZone: settings.timeZone,
    locale: settings.locale,
    chargesFrom: settings.chargesFrom ?? '',
    trendMinimumVisits: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(settings.trendMinimumVisits),
  };
}

type Read = { input: SaveGymSettingsInput } | { problems: Partial<Record<GymSetting, string>> };

/** What was typed over what is kept, without what came back to that; `words` say what is wrong with it. */
export function inputOf(typed: Partial<GymForm>, kept: Partial<GymForm>, words: Record<GymProblem, string>): Read {
  const changed = Object.entries(typed).filter(([name, value]) => value !== kept[name as GymSetting]);
  const problems: Partial<Record<GymSetting, string>> = {};
  const input: Record<string, string | number | null> = {};
  for (const [name, value] of changed) {
    const read = valueOf(name as GymSetting, value);
    if (typeof read === 'object' && read !== null) problems[name as GymSetting] = words[read.problem];
    else input[name] = read;
  }
  return Object.keys(problems).length > 0 ? { problems } : { input };
}

function valueOf(name: GymSetting, value: string): string | number | null | { problem: GymProblem } {
  const text = value.trim();
  if ((wholes as readonly string[]).includes(name))
    return /^\d{1,6}$/.test(text) ? Number(text) : { problem: 'notWhole' };
  if (name === 'trendMinimumVisits')
    return /^\d{1,4}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : { problem: 'notANumber' };
  return name === 'chargesFrom' && text === '' ? null : value;
}

// What of an input is another value than now, checked, by the column that keeps it. Pure.
import { UserInputError } from '../../graphql/errors.ts';
import { lineOf, textOf } from '../../graphql/text-input.ts';
import { addDays } from '../gym/calendar-day.ts';
import { dayOf } from '../gym/gym-day.ts';
import { bytesPerMb } from './get-gym-settings.ts';
import type { SaveGymSettingsInput } from './gym-settings.inputs.ts';
import type { GymSettings } from './gym-settings.type.ts';

type Setting = Exclude<keyof SaveGymSettingsInput, 'version'>;
type Value = string | number | null;

export interface Given {
  column: string;
  value: Value;
}

const columns: Record<Setting, string> = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  website: 'website',
  address: 'address',
  country: 'country',
  timeZone: 'time_zone',
  locale: 'locale',
  chargesFrom: 'charges_from',
  newMemberDays: 'new_member_days',
  trendRecentWeeks: 'trend_recent_weeks',
  trendEarlierWeeks: 'trend_earlier_weeks',
  trendMinimumVisits: 'trend_minimum_visits',
  trendMinimumPercent: 'trend_minimum_percent',
  attachmentFileLimitMb: 'attachment_file_limit_bytes',
  attachmentMemberLimitMb: 'attachment_member_limit_bytes',
};

export function givenSettings(input: SaveGymSettingsInput, now: GymSettings, at: Date): Given[] {
  const wanted = { ...textsIn(input), ...numbersIn(input, now), ...placeIn(input) };
  if (input.chargesFrom != null && input.chargesFrom !== now.chargesFrom)
    wanted.chargesFrom = chargedFrom(input.chargesFrom, dayOf(at, now.timeZone));
  const settings = Object.keys(columns) as Setting[];
  return settings
    .filter((name) => wanted[name] !== undefined && wanted[name] !== now[name])
    .map((name) => ({ column: columns[name], value: kept(name, wanted[name] ?? null) }));
}

function kept(name: Setting, value: Value): Value {
  if (name === 'locale') return String(value).toLowerCase();
  return name.endsWith('Mb') ? Number(value) * bytesPerMb : value;
}

type Wanted = Partial<Record<Setting, Value>>;

function textsIn({ name, email, phone, website, address }: SaveGymSettingsInput): Wanted {
  return {
    ...(name !== undefined && { name: lineOf('name', name, 80) }),
    ...(email !== undefined && { email: emptied(email, emailOf) }),
    ...(phone !== undefined && { phone: emptied(phone, phoneOf) }),
    ...(website !== undefined && { website: emptied(website, websiteOf) }),
    ...(address !== undefined && { address: emptied(address, (text) => textOf('address', text, 300)) }),
  };
}

const emptied = (text: string | null, read: (text: string) => string): string | null =>
  text?.trim() ? read(text) : null;

function placeIn({ country, timeZone, locale }: SaveGymSettingsInput): Wanted {
  return {
    ...(country != null && { country: countryOf(country) }),
    ...(timeZone != null && { timeZone: lineOf('timeZone', timeZone, 60) }),
    ...(locale != null && { locale }),
  };
}

function numbersIn(input: SaveGymSettingsInput, now: GymSettings): Wanted {
  const within = (name: Setting, least: number, most: number): Wanted => {
    const value = input[name] as number | null | undefined;
    if (value == null) return {};
    if (value < least || value > most)
      throw new UserInputError(name, 'OUT_OF_RANGE', `This must be from ${least} to ${most}.`);
    return { [name]: Math.round(value * 100) / 100 };
  };
  const limits = {
    ...within('attachmentFileLimitMb', 1, now.hostFileLimitMb),
    ...within('attachmentMemberLimitMb', 1, now.hostMemberLimitMb),
  };
  const { attachmentFileLimitMb: file, attachmentMemberLimitMb: all } = { ...now, ...limits };
  if (Object.keys(limits).length > 0 && Number(all) < Number(file))
    throw new UserInputError('attachmentMemberLimitMb', 'BELOW_FILE_LIMIT', 'One attachment must fit into it.');
  return {
    ...within('newMemberDays', 0, 365),
    ...within('trendRecentWeeks', 1, 12),
    ...within('trendEarlierWeeks', 2, 26),
    ...within('trendMinimumVisits', 0, 20),
    ...within('trendMinimumPercent', 0, 100),
    ...limits,
  };
}

function emailOf(typed: string): string {
  const email = lineOf('email', typed, 200);
  if (/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(email)) return email;
  throw new UserInputError('email', 'INVALID_EMAIL', 'An e-mail address looks like info@example.com.');
}

function phoneOf(typed: string): string {
  const phone = lineOf('phone', typed, 30);
  if (/^[+\d][\d\s().\-/]{4,}$/.test(phone)) return phone;
  throw new UserInputError('phone', 'INVALID_PHONE', 'A phone number looks like 030 123 4567 or +31 30 123 4567.');
}

function websiteOf(typed: string): string {
  const line = lineOf('website', typed, 200);
  const address = /^[a-z][a-z+.-]*:/i.test(line) ? line : `https://${line}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  const isSite = url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username && !url.password;
  if (isSite && url.href.length <= 200) return url.href.replace(/\/$/, '');
  throw new UserInputError('website', 'INVALID_WEBSITE', 'A website looks like https://example.com.');
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function countryOf(code: string): string {
  if (/^[A-Z]{2}$/.test(code) && countryNames.of(code)) return code;
  throw new UserInputError('country', 'UNKNOWN_COUNTRY', 'A country is its two letters, such as NL.');
}

const daysBack = 62;
const daysAhead = 366;

/** Further back, a gym that came from elsewhere would charge again what was charged there. */
function chargedFrom(day: string, today: string): string {
  if (day < addDays(today, -daysBack))
    throw new UserInputError('chargesFrom', 'TOO_FAR_BACK', `This can be at most ${daysBack} days ago.`);
  if (day > addDays(today, daysAhead))
    throw new UserInputError('chargesFrom', 'TOO_FAR_AHEAD', 'This can be at most a year ahead.');
  return day;
}

// Reads what is kept about the viewer's gym. Its version is made of the values, so that no writer can forget to count it up.
import type { Context, StorageLimits } from '../../graphql/context.ts';
import { Locale } from '../account/viewer.type.ts';
import type { GymSettings } from './gym-settings.type.ts';

export const bytesPerMb = 1024 * 1024;

const megabytes = (column: string): string => `ceil(${column} / ${bytesPerMb}.0)::int`;

export const gymSettingsSql = `select md5(s.json::text) as version, s.json as settings from (select json_build_object(
    'name', name, 'email', email, 'phone', phone, 'website', website, 'address', address, 'country', country,
    'timeZone', time_zone, 'locale', upper(locale), 'currency', currency, 'chargesFrom', charges_from,
    'newMemberDays', new_member_days, 'trendRecentWeeks', trend_recent_weeks, 'trendEarlierWeeks', trend_earlier_weeks,
    'trendMinimumVisits', trend_minimum_visits::float, 'trendMinimumPercent', trend_minimum_percent,
    'attachmentFileLimitMb', ${megabytes('attachment_file_limit_bytes')},
    'attachmentMemberLimitMb', ${megabytes('attachment_member_limit_bytes')}) as json from gym) s`;

export interface GymSettingsRow {
  version: string;
  settings: Omit<GymSettings, 'version' | 'hostFileLimitMb' | 'hostMemberLimitMb'>;
}

export async function getGymSettings(context: Context): Promise<GymSettings> {
  const [row] = await context.db.rows<GymSettingsRow>(gymSettingsSql, [], { name: 'get_gym_settings' });
  return gymSettingsOf(row, context.storageLimits);
}

export function gymSettingsOf(row: GymSettingsRow | undefined, limits: StorageLimits): GymSettings {
  if (!row) throw new Error('The viewer has no gym.');
  const { version, settings } = row;
  return {
    ...settings,
    locale: settings.locale === Locale.NL ? Locale.NL : Locale.EN,
    version,
    hostFileLimitMb: limits.fileMb,
    hostMemberLimitMb: limits.memberMb,
  };
}

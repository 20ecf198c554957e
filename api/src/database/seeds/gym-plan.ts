// What has to be decided before a gym's rows can be made: who it is, how large, since when, and as seen from which day.
import type { Town } from './addresses.ts';
import type { CastMember } from './cast.ts';
import type { Day, LocalTime } from './calendar-days.ts';
import type { Seal } from './mandates.ts';
import type { Random } from './random.ts';
import type { Slot } from './schedule.ts';

export interface GymPlan {
  gymId: string;
  name: string;
  locale: 'nl' | 'en';
  paymentCollection: 'SEPA' | 'STRIPE';
  towns: readonly Town[];
  /** Reserved for examples (RFC 2606); each gym has its own, so that no address is known in two gyms. */
  mailDomains: readonly string[];
  memberCount: number;
  /** Where the members' names start in the list of all names. */
  nameOffset: number;
  /** Each with a hall and a studio: its two calendars. */
  locations: readonly (readonly [hall: string, studio: string])[];
  timetable: readonly Slot[];
  /** Sessions and purchases are known from this day on; a Monday. */
  historyStart: Day;
  time: LocalTime;
  random: Random;
  seal: Seal;
  accounts: readonly PlannedAccount[];
  /** Members with a story, before the ones that chance makes. */
  cast: readonly CastMember[];
  /** Each account's password is the same; hashed once. */
  passwordHash: string;
}

export interface PlannedAccount {
  email: string;
  as: { employee: number } | { castMember: string };
}

export function mondaysOf(plan: GymPlan, weeksAhead: number): Day[] {
  const mondays: Day[] = [];
  for (let monday = plan.historyStart; monday <= plan.time.today + weeksAhead * 7; monday += 7) mondays.push(monday);
  return mondays;
}

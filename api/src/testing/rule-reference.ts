// The rules of notifications as product.md words them, computed slowly and plainly for one member, a day at a time.
import { DateTime } from 'luxon';
import type { RuleFacts } from '../modules/notification-rule/rule.ts';
import type { ModelMember } from './rule-life.ts';

export interface Truth {
  occurrence: string;
  /** False: true, but not said again. */
  makes?: boolean;
}

export interface ReferenceWorld {
  facts: RuleFacts;
  /** Those who work here now. */
  staff: ReadonlySet<string>;
  /** The occurrences of one rule about the member that there are already. */
  made: readonly string[];
}

type Reference = (member: ModelMember, world: ReferenceWorld) => Truth[];

export const reference: Record<string, Reference> = {
  BIRTHDAY: (member, { facts }) => {
    const { birthDate } = member;
    if (birthDate === null || !stretchOn(member, facts.today)) return [];
    const truths: Truth[] = [];
    for (let offset = -7; offset <= (facts.parameters.DAYS_AHEAD ?? 0); offset += 1) {
      const day = shift(facts.today, offset);
      if (day > birthDate && isBirthday(birthDate, day)) truths.push({ occurrence: day });
    }
    return truths;
  },

  ABSENCE: (member, { facts }) => {
    const since = latest([stretchOn(member, facts.today), ...visitDays(member, facts)], stretchOn(member, facts.today));
    return since && daysBetween(since, facts.today) >= (facts.parameters.DAYS ?? 0) ? [{ occurrence: since }] : [];
  },

  DOWNWARD_TREND: (member, { facts, made }) => {
    if (!stretchOn(member, facts.today)) return [];
    const monday = mondayOf(facts.today);
    const { recentWeeks, earlierWeeks, minimumVisits, minimumPercent } = facts.trend;
    const countedFrom =
      contracts(member)
        .map(({ startsOn }) => startsOn)
        .toSorted()[0] ?? monday;
    const counts: number[] = [];
    const visits = visitDays(member, facts);
    for (let week = 1; week <= recentWeeks + earlierWeeks; week += 1) {
      const first = shift(monday, -7 * week);
      if (first < countedFrom) break;
      counts.push(visits.filter((day) => day >= first && day < shift(first, 7)).length);
    }
    if (counts.length < recentWeeks + 2) return [];
    const [recent, earlier] = [counts.slice(0, recentWeeks), counts.slice(recentWeeks)];
    const [r, e] = [sum(recent) / recent.length, sum(earlier) / earlier.length];
    const fall = e - r;
    if (fall <= 1e-9 || fall < Math.max(minimumVisits, (e * minimumPercent) / 100) - 1e-9) return [];
    const quietFrom = shift(monday, -7 * (facts.parameters.QUIET_WEEKS ?? 0));
    return [{ occurrence: monday, makes: made.every((occurrence) => occurrence <= quietFrom) }];
  },

  CHECKUP_DUE: (member, { facts }) => {
    const start = stretchOn(member, facts.today);
    const all = member.checkups.filter(({ isCancelled }) => !isCancelled);
    if (!start || all.some((one) => !one.isCompleted && one.startsAt >= facts.now)) return [];
    const past = all.filter((one) => one.isCompleted || one.startsAt < facts.now);
    const since = latest([start, ...past.map(({ startsAt }) => dayIn(startsAt, facts))], start);
    return since && daysBetween(since, facts.today) >= 7 * (facts.parameters.WEEKS ?? 0) ? [{ occurrence: since }] : [];
  },

  NO_EMPLOYEE: (member, { facts, staff }) => {
    const start = stretchOn(member, facts.today);
    if (!start || (member.employee !== null && staff.has(member.employee))) return [];
    return daysBetween(start, facts.today) >= (facts.parameters.DAYS ?? 0)
      ? [{ occurrence: member.employee ?? start }]
      : [];
  },

  SUBSCRIPTION_ENDING: (member, { facts }) => {
    const all = contracts(member);
    const until = latest(
      all.map(({ endsOn }) => endsOn ?? ''),
      null,
    );
    if (!until || all.some(({ endsOn }) => endsOn === null) || all.every(({ startsOn }) => startsOn > facts.today))
      return [];
    const left = daysBetween(facts.today, until);
    const isCancelled = all.some(({ endsOn, cancelledAt }) => endsOn === until && cancelledAt !== null);
    if (left < -14 || (left > (facts.parameters.DAYS_AHEAD ?? 0) && !isCancelled)) return [];
    return [{ occurrence: until, makes: left >= 0 }];
  },

  PAYMENT_FAILED: (member) =>
    member.purchases
      .filter(({ status }) => status === 'FAILED' || status === 'RETURNED')
      .map(({ id, reference: endToEndId }) => ({ occurrence: endToEndId ?? id })),

  FIRST_SESSION: (member, { facts }) => {
    const first = visitDays(member, facts).toSorted()[0];
    return first && daysBetween(first, facts.today) <= (facts.parameters.DAYS ?? 0) ? [{ occurrence: first }] : [];
  },
};

const contracts = (member: ModelMember) => member.subscriptions.filter(({ isVoid }) => !isVoid);

const covers =
  (day: string) =>
  ({ startsOn, endsOn }: ModelMember['subscriptions'][number]): boolean =>
    startsOn <= day && (endsOn === null || endsOn >= day);

/** Since when a subscription runs without a day in between, null when none does. */
function stretchOn(member: ModelMember, today: string): string | null {
  const all = contracts(member);
  if (!all.some(covers(today))) return null;
  let day = today;
  while (all.some(covers(dayBefore(day)))) day = dayBefore(day);
  return day;
}

function isBirthday(birthDate: string, day: string): boolean {
  if (birthDate.slice(5) === day.slice(5)) return true;
  return birthDate.endsWith('02-29') && day.endsWith('02-28') && !DateTime.fromISO(day).isInLeapYear;
}

const visitDays = (member: ModelMember, facts: RuleFacts): string[] => member.attended.map((at) => dayIn(at, facts));

/** The latest of the days, when there is a first one. */
const latest = (days: readonly (string | null)[], first: string | null): string | null =>
  first === null && days.includes(null) ? null : days.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null);

// The same instant is asked for night after night.
const days = new Map<string, string>();
function dayIn(at: Date, { timeZone }: RuleFacts): string {
  const key = `${at.getTime()} ${timeZone}`;
  const day = days.get(key) ?? DateTime.fromJSDate(at, { zone: timeZone }).toISODate() ?? '';
  days.set(key, day);
  return day;
}

const DAY_MS = 86_400_000;
const daysBefore = new Map<string, string>();
function dayBefore(day: string): string {
  const before = daysBefore.get(day) ?? shift(day, -1);
  daysBefore.set(day, before);
  return before;
}
const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
const mondayOf = (day: string): string => DateTime.fromISO(day, { zone: 'utc' }).startOf('week').toISODate() ?? '';
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

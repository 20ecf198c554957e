// Who comes when: week by week, each member picks sessions by habit, season, subscription and free places.
import { mondayOf, weekdayOf, type Day } from './calendar-days.ts';
import type { Habit } from './cast.ts';
import { contractOn, type Contract } from './contracts.ts';
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';
import type { Session, Slot } from './schedule.ts';

export interface SingleSession {
  member: Member;
  session: Session;
}

/** What a member keeps between weeks. */
interface Rhythm {
  favourites: number[];
  noShow: number;
}

const weekMs = 7 * 86_400_000;

export class Attendance {
  /** Visits outside a subscription, to be paid one by one. */
  readonly singles: SingleSession[] = [];
  /** The session with fewer places than its slot, as soon as it is full, and who is in it. */
  readonly crowded = new Map<Session, Set<string>>();
  readonly #plan: GymPlan;
  readonly #members: readonly Member[];
  readonly #rhythms: Rhythm[];
  readonly #startOfToday: number;
  readonly #thisMonday: Day;

  constructor(plan: GymPlan, members: readonly Member[]) {
    this.#plan = plan;
    this.#members = members;
    this.#rhythms = members.map((member) => rhythmOf(member, plan.timetable));
    this.#startOfToday = plan.time.instant(plan.time.today, 0);
    this.#thisMonday = mondayOf(plan.time.today);
  }

  /** Registrations for one week's sessions, by location and slot. */
  *rowsOfWeek(monday: Day, week: readonly (Session | null)[][]): Generator<Row> {
    const random = this.#plan.random.fork(`attendance ${monday}`);
    const weeksAgo = (this.#thisMonday - monday) / 7;
    const season = seasonOf(monday);
    for (const [position, member] of this.#members.entries()) {
      if (member.habit === 'NEVER' && !member.hasUpcoming) continue;
      if (monday + 6 < member.joinedOn) break; // in the order they joined: nobody after this one is a member yet
      const wanted = this.#wanted(member, weeksAgo, season, random);
      if (wanted > 0)
        yield* this.#register(
          member,
          this.#rhythms[position] as Rhythm,
          wanted,
          week[member.location] ?? [],
          weeksAgo,
          random,
        );
    }
  }

  #wanted(member: Member, weeksAgo: number, season: number, random: Random): number {
    if (member.hasUpcoming && (weeksAgo === 0 || weeksAgo === -1)) return 3;
    if (member.habit === 'NEVER') return 0;
    return Math.floor(member.pace * shareOf(member, weeksAgo) * season + 0.15 + 0.85 * random.fraction());
  }

  *#register(
    member: Member,
    rhythm: Rhythm,
    wanted: number,
    sessions: readonly (Session | null)[],
    weeksAgo: number,
    random: Random,
  ): Generator<Row> {
    let busyDays = 0;
    let kept = 0;
    for (let attempt = 0; attempt < wanted + 2 && kept < wanted; attempt++) {
      const slot = random.chance(0.8)
        ? (rhythm.favourites[attempt % rhythm.favourites.length] as number)
        : random.int(0, sessions.length - 1);
      const session = sessions[slot];
      if (!session || session.day < member.joinedOn || busyDays & (1 << weekdayOf(session.day))) continue;
      if (member.habit === 'WEEKEND' && session.slot.weekday < 6) continue;
      if (member.habit === 'NEVER' && session.day < this.#plan.time.today) continue;
      if (session.day >= this.#plan.time.today && !this.#isBookedAhead(member, session, random)) continue;
      const contract = contractOn(member.contracts, session.day);
      if (!mayJoin(member, contract, session, kept)) continue;
      const status = this.#status(member, rhythm, session, random);
      if (status !== 'CANCELLED' && session.taken >= session.places) continue;
      if (status !== 'CANCELLED') {
        session.taken++;
        kept++;
        busyDays |= 1 << weekdayOf(session.day);
        if (contract) contract.used++;
        else this.singles.push({ member, session });
        this.#noteCrowd(session, member);
      } else if (busyDays & 1) continue;
      else busyDays |= 1; // one change of mind a week
      if (status === 'ATTENDED') noteVisit(member, session, weeksAgo);
      yield this.#row(member, session, status, contract ? 'SUBSCRIPTION' : 'SINGLE_SESSION', random);
    }
  }

  #noteCrowd(session: Session, { id }: Member): void {
    if (session.places === session.slot.places) return;
    this.crowded.set(session, (this.crowded.get(session) ?? new Set()).add(id));
  }

  #isBookedAhead(member: Member, session: Session, random: Random): boolean {
    const ahead = session.day - this.#plan.time.today;
    return member.hasUpcoming || random.chance(Math.max(0.05, 0.95 - ahead / 11));
  }

  #status(member: Member, rhythm: Rhythm, session: Session, random: Random): string {
    if (session.isCancelled) return 'CANCELLED';
    const luck = random.fraction();
    if (session.day >= this.#plan.time.today) return luck < 0.06 && !member.hasUpcoming ? 'CANCELLED' : 'REGISTERED';
    if (luck < 0.09) return 'CANCELLED';
    return luck < 0.09 + rhythm.noShow ? 'NO_SHOW' : 'ATTENDED';
  }

  #row(member: Member, session: Session, status: string, paidWith: string, random: Random): Row {
    const ahead = (0.02 + random.fraction() ** 2) * weekMs;
    const latest = Math.min(session.startsMs - ahead, this.#startOfToday - random.int(60_000, 30_000_000));
    const registeredMs = Math.max(latest, member.createdMs + random.int(60_000, 900_000));
    const changedMs =
      status === 'CANCELLED'
        ? registeredMs + (Math.min(session.startsMs, this.#startOfToday) - registeredMs) * random.fraction()
        : session.startsMs + random.int(0, 4_000_000);
    return {
      gym_id: this.#plan.gymId,
      id: random.uuid(registeredMs),
      session_id: session.id,
      starts_at: session.startsAt,
      member_id: member.id,
      status,
      registered_at: new Date(registeredMs).toISOString(),
      status_changed_at: status === 'REGISTERED' ? null : new Date(changedMs).toISOString(),
      paid_with: paidWith,
    };
  }
}

/** Within the subscription's limit and session types. Without one, only those who never had one come, and pay each time. */
function mayJoin(member: Member, contract: Contract | undefined, session: Session, keptThisWeek: number): boolean {
  if (!contract) return member.contracts.length === 0;
  if (contract.limit !== null && (contract.isRecurring ? keptThisWeek : contract.used) >= contract.limit) return false;
  return contract.sessionTypes.includes(session.slot.type);
}

function noteVisit(member: Member, session: Session, weeksAgo: number): void {
  if (member.lastVisitMs === null || session.startsMs > member.lastVisitMs) member.lastVisitMs = session.startsMs;
  if (weeksAgo >= 0 && weeksAgo < member.recentVisits.length)
    member.recentVisits[weeksAgo] = (member.recentVisits[weeksAgo] ?? 0) + 1;
}

/** Four to six lines of the timetable, around one part of the day and spread over the week. */
function rhythmOf(member: Member, timetable: readonly Slot[]): Rhythm {
  const random = member.random.fork('rhythm');
  const allowed = new Set(member.contracts.at(-1)?.sessionTypes ?? timetable.map((slot) => slot.type));
  const [from, until] = random.weighted([
    [22, [0, 600]],
    [12, [540, 800]],
    [66, [960, 1440]],
  ] as const);
  const fits = timetable.map((slot, index) => ({ slot, index })).filter(({ slot }) => allowed.has(slot.type));
  const isWeekend = member.habit === 'WEEKEND';
  const comesAtWeekends = isWeekend || random.chance(0.45);
  const preferred = fits.filter(({ slot }) =>
    slot.weekday > 5 ? comesAtWeekends : !isWeekend && slot.minute >= from && slot.minute < until,
  );
  const favourites = random
    .sample(preferred.length > 0 ? preferred : fits, member.habit === 'DAILY' ? 14 : random.int(4, 7))
    .map(({ index }) => index);
  return {
    favourites,
    noShow: random.weighted([
      [70, 0.02],
      [22, 0.06],
      [8, 0.2],
    ] as const),
  };
}

/** The share of the usual pace in a week; fading and the like are about the weeks just past. */
function shareOf(member: Member, weeksAgo: number): number {
  const turn = 4 + (member.index % 5);
  const byHabit: Partial<Record<Habit, number>> = {
    FADING: weeksAgo > 8 ? 1 : Math.max(0.1, weeksAgo / 9),
    COMEBACK: weeksAgo > 14 ? 1 : weeksAgo > 3 ? 0 : 1.15,
    ABSENT: weeksAgo >= turn ? 1 : 0,
  };
  return byHabit[member.habit] ?? 1;
}

/** Quiet around Christmas and in the summer, busy in January and September. */
function seasonOf(monday: Day): number {
  const date = new Date(monday * 86_400_000);
  const dayOfYear = (date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000;
  if (dayOfYear > 350) return 0.6;
  if (dayOfYear < 40) return 1.15;
  if (dayOfYear > 195 && dayOfYear < 235) return 0.7;
  return dayOfYear > 243 && dayOfYear < 290 ? 1.08 : 1;
}

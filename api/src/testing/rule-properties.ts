// Plays random lives in gyms of several time zones, runs the rules again and again, and compares what is open, completed
// and closed with the plain reference. For tests and for the drill.
import type pg from 'pg';
import type { Database } from '../database/database.ts';
import { GymDatabase } from '../database/gym-database.ts';
import { rules } from '../modules/notification-rule/rule-list.ts';
import { factsOf, parametersOf } from '../modules/notification-rule/rule-settings.ts';
import { runRules } from '../modules/notification-rule/run-rules.ts';
import type { Rule, RuleFacts } from '../modules/notification-rule/rule.ts';
import { addEmployee, addGym, insert } from './fixtures.ts';
import { diceOf, Life } from './rule-life.ts';
import type { Dice, LifeWorld } from './rule-life.ts';
import { reference } from './rule-reference.ts';

export interface Play {
  seed: number;
  /** Of each gym. */
  members: number;
  timeZone: string;
  /** The first run; others follow by the days. */
  at: string;
  runsAfterDays: number[];
  /** What happens at the same moment before a run, such as another that is killed. */
  disturb?: (gymId: string, now: Date) => Promise<void>;
  /** At the end faults are planted, and looked for. */
  isPlanted?: boolean;
}

export interface Played {
  members: number;
  runs: number;
  made: number;
  closed: number;
  seconds: number;
  /** Made by a second run at the same moment, or by two at once: there should be none. */
  secondRunCreated: number;
  deviations: string[];
  planted?: { planted: number; found: number };
}

type State = 'OPEN' | 'COMPLETED' | 'CLOSED';

const trend = { recentWeeks: 3, earlierWeeks: 5, minimumVisits: 0.5, minimumPercent: 20 };
const DAY_MS = 86_400_000;
const HISTORY_DAYS = 150;

export async function playRules(database: Database, owner: pg.Pool, play: Play): Promise<Played> {
  const game = new Game(database, owner, play);
  await game.begin();
  return game.play();
}

class Game {
  readonly #database: Database;
  readonly #owner: pg.Pool;
  readonly #play: Play;
  readonly #dice: Dice;
  readonly #states = new Map<string, State>();
  readonly #played: Played;
  readonly #staff = new Set<string>();
  #parameters = new Map<Rule, RuleFacts['parameters']>();
  #world!: LifeWorld;
  #lives: Life[] = [];
  #until = 0;

  constructor(database: Database, owner: pg.Pool, play: Play) {
    [this.#database, this.#owner, this.#play, this.#dice] = [database, owner, play, diceOf(play.seed)];
    const { members } = play;
    this.#played = { members, runs: 0, made: 0, closed: 0, seconds: 0, secondRunCreated: 0, deviations: [] };
  }

  async begin(): Promise<void> {
    const [owner, { timeZone: time_zone, at }] = [this.#owner, this.#play];
    const gymId = await addGym(owner, {
      time_zone,
      trend_recent_weeks: trend.recentWeeks,
      trend_earlier_weeks: trend.earlierWeeks,
    });
    const add = (table: string, row: object) => insert(owner, table, { gym_id: gymId, ...row });
    this.#world = {
      gymId,
      timeZone: time_zone,
      typeId: await add('subscription_type', { name: 'Unlimited', is_recurring: true, price_cents: 5000 }),
      sessionTypeId: await add('session_type', { name: 'Yoga', color: '#336699' }),
      calendarId: await add('calendar', { name: 'Hall' }),
      employeeIds: [await addEmployee(owner, gymId), await addEmployee(owner, gymId)],
    };
    for (const id of this.#world.employeeIds) this.#staff.add(id);
    for (const rule of rules) await this.#setRule(rule);
    const from = new Date(Date.parse(at) - HISTORY_DAYS * DAY_MS);
    const days = HISTORY_DAYS + (this.#play.runsAfterDays.at(-1) ?? 0);
    this.#lives = Array.from({ length: this.#play.members }, () => new Life(this.#world, this.#dice, { from, days }));
  }

  async #setRule(rule: Rule): Promise<void> {
    const given = rule.parameters.map(({ name, least, most, defaultValue }) => [
      name,
      this.#dice() < 0.5 ? defaultValue : Math.min(most, least + Math.floor(this.#dice() * 20)),
    ]);
    const parameters = Object.fromEntries(given) as RuleFacts['parameters'];
    this.#parameters.set(rule, parametersOf(rule, parameters));
    await insert(this.#owner, 'notification_rule', {
      gym_id: this.#world.gymId,
      rule: rule.name,
      is_on: true,
      parameters,
    });
  }

  async play(): Promise<Played> {
    const days = [0, ...this.#play.runsAfterDays];
    for (const [index, day] of days.entries()) {
      const now = new Date(Date.parse(this.#play.at) + day * DAY_MS);
      await this.#live(now);
      if (index === 2) await this.#leave();
      await this.#play.disturb?.(this.#world.gymId, now);
      await this.#run(now, index % 2 === 1);
      await this.#compare(now);
      await this.#complete(now);
    }
    if (this.#play.isPlanted) this.#played.planted = await this.#plant();
    return this.#played;
  }

  /** All that happens until then, in order. */
  async #live(now: Date): Promise<void> {
    const due = this.#lives
      .flatMap(({ happenings }) => happenings)
      .filter(({ at }) => at.getTime() > this.#until && at <= now)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime());
    for (let start = 0; start < due.length; start += 500) {
      const some = due.slice(start, start + 500);
      await this.#owner.query(some.map(({ sql }) => sql).join(';\n'));
    }
    for (const { apply } of due) apply();
    this.#until = now.getTime();
  }

  async #leave(): Promise<void> {
    const [, left] = this.#world.employeeIds;
    await this.#owner.query('update employee set archived_at = now() where id = $1', [left]);
    this.#staff.delete(left);
  }

  /** Two runs at once, or one after the other: whatever they do, the second makes nothing more. */
  async #run(now: Date, isAtOnce: boolean): Promise<void> {
    const began = performance.now();
    const run = () => runRules(this.#db(), now);
    const first = isAtOnce ? await Promise.all([run(), run()]) : [await run()];
    this.#played.seconds += (performance.now() - began) / 1000;
    const again = await run();
    this.#played.runs += 1;
    this.#played.made += first.reduce((total, { made }) => total + made, 0);
    this.#played.closed += first.reduce((total, { closed }) => total + closed, 0);
    this.#played.secondRunCreated += again.made;
    if (again.closed > 0) this.#played.deviations.push(`${now.toISOString()}: a second run closed ${again.closed}`);
  }

  async #compare(now: Date): Promise<void> {
    for (const rule of rules) for (const { member } of this.#lives) this.#expect(rule, member, now);
    const found = await this.#found();
    for (const key of new Set([...this.#states.keys(), ...found.keys()])) {
      const [want, is] = [this.#states.get(key), found.get(key)];
      if (want !== is)
        this.#played.deviations.push(`${now.toISOString()} ${key}: ${is ?? 'is not there'}, not ${want ?? 'there'}`);
    }
  }

  #expect(rule: Rule, member: Life['member'], now: Date): void {
    const { gymId, timeZone } = this.#world;
    const settings = { gymId, timeZone, locale: 'nl' as const, trend, ranAt: null, saved: [] };
    const facts = factsOf(settings, now, this.#parameters.get(rule) ?? {});
    const prefix = `${rule.name} ${member.id} `;
    const own = [...this.#states.keys()].filter((key) => key.startsWith(prefix));
    const made = own.map((key) => key.slice(prefix.length));
    const truths = reference[rule.name]?.(member, { facts, staff: this.#staff, made }) ?? [];
    const isStaying = (key: string) =>
      rule.name === 'DOWNWARD_TREND' ? truths.length > 0 : truths.some(({ occurrence }) => key === prefix + occurrence);
    for (const key of own) if (this.#states.get(key) === 'OPEN' && !isStaying(key)) this.#states.set(key, 'CLOSED');
    for (const { occurrence, makes = true } of truths) {
      const key = prefix + occurrence;
      if (makes && this.#states.get(key) !== 'COMPLETED') this.#states.set(key, 'OPEN');
    }
  }

  /** What there is, by rule, member and occurrence. */
  async #found(): Promise<Map<string, State>> {
    const { rows } = await this.#owner.query<{ key: string; state: State }>(
      `select n.kind || ' ' || n.member_id || ' ' || n.occurrence as key,
              case when n.completed_at is null then 'OPEN' when n.closed_reason is null then 'COMPLETED' else 'CLOSED' end as state
         from notification n where n.gym_id = $1`,
      [this.#world.gymId],
    );
    return new Map(rows.map(({ key, state }) => [key, state]));
  }

  /** Somebody acts on some of them. */
  async #complete(now: Date): Promise<void> {
    const open = [...this.#states].filter(([, state]) => state === 'OPEN').map(([key]) => key);
    const chosen = open.filter(() => this.#dice() < 0.3);
    await this.#owner.query(
      `update notification n set completed_at = $3, completed_by = $4
        where n.gym_id = $1 and n.kind || ' ' || n.member_id || ' ' || n.occurrence = any($2)`,
      [this.#world.gymId, chosen, now, this.#world.employeeIds[0]],
    );
    for (const key of chosen) this.#states.set(key, 'COMPLETED');
  }

  /** One is gone, one is open again, one is closed, one is about something else: each must be seen. */
  async #plant(): Promise<{ planted: number; found: number }> {
    const faults: [State | null, string][] = [
      [null, 'delete from notification n where'],
      ['COMPLETED', 'update notification n set completed_at = null, completed_by = null where'],
      ['OPEN', `update notification n set completed_at = now(), closed_reason = 'PASSED' where`],
      ['CLOSED', `update notification n set occurrence = 'something else' where`],
    ];
    const planted: string[] = [];
    for (const [state, sql] of faults) {
      const [key] = [...this.#states].find(([one, is]) => !planted.includes(one) && is === (state ?? is)) ?? [];
      if (!key) throw new Error(`No notification is ${state}.`);
      planted.push(key);
      await this.#owner.query(`${sql} n.gym_id = $1 and n.kind || ' ' || n.member_id || ' ' || n.occurrence = $2`, [
        this.#world.gymId,
        key,
      ]);
    }
    const found = await this.#found();
    return { planted: planted.length, found: planted.filter((key) => found.get(key) !== this.#states.get(key)).length };
  }

  #db(): GymDatabase {
    return new GymDatabase(this.#database, { gymId: this.#world.gymId, accountId: null, employeeId: null }, 'rules');
  }
}

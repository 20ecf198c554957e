// Random lives of members for the rules of notifications: things that happen at some moment, each as an SQL statement and
// as a change of a plain model of the member. The same seed gives the same lives.
import { DateTime } from 'luxon';
import type pg from 'pg';
import { quoted } from '../modules/notification-rule/rule-sql.ts';

export interface ModelMember {
  id: string;
  birthDate: string | null;
  employee: string | null;
  subscriptions: { id: string; startsOn: string; endsOn: string | null; cancelledAt: Date | null; isVoid: boolean }[];
  attended: Date[];
  checkups: { startsAt: Date; isCompleted: boolean; isCancelled: boolean }[];
  purchases: { id: string; status: string; reference: string | null }[];
}

export interface Happening {
  at: Date;
  sql: string;
  apply(): void;
}

export interface LifeWorld {
  gymId: string;
  timeZone: string;
  typeId: string;
  sessionTypeId: string;
  calendarId: string;
  /** Two who work here; the second leaves at some moment. */
  employeeIds: [string, string];
}

/** No rule asks who recorded a visit: leaving that out makes lives of many visits a good deal faster to write. */
export const writeUnrecorded = (owner: pg.Pool): Promise<unknown> =>
  owner.query(
    'alter table session disable trigger record_change; alter table registration disable trigger record_change',
  );

export type Dice = () => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const DAY_MS = 86_400_000;

export class Life {
  readonly member: ModelMember;
  readonly happenings: Happening[] = [];
  readonly #world: LifeWorld;
  readonly #dice: Dice;
  readonly #from: number;
  readonly #days: number;
  readonly #isPlain: boolean;

  /** Of `days` days from a moment on. `isPlain`: nothing that was so is changed or taken back. */
  constructor(
    world: LifeWorld,
    dice: Dice,
    { from, days, isPlain = false }: { from: Date; days: number; isPlain?: boolean },
  ) {
    this.#world = world;
    this.#dice = dice;
    [this.#from, this.#days, this.#isPlain] = [from.getTime(), days, isPlain];
    this.member = {
      id: this.#id(),
      birthDate: this.#chance(0.1) ? null : this.#birthDate(),
      employee: null,
      subscriptions: [],
      attended: [],
      checkups: [],
      purchases: [],
    };
    this.#join();
    this.#subscribe();
    this.#visit();
    this.#checkUp();
    if (!isPlain) this.#buy();
  }

  #join() {
    const { gymId, employeeIds } = this.#world;
    const { id, birthDate } = this.member;
    const linked = this.#chance(0.6) ? employeeIds[this.#chance(0.7) ? 0 : 1] : null;
    this.#add(
      this.#from - DAY_MS,
      `insert into member (gym_id, id, member_number, first_name, last_name, joined_on, birth_date, employee_id)
      select ${quoted(gymId)}, ${quoted(id)}, coalesce(max(member_number), 0) + 1, 'A', 'B', '2020-01-01', ${literal(birthDate)}, ${literal(linked)}
        from member where gym_id = ${quoted(gymId)}`,
      () => (this.member.employee = linked),
    );
    if (this.#changes(0.3)) {
      const next = this.#chance(0.5) ? employeeIds[0] : null;
      this.#add(
        this.#moment(),
        `update member set employee_id = ${literal(next)} where id = ${quoted(id)}`,
        () => (this.member.employee = next),
      );
    }
  }

  #subscribe() {
    const count = this.#pick([0, 1, 1, 1, 2, 3]);
    let day = this.#whole(-60, this.#days - 20);
    for (let index = 0; index < count; index += 1) {
      const length = this.#whole(5, 150);
      this.#contract(day, this.#chance(0.5) && index === count - 1 ? null : length);
      // Now and then without a gap, or before the last one has ended.
      day += length + this.#pick([0, 1, 1, 1, 2, 20, -3]);
    }
  }

  #contract(day: number, length: number | null) {
    const { gymId, typeId } = this.#world;
    const contract: ModelMember['subscriptions'][number] = {
      id: this.#id(),
      startsOn: this.#day(day),
      endsOn: length === null ? null : this.#day(day + length - 1),
      cancelledAt: null,
      isVoid: false,
    };
    const made = this.#from + Math.max(0, day - this.#whole(0, 10)) * DAY_MS;
    this.#add(
      made,
      `insert into subscription (gym_id, id, member_id, subscription_type_id, starts_on, ends_on, price_cents, currency)
      values (${quoted(gymId)}, ${quoted(contract.id)}, ${quoted(this.member.id)}, ${quoted(typeId)}, ${quoted(contract.startsOn)}, ${literal(contract.endsOn)}, 5000, 'EUR')`,
      () => this.member.subscriptions.push(contract),
    );
    const change = (after: number, set: string, apply: () => void) =>
      this.#add(made + after * DAY_MS, `update subscription set ${set} where id = ${quoted(contract.id)}`, apply);
    if (this.#changes(0.1)) change(this.#whole(1, 60), 'voided_at = now()', () => (contract.isVoid = true));
    if (!this.#changes(0.3)) return;
    const [after, formerEnd] = [this.#whole(5, 120), contract.endsOn];
    const end = this.#day(Math.max(day, day + after + this.#whole(-5, 60)));
    const at = new Date(made + after * DAY_MS);
    change(after, `ends_on = ${quoted(end)}, cancelled_at = ${quoted(at.toISOString())}`, () =>
      Object.assign(contract, { endsOn: end, cancelledAt: at }),
    );
    if (this.#chance(0.3))
      change(after + this.#whole(1, 10), `ends_on = ${literal(formerEnd)}, cancelled_at = null`, () =>
        Object.assign(contract, { endsOn: formerEnd, cancelledAt: null }),
      );
  }

  #visit() {
    // Some begin late, some stop, some come less often from a day on.
    const [first, last] = [this.#whole(-5, this.#days), this.#days - this.#pick([0, 0, 0, 10, 40, 90])];
    const [pace, later, turn] = [this.#pick([0.1, 0.3, 0.6]), this.#pick([0, 0.1, 0.5]), this.#whole(30, this.#days)];
    for (let day = Math.max(0, first); day < last; day += 1) {
      if (!this.#chance(day < turn ? pace : later)) continue;
      // Around midnight too, where the day and the week of UTC are others.
      const startsAt = new Date(
        this.#from + day * DAY_MS + this.#pick(this.#isPlain ? [9, 17] : [0, 0, 6, 17, 21.5, 22.5, 23.5]) * 3_600_000,
      );
      this.#attend(startsAt, this.#chance(0.85) ? 'ATTENDED' : 'NO_SHOW');
    }
  }

  #attend(startsAt: Date, status: string) {
    const { gymId, sessionTypeId, calendarId } = this.#world;
    const [sessionId, id, at] = [this.#id(), this.#id(), quoted(startsAt.toISOString())];
    this.#add(
      startsAt.getTime(),
      `insert into session (gym_id, id, session_type_id, calendar_id, starts_at, duration_minutes, places)
        values (${quoted(gymId)}, ${quoted(sessionId)}, ${quoted(sessionTypeId)}, ${quoted(calendarId)}, ${at}, 60, 9);
      insert into registration (gym_id, id, session_id, starts_at, member_id, status)
        values (${quoted(gymId)}, ${quoted(id)}, ${quoted(sessionId)}, ${at}, ${quoted(this.member.id)}, ${quoted(status)})`,
      () => status === 'ATTENDED' && this.member.attended.push(startsAt),
    );
    if (status === 'NO_SHOW' || !this.#changes(0.05)) return;
    this.#add(
      startsAt.getTime() + this.#whole(1, 8) * DAY_MS,
      `update registration set status = 'NO_SHOW' where id = ${quoted(id)}`,
      () => this.member.attended.splice(this.member.attended.indexOf(startsAt), 1),
    );
  }

  #checkUp() {
    for (let count = this.#pick([0, 1, 2, 3]); count > 0; count -= 1) {
      const planned = this.#moment();
      const id = this.#id();
      const checkup = {
        startsAt: new Date(planned + this.#whole(0, 40) * DAY_MS),
        isCompleted: false,
        isCancelled: false,
      };
      this.#add(
        planned,
        `insert into checkup (gym_id, id, member_id, starts_at, created_at) values (${quoted(this.#world.gymId)}, ${quoted(id)},
        ${quoted(this.member.id)}, ${quoted(checkup.startsAt.toISOString())}, ${quoted(new Date(planned).toISOString())})`,
        () => this.member.checkups.push(checkup),
      );
      const change = (set: string, apply: () => void) =>
        this.#add(
          planned + this.#whole(1, 20) * DAY_MS,
          `update checkup set ${set} = now() where id = ${quoted(id)}`,
          apply,
        );
      if (this.#changes(0.3)) change('completed_at', () => (checkup.isCompleted = true));
      else if (this.#changes(0.2)) change('cancelled_at', () => (checkup.isCancelled = true));
    }
  }

  #buy() {
    for (let count = this.#pick([0, 0, 1, 2]); count > 0; count -= 1) {
      const { gymId } = this.#world;
      const [at, id, isReturned] = [this.#moment(), this.#id(), this.#chance(0.5)];
      const purchase = {
        id,
        status: isReturned ? 'RETURNED' : 'FAILED',
        reference: isReturned ? `E2E-${id.slice(-8)}` : null,
      };
      this.#add(
        at,
        `insert into purchase (gym_id, id, member_id, kind, description, unit_price_cents, total_cents, vat_rate_bp, vat_cents, currency, purchased_at, status, status_reason)
        values (${quoted(gymId)}, ${quoted(id)}, ${quoted(this.member.id)}, 'SHOP', 'Shake', 350, 350, 900, 29, 'EUR', ${quoted(new Date(at).toISOString())}, ${quoted(purchase.status)}, 'AM04')
        ${
          purchase.reference === null
            ? ''
            : `; insert into payment (gym_id, member_id, purchase_id, kind, method, amount_cents, currency, reference, happened_at)
          select ${quoted(gymId)}, ${quoted(this.member.id)}, ${quoted(id)}, kind, 'SEPA', cents, 'EUR', ${quoted(purchase.reference)}, ${quoted(new Date(at).toISOString())}
            from (values ('PAYMENT', 350), ('RETURN', -350)) moved (kind, cents)`
        }`,
        () => this.member.purchases.push(purchase),
      );
      if (this.#chance(0.5))
        this.#add(
          at + this.#whole(1, 30) * DAY_MS,
          `update purchase set status = 'CANCELLED' where id = ${quoted(id)}`,
          () => (purchase.status = 'CANCELLED'),
        );
    }
  }

  #add(at: number, sql: string, apply: () => void) {
    this.happenings.push({ at: new Date(at), sql, apply });
  }

  #chance = (share: number): boolean => this.#dice() < share;
  #changes = (share: number): boolean => this.#chance(share) && !this.#isPlain;
  #whole = (least: number, most: number): number => least + Math.floor(this.#dice() * (most - least + 1));
  #pick = <T>(all: readonly T[]): T => all[this.#whole(0, all.length - 1)] as T;
  #moment = (): number =>
    this.#isPlain
      ? this.#from + (this.#whole(0, this.#days - 1) + 0.5) * DAY_MS
      : this.#from + Math.floor(this.#dice() * this.#days * DAY_MS);
  #day = (offset: number): string =>
    DateTime.fromMillis(this.#from, { zone: this.#world.timeZone }).plus({ days: offset }).toISODate() ?? '';

  #birthDate(): string {
    if (this.#chance(0.3)) return '2000-02-29';
    return this.#day(-365 * this.#whole(18, 60) + this.#whole(0, this.#days));
  }

  #id(): string {
    const hex = () =>
      Math.floor(this.#dice() * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    const digits = hex() + hex() + hex() + hex();
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-');
  }
}

const literal = (text: string | null): string => (text === null ? 'null' : quoted(text));

// What members owe and paid: subscription periods, single sessions and the shop, with the VAT that is inside the price.
import { vatWithin } from '../money.ts';
import { addMonths, dateParts, firstOfMonth, isoDate, type Day } from './calendar-days.ts';
import type { SingleSession } from './attendance.ts';
import type { Contract } from './contracts.ts';
import type { GymPlan } from './gym-plan.ts';
import type { Member } from './members.ts';
import { monthNames } from './month-names.ts';
import { offerOf, singleSessionCents, sportsVatBp, type GymOffer, type ShopItem } from './offer.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

interface Settlement {
  status: string;
  /** The bank's code. */
  reason?: string;
  paidMs: number | null;
}

interface Line {
  kind: 'SHOP' | 'SINGLE_SESSION' | 'SUBSCRIPTION';
  description: string;
  quantity?: number;
  unitCents: number;
  vatBp: number;
  atMs: number;
  day: Day;
  isPaidAtOnce?: boolean;
  shopItemId?: string;
  subscriptionId?: string;
  sessionId?: string;
  periodStartsOn?: Day;
  periodEndsOn?: Day | null;
  createdBy?: string;
}

export class Purchases {
  readonly #plan: GymPlan;
  readonly #offer: GymOffer;
  readonly #employeeIds: readonly string[];
  readonly #thisMonth: Day;
  readonly #startOfToday: number;

  constructor(plan: GymPlan, offer: GymOffer, employeeIds: readonly string[]) {
    this.#plan = plan;
    this.#offer = offer;
    this.#employeeIds = employeeIds;
    this.#thisMonth = firstOfMonth(plan.time.today);
    this.#startOfToday = plan.time.instant(plan.time.today, 0);
  }

  *rowsOf(member: Member): Generator<Row> {
    const random = member.random.fork('purchases');
    for (const contract of member.contracts) yield* this.#subscriptionRows(member, contract, random);
    yield* this.#shopRows(member, random);
  }

  *singleSessionRows(singles: readonly SingleSession[]): Generator<Row> {
    const random = this.#plan.random.fork('single sessions');
    for (const { member, session } of singles) {
      yield this.#row(member, random, {
        kind: 'SINGLE_SESSION',
        description: 'Losse les',
        unitCents: singleSessionCents,
        vatBp: sportsVatBp,
        atMs: Math.min(session.startsMs, this.#startOfToday) - 600_000,
        day: session.day,
        sessionId: session.id,
      });
    }
  }

  *#subscriptionRows(member: Member, contract: Contract, random: Random): Generator<Row> {
    const { name } = offerOf(contract.offer);
    const line = { kind: 'SUBSCRIPTION', vatBp: sportsVatBp, subscriptionId: contract.id } as const;
    const { today, time, historyStart } = { ...this.#plan, today: this.#plan.time.today };
    if (contract.startsOn > today || contract.priceCents === 0) return;
    if (!contract.isRecurring || contract.isYearly) {
      if (contract.startsOn < historyStart) return;
      const atMs = Math.max(member.createdMs, Math.min(time.instant(contract.startsOn, 305), this.#startOfToday));
      yield this.#row(member, random, {
        ...line,
        periodStartsOn: contract.startsOn,
        periodEndsOn: contract.endsOn,
        description: contract.isYearly ? `${name}, jaar` : name,
        unitCents: contract.priceCents,
        atMs,
        day: contract.startsOn,
      });
      return;
    }
    for (
      let month = firstOfMonth(Math.max(contract.startsOn, historyStart));
      month <= today && (contract.endsOn === null || month <= contract.endsOn);
      month = addMonths(month, 1)
    ) {
      const periodStartsOn = Math.max(month, contract.startsOn);
      const unitCents = periodStartsOn === month ? contract.priceCents : proRata(contract.priceCents, periodStartsOn);
      const { year, month: number } = dateParts(month);
      const atMs =
        periodStartsOn === month
          ? time.instant(month, 0)
          : Math.min(time.instant(periodStartsOn, 305), this.#startOfToday);
      yield this.#row(member, random, {
        ...line,
        periodStartsOn,
        periodEndsOn: Math.min(addMonths(month, 1) - 1, contract.endsOn ?? Infinity),
        description: `${name}, ${monthNames[number - 1]} ${year}`,
        unitCents,
        atMs: Math.max(atMs, contract.createdMs),
        day: periodStartsOn,
      });
    }
  }

  *#shopRows(member: Member, random: Random): Generator<Row> {
    const { today, historyStart, time } = { ...this.#plan, today: this.#plan.time.today };
    const ended = member.contracts.at(-1)?.endsOn ?? today;
    const from = Math.max(member.joinedOn, historyStart);
    const until = Math.min(today, ended);
    if (member.shopping === 0 || until <= from) return;
    // A few things to eat or drink as a habit; now and then something else.
    const snacks = this.#offer.shopItems.filter((item) => item.priceCents < 500);
    const usual = random.sample(snacks, 3);
    const lines = Math.floor(((until - from) / 30.4) * member.shopping + random.fraction());
    for (let i = 0; i < lines; i++) {
      const day = random.int(from, until - 1);
      const item = random.chance(0.92) ? random.pick(usual) : random.pick<ShopItem>(this.#offer.shopItems);
      yield this.#row(member, random, {
        kind: 'SHOP',
        description: item.name,
        quantity: item.priceCents < 500 && random.chance(0.1) ? random.int(2, 4) : 1,
        unitCents: item.priceCents,
        vatBp: item.vatBp,
        atMs: Math.max(time.instant(day, random.int(420, 1290)), member.createdMs),
        day,
        shopItemId: item.id,
        createdBy: random.pick(this.#employeeIds),
        isPaidAtOnce: random.chance(0.12),
      });
    }
  }

  #row(member: Member, random: Random, line: Line): Row {
    const quantity = line.quantity ?? 1;
    const total_cents = quantity * line.unitCents;
    const { status, reason, paidMs } = this.#settle(member, random, line);
    return {
      gym_id: this.#plan.gymId,
      id: random.uuid(line.atMs),
      member_id: member.id,
      kind: line.kind,
      description: line.description,
      quantity,
      unit_price_cents: line.unitCents,
      total_cents,
      vat_rate_bp: line.vatBp,
      vat_cents: vatWithin(total_cents, line.vatBp),
      currency: 'EUR',
      purchased_at: new Date(line.atMs).toISOString(),
      status,
      status_reason: reason ?? null,
      payment_method: 'ACCOUNT',
      paid_at: paidMs === null ? null : new Date(paidMs).toISOString(),
      shop_item_id: line.shopItemId ?? null,
      subscription_id: line.subscriptionId ?? null,
      session_id: line.sessionId ?? null,
      period_starts_on: line.periodStartsOn === undefined ? null : isoDate(line.periodStartsOn),
      period_ends_on: line.periodEndsOn == null ? null : isoDate(line.periodEndsOn),
      created_by: line.createdBy ?? null,
    };
  }

  /** Lines are collected at the end of their month and paid some days into the next one. */
  #settle(member: Member, random: Random, line: Line): Settlement {
    const luck = random.fraction();
    if (line.kind === 'SHOP' && luck < 0.015) return { status: 'CANCELLED', paidMs: null };
    if (line.isPaidAtOnce) return { status: 'PAID', paidMs: line.atMs + 45_000 };
    const month = firstOfMonth(line.day);
    if (month >= this.#thisMonth) return { status: 'OPEN', paidMs: null };
    const collectedOn = collectionDay(month);
    if (collectedOn >= this.#plan.time.today) return { status: 'OPEN', paidMs: null };
    if (month === lastCollectedMonth(this.#plan.time.today) && line.kind === 'SUBSCRIPTION') {
      if (member.hasFailedPayment) return { status: 'RETURNED', reason: 'AM04', paidMs: null };
      if (luck < 0.02) return { status: 'RETURNED', reason: 'MS03', paidMs: null };
    }
    return { status: luck > 0.99 ? 'REFUNDED' : 'PAID', paidMs: this.#plan.time.instant(collectedOn, 390) };
  }
}

/** A month's lines are paid on the fifth of the next one. */
function collectionDay(month: Day): Day {
  return addMonths(month, 1) + 4;
}

/** The first day of the latest month whose lines were paid by now. */
export function lastCollectedMonth(today: Day): Day {
  const lastMonth = addMonths(firstOfMonth(today), -1);
  return collectionDay(lastMonth) < today ? lastMonth : addMonths(lastMonth, -1);
}

/** The first month is charged by the day. */
function proRata(monthCents: number, startsOn: Day): number {
  const first = firstOfMonth(startsOn);
  const length = addMonths(first, 1) - first;
  return Math.round((monthCents * (first + length - startsOn)) / length);
}

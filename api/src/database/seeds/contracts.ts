// A member's subscriptions over time: which follow each other, which replace which, and what each allows.
import { addMonths, firstOfMonth, isoDate, type Day } from './calendar-days.ts';
import type { GymPlan } from './gym-plan.ts';
import { offerOf, sportsVatBp, type GymOffer, type OfferKey, type SessionTypeKey } from './offer.ts';
import type { Random } from './random.ts';
import type { Row } from './row.ts';

/** How the story of the subscriptions goes. */
export type ContractStory =
  | 'RUNNING'
  | 'YEARLY'
  | 'CHANGED'
  | 'PENDING_CHANGE'
  | 'ENDING'
  | 'ENDED'
  | 'CARDS'
  | 'TRIAL'
  | 'UPCOMING'
  | 'NONE';

export interface Contract {
  id: string;
  offer: OfferKey;
  startsOn: Day;
  endsOn: Day | null;
  priceCents: number;
  isYearly: boolean;
  cancelledMs: number | null;
  replaces: string | null;
  createdMs: number;
  /** Per ISO week when recurring, in all when not; null when unlimited. */
  limit: number | null;
  isRecurring: boolean;
  sessionTypes: readonly SessionTypeKey[];
  /** Credits used so far; counted while attendance is made up. */
  used: number;
}

export interface ContractWish {
  story: ContractStory;
  offer: OfferKey;
  joinedOn: Day;
  /** Last day of the last subscription, when the story is ENDED or ENDING. */
  endsOn?: Day;
}

export function planContracts(plan: GymPlan, wish: ContractWish, random: Random): Contract[] {
  const { today } = plan.time;
  const { story, offer, joinedOn } = wish;
  const make = (key: OfferKey, startsOn: Day, endsOn: Day | null, extra: Partial<Contract> = {}) =>
    makeContract(plan, random, key, startsOn, endsOn, extra);
  switch (story) {
    case 'NONE':
      return [];
    case 'RUNNING':
      return [make(offer, joinedOn, null)];
    case 'UPCOMING':
      return [make(offer, firstOfMonth(addMonths(today, 1)), null, { createdMs: plan.time.instant(today - 2, 660) })];
    case 'TRIAL':
      return [make('TRIAL', joinedOn, joinedOn + 13)];
    case 'ENDING':
    case 'ENDED': {
      const endsOn = Math.max(wish.endsOn ?? today - 60, joinedOn + 13);
      return [
        make(offer, joinedOn, endsOn, {
          cancelledMs: plan.time.instant(Math.max(joinedOn, Math.min(endsOn - 31, today - 2)), 1230),
        }),
      ];
    }
    case 'YEARLY':
      return yearly(make, offer, joinedOn, today);
    case 'CARDS':
      return cards(make, joinedOn, today, random);
    case 'CHANGED': {
      const changeOn = firstOfMonth(
        addMonths(joinedOn, random.int(2, Math.max(2, Math.floor((today - joinedOn) / 31) - 1))),
      );
      return changeOn < today
        ? change(make, offer, joinedOn, changeOn, plan.time.instant(changeOn - 20, 1140), random)
        : [make(offer, joinedOn, null)];
    }
    case 'PENDING_CHANGE':
      return change(
        make,
        offer,
        joinedOn,
        firstOfMonth(addMonths(today, 1)),
        plan.time.instant(today - 4, 1140),
        random,
      );
  }
}

type Make = (key: OfferKey, startsOn: Day, endsOn: Day | null, extra?: Partial<Contract>) => Contract;

function change(
  make: Make,
  offer: OfferKey,
  joinedOn: Day,
  changeOn: Day,
  decidedMs: number,
  random: Random,
): Contract[] {
  const first = make(offer === 'TWICE' ? random.pick(['UNLIMITED', 'ONCE'] as const) : 'TWICE', joinedOn, changeOn - 1);
  return [first, make(offer, changeOn, null, { replaces: first.id, createdMs: Math.max(decidedMs, first.createdMs) })];
}

/** A paid year at a time, each taking over from the last. */
function yearly(make: Make, offer: OfferKey, joinedOn: Day, today: Day): Contract[] {
  const contracts: Contract[] = [];
  for (let year = 0; ; year++) {
    const startsOn = addMonths(joinedOn, year * 12);
    if (startsOn > today) return contracts;
    const replaces = contracts.at(-1)?.id ?? null;
    contracts.push(
      make(offer, startsOn, addMonths(joinedOn, (year + 1) * 12) - 1, {
        replaces,
        isYearly: true,
        priceCents: offerOf(offer).yearlyCents ?? offerOf(offer).priceCents * 10,
      }),
    );
  }
}

function cards(make: Make, joinedOn: Day, today: Day, random: Random): Contract[] {
  const contracts: Contract[] = [];
  const validity = offerOf('CARD').validityDays ?? 120;
  for (let startsOn = joinedOn; startsOn <= today; startsOn += validity + random.int(0, 25))
    contracts.push(make('CARD', startsOn, startsOn + validity - 1));
  return contracts;
}

function makeContract(
  plan: GymPlan,
  random: Random,
  key: OfferKey,
  startsOn: Day,
  endsOn: Day | null,
  extra: Partial<Contract>,
): Contract {
  const offer = offerOf(key);
  // Signed on the first day or a little before it; nobody signs in the future.
  const createdMs =
    extra.createdMs ?? Math.min(plan.time.instant(startsOn, 302), plan.time.instant(plan.time.today, 0) - 3_600_000);
  const isOldPrice = plan.time.today - startsOn > 500 && offer.recurring && offer.priceCents > 1000;
  return {
    id: random.uuid(createdMs),
    offer: key,
    startsOn,
    endsOn,
    priceCents: offer.priceCents - (isOldPrice ? 300 : 0),
    isYearly: false,
    cancelledMs: null,
    replaces: null,
    limit: offer.limit ?? null,
    isRecurring: offer.recurring,
    sessionTypes: offer.sessionTypes,
    used: 0,
    ...extra,
    createdMs,
  };
}

export function contractOn(contracts: readonly Contract[], day: Day): Contract | undefined {
  for (const contract of contracts)
    if (contract.startsOn <= day && (contract.endsOn === null || contract.endsOn >= day)) return contract;
  return undefined;
}

/** As the database's trigger keeps it: null while one runs without an end, else the last end. */
export function subscribedUntil(contracts: readonly Contract[]): string | null {
  const ends = contracts.map((contract) => contract.endsOn);
  return ends.length === 0 || ends.includes(null) ? null : isoDate(Math.max(...(ends as Day[])));
}

function billingOf({ isRecurring, isYearly }: Contract): string {
  if (!isRecurring) return 'ONCE';
  return isYearly ? 'YEARLY' : 'MONTHLY';
}

export function subscriptionRow(plan: GymPlan, offer: GymOffer, memberId: string, contract: Contract): Row {
  return {
    gym_id: plan.gymId,
    id: contract.id,
    member_id: memberId,
    subscription_type_id: offer.subscriptionTypeIds[contract.offer],
    starts_on: isoDate(contract.startsOn),
    ends_on: contract.endsOn === null ? null : isoDate(contract.endsOn),
    price_cents: contract.priceCents,
    currency: 'EUR',
    billing: billingOf(contract),
    vat_rate_bp: sportsVatBp,
    session_limit: contract.limit,
    first_term_ends_on: null,
    cancelled_at: contract.cancelledMs === null ? null : new Date(contract.cancelledMs).toISOString(),
    replaces_subscription_id: contract.replaces,
    created_at: new Date(contract.createdMs).toISOString(),
  };
}

// Whether a change can be made as things stand. Pure: the first reason against it, null when there is none.
import { earliestEnd } from './earliest-end.ts';
import { SubscriptionRefusal } from './subscription-change.type.ts';
import type { Facts, Offer } from './subscription-facts.ts';
import type { Contract, Terms, Wish } from './subscription-situation.ts';

export const refusalTexts: Record<SubscriptionRefusal, string> = {
  PAYMENT_DETAILS_MISSING: 'There is no way to collect yet: enter payment details first.',
  CHANGE_PENDING: 'A change is planned already: undo it first.',
  TYPE_ARCHIVED: 'This subscription type is no longer offered.',
  ALREADY_CANCELLED: 'It has been cancelled: undo that first.',
  ENDED: 'It has ended.',
  NOTHING_CHANGES: 'This is how it is already.',
  NO_NEXT_PERIOD: 'It is not charged by periods: change it now, or cancel it.',
  BOUGHT_ONCE: 'It was bought once and has started: add another, and correct its purchase.',
  OVERLAPS: 'The member has a subscription of this type in that time.',
  PAID_BY_QR: 'It is being paid by QR code: cancel that first.',
  NOTHING_TO_UNDO: 'There is nothing to undo.',
  TOO_LATE_TO_UNDO: 'It took effect, or was exported or paid: change it again instead.',
};

export function refusalOf(facts: Facts, wish: Wish): SubscriptionRefusal | null {
  if (wish.kind === 'ADD') return refuseAdding(facts, wish.terms);
  return (
    refuseTouching(facts, wish) ??
    (wish.kind === 'CHANGE' ? refuseChanging(facts, wish) : refuseCancelling(facts, wish))
  );
}

function refuseAdding(facts: Facts, terms: Terms): SubscriptionRefusal | null {
  if (isArchived(facts.offers, terms.typeId)) return SubscriptionRefusal.TYPE_ARCHIVED;
  if (isHeld(facts.contracts, terms)) return SubscriptionRefusal.OVERLAPS;
  return needsPaymentDetails(facts, terms) ? SubscriptionRefusal.PAYMENT_DETAILS_MISSING : null;
}

function refuseTouching({ contracts, today }: Facts, wish: Exclude<Wish, { kind: 'ADD' }>): SubscriptionRefusal | null {
  const { contract } = wish;
  if (contract.endsOn !== null && contract.endsOn < today) return SubscriptionRefusal.ENDED;
  if (wish.kind === 'CHANGE' && wish.isInPlace) return null;
  const isReplaced = contracts.some(({ replacesId, startsOn }) => replacesId === contract.id && startsOn > today);
  if (isReplaced || isPendingChange(contracts, contract, today)) return SubscriptionRefusal.CHANGE_PENDING;
  return contract.isCancelled ? SubscriptionRefusal.ALREADY_CANCELLED : null;
}

/** It takes over from another one that still counts, later. */
function isPendingChange(contracts: Contract[], { replacesId, startsOn }: Contract, today: string): boolean {
  return startsOn > today && contracts.some(({ id }) => id === replacesId);
}

function refuseChanging(facts: Facts, wish: Extract<Wish, { kind: 'CHANGE' }>): SubscriptionRefusal | null {
  const { contract, terms, moment } = wish;
  if (terms.typeId !== contract.typeId && isArchived(facts.offers, terms.typeId))
    return SubscriptionRefusal.TYPE_ARCHIVED;
  if (isSame(contract, terms)) return SubscriptionRefusal.NOTHING_CHANGES;
  if (wish.isInPlace) return null;
  if (moment === 'NEXT_PERIOD' && contract.billing === 'ONCE' && contract.endsOn === null)
    return SubscriptionRefusal.NO_NEXT_PERIOD;
  if (moment === 'NOW' && contract.billing === 'ONCE' && contract.startsOn < facts.today)
    return SubscriptionRefusal.BOUGHT_ONCE;
  if (isHeldBesides(facts.contracts, contract, terms)) return SubscriptionRefusal.OVERLAPS;
  return isBegun(contract, terms) && needsPaymentDetails(facts, terms)
    ? SubscriptionRefusal.PAYMENT_DETAILS_MISSING
    : null;
}

/** Something else is sold; another price for what runs already is not. */
const isBegun = (contract: Contract, terms: Terms): boolean =>
  contract.priceCents === 0 || contract.typeId !== terms.typeId || contract.billing !== terms.billing;

/** On some day of these terms, another contract of their type runs. A card can be bought again at any time. */
const isHeld = (
  contracts: readonly Contract[],
  terms: Pick<Terms, 'typeId' | 'billing' | 'startsOn' | 'endsOn'>,
): boolean => terms.billing !== 'ONCE' && contracts.some((it) => it.typeId === terms.typeId && overlap(it, terms));

/** What the contract runs beside already is not held against it; null for one that does not run now. */
export const isHeldBesides = (
  contracts: readonly Contract[],
  contract: Contract | null,
  terms: Pick<Terms, 'typeId' | 'billing' | 'startsOn' | 'endsOn'>,
): boolean =>
  isHeld(
    contracts.filter(
      (it) => it.id !== contract?.id && !(contract && it.typeId === contract.typeId && overlap(it, contract)),
    ),
    terms,
  );

/** A year ends by itself, and so does what was agreed to end: when it would end on that very day, nothing changes. */
function refuseCancelling(
  { today }: Facts,
  { contract, endsOn }: Extract<Wish, { kind: 'CANCEL' }>,
): SubscriptionRefusal | null {
  const lastDay = endsOn ?? earliestEnd(contract, today).endsOn;
  return lastDay === contract.endsOn ? SubscriptionRefusal.NOTHING_CHANGES : null;
}

const isArchived = (offers: Offer[], typeId: string): boolean =>
  offers.some(({ id, isArchived: is }) => id === typeId && is);

type Days = Pick<Terms, 'startsOn' | 'endsOn'>;

const needsPaymentDetails = ({ paymentBlock }: Facts, { priceCents }: Terms): boolean =>
  priceCents > 0 && paymentBlock !== null;

const overlap = (a: Days, b: Days): boolean =>
  (b.endsOn === null || a.startsOn <= b.endsOn) && (a.endsOn === null || b.startsOn <= a.endsOn);

function isSame(contract: Contract, terms: Terms): boolean {
  return (
    contract.typeId === terms.typeId &&
    contract.billing === terms.billing &&
    contract.priceCents === terms.priceCents &&
    String(contract.sessionTypeIds) === String(terms.sessionTypeIds) &&
    String(contract.calendarIds) === String(terms.calendarIds)
  );
}

// Makes a wish out of what was sent: what was left open is filled in from the contract or the type, and what cannot be
// meant is named by its field. Whether it may be done as things stand is refuse-wish.ts.
import { addMonths, earlierOf, laterOf } from '../gym/calendar-day.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { priceOf } from '../../graphql/number-input.ts';
import { lastOfTerm, naturalEnd, nextPeriodStartsOn } from './billing-period.ts';
import { earliestEnd } from './earliest-end.ts';
import type { SubscriptionChangeInput } from './subscription-change.inputs.ts';
import { offerById } from './subscription-facts.ts';
import type { Facts, Offer } from './subscription-facts.ts';
import type { Contract, Terms, Wish } from './subscription-situation.ts';
import { vatRateOn } from './vat-rate.ts';

export function readWish(facts: Facts, input: SubscriptionChangeInput): Wish {
  const contract = contractOf(facts, input);
  const offer = offerOf(facts, input);
  if (input.priceCents != null) priceOf('priceCents', input.priceCents);
  if (input.kind === 'ADD') return { kind: 'ADD', terms: newTerms(facts, input, offer) };
  if (!contract) throw new UserInputError('subscriptionId', 'REQUIRED', 'Say which subscription is meant.');
  if (input.kind === 'CANCEL') return { kind: 'CANCEL', contract, endsOn: lastDayOf(facts, contract, input) };
  return changeOf(facts, input, contract, offer);
}

function contractOf({ contracts }: Facts, { subscriptionId }: SubscriptionChangeInput): Contract | undefined {
  if (!subscriptionId) return undefined;
  const contract = contracts.find(({ id }) => id === subscriptionId.toLowerCase());
  if (!contract) throw new NotFoundError('There is no such subscription.');
  return contract;
}

function offerOf({ offers }: Facts, { typeId }: SubscriptionChangeInput): Offer | undefined {
  if (!typeId) return undefined;
  const offer = offers.find(({ id }) => id === typeId.toLowerCase());
  if (!offer) throw new UserInputError('typeId', 'UNKNOWN_CHOICE', 'There is no such subscription type.');
  return offer;
}

function newTerms(facts: Facts, input: SubscriptionChangeInput, offer: Offer | undefined): Terms {
  if (!offer) throw new UserInputError('typeId', 'REQUIRED', 'Say which subscription type it is on.');
  const startsOn = input.startsOn ?? facts.today;
  assertAhead(facts, 'startsOn', startsOn);
  const billing = billingOf(offer, input.billing, null);
  const byItself = naturalEnd(billing, startsOn, offer.validityDays);
  const endsOn = input.endsOn ? earlierOf(input.endsOn, byItself ?? input.endsOn) : byItself;
  if (endsOn !== null && endsOn < startsOn)
    throw new UserInputError('endsOn', 'BEFORE_START', 'It cannot end before it starts.');
  const hasFirstTerm = billing === 'MONTHLY' && offer.firstTermMonths > 0;
  return {
    ...termsOn(offer, billing, input.priceCents),
    ...included(facts, input, offer),
    startsOn,
    endsOn,
    firstTermEndsOn: hasFirstTerm ? lastOfTerm(startsOn, offer.firstTermMonths) : null,
  };
}

function changeOf(facts: Facts, input: SubscriptionChangeInput, contract: Contract, asked: Offer | undefined): Wish {
  const moment = input.effective ?? 'NOW';
  const offer = asked ?? offerById(facts, contract.typeId);
  const isOtherType = offer.id !== contract.typeId;
  const billing = billingOf(offer, input.billing, contract.billing);
  const isSameOffer = !isOtherType && billing === contract.billing;
  const priced = isSameOffer
    ? {
        ...contract,
        priceCents: input.priceCents ?? contract.priceCents,
        vatRateBp: vatRateOn(contract, facts.today, facts.vatChanges),
      }
    : termsOn(offer, billing, input.priceCents);
  const startsOn = startOf(facts, contract, moment);
  const terms: Terms = {
    ...bare(priced),
    ...included(facts, input, isOtherType ? offer : contract, contract),
    startsOn,
    endsOn: endOf(contract, billing, startsOn, offer),
    // A change begins no new first term: who has one keeps it.
    firstTermEndsOn: billing === 'MONTHLY' ? contract.firstTermEndsOn : null,
  };
  const isInPlace = isSameOffer && terms.priceCents === contract.priceCents && moment === 'NOW';
  return { kind: 'CHANGE', contract, moment, terms, isInPlace };
}

/** NOW is its first day for what has not started. Without a next period (refused later) it is today. */
function startOf({ today }: Facts, contract: Contract, moment: 'NOW' | 'NEXT_PERIOD'): string {
  const now = laterOf(today, contract.startsOn);
  return moment === 'NOW' ? now : (nextPeriodStartsOn(contract, now) ?? now);
}

/** A last day that was agreed on stays; otherwise it runs on, or ends by itself. */
function endOf(contract: Contract, billing: Terms['billing'], startsOn: string, offer: Offer): string | null {
  const isAgreed = billing === 'MONTHLY' && contract.billing === 'MONTHLY' && (contract.endsOn ?? '') >= startsOn;
  return isAgreed ? contract.endsOn : naturalEnd(billing, startsOn, offer.validityDays);
}

function billingOf(
  offer: Offer,
  asked: Terms['billing'] | null | undefined,
  before: Terms['billing'] | null,
): Terms['billing'] {
  const usual = offer.isRecurring ? 'MONTHLY' : 'ONCE';
  const isOffered = (it: Terms['billing']) => it === usual || (it === 'YEARLY' && offer.yearlyPriceCents !== null);
  if (asked && !isOffered(asked) && asked !== before)
    throw new UserInputError('billing', 'NOT_OFFERED', 'This subscription type is not charged like that.');
  return asked ?? (before && isOffered(before) ? before : usual);
}

type Priced = Pick<Terms, 'typeId' | 'typeName' | 'billing' | 'priceCents' | 'vatRateBp' | 'sessionLimit'>;

const termsOn = (offer: Offer, billing: Terms['billing'], priceCents: number | null | undefined): Priced => ({
  typeId: offer.id,
  typeName: offer.name,
  billing,
  priceCents: priceCents ?? (billing === 'YEARLY' ? (offer.yearlyPriceCents ?? 0) : offer.priceCents),
  vatRateBp: offer.vatRateBp,
  sessionLimit: offer.sessionLimit,
});

const bare = ({ typeId, typeName, billing, priceCents, vatRateBp, sessionLimit }: Priced): Priced => ({
  typeId,
  typeName,
  billing,
  priceCents,
  vatRateBp,
  sessionLimit,
});

type Included = Pick<Terms, 'sessionTypeIds' | 'calendarIds'>;

/** Those that were asked for, or else the usual ones. What is archived cannot be newly included. */
function included(facts: Facts, input: SubscriptionChangeInput, usual: Included, before?: Included): Included {
  const known = [
    ...usual.sessionTypeIds,
    ...usual.calendarIds,
    ...(before?.sessionTypeIds ?? []),
    ...(before?.calendarIds ?? []),
  ];
  const pick = (field: keyof Included, all: { shown: { id: string }; isArchived: boolean }[]) => {
    const asked = input[field];
    if (!asked) return usual[field];
    const ids = [...new Set(asked.map((id) => id.toLowerCase()))].sort();
    for (const id of ids) {
      const it = all.find(({ shown }) => shown.id === id);
      if (!it) throw new UserInputError(field, 'UNKNOWN_CHOICE', 'One of these does not exist.');
      if (it.isArchived && !known.includes(id))
        throw new UserInputError(field, 'ARCHIVED_CHOICE', 'This has been archived: choose another.');
    }
    return ids;
  };
  return {
    sessionTypeIds: pick('sessionTypeIds', facts.sessionTypes),
    calendarIds: pick('calendarIds', facts.calendars),
  };
}

function lastDayOf(facts: Facts, contract: Contract, { endsOn }: SubscriptionChangeInput): string | null {
  if (!endsOn) return null;
  assertAhead(facts, 'endsOn', endsOn, earliestEnd(contract, facts.today).endsOn);
  if (endsOn < contract.startsOn) throw new UserInputError('endsOn', 'BEFORE_START', 'It cannot end before it starts.');
  if (contract.endsOn !== null && endsOn > contract.endsOn)
    throw new UserInputError('endsOn', 'AFTER_END', 'It ends before that day already.');
  return endsOn;
}

/** A year at most, or as far as `latest`. */
function assertAhead({ today }: Facts, field: string, day: string, latest = today): void {
  if (day < today) throw new UserInputError(field, 'DAY_PASSED', 'This day has passed.');
  if (day > laterOf(latest, addMonths(today, 12)))
    throw new UserInputError(field, 'TOO_FAR_AHEAD', 'This is too far ahead.');
}

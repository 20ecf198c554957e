// What a plan may be: the terms that an input names, checked; used by every verb that sets them.
import { UserInputError } from '../../graphql/errors.ts';
import { priceOf, rateBpOf, wholeOf } from '../../graphql/number-input.ts';
import { lineOf, textOf } from '../../graphql/text-input.ts';
import type { SubscriptionType } from './subscription-type.entity.ts';
import type { ChangeSubscriptionTypeInput } from './subscription-type.inputs.ts';

type Terms = Pick<
  SubscriptionType,
  | 'name'
  | 'description'
  | 'isVisibleToMembers'
  | 'isExperienceRequired'
  | 'priceCents'
  | 'yearlyPriceCents'
  | 'vatRateBp'
  | 'sessionLimit'
  | 'validityDays'
  | 'firstTermMonths'
>;

/** Only what the input names; `isRecurring` says which terms there can be. */
export function termsOf(input: Omit<ChangeSubscriptionTypeInput, 'id'>, isRecurring: boolean): Partial<Terms> {
  assertFits(input, isRecurring);
  const terms: Partial<Terms> = {};
  if (input.name != null) terms.name = lineOf('name', input.name, 80);
  if (input.description !== undefined) terms.description = descriptionOf(input.description);
  if (input.isVisibleToMembers != null) terms.isVisibleToMembers = input.isVisibleToMembers;
  if (input.isExperienceRequired != null) terms.isExperienceRequired = input.isExperienceRequired;
  if (input.priceCents != null) terms.priceCents = priceOf('priceCents', input.priceCents);
  if (input.vatRatePercent != null) terms.vatRateBp = rateBpOf('vatRatePercent', input.vatRatePercent);
  if (input.firstTermMonths != null) terms.firstTermMonths = wholeOf('firstTermMonths', input.firstTermMonths, 0, 24);
  if (input.yearlyPriceCents !== undefined)
    terms.yearlyPriceCents = orNull(input.yearlyPriceCents, (cents) => priceOf('yearlyPriceCents', cents));
  if (input.sessionLimit !== undefined)
    terms.sessionLimit = orNull(input.sessionLimit, (limit) => wholeOf('sessionLimit', limit, 1, 999));
  if (input.validityDays !== undefined)
    terms.validityDays = orNull(input.validityDays, (days) => wholeOf('validityDays', days, 1, 3650));
  return terms;
}

/** A field that would be kept and never mean anything is a mistake. */
function assertFits(input: Omit<ChangeSubscriptionTypeInput, 'id'>, isRecurring: boolean): void {
  if (isRecurring && input.validityDays != null)
    throw new UserInputError('validityDays', 'ONLY_ONE_OFF', 'Only a one-off subscription has a validity.');
  if (isRecurring) return;
  if (input.yearlyPriceCents != null)
    throw new UserInputError('yearlyPriceCents', 'ONLY_RECURRING', 'Only a recurring subscription has a yearly price.');
  if (input.firstTermMonths)
    throw new UserInputError('firstTermMonths', 'ONLY_RECURRING', 'Only a recurring subscription has a first term.');
}

const orNull = <T>(value: T | null, read: (value: T) => T): T | null => (value === null ? null : read(value));

const descriptionOf = (description: string | null) =>
  description?.trim() ? textOf('description', description, 1000) : null;

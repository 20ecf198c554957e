// The form of a subscription type as text and amounts, and what of it is sent. Pure.
import { isAmountProblem, readAmount, type Amount } from '../../format/amount';
import type { CreateSubscriptionTypeInput } from '../../graphql/schema.generated';
import type { Locale } from '../../i18n/locale';
import type { SubscriptionTypeSettings_TypeFragment } from './SubscriptionTypeSettings.generated';

export interface TypeForm {
  name: string;
  description: string;
  isRecurring: boolean;
  price: Amount;
  yearlyPrice: Amount;
  vatRate: string;
  sessionLimit: string;
  validityDays: string;
  firstTermMonths: string;
  isVisibleToMembers: boolean;
  isExperienceRequired: boolean;
  sessionTypeIds: string[];
  calendarIds: string[];
}

/** What is not said here is said by the field of the amount itself, or by the server. */
export type FormProblem = 'nameMissing' | 'priceMissing' | 'amount' | 'vatRateInvalid' | 'wholeInvalid';
export type FormProblems = Partial<Record<keyof CreateSubscriptionTypeInput, FormProblem>>;

const usualVatRate = 9;

export function formOf(type: SubscriptionTypeSettings_TypeFragment | null, locale: Locale): TypeForm {
  return {
    name: type?.name ?? '',
    description: type?.description ?? '',
    isRecurring: type?.isRecurring ?? true,
    price: type?.price.amountCents ?? null,
    yearlyPrice: type?.yearlyPrice?.amountCents ?? null,
    vatRate: formatRate(type?.vatRatePercent ?? usualVatRate, locale),
    sessionLimit: type?.sessionLimit?.toString() ?? '',
    validityDays: type?.validityDays?.toString() ?? '',
    firstTermMonths: (type?.firstTermMonths ?? 0).toString(),
    isVisibleToMembers: type?.isVisibleToMembers ?? true,
    isExperienceRequired: type?.isExperienceRequired ?? false,
    sessionTypeIds: type?.sessionTypes.map(({ id }) => id) ?? [],
    calendarIds: type?.calendars.map(({ id }) => id) ?? [],
  };
}

export const formatRate = (percent: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(percent);

/** "5,5" to 5.5; null for what is no percentage. */
export function readRate(typed: string, locale: Locale): number | null {
  const hundredths = readAmount(typed.replace('%', ''), locale, 10_000);
  return typeof hundredths === 'number' ? hundredths / 100 : null;
}

/** Empty: null. */
export function readWhole(typed: string): number | null | 'INVALID' {
  const trimmed = typed.trim();
  if (trimmed === '') return null;
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : 'INVALID';
}

export function inputOf(
  form: TypeForm,
  locale: Locale,
): { problems: FormProblems } | { input: Omit<CreateSubscriptionTypeInput, 'id' | 'isRecurring'> } {
  const { isRecurring, price } = form;
  const yearlyPrice = isRecurring ? form.yearlyPrice : null;
  const vatRate = readRate(form.vatRate, locale);
  const sessionLimit = readWhole(form.sessionLimit);
  const validityDays = isRecurring ? null : readWhole(form.validityDays);
  const firstTermMonths = isRecurring ? (readWhole(form.firstTermMonths) ?? 0) : 0;
  const problems: FormProblems = {
    ...(!form.name.trim() && { name: 'nameMissing' as const }),
    ...(price === null && { priceCents: 'priceMissing' as const }),
    ...(isAmountProblem(price) && { priceCents: 'amount' as const }),
    ...(isAmountProblem(yearlyPrice) && { yearlyPriceCents: 'amount' as const }),
    ...(vatRate === null && { vatRatePercent: 'vatRateInvalid' as const }),
    ...(sessionLimit === 'INVALID' && { sessionLimit: 'wholeInvalid' as const }),
    ...(validityDays === 'INVALID' && { validityDays: 'wholeInvalid' as const }),
    ...(firstTermMonths === 'INVALID' && { firstTermMonths: 'wholeInvalid' as const }),
  };
  if (
    Object.keys(problems).length > 0 ||
    typeof price !== 'number' ||
    isAmountProblem(yearlyPrice) ||
    vatRate === null ||
    sessionLimit === 'INVALID' ||
    validityDays === 'INVALID' ||
    firstTermMonths === 'INVALID'
  )
    return { problems };
  return {
    input: {
      name: form.name.trim(),
      description: form.description.trim() || null,
      isVisibleToMembers: form.isVisibleToMembers,
      isExperienceRequired: form.isExperienceRequired,
      priceCents: price,
      yearlyPriceCents: yearlyPrice,
      vatRatePercent: vatRate,
      sessionLimit,
      validityDays,
      firstTermMonths,
      sessionTypeIds: form.sessionTypeIds,
      calendarIds: form.calendarIds,
    },
  };
}

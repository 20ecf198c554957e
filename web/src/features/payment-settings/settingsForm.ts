// The payment settings as text of a form, and what of it is sent. Pure.
import { isAmountProblem, readAmount, type Amount } from '../../format/amount';
import type { SavePaymentSettingsInput } from '../../graphql/schema.generated';
import type { Locale } from '../../i18n/locale';
import type { PaymentSettingsForm_SettingsFragment } from './PaymentSettings.generated';

export interface SettingsForm {
  collection: PaymentSettingsForm_SettingsFragment['collection'];
  creditorName: string;
  creditorId: string;
  creditorIban: string;
  creditorBic: string;
  leadDays: string;
  painVersion: PaymentSettingsForm_SettingsFragment['painVersion'];
  collectionDay: string;
  subscriptionVatRatePercent: string;
  shopVatRatePercent: string;
  unusualAmountCents: Amount;
  mandateText: string;
}

export type SettingsProblem = 'notANumber' | 'notARate' | 'amountMissing';

export function formOf(settings: PaymentSettingsForm_SettingsFragment, locale: Locale): SettingsForm {
  const rate = (percent: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(percent);
  return {
    collection: settings.collection,
    creditorName: settings.creditorName ?? '',
    creditorId: settings.creditorId ?? '',
    creditorIban: settings.creditorIban ?? '',
    creditorBic: settings.creditorBic ?? '',
    leadDays: String(settings.leadDays),
    painVersion: settings.painVersion,
    collectionDay: String(settings.collectionDay),
    subscriptionVatRatePercent: rate(settings.subscriptionVatRatePercent),
    shopVatRatePercent: rate(settings.shopVatRatePercent),
    unusualAmountCents: settings.unusualAmount.amountCents,
    mandateText: settings.mandateText.text,
  };
}

export function inputOf(
  form: SettingsForm,
  locale: Locale,
): { input: SavePaymentSettingsInput } | { problems: Partial<Record<keyof SettingsForm, SettingsProblem>> } {
  const numbers = { leadDays: whole(form.leadDays), collectionDay: whole(form.collectionDay) };
  const rates = {
    subscriptionVatRatePercent: rate(form.subscriptionVatRatePercent, locale),
    shopVatRatePercent: rate(form.shopVatRatePercent, locale),
  };
  const { unusualAmountCents } = form;
  const hasAmount = typeof unusualAmountCents === 'number';
  const problems = {
    ...problemsIn(numbers, 'notANumber' as const),
    ...problemsIn(rates, 'notARate' as const),
    // The field says itself what is wrong with an amount that was typed.
    ...(!hasAmount && { unusualAmountCents: 'amountMissing' as const }),
  };
  if (Object.keys(problems).length > 0) return { problems };
  return { input: { ...form, ...numbers, ...rates, unusualAmountCents: hasAmount ? unusualAmountCents : null } };
}

const problemsIn = <Problem extends SettingsProblem>(read: Record<string, number | null>, problem: Problem) =>
  Object.fromEntries(Object.entries(read).flatMap(([name, value]) => (value === null ? [[name, problem]] : [])));

const whole = (typed: string): number | null => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null);

function rate(typed: string, locale: Locale): number | null {
  const hundredths = readAmount(typed.replace('%', ''), locale, 10_000);
  return hundredths === null || isAmountProblem(hundredths) ? null : hundredths / 100;
}

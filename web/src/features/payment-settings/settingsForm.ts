// The payment settings as text of a form, and what of it is sent. Pure.
import { isAmountProblem, readAmount, type Amount } from '../../format/amount';
import type { SavePaymentSettingsInput } from '../../graphql/schema.generated';
import type { Locale } from '../../i18n/locale';
import { groupIban } from '../../ui/groupIban';
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
    creditorIban: groupIban(settings.creditorIban ?? ''),
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

type Read = { input: SavePaymentSettingsInput } | { problems: Partial<Record<keyof SettingsForm, string>> };

/** What was typed over what is kept, without what came back to that; `words` say what is wrong with it. */
export function inputOf(
  typed: Partial<SettingsForm>,
  kept: Partial<SettingsForm>,
  locale: Locale,
  words: Record<SettingsProblem, string>,
): Read {
  const problems: Partial<Record<keyof SettingsForm, string>> = {};
  const input: Record<string, string | number> = {};
  for (const name of Object.keys(typed) as (keyof SettingsForm)[]) {
    if (typed[name] === kept[name]) continue;
    const read = valueOf(name, typed[name] ?? null, locale);
    if (typeof read === 'object') problems[name] = words[read.problem];
    else input[name] = read;
  }
  return Object.keys(problems).length > 0 ? { problems } : { input };
}

function valueOf(
  name: keyof SettingsForm,
  typed: SettingsForm[keyof SettingsForm],
  locale: Locale,
): string | number | { problem: SettingsProblem } {
  // The field says itself what is wrong with an amount that was typed.
  if (name === 'unusualAmountCents') return typeof typed === 'number' ? typed : { problem: 'amountMissing' };
  const text = String(typed);
  if (name === 'leadDays' || name === 'collectionDay') return whole(text) ?? { problem: 'notANumber' };
  if (name === 'subscriptionVatRatePercent' || name === 'shopVatRatePercent')
    return rate(text, locale) ?? { problem: 'notARate' };
  return text;
}

const whole = (typed: string): number | null => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null);

function rate(typed: string, locale: Locale): number | null {
  const hundredths = readAmount(typed.replace('%', ''), locale, 10_000);
  return hundredths === null || isAmountProblem(hundredths) ? null : hundredths / 100;
}

// Changes what the gym collects with: all that is given is right, or nothing is kept.
import type { EntityManager } from '@mikro-orm/postgresql';
import { aboutCreditorIban, maskedIban } from '../../database/iban.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { lineOf, textOf } from '../../graphql/text-input.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { getPaymentSettings } from './get-payment-settings.ts';
import { bicOf, creditorIdOf, ibanOf } from './iban.ts';
import type { PaymentSettingsPayload, SavePaymentSettingsInput } from './payment-settings.inputs.ts';

const longestName = 70;
const longestText = 5000;

export async function savePaymentSettings(
  context: Context,
  input: SavePaymentSettingsInput,
): Promise<PaymentSettingsPayload> {
  const { gymId, employeeId } = signedIn(context);
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  const before = await getPaymentSettings(context);
  const columns = { ...columnsOf(input), ...ibanColumns(context, input.creditorIban, before.creditorIban) };
  const text = input.mandateText == null ? null : textOf('mandateText', input.mandateText, longestText);
  await context.db.write(async (em) => {
    // One after the other, so that each text gets a version of its own.
    await em.execute('select 1 from gym where id = ? for no key update', [gymId]);
    if (input.collection && input.collection !== before.collection)
      await em.execute('update gym set payment_collection = ? where id = ?', [input.collection, gymId]);
    await saveColumns(em, gymId, columns);
    if (text !== null && text !== before.mandateText.text)
      await em.execute(
        `insert into mandate_text (gym_id, version, text, created_at, created_by)
         select ?, coalesce(max(version), 0) + 1, ?, ?, ? from mandate_text`,
        [gymId, text, context.clock.now(), employeeId],
      );
  });
  return { paymentSettings: await getPaymentSettings(context) };
}

function columnsOf(input: SavePaymentSettingsInput): Record<string, unknown> {
  const { creditorName, creditorId, creditorBic, painVersion } = input;
  return {
    ...(creditorName !== undefined && {
      creditor_name: creditorName?.trim() ? lineOf('creditorName', creditorName, longestName) : null,
    }),
    ...(creditorId !== undefined && {
      creditor_id: creditorId?.trim() ? creditorIdOf('creditorId', creditorId) : null,
    }),
    ...(creditorBic !== undefined && { creditor_bic: creditorBic?.trim() ? bicOf('creditorBic', creditorBic) : null }),
    ...(input.leadDays != null && { lead_days: within('leadDays', input.leadDays, 1, 14) }),
    ...(painVersion && { pain_version: painVersion }),
    ...(input.collectionDay != null && { collection_day: within('collectionDay', input.collectionDay, 1, 28) }),
    ...rateColumn(input, 'subscriptionVatRatePercent', 'subscription_vat_rate_bp'),
    ...rateColumn(input, 'shopVatRatePercent', 'shop_vat_rate_bp'),
    ...(input.unusualAmountCents != null && {
      unusual_amount_cents: within('unusualAmountCents', input.unusualAmountCents, 1, 99_999_999),
    }),
  };
}

/** Sealing the same text twice gives other bytes: what did not change is not sealed again. */
function ibanColumns(
  context: Context,
  typed: string | null | undefined,
  before: string | null,
): Record<string, unknown> {
  if (typed === undefined) return {};
  const iban = typed?.trim() ? ibanOf('creditorIban', typed) : null;
  if (iban === before) return {};
  const about = aboutCreditorIban(signedIn(context).gymId);
  return {
    creditor_iban_sealed: iban && context.secrets.seal(iban, about),
    creditor_masked_iban: iban && maskedIban(iban),
  };
}

function rateColumn(
  input: SavePaymentSettingsInput,
  field: 'subscriptionVatRatePercent' | 'shopVatRatePercent',
  column: string,
): Record<string, number> {
  const percent = input[field];
  if (percent == null) return {};
  const points = Math.round(percent * 100);
  if (points < 0 || points > 10_000 || Math.abs(points - percent * 100) > 1e-6)
    throw new UserInputError(field, 'OUT_OF_RANGE', 'A VAT rate is from 0 to 100 %, with at most two decimals.');
  return { [column]: points };
}

function within(field: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new UserInputError(field, 'OUT_OF_RANGE', `This must be from ${least} to ${most}.`);
}

async function saveColumns(em: EntityManager, gymId: string, columns: Record<string, unknown>): Promise<void> {
  const names = Object.keys(columns);
  if (names.length === 0) return;
  await em.execute(
    `insert into payment_settings (gym_id, ${names.join(', ')}) values (?, ${names.map(() => '?').join(', ')})
     on conflict (gym_id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [gymId, ...Object.values(columns)],
  );
}

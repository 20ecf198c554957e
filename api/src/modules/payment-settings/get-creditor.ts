// Who collects, for the file to the bank.
import type { Context } from '../../graphql/context.ts';
import { getPaymentSettings } from './get-payment-settings.ts';
import type { PainVersion } from './payment-settings.type.ts';

export interface Creditor {
  name: string;
  creditorId: string;
  iban: string;
  bic: string | null;
  leadDays: number;
  painVersion: PainVersion;
}

/** Null until the settings say enough to collect with. */
export async function getCreditor(context: Context): Promise<Creditor | null> {
  const { creditorName, creditorId, creditorIban, creditorBic, leadDays, painVersion } =
    await getPaymentSettings(context);
  if (!creditorName || !creditorId || !creditorIban) return null;
  return { name: creditorName, creditorId, iban: creditorIban, bic: creditorBic, leadDays, painVersion };
}

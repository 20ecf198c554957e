// Connects the demonstration's gyms that collect through Stripe to the emulator, the way an admin would: so that a sale by QR
// code comes to Paid without anybody's account at Stripe, and without a network.
import pg from 'pg';
import type { Secrets } from './adapters/secrets/secrets.ts';
import type { StripeConfig } from './config.ts';
import { connectedAccount } from './modules/stripe/gym-stripe.ts';
import { ensureAccount, ensureEndpoint } from './modules/stripe/ensure-account.ts';
import { sideOf } from './modules/stripe/stripe-jobs.ts';
import type { StripeServer } from './modules/stripe/stripe-jobs.ts';
import { gatherAccount } from './modules/stripe/sync-account.ts';

export interface DemoConnection {
  ownerUrl: string;
  server: StripeServer;
  secrets: Secrets;
  config: StripeConfig;
}

/** Does nothing for a gym that is connected. Never to Stripe itself. */
export async function connectDemoGyms({ ownerUrl, server, secrets, config }: DemoConnection): Promise<void> {
  if (!config.apiBase) return;
  for (const gymId of await gymsThatCollectByStripe(ownerUrl)) {
    const side = sideOf(server, gymId);
    if ((await connectedAccount(side))?.chargesEnabled) continue;
    const accountId = await ensureAccount(side, null);
    await fetch(`${config.apiBase}/_emulator/finish_onboarding`, {
      method: 'POST',
      headers: { authorization: `Bearer ${config.secretKey}` },
      body: JSON.stringify({ account: accountId }),
    });
    await side.db.write(await gatherAccount(side, accountId));
    await ensureEndpoint(side, secrets);
  }
}

async function gymsThatCollectByStripe(ownerUrl: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string }>(`select id from gym where payment_collection = 'STRIPE'`);
    return rows.map((row) => row.id);
  } finally {
    await owner.end();
  }
}

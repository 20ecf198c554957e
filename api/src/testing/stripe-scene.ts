// A gym that collects through Stripe, connected to the emulator the way an admin does it, with our doors on a port that the
// emulator's messages really come to.
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { registerStripeRoutes } from '../modules/stripe/stripe-routes.ts';
import { sideOf } from '../modules/stripe/stripe-jobs.ts';
import type { StripeServer } from '../modules/stripe/stripe-jobs.ts';
import { connectedAccount } from '../modules/stripe/gym-stripe.ts';
import type { ConnectedAccount, GymStripe } from '../modules/stripe/gym-stripe.ts';
import { addMember, insert } from './fixtures.ts';
import { openGymScene } from './gym-scene.ts';
import type { GymScene } from './gym-scene.ts';
import { openStripeForTests } from './stripe-emulator.ts';
import type { StripeForTests } from './stripe-emulator.ts';
import { testSecrets } from './test-secrets.ts';
import { until } from './until.ts';

export interface StripeScene extends GymScene {
  emulator: StripeForTests;
  app: FastifyInstance;
  /** Where our doors are. */
  url: string;
  accountId: string;
  server: StripeServer;
  side: GymStripe;
  account: ConnectedAccount;
  addLine(memberId: string, row?: Record<string, unknown>): Promise<string>;
  addMember(): Promise<string>;
  /** Moves both clocks, then waits until what became due has come and has been worked off. */
  advance(seconds: number): Promise<void>;
  /** Waits until every message has come and has been worked off. */
  settled(): Promise<void>;
  /** Status and reason of a line, and what moved for it. */
  line(id: string): Promise<{ status: string; status_reason: string | null; ledger: string[] }>;
  close(): Promise<void>;
}

export async function openStripeScene(now = '2026-03-04T12:00:00Z'): Promise<StripeScene> {
  const emulator = await openStripeForTests(new Date(now));
  const outside = { stripe: emulator.stripe, publicUrl: '' };
  const scene = await openGymScene(now, outside);
  const { api, gymId, admin } = scene;
  const { owner, clock, database } = api;
  const app = Fastify({ forceCloseConnections: true });
  const server: StripeServer = { database, clock, gateway: emulator.stripe, publicUrl: '' };
  await registerStripeRoutes(app, { ...server, secrets: testSecrets });
  await app.listen({ port: 0, host: '127.0.0.1' });
  outside.publicUrl = server.publicUrl = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  await owner.query(`update gym set payment_collection = 'STRIPE' where id = $1`, [gymId]);
  await api.get(admin, 'mutation { startStripeOnboarding { url } }');
  const { rows } = await owner.query<{ account_id: string }>('select account_id from stripe_account');
  const accountId = rows[0]?.account_id ?? '';
  await emulator.control('finish_onboarding', { account: accountId });
  await api.get(admin, 'mutation { refreshStripeAccount { settings { state } } }');
  const side = sideOf(server, gymId);
  const account = await connectedAccount(side);
  if (!account) throw new Error('The gym was not connected.');

  const settled = async () => {
    await emulator.control('settled');
    await until(async () => {
      const open = await owner.query('select from stripe_event where processed_at is null and attempts = 0');
      return open.rowCount === 0;
    });
  };
  return {
    ...scene,
    emulator,
    app,
    url: server.publicUrl,
    accountId,
    server,
    side,
    account,
    addMember: () => addMember(owner, gymId),
    addLine: (memberId, row = {}) =>
      insert(owner, 'purchase', {
        gym_id: gymId,
        member_id: memberId,
        kind: 'SHOP',
        description: 'Shake',
        unit_price_cents: 350,
        total_cents: 350,
        vat_rate_bp: 900,
        vat_cents: 29,
        currency: 'EUR',
        purchased_at: clock.now(),
        payment_method: 'STRIPE_CHECKOUT',
        ...row,
      }),
    settled,
    advance: async (seconds) => {
      clock.advance(seconds * 1000);
      await emulator.control('advance', { seconds });
      await settled();
    },
    line: async (id) => {
      const { rows: lines } = await owner.query<{ status: string; status_reason: string | null; ledger: string[] }>(
        `select status, status_reason, array(select kind || ' ' || amount_cents from payment y where y.purchase_id = p.id
           order by happened_at, y.id) as ledger from purchase p where id = $1`,
        [id],
      );
      if (!lines[0]) throw new Error('There is no such line.');
      return lines[0];
    },
    close: async () => {
      await app.close();
      await api.close();
      await emulator.close();
    },
  };
}

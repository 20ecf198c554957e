// What is due at Stripe, again and again: the inbox, calls to repeat, lines for the next invoice; and once a day, comparing.
import type { StripeGateway } from '../../adapters/stripe/open-stripe.ts';
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import type { Database } from '../../database/database.ts';
import { GymDatabase } from '../../database/gym-database.ts';
import type { Clock } from '../../graphql/clock.ts';
import type { Job } from '../../jobs/job.ts';
import { askAboutLeft } from './ask-about-left.ts';
import { openConsumables } from './consumables.ts';
import { leaveWhenTakenAway } from './find-left-account.ts';
import { freeStuckItems } from './free-stuck-items.ts';
import { connectedAccount } from './gym-stripe.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';
import { addInvoiceItems } from './invoice-items.ts';
import { lookAfterCheckouts } from './look-after-checkouts.ts';
import { processEvents } from './process-events.ts';
import { reconcile } from './reconcile.ts';
import { callRefund } from './refund-purchase.ts';
import { startForCharges } from './start-for-charges.ts';

export interface StripeServer {
  database: Database;
  clock: Clock;
  gateway: StripeGateway;
  publicUrl: string;
}

/** As nobody in particular: what the audit trail names is the job. */
export const sideOf = ({ database, ...server }: StripeServer, gymId: string): GymStripe => ({
  ...server,
  gymId,
  db: new GymDatabase(database, { gymId, accountId: null, employeeId: null }, 'stripe'),
});

const PAYLOAD_DAYS = 90;

export const stripeJobs = (server: StripeServer): Job[] => [
  {
    name: 'stripe',
    everyMinutes: 1,
    run: (now) => inEachGym(server, 'gyms_with_stripe_work($1)', [now], doWhatIsDue),
  },
  {
    name: 'reconcile-stripe',
    everyMinutes: 24 * 60,
    run: (now) =>
      inEachGym(server, 'gyms_with_stripe()', [], async (side, account): Promise<Record<string, number>> => {
        await forgetPayloads(side, now);
        return (await leaveWhenTakenAway(side, account)) ? { left: 1 } : { ...(await reconcile(side, account)) };
      }),
  },
];

type Work = (side: GymStripe, account: ConnectedAccount) => Promise<Record<string, number>>;

async function inEachGym(server: StripeServer, gyms: string, values: unknown[], work: Work) {
  const { rows } = await server.database.pool.query<{ gym_id: string }>(`select ${gyms} as gym_id`, values);
  const figures: Record<string, number> = { gyms: rows.length, failed: 0 };
  const errors: unknown[] = [];
  for (const { gym_id: gymId } of rows) {
    const side = sideOf(server, gymId);
    try {
      const account = await connectedAccount(side);
      const done = account ? await work(side, account) : {};
      for (const [name, count] of Object.entries(done)) figures[name] = (figures[name] ?? 0) + count;
    } catch (error) {
      // The trouble of one gym is no reason to leave the others; that of ours is told when they are done.
      if (!(error instanceof StripeFailure)) errors.push(error);
      figures['failed'] = (figures['failed'] ?? 0) + 1;
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `Stripe's work failed in ${errors.length} gyms.`);
  return figures;
}

export async function doWhatIsDue(side: GymStripe, account: ConnectedAccount): Promise<Record<string, number>> {
  const inbox = await processEvents(side);
  const left = await askAboutLeft(side, account);
  const checkouts = await lookAfterCheckouts(side, account);
  await startForCharges(side, account);
  for (const memberId of await idsOf(
    side,
    `select member_id as id from stripe_customer where is_current and consumables_status = 'STARTING'`,
  ))
    await openConsumables(side, account, memberId);
  const items = await addInvoiceItems(side, account);
  const freed = await freeStuckItems(side, account);
  for (const refundId of await idsOf(side, `select id from stripe_refund where ended_at is null`))
    await callRefund(side, account, refundId);
  return { ...inbox, left, checkouts, ...items, freed };
}

async function idsOf({ db }: GymStripe, text: string): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(text);
  return rows.map((row) => row.id);
}

/** An event names people. That it was there is kept for ever, so that it never takes effect again. */
const forgetPayloads = ({ db }: GymStripe, now: Date) =>
  db.write((em) =>
    em.execute(`update stripe_event set payload = null where payload is not null and processed_at < ?`, [
      new Date(now.getTime() - PAYLOAD_DAYS * 86_400_000),
    ]),
  );

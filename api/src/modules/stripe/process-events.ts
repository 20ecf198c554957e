// Works off the inbox of a gym: Stripe is asked first, then the effect and "processed" are one transaction. Run by several at
// once, stopped anywhere, run again: each event takes effect once.
import type Stripe from 'stripe';
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import { gatherEvent } from './gather-event.ts';
import { connectedAccount } from './gym-stripe.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';

const BATCH = 100;
const HOUR_MINUTES = 60;

interface DueEvent {
  id: string;
  type: string;
  payload: Stripe.Event | null;
  attempts: number;
}

export interface InboxFigures {
  processed: number;
  failed: number;
}

export async function processEvents(side: GymStripe): Promise<InboxFigures> {
  const figures: InboxFigures = { processed: 0, failed: 0 };
  const account = await connectedAccount(side);
  if (!account) return figures;
  let due: DueEvent[];
  do {
    due = await dueEvents(side);
    for (const event of due) {
      if (await processEvent(side, account, event)) figures.processed += 1;
      else figures.failed += 1;
    }
  } while (due.length === BATCH);
  return figures;
}

const dueEvents = ({ db, clock }: GymStripe): Promise<DueEvent[]> =>
  db.rows<DueEvent>(
    `select id, type, payload, attempts from stripe_event
      where processed_at is null and next_attempt_at <= $1 order by happened_at, id limit ${BATCH}`,
    [clock.now()],
    { name: 'due_events' },
  );

async function processEvent(side: GymStripe, account: ConnectedAccount, event: DueEvent): Promise<boolean> {
  try {
    const apply = await gatherEvent(side, account, event);
    await side.db.write(async (em) => {
      const mine = await em.execute<object[]>(
        `select 1 from stripe_event where id = ? and processed_at is null for update skip locked`,
        [event.id],
      );
      if (mine.length === 0) return;
      const isOurs = await apply(em);
      await em.execute(`update stripe_event set processed_at = ?, outcome = ?, error = null where id = ?`, [
        side.clock.now(),
        isOurs ? 'DONE' : 'IGNORED',
        event.id,
      ]);
    });
    return true;
  } catch (error) {
    await postpone(side, event, error);
    return false;
  }
}

/** One that cannot be worked off must not keep the others; it is tried again, ever more rarely. */
function postpone({ db, clock }: GymStripe, { id, attempts }: DueEvent, error: unknown): Promise<unknown> {
  const minutes = Math.min(2 ** attempts, 6 * HOUR_MINUTES);
  const isGone = error instanceof StripeFailure && error.kind === 'MISSING' && attempts >= 5;
  const now = clock.now();
  return db.write((em) =>
    em.execute(
      `update stripe_event set attempts = attempts + 1, next_attempt_at = ?, error = ?,
          processed_at = ?, outcome = ? where id = ? and processed_at is null`,
      [
        new Date(now.getTime() + minutes * 60_000),
        sentenceOf(error),
        isGone ? now : null,
        isGone ? 'IGNORED' : null,
        id,
      ],
    ),
  );
}

/** Without anything that somebody wrote: an error of the database can quote a row. */
function sentenceOf(error: unknown): string {
  if (error instanceof StripeFailure) return `Stripe: ${error.kind} ${error.code ?? ''}`.trim();
  const { name, code } = error as { name?: string; code?: string };
  return `${name ?? 'Error'} ${code ?? ''}`.trim();
}

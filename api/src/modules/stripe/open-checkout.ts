// Asks Stripe for the page of a checkout that stands in our books, and writes down what came back. Safe to repeat: the call
// goes out under the checkout's id, with nothing in it that changes between two tries.
import type Stripe from 'stripe';
import { StripeFailure } from '../../adapters/stripe/stripe-failure.ts';
import { endCheckout } from './end-checkout.ts';
import { ensureCustomer } from './ensure-customer.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';

interface StartingCheckout {
  id: string;
  memberId: string;
  kind: 'PAYMENT' | 'SETUP';
  shortCode: string;
  currency: string;
  createdAt: string;
  expiresAt: string;
  gymName: string;
  locale: string;
  lines: { description: string; quantity: number; amountCents: number }[];
}

/** Leaves the checkout WAITING, FAILED when Stripe will not have it, and STARTING when Stripe could not be asked. */
export async function openCheckout(side: GymStripe, account: ConnectedAccount, id: string): Promise<void> {
  const checkout = await startingCheckout(side, account, id);
  if (!checkout) return;
  try {
    const customerId = await ensureCustomer(side, account, checkout.memberId);
    const session = await askFor(side, account, { ...checkout, customerId });
    await side.db.write((em) =>
      em.execute(
        `update checkout set status = 'WAITING', session_id = ?, session_url = ?, checked_at = ?
          where id = ? and status = 'STARTING'`,
        [session.id, session.url, side.clock.now(), id],
      ),
    );
  } catch (error) {
    if (!(error instanceof StripeFailure)) throw error;
    if (error.isRetryable) return;
    // The page was never shown to anybody, so nobody can have paid on it.
    await side.db.write((em) =>
      endCheckout(em, { id, status: 'FAILED', reason: error.code ?? error.kind, at: side.clock.now() }),
    );
  }
}

async function startingCheckout(
  { db }: GymStripe,
  account: ConnectedAccount,
  id: string,
): Promise<StartingCheckout | null> {
  const [row] = await db.rows<StartingCheckout>(
    `select c.id, c.member_id as "memberId", c.kind, c.short_code as "shortCode", c.currency, c.created_at as "createdAt",
            c.expires_at as "expiresAt", g.name as "gymName", g.locale,
            coalesce((select json_agg(json_build_object('description', p.description, 'quantity', p.quantity, 'amountCents', l.amount_cents)
                 order by l.amount_cents desc, p.id)
               from checkout_line l join purchase p on p.gym_id = l.gym_id and p.id = l.purchase_id
              where l.gym_id = c.gym_id and l.checkout_id = c.id), '[]') as lines
       from checkout c join gym g on g.id = c.gym_id
      where c.id = $1 and c.status = 'STARTING' and c.stripe_account_id = $2`,
    [id, account.id],
    { name: 'starting_checkout' },
  );
  return row ?? null;
}

async function askFor(
  { gymId, publicUrl }: GymStripe,
  { stripe }: ConnectedAccount,
  checkout: StartingCheckout & { customerId: string },
): Promise<Stripe.Checkout.Session> {
  const { id, customerId, currency, locale } = checkout;
  const page = `${publicUrl}/p/${checkout.shortCode}/done`;
  const common = {
    customerId,
    currency,
    locale,
    successUrl: page,
    cancelUrl: page,
    expiresAt: new Date(checkout.expiresAt),
    metadata: { spotter_gym: gymId, spotter_checkout: id },
  };
  try {
    return checkout.kind === 'SETUP'
      ? await stripe.checkouts.startSetup(id, common)
      : await stripe.checkouts.startPayment(id, { ...common, lines: positiveLines(checkout) });
  } catch (error) {
    if (!(error instanceof StripeFailure) || error.kind !== 'KEY_REUSED') throw error;
    // The first try had other words in it, and was answered: the page is there.
    const opened = await madeEarlier(stripe, checkout);
    if (!opened) throw error;
    return opened;
  }
}

/** Stripe takes no negative line: with a credit among them, the sum is one line. */
function positiveLines({
  lines,
  gymName,
}: StartingCheckout): { name: string; amountCents: number; quantity: number }[] {
  const name = (line: StartingCheckout['lines'][number]) =>
    line.quantity > 1 ? `${line.quantity} × ${line.description}` : line.description;
  if (lines.every((line) => line.amountCents > 0))
    return lines.map((line) => ({ name: name(line), amountCents: line.amountCents, quantity: 1 }));
  return [{ name: gymName, amountCents: lines.reduce((sum, line) => sum + line.amountCents, 0), quantity: 1 }];
}

async function madeEarlier(
  stripe: ConnectedAccount['stripe'],
  { id, createdAt }: StartingCheckout,
): Promise<Stripe.Checkout.Session | null> {
  const from = new Date(Date.parse(createdAt) - 300_000);
  for await (const session of stripe.checkouts.list({ from })) {
    if (session.metadata?.['spotter_checkout'] === id) return session;
  }
  return null;
}

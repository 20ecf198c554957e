// Whether what Stripe took for a paid invoice is what its lines add up to, with what the customer owed before and after.
import type { EntityManager } from '@mikro-orm/postgresql';
import { noteDifference } from './differences.ts';
import type { ToldInvoice } from './sync-invoice.ts';

export async function compareInvoice(
  em: EntityManager,
  on: { gymId: string; at: Date },
  { invoice, linesCents, balanceCents }: ToldInvoice,
  { memberId, currency }: { memberId: string; currency: string },
): Promise<void> {
  const { id: objectId, amount_paid: theirsCents, starting_balance: before } = invoice;
  const after = invoice.ending_balance ?? 0;
  const difference = { objectId, memberId, theirsCents, currency };
  if (linesCents + before - after !== theirsCents)
    await noteDifference(em, on, { kind: 'AMOUNT_DIFFERS', oursCents: linesCents + before - after, ...difference });
  // The lines are paid as Stripe sees it; where the money is that did not come, an Admin reads here.
  if (after !== 0 && balanceCents !== 0)
    await noteDifference(em, on, { kind: 'CARRIED_OVER', oursCents: linesCents + before, ...difference });
  if (after === 0)
    await em.execute(
      `update stripe_difference set resolved_at = ? where kind = 'CARRIED_OVER' and member_id = ? and resolved_at is null`,
      [on.at, memberId],
    );
}

// The row behind a refund that an Admin asked for, brought to what Stripe says of it.
import type { EntityManager } from '@mikro-orm/postgresql';
import type Stripe from 'stripe';

export async function applyRefundRow(em: EntityManager, refund: Stripe.Refund, at: Date): Promise<void> {
  const status = statusOf(refund);
  await em.execute(
    `update stripe_refund set refund_id = ?, status = ?, reason = coalesce(?, reason),
        ended_at = case when ? in ('DONE', 'FAILED') then coalesce(ended_at, ?) end
      where (refund_id = ? or id::text = ?) and (refund_id, status) is distinct from (?::text, ?::text)`,
    [
      refund.id,
      status,
      refund.failure_reason ?? null,
      status,
      at,
      refund.id,
      refund.metadata?.['spotter_refund'] ?? '',
      refund.id,
      status,
    ],
  );
}

function statusOf({ status }: Stripe.Refund): 'PENDING' | 'DONE' | 'FAILED' {
  if (status === 'succeeded') return 'DONE';
  return status === 'failed' || status === 'canceled' ? 'FAILED' : 'PENDING';
}

// A payment method that a member has left is used: the first line that is to go on an invoice starts the subscription that
// makes one.
import { UNDO_MINUTES } from './invoice-items.ts';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';

/** One that was stopped is not started again by itself. */
export const startForCharges = ({ db, clock }: GymStripe, account: ConnectedAccount): Promise<unknown> => {
  const now = clock.now();
  return db.write((em) =>
    em.execute(
      `update stripe_customer c set consumables_status = 'STARTING', consumables_key = gen_random_uuid(), consumables_asked_at = ?
        where c.is_current and c.stripe_account_id = ? and c.consumables_status is null and c.has_payment_method
          and exists (select from purchase p where p.gym_id = c.gym_id and p.member_id = c.member_id and p.status = 'OPEN'
            and p.payment_method = 'STRIPE_INVOICE' and p.total_cents > 0 and p.purchased_at <= ?)`,
      [now, account.id, new Date(now.getTime() - UNDO_MINUTES * 60_000)],
    ),
  );
};

// The gym is no longer connected to an account of Stripe: what was stays on record, and no invoice of it will come.
import type { EntityManager } from '@mikro-orm/postgresql';
import { payByQr } from '../purchase/pay-by-qr.ts';

export async function leaveAccount(em: EntityManager, accountRowId: string, at: Date): Promise<void> {
  await em.execute(
    `update stripe_account set disconnected_at = ?, charges_enabled = false where id = ? and disconnected_at is null`,
    [at, accountRowId],
  );
  await em.execute(`update stripe_customer set is_current = false where stripe_account_id = ?`, [accountRowId]);
  const waiting = await em.execute<{ id: string }[]>(
    `select p.id from purchase p where p.payment_method = 'STRIPE_INVOICE' and p.status in ('OPEN', 'FAILED', 'RETURNED')
        and not exists (select from stripe_invoice_item i where i.gym_id = p.gym_id and i.purchase_id = p.id and i.ended_at is null)
      order by p.id for update`,
  );
  await payByQr(
    em,
    waiting.map((line) => line.id),
  );
}

// The gym is no longer connected to an account of Stripe: what was stays on record, and no invoice of it will come. What was
// under way is nothing that waits any more, since nobody would tell how it ended: its lines have failed and say why. Stripe is
// asked what became of it when the gym comes back (ask-about-left.ts).
import type { EntityManager } from '@mikro-orm/postgresql';
import { failLines } from '../purchase/fail-lines.ts';
import { payByQr } from '../purchase/pay-by-qr.ts';
import { endCheckout } from './end-checkout.ts';

const REASON = 'account_disconnected';

export async function leaveAccount(em: EntityManager, accountRowId: string, at: Date): Promise<void> {
  await em.execute(
    `update stripe_account set disconnected_at = ?, charges_enabled = false where id = ? and disconnected_at is null`,
    [at, accountRowId],
  );
  await em.execute(`update stripe_customer set is_current = false where stripe_account_id = ?`, [accountRowId]);
  await leaveCheckouts(em, accountRowId, at);
  await leaveItems(em, accountRowId, at);
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

async function leaveCheckouts(em: EntityManager, accountRowId: string, at: Date): Promise<void> {
  const left = await em.execute<{ id: string }[]>(
    `update checkout set left_at = ? where stripe_account_id = ? and ended_at is null returning id`,
    [at, accountRowId],
  );
  for (const { id } of left) await endCheckout(em, { id, status: 'FAILED', reason: REASON, isRefused: true, at });
}

async function leaveItems(em: EntityManager, accountRowId: string, at: Date): Promise<void> {
  const left = await em.execute<{ purchase_id: string }[]>(
    `update stripe_invoice_item set status = 'RELEASED', reason = ?, ended_at = ?, left_at = ?
      where stripe_account_id = ? and ended_at is null returning purchase_id`,
    [REASON, at, at, accountRowId],
  );
  const lines = left.map((item) => item.purchase_id);
  await failLines(em, lines, { reason: REASON });
  await payByQr(em, lines);
}

// A checkout that came to nothing: its lines are open again, or failed and say why.
import type { EntityManager } from '@mikro-orm/postgresql';
import { failLines } from '../purchase/fail-lines.ts';
import { releaseLines } from '../purchase/release-lines.ts';

export interface CheckoutEnd {
  id: string;
  /** FAILED on the page fails the lines; a page that never opened just gives them back. */
  status: 'EXPIRED' | 'CANCELLED' | 'FAILED';
  reason?: string | null;
  isRefused?: boolean;
  at: Date;
}

/** Does nothing to one that has ended. */
export async function endCheckout(
  em: EntityManager,
  { id, status, reason = null, isRefused = false, at }: CheckoutEnd,
): Promise<void> {
  const ended = await em.execute<{ id: string }[]>(
    `update checkout set status = ?, reason = coalesce(?, reason), ended_at = ?
      where id = ? and ended_at is null returning id`,
    [status, reason?.slice(0, 100) ?? null, at, id],
  );
  if (ended.length === 0) return;
  const ids = await freeLines(em, id);
  await (isRefused && reason ? failLines(em, ids, { reason: reason.slice(0, 100) }) : releaseLines(em, ids));
}

/** The checkout's lines wait for nothing of it any more. */
export async function freeLines(em: EntityManager, checkoutId: string): Promise<string[]> {
  const rows = await em.execute<{ purchase_id: string }[]>(
    `update checkout_line set is_live = false where checkout_id = ? and is_live returning purchase_id`,
    [checkoutId],
  );
  return rows.map((row) => row.purchase_id);
}

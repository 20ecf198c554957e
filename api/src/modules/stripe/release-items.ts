// Invoice items that came to nothing: lines that were under way are what they were before, and paid by QR code from here on.
import type { EntityManager } from '@mikro-orm/postgresql';
import { payByQr } from '../purchase/pay-by-qr.ts';
import { releaseLines } from '../purchase/release-lines.ts';

/** Does nothing to one that has ended. */
export async function releaseItems(em: EntityManager, itemIds: readonly string[], at: Date): Promise<void> {
  const ended = await em.execute<{ purchase_id: string }[]>(
    `update stripe_invoice_item set status = 'RELEASED', ended_at = ? where id = any(?::uuid[]) and ended_at is null returning purchase_id`,
    [at, `{${itemIds.join()}}`],
  );
  const lines = ended.map((item) => item.purchase_id);
  await releaseLines(em, lines);
  await payByQr(em, lines);
}

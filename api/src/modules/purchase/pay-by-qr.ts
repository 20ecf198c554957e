// Lines that no invoice of Stripe will collect any more: they are to be paid by QR code, as their state says that they still
// are to be paid.
import type { EntityManager } from '@mikro-orm/postgresql';

export async function payByQr(em: EntityManager, ids: readonly string[]): Promise<void> {
  await em.execute(
    `update purchase set payment_method = 'STRIPE_CHECKOUT'
      where id = any(?::uuid[]) and payment_method = 'STRIPE_INVOICE' and status in ('OPEN', 'FAILED', 'RETURNED')`,
    [`{${ids.join()}}`],
  );
}

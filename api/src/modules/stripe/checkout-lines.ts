// Which lines a checkout takes: those that were named, and with them what takes back a part of them, or what the same change
// of a subscription credits of a line that was paid.
import type { EntityManager } from '@mikro-orm/postgresql';
import { holdLines } from '../purchase/hold-lines.ts';
import type { LinesMoved } from '../purchase/move-lines.ts';

export interface TakenLine {
  purchaseId: string;
  totalCents: number;
  currency: string;
  /** It waits for an invoice of Stripe, or stands on one. */
  isOnInvoice: boolean;
  /** Direct debit collects it. Of a counter-line it does not matter: it goes the way of its line. */
  isOnAccount: boolean;
}

/** Holds them. `moved` and `left` speak of the named ones: a counter-line that just went elsewhere is not taken. */
export async function takeLines(
  em: EntityManager,
  memberId: string,
  purchaseIds: string[],
): Promise<LinesMoved & { lines: TakenLine[] }> {
  // Before the lines, as who undoes a change does: it holds them in another order.
  await em.execute('select from member where id = ? for no key update', [memberId]);
  const { moved, left } = await holdLines(em, purchaseIds);
  const along = left.length > 0 ? [] : (await holdLines(em, await counterLinesOf(em, purchaseIds))).moved;
  const all = `{${[...purchaseIds, ...along].join()}}`;
  const lines = await em.execute<TakenLine[]>(
    `select p.id as "purchaseId", p.total_cents as "totalCents", p.currency,
            exists (select from stripe_invoice_item i where i.gym_id = p.gym_id and i.purchase_id = p.id and i.ended_at is null) as "isOnInvoice",
            p.payment_method = 'ACCOUNT' and not coalesce(p.corrects_purchase_id = any(?::uuid[]), false) as "isOnAccount"
       from purchase p where p.member_id = ? and p.id = any(?::uuid[])`,
    [all, memberId, all],
  );
  await em.execute(
    `update purchase c set payment_method = p.payment_method from purchase p
      where p.gym_id = c.gym_id and p.id = c.corrects_purchase_id and c.payment_method <> p.payment_method
        and c.member_id = ? and c.id = any(?::uuid[]) and p.id = any(?::uuid[])`,
    [memberId, all, all],
  );
  return { lines, moved, left };
}

/** SQL over a counter-line c: of a paid line, so that nothing else asks for less, and of a change that wrote one of these. */
const isCreditedWith = `(c.payment_method = 'STRIPE_CHECKOUT' and exists (
  select from purchase o join subscription_change h on h.gym_id = o.gym_id and h.member_id = o.member_id
   where o.gym_id = c.gym_id and o.id = c.corrects_purchase_id and o.status = 'PAID'
     and h.undone_at is null and c.id = any(h.purchase_ids) and h.purchase_ids && ?::uuid[]))`;

/** After the lock of their lines, which whoever corrects them takes too. */
async function counterLinesOf(em: EntityManager, purchaseIds: string[]): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select c.id from purchase c
      where (c.corrects_purchase_id = any(?::uuid[]) or ${isCreditedWith}) and c.id <> all(?::uuid[]) and c.status in ('OPEN', 'FAILED', 'RETURNED')
        and not exists (select from stripe_invoice_item i where i.gym_id = c.gym_id and i.purchase_id = c.id and i.ended_at is null)`,
    Array<string>(3).fill(`{${purchaseIds.join()}}`),
  );
  return rows.map((row) => row.id);
}

/** SQL: whether a checkout holds the named lines and nothing more than what takes back a part of them. The named, three times. */
export const sameLines = (checkoutId: string): string => `coalesce((
  select array_agg(l.purchase_id order by l.purchase_id) filter (where l.purchase_id = any(?::uuid[])) = ?::uuid[]
     and bool_and(l.purchase_id = any(?::uuid[]) or exists (select from checkout_line o
       where o.gym_id = l.gym_id and o.checkout_id = l.checkout_id and o.purchase_id = p.corrects_purchase_id)
       or p.corrects_purchase_id is not null and exists (select from checkout_line o
         join subscription_change h on h.gym_id = o.gym_id and o.purchase_id = any(h.purchase_ids) and h.member_id = p.member_id
         where o.gym_id = l.gym_id and o.checkout_id = l.checkout_id and o.purchase_id <> l.purchase_id and l.purchase_id = any(h.purchase_ids)))
    from checkout_line l join purchase p on p.gym_id = l.gym_id and p.id = l.purchase_id where l.checkout_id = ${checkoutId}), false)`;

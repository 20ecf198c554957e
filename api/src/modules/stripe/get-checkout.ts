// Reads checkouts for the graph.
import { isUuid } from '../../database/uuid.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { Checkout } from './checkout.type.ts';

const checkoutJson = `json_build_object(
  'id', c.id, 'memberId', c.member_id, 'kind', c.kind, 'status', c.status, 'reason', c.reason,
  'shortUrl', $1::text || '/p/' || c.short_code,
  'amount', json_build_object('amountCents', c.amount_cents, 'currency', c.currency),
  'createdAt', c.created_at, 'expiresAt', c.expires_at,
  'isTest', (select a.mode = 'TEST' from stripe_account a where a.gym_id = c.gym_id and a.id = c.stripe_account_id),
  'isCancelling', c.cancel_asked_at is not null and c.ended_at is null,
  'lines', coalesce((select json_agg(json_build_object('purchaseId', p.id, 'description', p.description,
       'amount', json_build_object('amountCents', l.amount_cents, 'currency', p.currency)) order by p.purchased_at, p.id)
     from checkout_line l join purchase p on p.gym_id = l.gym_id and p.id = l.purchase_id
    where l.gym_id = c.gym_id and l.checkout_id = c.id), '[]'))`;

/** Null when there is none in this gym. */
export async function getCheckout(context: Context, id: string): Promise<Checkout | null> {
  if (!isUuid(id)) return null;
  return first(context, 'c.id = $2', [id], 'get_checkout');
}

/** The latest that this line was in; null when it never was in one. */
export async function getCheckoutOf(context: Context, purchaseId: string): Promise<Checkout | null> {
  if (!isUuid(purchaseId)) return null;
  const where = `exists (select from checkout_line l where l.gym_id = c.gym_id and l.checkout_id = c.id and l.purchase_id = $2)`;
  return first(context, where, [purchaseId], 'get_checkout_of');
}

/** The latest on which this member was to leave a payment method. */
export async function getPaymentSetupOf(context: Context, memberId: string): Promise<Checkout | null> {
  if (!isUuid(memberId)) return null;
  return first(context, `c.member_id = $2 and c.kind = 'SETUP'`, [memberId], 'get_payment_setup_of');
}

export async function getChangedCheckout(context: Context, id: string): Promise<Checkout> {
  const checkout = await getCheckout(context, id);
  if (!checkout) throw new NotFoundError('There is no such checkout.');
  return checkout;
}

async function first(context: Context, where: string, values: unknown[], name: string): Promise<Checkout | null> {
  const [row] = await context.db.rows<{ checkout: Checkout }>(
    `select ${checkoutJson} as checkout from checkout c where ${where} order by c.created_at desc, c.id desc limit 1`,
    [context.publicUrl, ...values],
    { name },
  );
  return row?.checkout ?? null;
}

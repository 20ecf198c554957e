import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { getChangedMember } from '../member/get-member.ts';
import { canSeeMember } from '../member/member.policy.ts';
import { purchaseJson } from './purchase-json.ts';
import type { PurchasePayload } from './purchase.payload.ts';
import type { Purchase } from './purchase.type.ts';

const everything = purchaseJson(() => true);

/** Null when there is no such purchase, or not for this viewer: the two look the same. */
export async function getPurchase(context: Context, id: string): Promise<Purchase | null> {
  const [found] = await getPurchases(context, [id]);
  return found ?? null;
}

/** In the order in which they were made; those that are not there, or not for this viewer, are left out. */
export async function getPurchases(context: Context, ids: readonly string[]): Promise<Purchase[]> {
  const viewer = signedIn(context);
  const rows = await context.db.rows<{ purchase: Purchase }>(
    `select ${everything} as purchase from purchase p where p.id = any($1::uuid[]) order by p.purchased_at, p.id`,
    [ids.filter(isUuid)],
    { name: 'get_purchases' },
  );
  return rows.map(({ purchase }) => purchase).filter(({ memberId }) => canSeeMember(viewer, memberId));
}

/** For the answer of a verb that has just changed it. */
export async function getChangedPurchase(context: Context, id: string): Promise<PurchasePayload> {
  const purchase = await getPurchase(context, id);
  if (!purchase) throw new NotFoundError('There is no such purchase.');
  return { purchase, member: await getChangedMember(context, purchase.memberId) };
}

// The receipt of some purchases of one member: the same purchases give the same receipt, whenever it is asked for.
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { dayOf } from '../gym/gym-day.ts';
import { getMember } from '../member/get-member.ts';
import { getReceiptSeller } from './get-receipt-seller.ts';
import { getPurchases } from './get-purchase.ts';
import { PurchaseStatus } from './purchase.type.ts';
import type { Purchase } from './purchase.type.ts';
import { receiptSums } from './receipt-sums.ts';
import type { Receipt } from './receipt.type.ts';

/** Null when there is nothing to show, or not to this viewer. */
export async function getReceipt(context: Context, purchaseIds: readonly string[]): Promise<Receipt | null> {
  if (purchaseIds.length > 200)
    throw new UserInputError('purchaseIds', 'TOO_MANY', 'A receipt has at most 200 purchases.');
  const lines = await linesOf(context, purchaseIds.filter(isUuid));
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return null;
  if (lines.some((line) => line.memberId !== first.memberId))
    throw new UserInputError('purchaseIds', 'SEVERAL_MEMBERS', 'A receipt is for one member.');
  const [member, seller] = await Promise.all([getMember(context, first.memberId), getReceiptSeller(context)]);
  if (!member) return null;
  const issuedOn = dayOf(new Date(last.purchasedAt), signedIn(context).timeZone);
  return { number: numberOf(lines, last, issuedOn), issuedOn, seller, member, lines, ...receiptSums(lines) };
}

async function linesOf(context: Context, ids: readonly string[]): Promise<Purchase[]> {
  const asked = await getPurchases(context, ids);
  const corrections = asked.flatMap((line) => line.corrections.map(({ id }) => id)).filter((id) => !ids.includes(id));
  const lines = corrections.length === 0 ? asked : await getPurchases(context, [...ids, ...corrections]);
  return lines.filter((line) => line.status !== PurchaseStatus.CANCELLED);
}

/** The year, the last digits of the latest line, and of several lines how many: nobody has to hand out numbers. */
function numberOf(lines: readonly Purchase[], last: Purchase, issuedOn: string): string {
  const digits = last.id.slice(-12).toUpperCase();
  return [issuedOn.slice(0, 4), digits, ...(lines.length > 1 ? [lines.length] : [])].join('-');
}

// Changes who sold, as receipts say it: the gym's legal name, its address and its VAT number.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { lineOf, textOf } from '../../graphql/text-input.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { getReceiptSeller } from './get-receipt-seller.ts';
import type { ChangeReceiptSellerInput } from './receipt-seller.inputs.ts';
import type { ReceiptSellerPayload } from './receipt.type.ts';

export async function changeReceiptSeller(
  context: Context,
  input: ChangeReceiptSellerInput,
): Promise<ReceiptSellerPayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_SETTINGS);
  const given = {
    legal_name: kept(input.name, (name) => lineOf('name', name, 120)),
    legal_address: kept(input.address, (address) => textOf('address', address, 300)),
    vat_number: kept(input.vatNumber, vatNumberOf),
  };
  const changed = Object.entries(given).filter(([, value]) => value !== undefined);
  if (changed.length > 0) {
    await context.db.write((em) =>
      em.execute(`update gym set ${changed.map(([column]) => `${column} = ?`).join(', ')} where id = ?`, [
        ...changed.map(([, value]) => value),
        viewer.gymId,
      ]),
    );
  }
  return { seller: await getReceiptSeller(context) };
}

/** Undefined: untouched; null: cleared, which an empty text is too. */
function kept(text: string | null | undefined, read: (text: string) => string): string | null | undefined {
  if (text == null) return text;
  return text.trim() === '' ? null : read(text);
}

/** The form that all VAT numbers of the EU share: the country, then 2 to 13 letters, digits, + or *. */
function vatNumberOf(typed: string): string {
  const number = lineOf('vatNumber', typed, 40).replace(/[\s.]/g, '').toUpperCase();
  if (!/^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(number))
    throw new UserInputError('vatNumber', 'INVALID_VAT_NUMBER', 'A VAT number looks like NL001234567B01.');
  return number;
}

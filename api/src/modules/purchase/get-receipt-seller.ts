import type { Context } from '../../graphql/context.ts';
import type { ReceiptSeller } from './receipt.type.ts';

/** Who sells: the viewer's gym, under its legal name when it has one. */
export async function getReceiptSeller(context: Context): Promise<ReceiptSeller> {
  const [row] = await context.db.rows<ReceiptSeller>(
    `select coalesce(legal_name, name) as name, legal_address as address, vat_number as "vatNumber" from gym`,
    [],
    { name: 'get_receipt_seller' },
  );
  if (!row) throw new Error('The viewer has no gym.');
  return row;
}

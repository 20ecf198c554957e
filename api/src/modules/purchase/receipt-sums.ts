// The sums of a receipt: purchases in, whole cents out.
import type { Money } from '../../graphql/money.ts';
import { PurchaseStatus } from './purchase.type.ts';
import type { Purchase } from './purchase.type.ts';
import type { Receipt, ReceiptVat } from './receipt.type.ts';

type Line = Pick<Purchase, 'total' | 'vat' | 'vatRatePercent' | 'status' | 'payments'>;

const unpaid: readonly PurchaseStatus[] = [
  PurchaseStatus.OPEN,
  PurchaseStatus.PENDING,
  PurchaseStatus.FAILED,
  PurchaseStatus.RETURNED,
];

/** Of at least one line. */
export function receiptSums(
  lines: readonly Line[],
): Pick<Receipt, 'vatRates' | 'net' | 'vat' | 'total' | 'paid' | 'unpaid'> {
  const currency = lines[0]?.total.currency ?? '';
  const money = (amountCents: number): Money => ({ amountCents, currency });
  const sum = (of: readonly Line[], cents: (line: Line) => number) =>
    of.reduce((total, line) => total + cents(line), 0);
  const sums = (of: readonly Line[]) => {
    const [gross, vat] = [sum(of, (line) => line.total.amountCents), sum(of, (line) => line.vat.amountCents)];
    return { net: money(gross - vat), vat: money(vat), gross: money(gross) };
  };
  const rates = [...new Set(lines.map((line) => line.vatRatePercent))].sort((a, b) => a - b);
  const vatRates: ReceiptVat[] = rates.map((ratePercent) => ({
    ratePercent,
    ...sums(lines.filter((line) => line.vatRatePercent === ratePercent)),
  }));
  const { gross: total, net, vat } = sums(lines);
  return {
    vatRates,
    net,
    vat,
    total,
    paid: money(sum(lines, (line) => line.payments.reduce((paid, payment) => paid + payment.amount.amountCents, 0))),
    unpaid: money(
      sum(
        lines.filter((line) => unpaid.includes(line.status)),
        (line) => line.total.amountCents,
      ),
    ),
  };
}

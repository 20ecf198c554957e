// "Paid out by bank transfer 12 Nov 2026": how money for a line moved outside Spotter, as an admin said.
import { useFormat } from '../../format/useFormat';
import type { PaidBy } from '../../graphql/schema.generated';
import { defineTexts, useText } from '../../i18n/text';

const settledTexts = defineTexts({
  en: {
    in: { BANK_TRANSFER: 'Paid by bank transfer', CASH: 'Paid in cash' },
    out: { BANK_TRANSFER: 'Paid out by bank transfer', CASH: 'Paid out in cash' },
  },
  nl: {
    in: { BANK_TRANSFER: 'Per bank betaald', CASH: 'Contant betaald' },
    out: { BANK_TRANSFER: 'Per bank uitbetaald', CASH: 'Contant uitbetaald' },
  },
});

interface Settled {
  total: { amountCents: number };
  payments: readonly { method: PaidBy; happenedAt: string; note?: string | null }[];
}

/** Null when it was not. */
export function useSettledByHand(): (purchase: Settled) => string | null {
  const text = useText(settledTexts);
  const format = useFormat();
  return ({ total, payments }) => {
    const payment = payments.find(({ method }) => method in text.in);
    if (!payment) return null;
    const how = text[total.amountCents < 0 ? 'out' : 'in'][payment.method as keyof typeof text.in];
    return `${how} ${format.dayOf(payment.happenedAt)}${payment.note ? `: ${payment.note}` : ''}`;
  };
}

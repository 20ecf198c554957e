import { registerEnumType } from 'type-graphql';

export enum PaymentMethod {
  ACCOUNT = 'ACCOUNT',
  STRIPE_INVOICE = 'STRIPE_INVOICE',
  STRIPE_CHECKOUT = 'STRIPE_CHECKOUT',
}
registerEnumType(PaymentMethod, {
  name: 'PaymentMethod',
  description:
    "ACCOUNT: on the month's account, which SEPA direct debit collects. STRIPE_INVOICE: with the member's next Stripe invoice. STRIPE_CHECKOUT: at once, by a QR code.",
});

// Stripe's objects as they lie in our memory and go over the wire: other objects by id, decimals as text. Derived from the
// SDK's own types, so that a field the SDK knows and we forgot does not compile.
import type Stripe from 'stripe';

export type Wire<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Stripe.Decimal
    ? string
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : { [Key in keyof T]: WireField<T[Key]> };

/** What can be an id or, when expanded, the object, is the id. */
type WireField<T> = string extends T ? Wire<Exclude<T, { object: string }>> : Wire<T>;

/** Every kind of object that Stripe knows and we keep, by what it says in `object`. */
export interface Kinds {
  account: Wire<Stripe.Account>;
  balance_transaction: Wire<Stripe.BalanceTransaction>;
  'billing_portal.session': Wire<Stripe.BillingPortal.Session>;
  charge: Wire<Stripe.Charge>;
  'checkout.session': Wire<Stripe.Checkout.Session>;
  customer: Wire<Stripe.Customer>;
  dispute: Wire<Stripe.Dispute>;
  event: WireEvent;
  invoice: Wire<Stripe.Invoice>;
  invoice_payment: Wire<Stripe.InvoicePayment>;
  invoiceitem: Wire<Stripe.InvoiceItem>;
  line_item: Wire<Stripe.InvoiceLineItem>;
  payment_intent: Wire<Stripe.PaymentIntent>;
  payment_method: Wire<Stripe.PaymentMethod>;
  price: Wire<Stripe.Price>;
  product: Wire<Stripe.Product>;
  refund: Wire<Stripe.Refund>;
  setup_intent: Wire<Stripe.SetupIntent>;
  subscription: Wire<Stripe.Subscription>;
  webhook_endpoint: Wire<Stripe.WebhookEndpoint>;
  /** What Stripe remembers of an object without showing it. */
  hidden: Hidden;
}

export type Kind = keyof Kinds;

export interface WireEvent extends Wire<Pick<Stripe.EventBase, 'id' | 'object' | 'created' | 'livemode'>> {
  object: 'event';
  api_version: string | null;
  data: { object: unknown; previous_attributes?: Record<string, unknown> };
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null } | null;
  type: string;
}

export interface Hidden {
  object: 'hidden';
  /** That of the object it belongs to, with `~` before it. */
  id: string;
  created: number;
  lineItems?: Wire<Stripe.LineItem>[];
  /** What a checkout hands on to what it makes. */
  makes?: { metadata: Record<string, string>; description: string | null; savesPaymentMethod: boolean };
  /** Why the next charges of a payment method are refused. */
  declineCode?: string;
  secret?: string;
  token?: string;
  returnUrl?: string;
  refreshUrl?: string;
  expiresAt?: number;
  isDeleted?: boolean;
  /** The payment that a checkout began, which is tried again after a refusal. */
  intentId?: string;
  /** When the bank says what becomes of a debit, and what. */
  settlesAt?: number;
  willBePaid?: boolean;
}

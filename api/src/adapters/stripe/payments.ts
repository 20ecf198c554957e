// Money that moved at Stripe: payments, refunds, disputes.
import type Stripe from 'stripe';
import { createdIn, PAGE, type Call, type CreatedBetween } from './call.ts';

export interface NewRefund {
  paymentIntentId: string;
  /** Without: all that is left. */
  amountCents?: number;
  reason?: Stripe.RefundCreateParams.Reason;
  metadata?: Record<string, string>;
}

export const paymentVerbs = ({ sdk, read, list }: Call) => ({
  get: (id: string): Promise<Stripe.PaymentIntent> =>
    read((options) => sdk.paymentIntents.retrieve(id, undefined, options)),

  list: (created: CreatedBetween, most?: number): AsyncIterable<Stripe.PaymentIntent> =>
    list((options) => sdk.paymentIntents.list({ created: createdIn(created), limit: PAGE }, options), most),

  getCharge: (id: string): Promise<Stripe.Charge> => read((options) => sdk.charges.retrieve(id, undefined, options)),
});

export const refundVerbs = ({ sdk, write, list }: Call) => ({
  create: (key: string, refund: NewRefund): Promise<Stripe.Refund> =>
    write(key, (options) =>
      sdk.refunds.create(
        {
          payment_intent: refund.paymentIntentId,
          ...(refund.amountCents !== undefined && { amount: refund.amountCents }),
          ...(refund.reason && { reason: refund.reason }),
          metadata: refund.metadata ?? {},
        },
        options,
      ),
    ),

  list: (created: CreatedBetween, most?: number): AsyncIterable<Stripe.Refund> =>
    list((options) => sdk.refunds.list({ created: createdIn(created), limit: PAGE }, options), most),

  listOf: (paymentIntentId: string, most?: number): AsyncIterable<Stripe.Refund> =>
    list((options) => sdk.refunds.list({ payment_intent: paymentIntentId, limit: PAGE }, options), most),
});

export const disputeVerbs = ({ sdk, read, list }: Call) => ({
  get: (id: string): Promise<Stripe.Dispute> => read((options) => sdk.disputes.retrieve(id, undefined, options)),

  list: (created: CreatedBetween, most?: number): AsyncIterable<Stripe.Dispute> =>
    list((options) => sdk.disputes.list({ created: createdIn(created), limit: PAGE }, options), most),
});

// What a page of Stripe has come to, read from its session and payment as they are now, whatever was told in which order.
import type Stripe from 'stripe';
import type { CheckoutStatus } from './checkout.type.ts';

export interface CheckoutOutcome {
  status: Exclude<`${CheckoutStatus}`, 'STARTING' | 'CANCELLED'>;
  reason: string | null;
}

type Session = Pick<Stripe.Checkout.Session, 'mode' | 'status' | 'payment_status'>;
type Payment = Pick<Stripe.PaymentIntent, 'status' | 'last_payment_error'>;

/** `completed` is not `paid`: with a delayed method the money comes days later, or never. */
export function checkoutOutcome(session: Session, payment: Payment | null): CheckoutOutcome {
  const problem = payment?.last_payment_error;
  const reason = problem?.decline_code ?? problem?.code ?? null;
  if (session.status === 'expired') return { status: 'EXPIRED', reason };
  if (session.status !== 'complete') return { status: 'WAITING', reason };
  if (session.mode === 'setup') return { status: 'SAVED', reason: null };
  if (session.payment_status !== 'unpaid') return { status: 'PAID', reason: null };
  const isRefused = payment?.status === 'requires_payment_method' || payment?.status === 'canceled';
  return isRefused ? { status: 'FAILED', reason: reason ?? 'payment_failed' } : { status: 'PROCESSING', reason: null };
}

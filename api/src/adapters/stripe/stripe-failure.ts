// What can go wrong between us and Stripe, in the few words that a caller decides by. Never carries what was sent.
import Stripe from 'stripe';

export type StripeFailureKind =
  /** The card or bank said no; `declineCode` says why. */
  | 'DECLINED'
  /** The same key was used before for something else. */
  | 'KEY_REUSED'
  /** The same request is under way, or Stripe holds a lock: later again, with the same key. */
  | 'BUSY'
  | 'RATE_LIMITED'
  /** No answer, or none that says what happened: it may have taken effect. Again with the same key. */
  | 'UNREACHABLE'
  /** There is no such object on this account. */
  | 'MISSING'
  /** The key is wrong, or may not act for this account. */
  | 'FORBIDDEN'
  /** Stripe will not do this, however often it is asked. */
  | 'INVALID';

const RETRYABLE: readonly StripeFailureKind[] = ['BUSY', 'RATE_LIMITED', 'UNREACHABLE'];

export class StripeFailure extends Error {
  override readonly name = 'StripeFailure';
  readonly kind: StripeFailureKind;
  readonly code: string | null;
  readonly declineCode: string | null;
  readonly param: string | null;
  readonly requestId: string | null;

  constructor(kind: StripeFailureKind, message: string, details: Partial<StripeFailureDetails> = {}) {
    super(message);
    this.kind = kind;
    this.code = details.code ?? null;
    this.declineCode = details.declineCode ?? null;
    this.param = details.param ?? null;
    this.requestId = details.requestId ?? null;
  }

  /** Whether the same request with the same key may do better later. */
  get isRetryable(): boolean {
    return RETRYABLE.includes(this.kind);
  }
}

/** For `catch`: what is not there is null. */
export function nullWhenMissing(error: unknown): null {
  if (error instanceof StripeFailure && error.kind === 'MISSING') return null;
  throw error;
}

interface StripeFailureDetails {
  code: string | null;
  declineCode: string | null;
  param: string | null;
  requestId: string | null;
}

export function failureOf(error: unknown): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  return new StripeFailure(kindOf(error), error.message, {
    code: error.code ?? null,
    declineCode: error.decline_code ?? null,
    param: error.param ?? null,
    requestId: error.requestId ?? null,
  });
}

function kindOf(error: Stripe.errors.StripeError): StripeFailureKind {
  const { errors } = Stripe;
  if (error.statusCode === 409) return 'BUSY';
  if (error instanceof errors.StripeIdempotencyError) return 'KEY_REUSED';
  if (error instanceof errors.StripeCardError) return 'DECLINED';
  if (error instanceof errors.StripeRateLimitError) return 'RATE_LIMITED';
  if (error instanceof errors.StripeAuthenticationError || error instanceof errors.StripePermissionError)
    return 'FORBIDDEN';
  if (error.statusCode === 404) return 'MISSING';
  return error instanceof errors.StripeInvalidRequestError ? 'INVALID' : 'UNREACHABLE';
}

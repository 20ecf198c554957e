// What went wrong, in the three shapes a screen can use: a field of its form, a code, or no connection at all.
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** A refusal that belongs to one field of the input. `reason` is stable; `message` is the server's English. */
export interface FieldError {
  field: string;
  reason: string;
  message: string;
}

function graphqlErrors(error: unknown) {
  return CombinedGraphQLErrors.is(error) ? error.errors : [];
}

export function hasCode(error: unknown, code: string): boolean {
  return (
    graphqlErrors(error).some((one) => one.extensions?.code === code) ||
    (code === 'UNAUTHENTICATED' && ServerError.is(error) && error.statusCode === 401)
  );
}

export function fieldErrors(error: unknown): FieldError[] {
  return graphqlErrors(error)
    .filter((one) => one.extensions?.code === 'BAD_USER_INPUT')
    .map((one) => ({
      field: word(one.extensions?.field),
      reason: word(one.extensions?.reason),
      message: one.message,
    }));
}

/** The server never answered: offline, restarting, or a proxy in between. */
export function isConnectionError(error: unknown): boolean {
  if (!error || CombinedGraphQLErrors.is(error)) return false;
  return !ServerError.is(error) || error.statusCode >= 502;
}

/** Stable name of the first refusal, e.g. THROTTLED, to choose our words by. */
export function firstReason(error: unknown): string | null {
  const one = graphqlErrors(error)[0];
  return one ? word(one.extensions?.reason) || word(one.extensions?.code) || 'UNKNOWN' : null;
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** How long to wait after too many attempts; null when that is not what went wrong. */
export function throttledSeconds(error: unknown): number | null {
  const one = graphqlErrors(error).find(({ extensions }) => extensions?.code === 'TOO_MANY_ATTEMPTS');
  return one ? Math.max(1, Math.ceil(Number(one.extensions?.retryAfterSeconds ?? 60))) : null;
}

// Errors in Stripe's shapes. `isSaved` says whether an idempotency key remembers them: what was refused before anything
// was tried may be sent again, corrected.
export interface ErrorDetails {
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: unknown;
  payment_method?: unknown;
}

export class ApiError extends Error {
  readonly status: number;
  readonly type: string;
  readonly details: ErrorDetails;
  readonly isSaved: boolean;

  constructor(status: number, type: string, message: string, details: ErrorDetails = {}, isSaved = true) {
    super(message);
    this.status = status;
    this.type = type;
    this.details = details;
    this.isSaved = isSaved;
  }

  body(requestId: string): object {
    const { code } = this.details;
    return {
      error: {
        ...this.details,
        ...(code && { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
        message: this.message,
        request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
        type: this.type,
      },
    };
  }
}

const INVALID = 'invalid_request_error';

/** Refused while reading the parameters. */
export const badParameter = (message: string, code: string, param: string): ApiError =>
  new ApiError(400, INVALID, message, { code, param }, false);

export const invalid = (message: string, details: ErrorDetails = {}): ApiError =>
  new ApiError(400, INVALID, message, details);

/** In a path it is 404, as a parameter 400. */
export const missing = (what: string, id: string, param = 'id', isInPath = true): ApiError =>
  new ApiError(isInPath ? 404 : 400, INVALID, `No such ${what}: '${id}'`, { code: 'resource_missing', param });

export const noSuchPath = (method: string, path: string): ApiError =>
  new ApiError(
    404,
    INVALID,
    `Unrecognized request URL (${method}: ${path}). The emulator knows the paths that Spotter uses.`,
    {},
    false,
  );

// The errors a client may read: each has a stable code; a form finds its field and a stable reason.
// Everything else is masked by error-masking.ts.
import { GraphQLError } from 'graphql';

/** The input is wrong in a way its sender can mend. `field` is the input's field, `reason` an UPPER_SNAKE word that never changes. */
export class UserInputError extends GraphQLError {
  constructor(field: string, reason: string, message: string) {
    super(message, { extensions: { code: 'BAD_USER_INPUT', field, reason } });
  }
}

/** The object is not there, or not there for this viewer: the two must look the same. */
export class NotFoundError extends GraphQLError {
  constructor(message = 'Not found.') {
    super(message, { extensions: { code: 'NOT_FOUND' } });
  }
}

export class ForbiddenError extends GraphQLError {
  constructor(message = 'You may not do this.') {
    super(message, { extensions: { code: 'FORBIDDEN' } });
  }
}

export class UnauthenticatedError extends GraphQLError {
  constructor(message = 'Sign in first.') {
    super(message, { extensions: { code: 'UNAUTHENTICATED' } });
  }
}

/** Too many attempts; trying again makes sense after `retryAfterSeconds`. */
export class ThrottledError extends GraphQLError {
  constructor(retryAfterSeconds: number, message = `Too many attempts. Try again in ${retryAfterSeconds} seconds.`) {
    super(message, { extensions: { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds } });
  }
}

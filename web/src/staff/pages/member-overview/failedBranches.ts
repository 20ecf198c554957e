// Which branches of the member could not be read: null alone does not tell a failure from "none". Pure.
import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** The names of the fields below `member` that an error of the answer points at. */
export function failedBranches(error: unknown): ReadonlySet<string> {
  if (!CombinedGraphQLErrors.is(error)) return new Set();
  const fields = error.errors.map(({ path }) => (path?.[0] === 'member' ? path[1] : undefined));
  return new Set(fields.filter((field) => typeof field === 'string'));
}

// What was read before a change was answered is asked for again: the answer may be of before the change, and would take it off
// the screen until the next reading.
import { ApolloLink, type Observable } from '@apollo/client';
import { defer, mergeMap, of, tap } from 'rxjs';

export class NoneOfBefore extends ApolloLink {
  #changes = 0;

  override request(
    operation: ApolloLink.Operation,
    forward: ApolloLink.ForwardFunction,
  ): Observable<ApolloLink.Result> {
    if (operation.operationType === 'mutation') return forward(operation).pipe(tap(() => (this.#changes += 1)));
    if (operation.operationType === 'subscription') return forward(operation);
    return defer(() => {
      const known = this.#changes;
      return forward(operation).pipe(
        mergeMap((result) => (known === this.#changes ? of(result) : this.request(operation, forward))),
      );
    });
  }
}

// What a page shows before the server has answered reaches the server in the order in which it was shown: each waits for the
// answer to the one before. Side by side, a second change of mind can be done first and undone by the first.
import { ApolloLink, type Observable } from '@apollo/client';
import { defer, finalize, from, mergeMap, tap } from 'rxjs';

export class OneAfterAnother extends ApolloLink {
  #before: Promise<void> = Promise.resolve();
  #waiting = new Set<ApolloLink.Operation>();

  /** Something is shown of which the server has not been told yet: closing the page would lose it. */
  get isHoldingBack(): boolean {
    return this.#waiting.size > 0;
  }

  override request(
    operation: ApolloLink.Operation,
    forward: ApolloLink.ForwardFunction,
  ): Observable<ApolloLink.Result> {
    // Apollo puts it there for every mutation that is shown at once.
    if (!operation.getContext()['optimisticResponse']) return forward(operation);
    return defer(() => {
      const before = this.#before;
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#before = promise;
      this.#waiting.add(operation);
      const stopWaiting = () => this.#waiting.delete(operation);
      return from(before).pipe(
        tap(stopWaiting),
        mergeMap(() => forward(operation)),
        finalize(() => {
          stopWaiting();
          resolve();
        }),
      );
    });
  }
}

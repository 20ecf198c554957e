// What a page shows before the server has answered reaches the server in the order in which it was shown: each waits for the
// answer to the one before. Side by side, a second change of mind can be done first and undone by the first.
import { ApolloLink, type Observable } from '@apollo/client';
import { defer, finalize, from, mergeMap, tap } from 'rxjs';

export class OneAfterAnother extends ApolloLink {
  #before: Promise<void> = Promise.resolve();
  #waiting = new Set<ApolloLink.Operation>();
  #onWaiting: (isWaiting: boolean) => void;

  /** `onWaiting` is told when one has to wait its turn, and when none does any more. */
  constructor(onWaiting: (isWaiting: boolean) => void) {
    super();
    this.#onWaiting = onWaiting;
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
      this.#wait(operation);
      return from(before).pipe(
        tap(() => this.#go(operation)),
        mergeMap(() => forward(operation)),
        finalize(() => {
          this.#go(operation);
          resolve();
        }),
      );
    });
  }

  #wait(operation: ApolloLink.Operation): void {
    this.#waiting.add(operation);
    if (this.#waiting.size === 1) this.#onWaiting(true);
  }

  #go(operation: ApolloLink.Operation): void {
    if (this.#waiting.delete(operation) && this.#waiting.size === 0) this.#onWaiting(false);
  }
}

// What a page shows before the server has answered reaches the server in the order in which it was shown: each waits for the
// answer to the one before. Side by side, a second change of mind can be done first and undone by the first.
import { ApolloLink, type Observable } from '@apollo/client';
import { defer, finalize, from, mergeMap } from 'rxjs';

export class OneAfterAnother extends ApolloLink {
  #before: Promise<void> = Promise.resolve();

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
      return from(before).pipe(
        mergeMap(() => forward(operation)),
        finalize(resolve),
      );
    });
  }
}

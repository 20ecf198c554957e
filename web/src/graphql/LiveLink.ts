// Live updates over server-sent events. The client for them is loaded when the first page listens, and reconnects by itself.
import { ApolloLink, Observable } from '@apollo/client';
import { print } from '@apollo/client/utilities';
import type { Client } from 'graphql-sse';

/** Fires `reconnected` when a line that was lost is there again: what happened meanwhile is told nobody any more. */
export const lines = new EventTarget();

export class LiveLink extends ApolloLink {
  #client: Promise<Client> | undefined;
  readonly #url: string;

  constructor(url: string) {
    super();
    this.#url = url;
  }

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    return new Observable((observer) => {
      let stop = () => {};
      let isStopped = false;
      void this.#connect().then(
        (client) => {
          if (isStopped) return;
          stop = client.subscribe(
            { query: print(operation.query), variables: operation.variables, operationName: operation.operationName },
            {
              next: (result) => observer.next(result as ApolloLink.Result),
              error: (error) => observer.error(error),
              complete: () => observer.complete(),
            },
            { connected: (isAgain) => isAgain && lines.dispatchEvent(new Event('reconnected')) },
          );
        },
        (error: unknown) => observer.error(error),
      );
      return () => {
        isStopped = true;
        stop();
      };
    });
  }

  #connect(): Promise<Client> {
    this.#client ??= import('graphql-sse').then(
      ({ createClient }) => createClient({ url: this.#url, credentials: 'same-origin', retryAttempts: Infinity }),
      (error: unknown) => {
        // Who listens next tries to load it again.
        this.#client = undefined;
        throw error;
      },
    );
    return this.#client;
  }
}

// The one Apollo Client of a page: HTTP with the sign-in cookie, the cache's rules, and what to do when nobody is signed in.
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { createCache } from './cache';
import { hasCode } from './errors';
import { LiveLink } from './LiveLink';
import { NoneOfBefore } from './NoneOfBefore';
import { OneAfterAnother } from './OneAfterAnother';

export const endpoint = '/graphql';

/** `onSignedOut` is called when the server no longer knows who asks. */
export function createClient(onSignedOut: () => void): ApolloClient {
  const guard = new ErrorLink(({ error }) => {
    if (hasCode(error, 'UNAUTHENTICATED')) onSignedOut();
  });
  const transport = ApolloLink.split(
    ({ operationType }) => operationType === 'subscription',
    new LiveLink(`${endpoint}/stream`),
    new HttpLink({ uri: endpoint, credentials: 'same-origin' }),
  );
  const order = [new OneAfterAnother(askBeforeClosing), new NoneOfBefore()];
  return new ApolloClient({ link: ApolloLink.from([guard, ...order, transport]), cache: createCache() });
}

/** What waits its turn is lost with the page: the browser asks whoever closes it meanwhile whether they mean it. */
function askBeforeClosing(isWaiting: boolean): void {
  if (isWaiting) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

// Apollo's own behaviour, and what pages get of it.
import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { expect, test } from 'vitest';
import { wholeOrNothing } from './wholeOrNothing';

const query = gql`
  query Day($isEverybody: Boolean!) {
    name
    mine @skip(if: $isEverybody)
    all @include(if: $isEverybody)
  }
`;
const rename = gql`
  mutation Rename {
    rename
  }
`;

test('an optimistic mutation while variables change shows parts, of which pages get nothing', async () => {
  const { promise: isTimeToAnswer, resolve: answer } = Promise.withResolvers<void>();
  const link = new ApolloLink(
    ({ operationName, variables }) =>
      new Observable((observer) => {
        const say = (data: object) => (observer.next({ data }), observer.complete());
        if (operationName === 'Rename') void isTimeToAnswer.then(() => say({ rename: 'Bo' }));
        else if (!variables['isEverybody']) say({ name: 'Ada', mine: 'one' });
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const watched = client.watchQuery({ query, variables: { isEverybody: false }, fetchPolicy: 'cache-and-network' });
  const results: { dataState: string; data?: unknown }[] = [];
  watched.subscribe((result) => results.push(result));
  await expect.poll(() => results.at(-1)?.dataState).toBe('complete');
  void watched.setVariables({ isEverybody: true });
  const renamed = client.mutate({
    mutation: rename,
    optimisticResponse: { rename: 'Bo' },
    update: (cache) => cache.modify({ fields: { name: () => 'Bo' } }),
  });
  await expect.poll(() => results.some(({ dataState }) => dataState === 'partial')).toBe(true);
  const shown = results.map((result) => wholeOrNothing(result).data).filter((data) => data !== undefined);
  expect(shown).toEqual([{ name: 'Ada', mine: 'one' }]);
  answer();
  await renamed;
});

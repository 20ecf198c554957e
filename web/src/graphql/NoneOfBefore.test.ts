import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { expect, test } from 'vitest';
import { NoneOfBefore } from './NoneOfBefore';

const reading = gql`
  query Name {
    name
  }
`;
const change = gql`
  mutation Rename($name: String!) {
    rename(name: $name)
  }
`;

/** A server that reads when it is asked, and answers a reading when it is told to. */
function server() {
  let name = 'old';
  const answers: (() => void)[] = [];
  const link = new ApolloLink(
    ({ operationType, variables }) =>
      new Observable((observer) => {
        const answer = (data: Record<string, unknown>) => {
          observer.next({ data });
          observer.complete();
        };
        if (operationType === 'mutation') {
          name = variables['name'];
          return answer({ rename: name });
        }
        const read = name;
        answers.push(() => answer({ name: read }));
      }),
  );
  const client = new ApolloClient({ link: ApolloLink.from([new NoneOfBefore(), link]), cache: new InMemoryCache() });
  return {
    answers,
    read: () => client.query<{ name: string }>({ query: reading, fetchPolicy: 'network-only' }),
    rename: (to: string) => client.mutate({ mutation: change, variables: { name: to } }),
  };
}

test('an answer that a change has overtaken is asked for again', async () => {
  const { answers, read, rename } = server();
  const answer = read();
  await expect.poll(() => answers.length).toBe(1);
  await rename('new');
  answers[0]?.();
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  expect((await answer).data).toEqual({ name: 'new' });
});

test('without a change one asks once', async () => {
  const { answers, read, rename } = server();
  await rename('new');
  const answer = read();
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.();
  expect((await answer).data).toEqual({ name: 'new' });
  expect(answers).toHaveLength(1);
});

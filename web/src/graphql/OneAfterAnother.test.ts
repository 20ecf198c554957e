import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { expect, test } from 'vitest';
import { OneAfterAnother } from './OneAfterAnother';

const archive = gql`
  mutation Archive($isArchived: Boolean!) {
    archive(isArchived: $isArchived)
  }
`;

/** A server that hears, and answers when it is told to. */
function server() {
  const heard: unknown[] = [];
  const answers: ((error?: Error) => void)[] = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        heard.push(variables['isArchived']);
        answers.push((error) => {
          if (error) return observer.error(error);
          observer.next({ data: { archive: variables['isArchived'] } });
          observer.complete();
        });
      }),
  );
  const state = { isWaiting: false };
  const order = new OneAfterAnother((isWaiting) => void (state.isWaiting = isWaiting));
  const client = new ApolloClient({ link: ApolloLink.from([order, link]), cache: new InMemoryCache() });
  const change = (isArchived: boolean, isShown = true) =>
    client.mutate({
      mutation: archive,
      variables: { isArchived },
      ...(isShown && { optimisticResponse: { archive: isArchived } }),
    });
  return { state, heard, answers, change };
}

test('what is shown before it is answered is sent when the one before is answered', async () => {
  const { state, heard, answers, change } = server();
  expect(state.isWaiting).toBe(false);
  const first = change(true);
  await expect.poll(() => heard).toEqual([true]);
  expect(state.isWaiting).toBe(false);
  const second = change(false);
  expect(state.isWaiting).toBe(true);
  answers[0]?.();
  await first;
  await expect.poll(() => heard).toEqual([true, false]);
  expect(state.isWaiting).toBe(false);
  answers[1]?.();
  await second;
});

test('one that fails holds nobody up', async () => {
  const { heard, answers, change } = server();
  const first = change(true);
  const second = change(false);
  await expect.poll(() => heard).toEqual([true]);
  answers[0]?.(new Error('The line was cut.'));
  await expect(first).rejects.toThrow('The line was cut.');
  await expect.poll(() => heard).toEqual([true, false]);
  answers[1]?.();
  await second;
});

test('what is shown when it is answered waits for nobody', async () => {
  const { heard, answers, change } = server();
  const shown = change(true);
  const formSent = change(false, false);
  await expect.poll(() => heard.length).toBe(2);
  for (const answer of answers) answer();
  await Promise.all([shown, formSent]);
});

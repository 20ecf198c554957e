import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { expect, test } from 'vitest';
import { fieldErrors, firstReason, hasCode, isConnectionError, throttledSeconds } from './errors';

const graphql = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ data: null }, [{ message: 'From the server', extensions }]);

test('a refusal names its field and its reason', () => {
  const error = graphql({ code: 'BAD_USER_INPUT', field: 'dueOn', reason: 'NOT_IN_FUTURE' });
  expect(fieldErrors(error)).toEqual([{ field: 'dueOn', reason: 'NOT_IN_FUTURE', message: 'From the server' }]);
  expect(firstReason(error)).toBe('NOT_IN_FUTURE');
  expect(isConnectionError(error)).toBe(false);
});

test('who is not signed in is told apart from what went wrong', () => {
  expect(hasCode(graphql({ code: 'UNAUTHENTICATED' }), 'UNAUTHENTICATED')).toBe(true);
  expect(hasCode(graphql({ code: 'FORBIDDEN' }), 'UNAUTHENTICATED')).toBe(false);
  expect(fieldErrors(graphql({ code: 'FORBIDDEN' }))).toEqual([]);
});

test('no answer, a broken proxy and a broken server are not the same', () => {
  expect(isConnectionError(new TypeError('Failed to fetch'))).toBe(true);
  expect(
    isConnectionError(new ServerError('Bad gateway', { response: new Response('', { status: 502 }), bodyText: '' })),
  ).toBe(true);
  expect(
    isConnectionError(new ServerError('Oops', { response: new Response('', { status: 500 }), bodyText: '' })),
  ).toBe(false);
  expect(isConnectionError(null)).toBe(false);
});

test('too many attempts say how long to wait', () => {
  expect(throttledSeconds(graphql({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 12.2 }))).toBe(13);
  expect(throttledSeconds(graphql({ code: 'BAD_USER_INPUT' }))).toBeNull();
});

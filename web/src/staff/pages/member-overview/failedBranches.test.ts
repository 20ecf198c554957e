import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { expect, test } from 'vitest';
import { failedBranches } from './failedBranches';

const failed = (...paths: (string | number)[][]) =>
  failedBranches(new CombinedGraphQLErrors({ errors: paths.map((path) => ({ message: 'Internal error', path })) }));

test('the branch is named, however deep below it the error was', () => {
  expect([...failed(['member', 'latestNote'], ['member', 'subscriptions', 0, 'type'])]).toEqual([
    'latestNote',
    'subscriptions',
  ]);
});

test('what failed beside the member, or as a whole, is no branch', () => {
  expect([...failed(['viewer'], ['member'], [])]).toEqual([]);
  expect([...failedBranches(new Error('offline'))]).toEqual([]);
  expect([...failedBranches(undefined)]).toEqual([]);
});

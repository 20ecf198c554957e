import { expect, test } from 'vitest';
import { safeReturnTo } from './returnTo';

test('an address of our own is kept with its search', () => {
  expect(safeReturnTo('/members?page=2')).toBe('/members?page=2');
});

test.each([null, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/\tx', '/sign-in?returnTo=/x'])(
  '%j leads to the first page',
  (wanted) => {
    expect(safeReturnTo(wanted)).toBe('/');
  },
);

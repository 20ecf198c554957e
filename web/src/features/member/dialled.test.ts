import { expect, test } from 'vitest';
import { dialled } from './useContactActions';

test.each([
  ['+31 (0)6 12 34 56 78', '+310612345678'],
  ['06-12345678', '0612345678'],
  ['0031 6 1234 5678', '0031612345678'],
  [null, ''],
])('%s is dialled as %s', (written, number) => {
  expect(dialled(written)).toBe(number);
});

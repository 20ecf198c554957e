import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSearchText } from './search-text.ts';

const wordsOf = (typed: string) =>
  readSearchText(typed)?.words.map(({ text, isTelling }) => (isTelling ? text : `(${text})`));

test.each([
  ['Zoë van der Berg', ['Zoë', '(van)', '(der)', 'Berg']],
  ["  in 't   Veld ", ['(in)', 't', 'Veld']],
  ['van der', ['van', 'der']],
  ['Berg, jan v', ['Berg', 'jan', 'v']],
  ['Mees-Jan', ['Mees', 'Jan']],
  ['jan.jansen', ['jan', 'jansen']],
  ['jan@example', []],
  ['06 12345678', []],
])('the words of %s', (typed, words) => {
  expect(wordsOf(typed)).toEqual(words);
});

test.each([
  ['06 12 34', [], ['61234', '061234']],
  ['+31 (0)6-1234', ['3161234'], []],
  ['0031 6 1234', ['3161234'], []],
  ['(06) 12.34', [], ['61234', '061234']],
  ['31612', ['31612'], ['31612']],
  ['06', [], []],
  ['+', undefined, undefined],
  ['1 flat', [], []],
])('the phones that %s may start', (typed, international, national) => {
  expect(readSearchText(typed)?.internationalPhones).toEqual(international);
  expect(readSearchText(typed)?.nationalPhones).toEqual(national);
});

test('a number that no member can have is none', () => {
  expect(readSearchText('#2147483647')?.memberNumber).toBe(2_147_483_647);
  expect(readSearchText('2147483648')?.memberNumber).toBeNull();
});

test('whatever is typed is nothing, or within bounds and without what a database cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
      const text = readSearchText(typed);
      if (!text) return;
      expect(text.phrase.length).toBeLessThanOrEqual(400);
      expect(text.words.length).toBeLessThanOrEqual(8);
      expect(JSON.stringify(text)).not.toMatch(/\\u0000|\\ud[89a-f]/);
    }),
    { numRuns: 2000 },
  );
});

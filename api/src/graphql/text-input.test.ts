import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserInputError } from './errors.ts';
import { lineOf, textOf } from './text-input.ts';

const reasonOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    if (error instanceof UserInputError) return error.extensions;
    throw error;
  }
  return undefined;
};

test('a line is trimmed, single-spaced and composed', () => {
  expect(lineOf('name', '  Early \n\t bird ', 40)).toBe('Early bird');
  expect(lineOf('name', 'Zoe\u0308', 40)).toBe('Zoë');
});

test('a text loses blank lines around it and keeps what is inside', () => {
  expect(textOf('text', '\n  \r\n  Knee hurts:\r\n\n  - no jumps  \n \n', 100)).toBe('  Knee hurts:\n\n  - no jumps');
});

test.each([
  ['', 'REQUIRED'],
  [' \n\t ', 'REQUIRED'],
  [null, 'REQUIRED'],
  ['x'.repeat(41), 'TOO_LONG'],
  ['a\u0000b', 'INVALID_CHARACTERS'],
  ['a\u001b[31m', 'INVALID_CHARACTERS'],
])('%j is refused: %s', (value, reason) => {
  for (const read of [lineOf, textOf]) {
    expect(reasonOf(() => read('name', value, 40))).toEqual({ code: 'BAD_USER_INPUT', field: 'name', reason });
  }
});

test('length is counted in characters', () => {
  expect(lineOf('name', '🏋'.repeat(40), 40)).toHaveLength(80);
  expect(reasonOf(() => lineOf('name', '🏋'.repeat(41), 40))).toMatchObject({ reason: 'TOO_LONG' });
});

test('what was read once reads the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (input) => {
      for (const read of [lineOf, textOf]) {
        let once: string;
        try {
          once = read('text', input, 1000);
        } catch {
          return;
        }
        expect(read('text', once, 1000)).toBe(once);
      }
    }),
  );
});

test('a megabyte of blank lines costs no time', () => {
  const startedAt = performance.now();
  expect(reasonOf(() => textOf('text', `x${'\n '.repeat(500_000)}x`, 10_000))).toMatchObject({ reason: 'TOO_LONG' });
  expect(performance.now() - startedAt).toBeLessThan(1000);
});

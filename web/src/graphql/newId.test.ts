import { expect, test } from 'vitest';
import { newId } from './newId';

test('is a UUID of version 7 that begins with the time', () => {
  const id = newId(0x0123_4567_89ab);
  expect(id).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('is another one every time', () => {
  expect(new Set(Array.from({ length: 1000 }, () => newId(1))).size).toBe(1000);
});

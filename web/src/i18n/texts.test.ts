// Both languages say the same things: same keys, same functions, nothing empty, nothing forgotten in English.
import { describe, expect, test } from 'vitest';
import { plural } from './plural';

const modules = import.meta.glob<Record<string, unknown>>(['../**/messages.ts', '../**/*Texts.ts', '../**/*Tag.ts'], {
  eager: true,
});

const dictionaries = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => isDictionary(value))
    .map(([name, value]) => ({ name: `${file} ${name}`, texts: value as { en: object; nl: object } })),
);

function isDictionary(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'en' in value && 'nl' in value;
}

/** "a.b (2)": a path, and for a function how many values it takes. */
function keysOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    if (typeof value === 'object') return keysOf(value as object, `${path}${key}.`);
    return `${path}${key}${typeof value === 'function' ? ` (${(value as () => string).length})` : ''}`;
  });
}

function stringsOf(texts: object): string[] {
  return Object.values(texts).flatMap((value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'function') return (value as (...values: unknown[]) => string)(2, 3, 4);
    return stringsOf(value as object);
  });
}

test('the dictionaries are found', () => {
  expect(dictionaries.length).toBeGreaterThan(8);
});

describe.each(dictionaries)('$name', ({ texts }) => {
  test('both languages have the same keys', () => {
    expect(keysOf(texts.nl)).toEqual(keysOf(texts.en));
  });

  test('nothing is empty', () => {
    for (const text of [...stringsOf(texts.en), ...stringsOf(texts.nl)]) expect(text.trim()).not.toBe('');
  });
});

test('plurals follow the language', () => {
  expect(plural('en', 1, 'member', 'members')).toBe('1 member');
  expect(plural('en', 0, 'member', 'members')).toBe('0 members');
  expect(plural('nl', 1_234, 'lid', 'leden')).toBe('1.234 leden');
});

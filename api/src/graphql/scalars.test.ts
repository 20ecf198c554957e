import { parseValue, type GraphQLScalarType } from 'graphql';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Currency, DateTime, LocalDate } from './scalars.ts';

test.each([
  ['2026-03-01T18:30:00+00:00', '2026-03-01T18:30:00.000Z'],
  ['2026-03-01T18:30:00.5+00:00', '2026-03-01T18:30:00.500Z'],
  ['2026-03-01T18:30:00.123456+00:00', '2026-03-01T18:30:00.123Z'],
  ['2026-03-01T19:30:00+01:00', '2026-03-01T18:30:00.000Z'],
  ['2026-03-01T18:30:00.000Z', '2026-03-01T18:30:00.000Z'],
])('DateTime prints %s as %s', (stored, shown) => {
  expect(DateTime.serialize(stored)).toBe(shown);
});

test('DateTime prints what it reads, from a Date or from PostgreSQL text', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01Z'), max: new Date('9000-01-01Z'), noInvalidDate: true }),
      (date) => {
        const iso = date.toISOString();
        expect(DateTime.serialize(date)).toBe(iso);
        expect(DateTime.serialize(iso.replace('Z', '+00:00'))).toBe(iso);
        expect(DateTime.serialize(iso.replace(/\.\d+Z/, '+00:00'))).toBe(iso.replace(/\.\d+Z/, '.000Z'));
        expect(DateTime.parseValue(iso)).toEqual(date);
      },
    ),
  );
});

test.each([
  'yesterday',
  '2026-03-01',
  '2026-03-01T18:30:00',
  '2026-02-30T10:00:00Z',
  '2026-03-01T25:00:00Z',
  '',
  5,
  null,
])('DateTime refuses %j', (value) => {
  expect(() => DateTime.parseValue(value)).toThrow(/DateTime must be/);
});

test('LocalDate takes days that exist, and nothing that needs a time zone', () => {
  expect(LocalDate.parseValue('2028-02-29')).toBe('2028-02-29');
  expect(LocalDate.serialize('2026-03-01')).toBe('2026-03-01');
  for (const wrong of ['2026-02-29', '2026-13-01', '1-1-2026', '2026-03-01T00:00:00Z', 20260301]) {
    expect(() => LocalDate.parseValue(wrong)).toThrow(/LocalDate must be/);
  }
  expect(() => LocalDate.serialize(new Date())).toThrow(TypeError);
});

test('Currency knows ISO 4217', () => {
  expect(Currency.parseValue('EUR')).toBe('EUR');
  for (const wrong of ['eur', 'EURO', 'XXY', 978]) expect(() => Currency.parseValue(wrong)).toThrow(/ISO 4217/);
});

test.each([DateTime, LocalDate, Currency] as GraphQLScalarType[])('%s takes only text as a literal', (scalar) => {
  expect(() => scalar.parseLiteral(parseValue('5'))).toThrow(/must be text/);
});

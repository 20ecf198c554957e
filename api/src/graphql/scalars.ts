// The scalars of the schema: an instant, a day, a currency. Serialising is on the hot path, so it does next to nothing;
// input is checked in full.
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'Instant in UTC, RFC 3339 with milliseconds: `2026-03-01T18:30:00.000Z`. Any offset is accepted as input.',
  serialize: serializeInstant,
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(stringOf(node, 'DateTime')),
});

export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: "Day in the gym's time zone, `yyyy-mm-dd`.",
  serialize: serializeDay,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(stringOf(node, 'LocalDate')),
});

export const Currency = new GraphQLScalarType<string, string>({
  name: 'Currency',
  description: 'ISO 4217 code: `EUR`.',
  serialize: (value) => value as string,
  parseValue: parseCurrency,
  parseLiteral: (node) => parseCurrency(stringOf(node, 'Currency')),
});

/** Takes a Date, or text as PostgreSQL prints it inside JSON: `2026-03-01T18:30:00.123456+00:00`. */
function serializeInstant(value: unknown): string {
  // What almost every value looks like is cut rather than parsed: 60 instants an overview add up.
  if (typeof value === 'string' && value.length === 25 && value.endsWith('+00:00')) return `${value.slice(0, 19)}.000Z`;
  const date = value instanceof Date ? value : new Date(value as string);
  return date.toISOString();
}

function serializeDay(value: unknown): string {
  // A Date has no day without a time zone: letting one through would be a day off for somebody.
  if (typeof value === 'string' && value.length === 10 && value[4] === '-') return value;
  throw new TypeError('LocalDate needs text in the form yyyy-mm-dd.');
}

function parseInstant(value: unknown): Date {
  if (typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10))) {
    const date = new Date(value);
    if (!Number.isNaN(date.getTime())) return date;
  }
  throw new GraphQLError('DateTime must be an RFC 3339 instant such as 2026-03-01T18:30:00Z.');
}

function parseDay(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new GraphQLError('LocalDate must be a day that exists, such as 2026-03-01.');
}

function parseCurrency(value: unknown): string {
  if (typeof value === 'string' && CURRENCIES.has(value)) return value;
  throw new GraphQLError('Currency must be an ISO 4217 code such as EUR.');
}

/** Whether this is a day of the calendar: 2026-02-30 is not, though `Date` would make it 2 March. */
function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function stringOf(node: ValueNode, scalar: string): string {
  if (node.kind === Kind.STRING) return node.value;
  throw new GraphQLError(`${scalar} must be text.`, { nodes: node });
}

// The columns of an export and the words in it, in the language of who asks for it. Pure.
import type { ExportedLine } from './export-lines.ts';

export type Cell =
  | { kind: 'text'; value: string }
  | { kind: 'day'; value: string | null }
  | { kind: 'number'; value: number }
  | { kind: 'cents'; value: number };

type Locale = 'nl' | 'en';

interface Column {
  header: Record<Locale, string>;
  kind: Cell['kind'];
  width: number;
  cell(line: ExportedLine, locale: Locale): Cell;
}

const kinds: Record<Locale, Record<ExportedLine['kind'], string>> = {
  nl: { SHOP: 'Winkel', SINGLE_SESSION: 'Losse les', SUBSCRIPTION: 'Abonnement' },
  en: { SHOP: 'Shop', SINGLE_SESSION: 'Single session', SUBSCRIPTION: 'Subscription' },
};

const states: Record<Locale, Record<ExportedLine['status'], string>> = {
  nl: {
    OPEN: 'open',
    PENDING: 'wordt geïnd',
    PAID: 'betaald',
    FAILED: 'mislukt',
    RETURNED: 'gestorneerd',
    CANCELLED: 'geannuleerd',
    REFUNDED: 'terugbetaald',
  },
  en: {
    OPEN: 'open',
    PENDING: 'being collected',
    PAID: 'paid',
    FAILED: 'failed',
    RETURNED: 'returned',
    CANCELLED: 'cancelled',
    REFUNDED: 'refunded',
  },
};

type Heading = [nl: string, en: string, width: number];
type Value<T> = (line: ExportedLine, locale: Locale) => T;

const column = (kind: Cell['kind'], [nl, en, width]: Heading, cell: Column['cell']): Column => ({
  header: { nl, en },
  kind,
  width,
  cell,
});
const text = (heading: Heading, value: Value<string>) =>
  column('text', heading, (line, locale) => ({ kind: 'text', value: value(line, locale) }));
const day = (heading: Heading, value: Value<string | null>) =>
  column('day', heading, (line, locale) => ({ kind: 'day', value: value(line, locale) }));
const number = (heading: Heading, value: Value<number>) =>
  column('number', heading, (line, locale) => ({ kind: 'number', value: value(line, locale) }));
const cents = (heading: Heading, value: Value<number>) =>
  column('cents', heading, (line, locale) => ({ kind: 'cents', value: value(line, locale) }));

export const columns: readonly Column[] = [
  day(['Datum', 'Date', 12], (line) => line.purchasedOn),
  number(['Lidnummer', 'Member number', 14], (line) => line.memberNumber),
  text(['Lid', 'Member', 26], (line) => line.memberName),
  text(['Soort', 'Kind', 16], (line, locale) => kinds[locale][line.kind]),
  text(['Omschrijving', 'Description', 36], (line) => line.description),
  number(['Aantal', 'Quantity', 9], (line) => line.quantity),
  number(['Btw-tarief (%)', 'VAT rate (%)', 14], (line) => line.vatRateBp / 100),
  cents(['Exclusief btw', 'Without VAT', 14], (line) => line.totalCents - line.vatCents),
  cents(['Btw', 'VAT', 12], (line) => line.vatCents),
  cents(['Totaal', 'Total', 12], (line) => line.totalCents),
  cents(['Betaald', 'Paid', 12], (line) => line.paidCents),
  cents(['Onbetaald', 'Unpaid', 12], (line) => line.unpaidCents),
  cents(['Terugbetaald', 'Refunded', 13], (line) => line.refundedCents),
  text(['Valuta', 'Currency', 9], (line) => line.currency),
  text(['Status', 'State', 16], (line, locale) => states[locale][line.status]),
  day(['Betaald op', 'Paid on', 12], (line) => line.paidOn),
  text(['Aankoop', 'Purchase', 38], (line) => line.id),
  text(['Corrigeert', 'Corrects', 38], (line) => line.correctsId ?? ''),
];

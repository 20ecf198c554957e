// Property tests against the arithmetic done with big integers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserInputError } from '../../graphql/errors.ts';
import { bicOf, creditorIdOf, ibanOf } from './iban.ts';
import { maskedIban } from '../../database/iban.ts';

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 500) };

/** What a check refuses with, null when it lets the text through. */
function refusal(check: (field: string, typed: string) => string, typed: string): string | null {
  try {
    check('field', typed);
    return null;
  } catch (error) {
    if (!(error instanceof UserInputError)) throw error;
    if (typed.length > 8 && error.message.includes(typed))
      throw new Error('It repeats what was typed.', { cause: error });
    return error.extensions['reason'] as string;
  }
}

const checkDigits = (text: string, country: string) => {
  const digits = [...`${text}${country}00`].map((char) => parseInt(char, 36)).join('');
  return String(98n - (BigInt(digits) % 97n)).padStart(2, '0');
};
const text = (alphabet: string, length: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((chars) => chars.join(''));
const digits = (length: number) => text('0123456789', length);
const letters = (length: number) => text('ABCDEFGHIJKLMNOPQRSTUVWXYZ', length);
const dutch = fc
  .tuple(letters(4), digits(10))
  .map(([bank, account]) => `NL${checkDigits(`${bank}${account}`, 'NL')}${bank}${account}`);
const creditor = digits(12).map((national) => `NL${checkDigits(national, 'NL')}ZZZ${national}`);

describe('an IBAN', () => {
  it('is taken however it was typed, and kept as banks take it', () => {
    fc.assert(
      fc.property(dutch, fc.array(fc.nat(17), { maxLength: 6 }), fc.boolean(), (iban, blanks, isLower) => {
        let typed = isLower ? iban.toLowerCase() : iban;
        for (const at of blanks) typed = `${typed.slice(0, at)} ${typed.slice(at)}`;
        expect(ibanOf('iban', ` ${typed}\t`)).toBe(iban);
      }),
      runs,
    );
  });

  it('with one character mistyped, or two neighbours swapped, is refused', () => {
    const slips = fc.tuple(dutch, fc.nat(17), digits(1), letters(1), fc.boolean());
    fc.assert(
      fc.property(slips, ([iban, at, digit, letter, isSwap]) => {
        const char = iban[at]!;
        const other = /\d/.test(char) ? digit : letter;
        const slipped = isSwap
          ? iban.slice(0, at) + (iban[at + 1] ?? '') + char + iban.slice(at + 2)
          : iban.slice(0, at) + other + iban.slice(at + 1);
        fc.pre(slipped !== iban);
        expect(refusal(ibanOf, slipped)).toMatch(/^IBAN_/);
      }),
      runs,
    );
  });

  it('is refused for its own reason, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(refusal(ibanOf, typed)).toMatch(
          /^(REQUIRED|IBAN_COUNTRY|IBAN_LENGTH|IBAN_FORMAT|IBAN_CHECKSUM|IBAN_NOT_SEPA)$/,
        );
      }),
      runs,
    );
  });

  it.each([
    'NL91ABNA0417164300',
    'DE89370400440532013000',
    'BE68539007547034',
    'FR1420041010050500013M02606',
    'NO9386011117947',
  ])('%s of another country is right too, and masked to eight characters', (iban) => {
    expect(ibanOf('iban', iban)).toBe(iban);
    const shown = maskedIban(iban).replaceAll(/[• ]/g, '');
    expect(shown).toBe(iban.slice(0, 4) + iban.slice(-4));
    expect(maskedIban(iban).replaceAll(' ', '')).toHaveLength(iban.length);
  });
});

describe('a creditor identifier', () => {
  it('is right by its check digits, which leave the business code out', () => {
    fc.assert(
      fc.property(creditor, text('ABCXYZ0189', 3), (id, code) => {
        const other = id.slice(0, 4) + code + id.slice(7);
        expect(creditorIdOf('creditorId', ` ${other.slice(0, 7)} ${other.slice(7).toLowerCase()}`)).toBe(other);
      }),
      runs,
    );
  });

  it('with one digit mistyped is refused', () => {
    fc.assert(
      fc.property(
        creditor,
        fc.constantFrom(2, 3, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18),
        digits(1),
        (id, at, digit) => {
          fc.pre(id[at] !== digit);
          expect(refusal(creditorIdOf, id.slice(0, at) + digit + id.slice(at + 1))).toBe('CREDITOR_ID_CHECKSUM');
        },
      ),
      runs,
    );
  });

  it.each([
    ['NL69ZZZ123456780000', null],
    ['DE98ZZZ09999999999', null],
    ['NL69ZZZ12345678000', 'CREDITOR_ID_LENGTH'],
    ['NL70ZZZ123456780000', 'CREDITOR_ID_CHECKSUM'],
    ['XX69ZZZ123456780000', 'CREDITOR_ID_FORMAT'],
    ['12345678', 'CREDITOR_ID_FORMAT'],
  ])('%s: %s', (id, reason) => expect(refusal(creditorIdOf, id)).toBe(reason));
});

it.each([
  ['abna nl 2a', null],
  ['INGBNL2AXXX', null],
  ['INGB', 'INVALID_BIC'],
])('BIC %s: %s', (bic, reason) => expect(refusal(bicOf, bic)).toBe(reason));

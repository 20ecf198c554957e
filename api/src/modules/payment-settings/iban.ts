// Checks what identifies an account or a creditor at a bank. What is wrong is said by field and reason, never by echoing it.
import { isSEPACountry, isValidBIC, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import { UserInputError } from '../../graphql/errors.ts';

/** An IBAN as typed or pasted, blanks and case ignored, as banks take it. */
export function ibanOf(field: string, typed: string): string {
  const iban = compact(typed);
  const refuse = (reason: string, message: string) => new UserInputError(field, reason, message);
  if (iban === '') throw refuse('REQUIRED', 'This must not be empty.');
  const { valid, errorCodes } = validateIBAN(iban);
  const country = iban.slice(0, 2);
  if (!/^[A-Z]{2}/.test(iban) || errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry))
    throw refuse('IBAN_COUNTRY', 'An IBAN starts with the letters of its country, such as NL.');
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength))
    throw refuse('IBAN_LENGTH', `An IBAN of ${country} has another number of characters.`);
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANFormat) || !/^[A-Z0-9]+$/.test(iban))
    throw refuse('IBAN_FORMAT', `This is not how an IBAN of ${country} looks.`);
  if (!valid) throw refuse('IBAN_CHECKSUM', 'The check digits do not match: something was mistyped.');
  if (!isSEPACountry(country)) throw refuse('IBAN_NOT_SEPA', 'Direct debit reaches accounts in SEPA countries only.');
  return iban;
}

export function bicOf(field: string, typed: string): string {
  const bic = compact(typed);
  if (isValidBIC(bic)) return bic;
  throw new UserInputError(field, 'INVALID_BIC', 'A BIC has 8 or 11 characters, such as ABNANL2A.');
}

/** Characters in all, where they are always as many. */
const creditorIdLengths: Record<string, number> = { NL: 19, DE: 18 };

/** A SEPA creditor identifier: country, check digits, business code, national number. */
export function creditorIdOf(field: string, typed: string): string {
  const id = compact(typed);
  const [country, national] = [id.slice(0, 2), id.slice(7)];
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/.test(id) || !isSEPACountry(country))
    throw new UserInputError(field, 'CREDITOR_ID_FORMAT', 'A creditor identifier looks like NL00ZZZ123456780000.');
  const length = creditorIdLengths[country];
  if (length !== undefined && id.length !== length)
    throw new UserInputError(
      field,
      'CREDITOR_ID_LENGTH',
      `A creditor identifier of ${country} has ${length} characters.`,
    );
  // The business code is the creditor's own choice: the check digits leave it out.
  if (mod97(national + country + id.slice(2, 4)) !== 1)
    throw new UserInputError(field, 'CREDITOR_ID_CHECKSUM', 'The check digits do not match: something was mistyped.');
  return id;
}

const compact = (typed: string): string => typed.replace(/[\s.-]/g, '').toUpperCase();

/** ISO 7064 mod 97-10: letters count as 10 to 35. */
function mod97(text: string): number {
  let remainder = 0;
  for (const char of text)
    for (const digit of String(parseInt(char, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}

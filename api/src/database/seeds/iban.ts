// Dutch IBANs with valid check digits that belong to nobody.
import type { Random } from './random.ts';

const banks = ['INGB', 'RABO', 'ABNA', 'SNSB', 'ASNB', 'TRIO', 'BUNQ', 'KNAB'] as const;

export function dutchIban(random: Random): string {
  const bank = random.pick(banks);
  let account = '';
  // Issued Dutch account numbers pass the 11-proof; one that fails it cannot be a real person's.
  do account = `0${random.int(100_000_000, 999_999_999)}`;
  while (passesElevenProof(account));
  return `NL${checkDigits(`${bank}${account}`)}${bank}${account}`;
}

export function passesElevenProof(account: string): boolean {
  return Array.from(account).reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0) % 11 === 0;
}

/** With the business code ZZZ, as creditors get it: the check digits leave it out. */
export const creditorId = (country: string, national: string): string =>
  `${country}${checkDigits(national, country)}ZZZ${national}`;

/** ISO 13616: 98 minus the remainder by 97 of the account with the country moved behind it. */
function checkDigits(bban: string, country = 'NL'): string {
  const digits = Array.from(`${bban}${country}00`, (char) => parseInt(char, 36)).join('');
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return String(98 - remainder).padStart(2, '0');
}

// How an IBAN is kept and shown: sealed in the database, masked on screens.

/** The country, the check digits and the last four characters, in the groups of print: `NL91 •••• •••• •• 4300`. */
export function maskedIban(iban: string): string {
  const hidden = '•'.repeat(Math.max(0, iban.length - 8)).replace(/(•{4})(?=•)/g, '$1 ');
  return [iban.slice(0, 4), hidden, iban.slice(-4)].filter(Boolean).join(' ');
}

/** What a mandate's IBAN is sealed along with. */
export const aboutMandateIban = (gymId: string, id: string): string => `mandate.iban_sealed:${gymId}:${id}`;

/** What the gym's own IBAN is sealed along with. */
export const aboutCreditorIban = (gymId: string): string => `payment_settings.creditor_iban_sealed:${gymId}:${gymId}`;

/** What the IBAN of who collects is sealed along with, in a batch. */
export const aboutBatchIban = (gymId: string, id: string): string =>
  `payment_batch.creditor_iban_sealed:${gymId}:${id}`;

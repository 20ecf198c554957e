// Why banks send a direct debit back (ISO 20022 external status reasons, as EPC130-08 lists them for SEPA), and which of
// these say that collecting from the account again makes no sense. What they mean in words is the screen's.
import { UserInputError } from '../../graphql/errors.ts';

/** True: the mandate is not collected with until it is mended. */
export const returnReasons: Readonly<Record<string, boolean>> = {
  AC01: true,
  AC04: true,
  AC06: true,
  AC13: true,
  AG01: true,
  AG02: false,
  AM04: false,
  AM05: false,
  BE05: false,
  CNOR: true,
  DNOR: true,
  FF01: false,
  FOCR: false,
  MD01: true,
  MD02: true,
  MD06: false,
  MD07: true,
  MS02: false,
  MS03: false,
  RC01: true,
  RR01: false,
  RR02: false,
  RR03: false,
  RR04: false,
  SL01: true,
  TM01: false,
};

export const blocksMandate = (reason: string): boolean => returnReasons[reason] ?? false;

/** As typed by somebody who reads it from a bank statement; unknown codes exist, and are kept. */
export function reasonOf(field: string, typed: string): string {
  const code = typed.trim().toUpperCase();
  if (/^[A-Z]{2}[A-Z0-9]{2}$/.test(code)) return code;
  throw new UserInputError(field, 'INVALID_REASON', 'A reason has four characters, such as AM04.');
}

// Text as people type it: trimmed, within its length, storable. What is wrong is said by field and reason:
// REQUIRED, TOO_LONG, INVALID_CHARACTERS or INVALID_COLOR.
import { UserInputError } from './errors.ts';

// PostgreSQL cannot hold the first; the others have no place in a text and can hide what it says.
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** One line: runs of white space become a blank, the ends are trimmed. Composed, so that é is é however it was typed. */
export function lineOf(field: string, value: string | null | undefined, longest: number): string {
  return checked(field, (value ?? '').replace(/\s+/g, ' ').trim().normalize('NFC'), longest);
}

/** Several lines, kept as typed but for blank lines at the start and white space at the end. */
export function textOf(field: string, value: string | null | undefined, longest: number): string {
  const lines = (value ?? '').replaceAll('\r\n', '\n').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return checked(field, first < 0 ? '' : lines.slice(first).join('\n').trimEnd(), longest);
}

/** #rrggbb, in lower case. */
export function colorOf(field: string, color: string): string {
  const lower = color.trim().toLowerCase();
  if (!/^#[0-9a-f]{6}$/.test(lower)) throw new UserInputError(field, 'INVALID_COLOR', 'A colour looks like #2f6fb0.');
  return lower;
}

/** Characters are counted as the database counts them: an emoji of two UTF-16 units is one. */
function checked(field: string, text: string, longest: number): string {
  if (text === '') throw new UserInputError(field, 'REQUIRED', 'This must not be empty.');
  if (text.length > 2 * longest || [...text].length > longest) {
    throw new UserInputError(field, 'TOO_LONG', `This may have at most ${longest} characters.`);
  }
  if (unprintable.test(text))
    throw new UserInputError(field, 'INVALID_CHARACTERS', 'This holds characters that cannot be kept.');
  return text;
}

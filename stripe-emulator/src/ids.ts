// Ids as Stripe makes them: a prefix that says what it is, and letters and digits nobody can guess.
import { randomBytes } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

export const newId = (prefix: string, length = 24): string => `${prefix}_${randomText(length)}`;

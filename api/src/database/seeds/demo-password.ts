// The password of every login that is made up here.
import { hash } from '@node-rs/argon2';
import type { Random } from './random.ts';

export const demoPassword = 'spotter-demo';

/** As sign-in verifies it: argon2id. A salt from the seed is no loss for a password that everybody knows. */
export function hashPassword(password: string, random: Random): Promise<string> {
  const salt = random.fork('salt').bytes(16);
  return hash(password, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, salt });
}

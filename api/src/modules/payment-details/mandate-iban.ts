// Opens the sealed IBAN of a mandate: for the file to the bank, and for an admin who asks.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Secrets } from '../../adapters/secrets/secrets.ts';
import { aboutMandateIban } from '../../database/iban.ts';

/** `sealed` is the column iban_sealed of the mandate with this id. */
export const openIban = (secrets: Secrets, gymId: string, id: string, sealed: Uint8Array): string =>
  secrets.open(sealed, aboutMandateIban(gymId, id));

export async function mandateIban(
  em: EntityManager,
  secrets: Secrets,
  { gymId, id }: { gymId: string; id: string },
): Promise<string> {
  const [row] = await em.execute<{ sealed: Buffer }[]>('select iban_sealed as sealed from mandate where id = ?', [id]);
  if (!row) throw new Error('There is no such mandate.');
  return openIban(secrets, gymId, id, row.sealed);
}

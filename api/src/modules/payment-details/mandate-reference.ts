// What the bank knows a mandate by: given, or the member number and a count. Unique in the gym, for ever.
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserInputError } from '../../graphql/errors.ts';

const longest = 35;

/** The characters of SEPA without the blank; a slash neither begins nor ends it, nor stands twice in a row. */
export function referenceOf(field: string, typed: string): string {
  const reference = typed.trim();
  if (reference.length > longest)
    throw new UserInputError(field, 'TOO_LONG', `This may have at most ${longest} characters.`);
  if (/^[A-Za-z0-9+?/:().,'-]+$/.test(reference) && !/^\/|\/$|\/\//.test(reference)) return reference;
  throw new UserInputError(field, 'REFERENCE_CHARACTERS', "Letters, digits and + ? : ( ) . , ' - are possible.");
}

/** The next free one of a member; the caller holds the lock on the member's mandates. */
export async function nextReference(em: EntityManager, memberId: string): Promise<string> {
  const [next] = await em.execute<{ reference: string }[]>(
    `select m.member_number || '-' || n as reference
       from member m, generate_series(1, 1 + (select count(*) from mandate)) n
      where m.id = ? and not exists (select from mandate o where o.reference = m.member_number || '-' || n)
      order by n limit 1`,
    [memberId],
  );
  if (!next) throw new Error('There is no such member.');
  return next.reference;
}

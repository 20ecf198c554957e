import type { EntityManager } from '@mikro-orm/postgresql';
import { findMember } from '../member/find-member.ts';

/** Makes what is done for one member at once happen one after the other. Returns the id as the database writes it. */
export async function lockMember(em: EntityManager, memberId: string): Promise<string> {
  const { id } = await findMember(em, memberId);
  // Not `for update`: rows that refer to the member are written meanwhile.
  await em.execute(`select from member where id = ? for no key update`, [id]);
  return id;
}

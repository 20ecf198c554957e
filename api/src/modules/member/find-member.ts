import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { Member } from './member.entity.ts';

/** The entity, for a verb inside its transaction. Another gym's member does not exist. */
export async function findMember(em: EntityManager, id: string): Promise<Member> {
  const member = isUuid(id) ? await em.findOne(Member, { id }) : null;
  if (!member) throw new NotFoundError('There is no such member.');
  return member;
}

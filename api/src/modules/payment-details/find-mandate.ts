// Mandates for verbs, inside their transaction: verbs on one member's mandates go one after the other.
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { Mandate } from './mandate.entity.ts';

/** The entity, locked with its member. Another gym's does not exist. */
export async function findMandate(em: EntityManager, id: string): Promise<Mandate> {
  const found = isUuid(id) ? await em.findOne(Mandate, { id }) : null;
  if (!found) throw new NotFoundError('There is no such mandate.');
  await lockMandates(em, found.memberId);
  return em.refreshOrFail(found);
}

export async function lockMandates(em: EntityManager, memberId: string): Promise<void> {
  await em.execute('select 1 from member where id = ? for no key update', [memberId]);
}

/** The member's mandate that is neither revoked nor replaced; it may have lapsed. */
export const findMandateInForce = (em: EntityManager, memberId: string): Promise<Mandate | null> =>
  em.findOne(Mandate, { memberId, revokedAt: null, replacedAt: null });

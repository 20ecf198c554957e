import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { Member } from '../member/member.entity.ts';
import { Checkup } from './checkup.entity.ts';

/** The entity, locked with its member: verbs on one member's check-ups go one after the other. */
export async function findCheckup(em: EntityManager, id: string): Promise<Checkup> {
  const found = isUuid(id) ? await em.findOne(Checkup, { id }) : null;
  if (!found) throw new NotFoundError('There is no such check-up.');
  await lockMember(em, found.memberId);
  return em.refreshOrFail(found);
}

export async function lockMember(em: EntityManager, memberId: string): Promise<void> {
  await em.findOneOrFail(Member, { id: memberId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** A member has at most one check-up ahead: the one that "next check-up" shows. */
export async function assertNoneAhead(em: EntityManager, memberId: string, now: Date, exceptId: string): Promise<void> {
  const other = await em.findOne(Checkup, {
    memberId,
    id: { $ne: exceptId },
    completedAt: null,
    cancelledAt: null,
    startsAt: { $gte: now },
  });
  if (other) throw new UserInputError('memberId', 'ALREADY_PLANNED', 'A check-up is planned already; move that one.');
}

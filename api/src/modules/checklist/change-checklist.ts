// What the verbs that change a checklist as a whole have in common: may I, is it there, and the lock while it is changed.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { Checklist } from './checklist.entity.ts';
import type { ChecklistPayload } from './checklist.payloads.ts';
import { getChangedChecklist } from './get-checklist.ts';

export async function changeChecklist(
  context: Context,
  id: string,
  apply: (checklist: Checklist, em: EntityManager) => Promise<void> | void,
): Promise<ChecklistPayload> {
  assertMay(signedIn(context), MemberPermission.ASSIGN_CHECKLIST);
  await context.db.write(async (em) => {
    const checklist = isUuid(id) ? await em.findOne(Checklist, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    if (!checklist) throw new NotFoundError('There is no such checklist.');
    await apply(checklist, em);
  });
  return getChangedChecklist(context, id);
}

// Ticks an action off with who and when; the last one closes its checklist. Unticking opens it again. Each may be repeated.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { Checklist, ChecklistAction } from './checklist.entity.ts';
import type { ChecklistActionIdInput } from './checklist.inputs.ts';
import type { ChecklistPayload } from './checklist.payloads.ts';
import { getChangedChecklist } from './get-checklist.ts';

export async function tickChecklistAction(context: Context, { id }: ChecklistActionIdInput): Promise<ChecklistPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.ASSIGN_CHECKLIST);
  const now = context.clock.now();
  const checklistId = await context.db.write(async (em) => {
    const { action, checklist } = await findAction(em, id);
    // Who did it first is who did it.
    if (action.doneAt) return checklist.id;
    Object.assign(action, { doneAt: now, doneById: viewer.employeeId });
    const isMoreToDo = await em.findOne(ChecklistAction, {
      checklistId: checklist.id,
      doneAt: null,
      id: { $ne: action.id },
    });
    if (!isMoreToDo && !checklist.closedAt) Object.assign(checklist, { closedAt: now, closedById: viewer.employeeId });
    return checklist.id;
  });
  return getChangedChecklist(context, checklistId);
}

export async function untickChecklistAction(
  context: Context,
  { id }: ChecklistActionIdInput,
): Promise<ChecklistPayload> {
  assertMay(signedIn(context), MemberPermission.ASSIGN_CHECKLIST);
  const checklistId = await context.db.write(async (em) => {
    const { action, checklist } = await findAction(em, id);
    if (!action.doneAt) return checklist.id;
    Object.assign(action, { doneAt: null, doneById: null });
    Object.assign(checklist, { closedAt: null, closedById: null });
    return checklist.id;
  });
  return getChangedChecklist(context, checklistId);
}

/** With its checklist, locked: of two who tick the last two at once, the second closes it. */
async function findAction(em: EntityManager, id: string): Promise<{ action: ChecklistAction; checklist: Checklist }> {
  const action = isUuid(id) ? await em.findOne(ChecklistAction, { id }) : null;
  if (!action) throw new NotFoundError('There is no such action.');
  const checklist = await em.findOneOrFail(
    Checklist,
    { id: action.checklistId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return { action: await em.refreshOrFail(action), checklist };
}

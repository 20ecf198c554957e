// Closes a checklist with what is left undone, or opens it again. Each may be repeated.
import { LockMode } from '@mikro-orm/core';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { Checklist } from './checklist.entity.ts';
import type { ChecklistIdInput } from './checklist.inputs.ts';
import type { ChecklistPayload } from './checklist.payloads.ts';
import { getChangedChecklist } from './get-checklist.ts';

export function closeChecklist(context: Context, { id }: ChecklistIdInput): Promise<ChecklistPayload> {
  const { employeeId } = signedIn(context);
  return change(context, id, (checklist) => {
    if (!checklist.closedAt) Object.assign(checklist, { closedAt: context.clock.now(), closedById: employeeId });
  });
}

export function reopenChecklist(context: Context, { id }: ChecklistIdInput): Promise<ChecklistPayload> {
  return change(context, id, (checklist) => void Object.assign(checklist, { closedAt: null, closedById: null }));
}

async function change(context: Context, id: string, apply: (checklist: Checklist) => void): Promise<ChecklistPayload> {
  assertMay(signedIn(context), MemberPermission.ASSIGN_CHECKLIST);
  await context.db.write(async (em) => {
    const checklist = isUuid(id) ? await em.findOne(Checklist, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    if (!checklist) throw new NotFoundError('There is no such checklist.');
    apply(checklist);
  });
  return getChangedChecklist(context, id);
}

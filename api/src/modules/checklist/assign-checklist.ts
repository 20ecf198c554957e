import { idFor } from '../../database/insert-once.ts';
import { isUuid } from '../../database/uuid.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { findMember } from '../member/find-member.ts';
import { MemberPermission, assertMay } from '../member/member.policy.ts';
import { assertWorksHere } from '../staff/assert-works-here.ts';
import { ChecklistTemplate } from './checklist-template.entity.ts';
import { Checklist } from './checklist.entity.ts';
import type { AssignChecklistInput } from './checklist.inputs.ts';
import type { ChecklistPayload } from './checklist.payloads.ts';
import { getChangedChecklist } from './get-checklist.ts';
import { makeChecklists } from './make-checklists.ts';

export async function assignChecklist(context: Context, input: AssignChecklistInput): Promise<ChecklistPayload> {
  const viewer = signedIn(context);
  assertMay(viewer, MemberPermission.ASSIGN_CHECKLIST);
  const id = idFor(input.id);
  await context.db.write(async (em) => {
    const { id: memberId } = await findMember(em, input.memberId);
    if (await em.findOne(Checklist, { id, memberId })) return;
    const template = isUuid(input.templateId) ? await em.findOne(ChecklistTemplate, { id: input.templateId }) : null;
    if (!template) throw new UserInputError('templateId', 'UNKNOWN_TEMPLATE', 'There is no such checklist.');
    if (template.archivedAt) throw new UserInputError('templateId', 'ARCHIVED_TEMPLATE', 'This checklist is archived.');
    if (input.employeeId) await assertWorksHere(em, input.employeeId);
    const made = await makeChecklists(em, {
      templateIds: [template.id],
      id,
      memberId,
      employeeId: input.employeeId ?? null,
      assignedBy: viewer.employeeId,
      at: context.clock.now(),
    });
    if (made.length > 0 || (await em.findOne(Checklist, { id, memberId }))) return;
    throw new UserInputError('id', 'ID_TAKEN', 'This id belongs to something else.');
  });
  return getChangedChecklist(context, id);
}

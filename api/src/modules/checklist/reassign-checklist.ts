// Gives a checklist to an employee, or back to whoever is linked to the member.
import type { Context } from '../../graphql/context.ts';
import { assertWorksHere } from '../staff/assert-works-here.ts';
import { changeChecklist } from './change-checklist.ts';
import type { ReassignChecklistInput } from './checklist.inputs.ts';
import type { ChecklistPayload } from './checklist.payloads.ts';

export function reassignChecklist(
  context: Context,
  { id, employeeId = null }: ReassignChecklistInput,
): Promise<ChecklistPayload> {
  return changeChecklist(context, id, async (checklist, em) => {
    if (checklist.employeeId === employeeId) return;
    if (employeeId) await assertWorksHere(em, employeeId);
    checklist.employeeId = employeeId;
  });
}

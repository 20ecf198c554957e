// Closes a checklist with what is left undone, or opens it again. Each may be repeated.
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { changeChecklist } from './change-checklist.ts';
import type { ChecklistIdInput } from './checklist.inputs.ts';
import type { ChecklistPayload } from './checklist.payloads.ts';

export function closeChecklist(context: Context, { id }: ChecklistIdInput): Promise<ChecklistPayload> {
  const { employeeId } = signedIn(context);
  return changeChecklist(context, id, (checklist) => {
    if (!checklist.closedAt) Object.assign(checklist, { closedAt: context.clock.now(), closedById: employeeId });
  });
}

export function reopenChecklist(context: Context, { id }: ChecklistIdInput): Promise<ChecklistPayload> {
  return changeChecklist(
    context,
    id,
    (checklist) => void Object.assign(checklist, { closedAt: null, closedById: null }),
  );
}

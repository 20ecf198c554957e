// Takes a template out of the offer, brings it back, or deletes one that no checklist was ever made from.
import { assertNameFree, deleteUnused, findKept } from '../../database/kept-setting.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { getKept } from '../../graphql/kept-list.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { ChecklistTemplate, checklistTemplateParent } from './checklist-template.entity.ts';
import type { ChecklistTemplateIdInput } from './checklist.inputs.ts';
import type { ChecklistTemplateDeletedPayload, ChecklistTemplatePayload } from './checklist.payloads.ts';

export async function archiveChecklistTemplate(
  context: Context,
  { id }: ChecklistTemplateIdInput,
): Promise<ChecklistTemplatePayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const template = await findKept(em, ChecklistTemplate, id);
    template.archivedAt ??= context.clock.now();
  });
  return { checklistTemplate: await getKept(context, checklistTemplateParent, id) };
}

export async function restoreChecklistTemplate(
  context: Context,
  { id }: ChecklistTemplateIdInput,
): Promise<ChecklistTemplatePayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write(async (em) => {
    const template = await findKept(em, ChecklistTemplate, id);
    template.archivedAt = null;
    await assertNameFree(em, ChecklistTemplate, template);
  });
  return { checklistTemplate: await getKept(context, checklistTemplateParent, id) };
}

export async function deleteChecklistTemplate(
  context: Context,
  { id }: ChecklistTemplateIdInput,
): Promise<ChecklistTemplateDeletedPayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  await context.db.write((em) =>
    deleteUnused(em, ChecklistTemplate, id, () =>
      em.execute('delete from checklist_template_action where template_id = ?', [id]),
    ),
  );
  return { deletedId: id };
}

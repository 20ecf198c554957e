// Makes a template, or changes it for the checklists to come.
import type { EntityManager } from '@mikro-orm/postgresql';
import { idFor, insertOnce } from '../../database/insert-once.ts';
import { assertNameFree, findKept } from '../../database/kept-setting.ts';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { UserInputError } from '../../graphql/errors.ts';
import { getKept } from '../../graphql/kept-list.ts';
import { lineOf, textOf } from '../../graphql/text-input.ts';
import { assertMayInGym } from '../account/viewer.policy.ts';
import { Permission } from '../account/viewer.type.ts';
import { ChecklistTemplate, checklistTemplateParent } from './checklist-template.entity.ts';
import type { ChangeChecklistTemplateInput, CreateChecklistTemplateInput } from './checklist.inputs.ts';
import type { ChecklistTemplatePayload } from './checklist.payloads.ts';

const mostActions = 30;

const nameOf = (name: string) => lineOf('name', name, 80);
const descriptionOf = (text: string | null | undefined) =>
  (text ?? '').trim() === '' ? null : textOf('description', text, 500);

function actionsOf(actions: readonly string[]): string[] {
  if (actions.length === 0) throw new UserInputError('actions', 'REQUIRED', 'A checklist has at least one action.');
  if (actions.length > mostActions)
    throw new UserInputError('actions', 'TOO_MANY_ACTIONS', `A checklist has at most ${mostActions} actions.`);
  return actions.map((action) => lineOf('actions', action, 200));
}

export async function createChecklistTemplate(
  context: Context,
  input: CreateChecklistTemplateInput,
): Promise<ChecklistTemplatePayload> {
  const viewer = signedIn(context);
  assertMayInGym(viewer, Permission.MANAGE_SETTINGS);
  const actions = actionsOf(input.actions);
  const row = {
    id: idFor(input.id),
    gymId: viewer.gymId,
    name: nameOf(input.name),
    description: descriptionOf(input.description),
    isForNewMembers: input.isForNewMembers,
    createdAt: context.clock.now(),
  };
  await context.db.write(async (em) => {
    if (await insertOnce(em, ChecklistTemplate, row)) return putActions(em, row.id, actions);
    if (!(await em.findOne(ChecklistTemplate, { id: row.id })))
      throw new UserInputError('name', 'NAME_TAKEN', 'Another one has this name.');
  });
  return { checklistTemplate: await getKept(context, checklistTemplateParent, row.id) };
}

export async function changeChecklistTemplate(
  context: Context,
  input: ChangeChecklistTemplateInput,
): Promise<ChecklistTemplatePayload> {
  assertMayInGym(signedIn(context), Permission.MANAGE_SETTINGS);
  const actions = input.actions == null ? null : actionsOf(input.actions);
  await context.db.write(async (em) => {
    const template = await findKept(em, ChecklistTemplate, input.id);
    if (input.name != null) template.name = nameOf(input.name);
    if (input.description !== undefined) template.description = descriptionOf(input.description);
    if (input.isForNewMembers != null) template.isForNewMembers = input.isForNewMembers;
    if (!template.archivedAt) await assertNameFree(em, ChecklistTemplate, template);
    if (actions) await putActions(em, template.id, actions);
  });
  return { checklistTemplate: await getKept(context, checklistTemplateParent, input.id) };
}

/** Only what differs is written: the audit trail holds what somebody changed. */
async function putActions(em: EntityManager, templateId: string, actions: readonly string[]): Promise<void> {
  await em.execute('select from checklist_template where id = ? for no key update', [templateId]);
  await em.execute('delete from checklist_template_action where template_id = ? and position > ?', [
    templateId,
    actions.length,
  ]);
  await em.execute(
    `update checklist_template_action a set text = n.text
       from jsonb_array_elements_text(?::jsonb) with ordinality n (text, position)
      where a.template_id = ? and a.position = n.position and a.text <> n.text`,
    [JSON.stringify(actions), templateId],
  );
  await em.execute(
    `insert into checklist_template_action (gym_id, template_id, position, text)
     select t.gym_id, t.id, n.position, n.text
       from checklist_template t, jsonb_array_elements_text(?::jsonb) with ordinality n (text, position)
      where t.id = ? and not exists (
        select from checklist_template_action a where a.template_id = t.id and a.position = n.position)`,
    [JSON.stringify(actions), templateId],
  );
}

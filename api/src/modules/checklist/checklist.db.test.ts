import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEmployee, addMember, insert } from '../../testing/fixtures.ts';
import { auditOf, newId, refusalOf } from '../../testing/gym-scene.ts';
import { openSubscriptionScene } from '../../testing/subscription-scene.ts';
import type { SubscriptionScene } from '../../testing/subscription-scene.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: SubscriptionScene;
beforeAll(async () => {
  scene = await openSubscriptionScene('2026-03-04T12:00:00Z');
});
afterAll(() => scene.api.close());

interface Shown {
  id: string;
  name: string;
  description: string | null;
  closedAt: string | null;
  closedBy: { id: string } | null;
  assignedBy: { id: string } | null;
  employee: { id: string } | null;
  actions: { id: string; text: string; doneAt: string | null; doneBy: { id: string } | null }[];
}

const shown = `id name description closedAt closedBy { id } assignedBy { id } employee { id }
  actions { id text doneAt doneBy { id } }`;

const run = (viewer: Viewer | null, verb: string, type: string, input: object) =>
  scene.api.ask<Record<string, { checklist: Shown; member: { checklists: Shown[] } }>>(
    viewer,
    `mutation ($input: ${type}!) { ${verb}(input: $input) { checklist { ${shown} } member { checklists { ${shown} } } } }`,
    { input },
  );

interface Template {
  id: string;
  name: string;
  actions: string[];
  isUsed: boolean;
  isArchived: boolean;
}

const keep = (viewer: Viewer | null, verb: string, type: string, input: object) =>
  scene.api.ask<Record<string, { checklistTemplate: Template }>>(
    viewer,
    `mutation ($input: ${type}!) { ${verb}(input: $input) { checklistTemplate { id name actions isUsed isArchived } } }`,
    { input },
  );
const remove = (id: string) =>
  scene.api.ask(
    scene.admin,
    'mutation ($input: ChecklistTemplateIdInput!) { deleteChecklistTemplate(input: $input) { deletedId } }',
    {
      input: { id },
    },
  );

let names = 0;
async function template(input: object = {}): Promise<Template> {
  names += 1;
  const { data } = await keep(scene.admin, 'createChecklistTemplate', 'CreateChecklistTemplateInput', {
    name: `List ${names}`,
    actions: ['Call', 'Meet', 'Write'],
    ...input,
  });
  return data?.['createChecklistTemplate']?.checklistTemplate as Template;
}
const changeTemplate = (input: object) =>
  keep(scene.admin, 'changeChecklistTemplate', 'ChangeChecklistTemplateInput', input);

async function assigned(memberId: string, templateId: string): Promise<Shown> {
  const { data } = await run(scene.coach, 'assignChecklist', 'AssignChecklistInput', { memberId, templateId });
  return data?.['assignChecklist']?.checklist as Shown;
}
const tick = (viewer: Viewer | null, id: string) =>
  run(viewer, 'tickChecklistAction', 'ChecklistActionIdInput', { id });
const listsOf = async (memberId: string) =>
  (
    await scene.api.get<{ member: { checklists: Shown[] } }>(
      scene.coach,
      `query ($id: ID!) { member(id: $id) { checklists { ${shown} } } }`,
      { id: memberId },
    )
  ).member.checklists;

test('a template is made once, changed, put in another order; what was assigned stays as it was', async () => {
  const id = newId();
  const input = { id, name: 'Injury', description: 'Slowly ', actions: ['Ask', ' Plan  it '] };
  await Promise.all([template(input), template(input)]);
  const made = await template(input);
  expect(made).toMatchObject({ id, actions: ['Ask', 'Plan it'], isUsed: false });
  const memberId = await addMember(scene.api.owner, scene.gymId);
  expect(await assigned(memberId, id)).toMatchObject({ name: 'Injury', description: 'Slowly' });
  const { data } = await changeTemplate({ id, name: 'Knee', actions: ['Plan it', 'Ask', 'Measure'] });
  expect(data?.['changeChecklistTemplate']?.checklistTemplate).toMatchObject({
    name: 'Knee',
    actions: ['Plan it', 'Ask', 'Measure'],
    isUsed: true,
  });
  await changeTemplate({ id, actions: ['Measure'] });
  const [list] = await listsOf(memberId);
  expect([list?.name, list?.actions.map(({ text }) => text)]).toEqual(['Injury', ['Ask', 'Plan it']]);
});

test('one that was used is archived and restored, not deleted; another may be', async () => {
  const [used, unused] = [await template(), await template()];
  const memberId = await addMember(scene.api.owner, scene.gymId);
  await assigned(memberId, used.id);
  expect(refusalOf(await remove(used.id))).toBe('BAD_USER_INPUT id IN_USE');
  expect((await remove(unused.id)).errors).toBeUndefined();
  await keep(scene.admin, 'archiveChecklistTemplate', 'ChecklistTemplateIdInput', { id: used.id });
  const again = await run(scene.coach, 'assignChecklist', 'AssignChecklistInput', { memberId, templateId: used.id });
  expect(refusalOf(again)).toBe('BAD_USER_INPUT templateId ARCHIVED_TEMPLATE');
  const other = await template({ name: used.name.toUpperCase() });
  const restore = () => keep(scene.admin, 'restoreChecklistTemplate', 'ChecklistTemplateIdInput', { id: used.id });
  expect(refusalOf(await restore())).toBe('BAD_USER_INPUT name NAME_TAKEN');
  await remove(other.id);
  expect((await restore()).data?.['restoreChecklistTemplate']?.checklistTemplate.isArchived).toBe(false);
});

test('what cannot be a template is refused by field and reason', async () => {
  const create = async (input: object) =>
    refusalOf(
      await keep(scene.admin, 'createChecklistTemplate', 'CreateChecklistTemplateInput', { name: 'X', ...input }),
    );
  expect(await create({ actions: [] })).toBe('BAD_USER_INPUT actions REQUIRED');
  expect(await create({ actions: ['a', ' '] })).toBe('BAD_USER_INPUT actions REQUIRED');
  expect(await create({ actions: Array.from({ length: 31 }, () => 'a') })).toBe(
    'BAD_USER_INPUT actions TOO_MANY_ACTIONS',
  );
  expect(await create({ actions: ['a'.repeat(201)] })).toBe('BAD_USER_INPUT actions TOO_LONG');
  expect(
    refusalOf(
      await keep(scene.coach, 'createChecklistTemplate', 'CreateChecklistTemplateInput', { name: 'X', actions: ['a'] }),
    ),
  ).toBe('FORBIDDEN');
});

test('ticks are safe to repeat, the last one closes it, and unticking opens it again', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const list = await assigned(memberId, (await template()).id);
  const [first, second, third] = list.actions.map(({ id }) => id) as [string, string, string];
  await tick(scene.coach, first);
  const repeated = (await tick(scene.admin, first)).data?.['tickChecklistAction']?.checklist;
  expect(repeated?.actions[0]?.doneBy?.id).toBe(scene.coach.employeeId);
  expect(repeated?.closedAt).toBeNull();
  await Promise.all([tick(scene.coach, second), tick(scene.coach, third)]);
  expect((await listsOf(memberId))[0]).toMatchObject({
    closedAt: '2026-03-04T12:00:00.000Z',
    closedBy: { id: scene.coach.employeeId },
  });
  const { data } = await run(scene.coach, 'untickChecklistAction', 'ChecklistActionIdInput', { id: second });
  expect(data?.['untickChecklistAction']?.checklist).toMatchObject({ closedAt: null, closedBy: null });
  expect((await auditOf(scene.api, 'checklist_action', memberId)).map(({ action }) => action)).toEqual([
    'INSERT',
    'INSERT',
    'INSERT',
    'UPDATE',
    'UPDATE',
    'UPDATE',
    'UPDATE',
  ]);
});

test('it is closed with what is left undone, reopened, and gone from the member after two weeks', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const { id } = await assigned(memberId, (await template()).id);
  const close = () => run(scene.coach, 'closeChecklist', 'ChecklistIdInput', { id });
  await close();
  expect((await close()).data?.['closeChecklist']?.checklist.closedBy?.id).toBe(scene.coach.employeeId);
  scene.api.clock.set('2026-03-18T11:59:00Z');
  expect(await listsOf(memberId)).toHaveLength(1);
  scene.api.clock.set('2026-03-18T12:01:00Z');
  expect(await listsOf(memberId)).toEqual([]);
  await run(scene.coach, 'reopenChecklist', 'ChecklistIdInput', { id });
  expect(await listsOf(memberId)).toMatchObject([{ id, closedAt: null }]);
  scene.api.clock.set('2026-03-04T12:00:00Z');
});

test('assigning is safe to repeat; an employee sees those of linked members and their own', async () => {
  const helper = await addEmployee(scene.api.owner, scene.gymId);
  const memberId = await addMember(scene.api.owner, scene.gymId, { employee_id: scene.coach.employeeId });
  const { id: templateId } = await template();
  const assign = (input: object) =>
    run(scene.coach, 'assignChecklist', 'AssignChecklistInput', { memberId, templateId, ...input });
  const [linked, given] = [newId(), newId()];
  await Promise.all([assign({ id: linked }), assign({ id: linked })]);
  await assign({ id: given, employeeId: helper });
  const theirs = async (id: string) =>
    (
      await scene.api.get<{ employee: { checklists: { id: string; member: { id: string } }[] } }>(
        scene.coach,
        'query ($id: ID) { employee(id: $id) { checklists { id member { id } } } }',
        { id },
      )
    ).employee.checklists
      .filter(({ member }) => member.id === memberId)
      .map((one) => one.id);
  expect(await theirs(scene.coach.employeeId)).toEqual([linked]);
  expect(await theirs(helper)).toEqual([given]);
  const otherMember = await addMember(scene.api.owner, scene.gymId);
  expect(refusalOf(await assign({ id: linked, memberId: otherMember }))).toBe('BAD_USER_INPUT id ID_TAKEN');
  expect(refusalOf(await assign({ templateId: newId() }))).toBe('BAD_USER_INPUT templateId UNKNOWN_TEMPLATE');
  expect(refusalOf(await assign({ employeeId: newId() }))).toBe('BAD_USER_INPUT employeeId UNKNOWN_EMPLOYEE');
});

test.each(['readToken', 'member', 'otherGym', 'stranger'] as const)('%s changes nothing', async (who) => {
  const outsider = scene.outsiders[who];
  const list = await assigned(await addMember(scene.api.owner, scene.gymId), (await template()).id);
  const code = who === 'otherGym' ? 'NOT_FOUND' : who === 'stranger' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
  expect(refusalOf(await tick(outsider, list.actions[0]?.id ?? ''))).toBe(code);
  expect(refusalOf(await run(outsider, 'closeChecklist', 'ChecklistIdInput', { id: list.id }))).toBe(code);
});

test('who subscribes for the first time is given what is for new members, once, in the same transaction', async () => {
  const { id: templateId } = await template({ name: 'Newcomer', isForNewMembers: true });
  const memberId = await scene.addPayer();
  const wish = { memberId, kind: 'ADD', typeId: scene.unlimited, startsOn: '2026-03-04' };
  const { id } = await scene.change(wish);
  expect(await listsOf(memberId)).toMatchObject([
    { name: 'Newcomer', assignedBy: null, employee: null, closedAt: null },
  ]);
  await scene.undo(id);
  await scene.change(wish);
  await scene.change({ ...wish, typeId: scene.card });
  expect(await listsOf(memberId)).toHaveLength(1);

  await changeTemplate({ id: templateId, isForNewMembers: false });
  const later = await scene.addPayer();
  await scene.change({ ...wish, memberId: later });
  expect(await listsOf(later)).toEqual([]);
  await changeTemplate({ id: templateId, isForNewMembers: true });
  const known = await scene.addPayer();
  await scene.addRunning(known);
  await scene.change({ ...wish, memberId: known, typeId: scene.card });
  expect(await listsOf(known)).toEqual([]);
});

test('a template of another gym is not there', async () => {
  const { rows } = await scene.api.owner.query<{ gym_id: string }>('select gym_id from member where id = $1', [
    scene.otherMemberId,
  ]);
  const foreign = await insert(scene.api.owner, 'checklist_template', { gym_id: rows[0]?.gym_id, name: 'Theirs' });
  expect(refusalOf(await changeTemplate({ id: foreign, name: 'Ours' }))).toBe('NOT_FOUND');
});

test('given to another employee it is on their dashboard, and given back on that of who is linked', async () => {
  const { api, gymId, coach } = scene;
  const colleague = await addEmployee(api.owner, gymId);
  const gone = await addEmployee(api.owner, gymId, { archived_at: '2026-01-01' });
  const memberId = await addMember(api.owner, gymId, { employee_id: coach.employeeId });
  const { id } = await assigned(memberId, (await template()).id);
  const give = (input: object, viewer: Viewer | null = coach) =>
    run(viewer, 'reassignChecklist', 'ReassignChecklistInput', { id, ...input });
  const isOnDashboardOf = async (employeeId: string) => {
    const { employee } = await api.get<{ employee: { checklists: { id: string }[] } }>(
      coach,
      'query ($id: ID!) { employee(id: $id) { checklists { id } } }',
      { id: employeeId },
    );
    return employee.checklists.some((one) => one.id === id);
  };
  const whose = async () => [await isOnDashboardOf(coach.employeeId), await isOnDashboardOf(colleague)];
  for (let time = 0; time < 2; time += 1) await give({ employeeId: colleague });
  expect(await whose()).toEqual([false, true]);
  expect((await listsOf(memberId))[0]?.employee).toEqual({ id: colleague });
  expect(refusalOf(await give({ employeeId: gone }))).toBe('BAD_USER_INPUT employeeId UNKNOWN_EMPLOYEE');
  expect(refusalOf(await give({ id: newId(), employeeId: colleague }))).toBe('NOT_FOUND');
  await give({});
  expect(await whose()).toEqual([true, false]);
  expect(await auditOf(api, 'checklist', memberId)).toHaveLength(3);
});

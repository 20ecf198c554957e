// What staff changed is put back from the timeline: each kind, only while it is as the change left it, and only once.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addEmployee, addMember, insert } from '../../testing/fixtures.ts';
import { openGymScene, newId, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: GymScene;
let id: string;
beforeAll(async () => {
  // The audit trail goes by the database's own clock.
  scene = await openGymScene(new Date().toISOString());
});
afterAll(() => scene.api.close());
beforeEach(async () => {
  scene.api.clock.set(new Date().toISOString());
  id = await addMember(scene.api.owner, scene.gymId);
});

interface Entry {
  event: string;
  revert: { auditId: string; refusal: string | null } | null;
}

const entriesOf = async (viewer: Viewer = scene.coach) =>
  (
    await scene.api.get<{ member: { timeline: { nodes: Entry[] } } }>(
      viewer,
      'query ($id: ID!) { member(id: $id) { timeline { nodes { event revert { auditId refusal } } } } }',
      { id },
    )
  ).member.timeline.nodes;
/** The latest entry of this kind: which change it is, and why that cannot be reverted. */
const revertOf = async (event: string, viewer?: Viewer) =>
  (await entriesOf(viewer)).find((entry) => entry.event === event)?.revert ?? null;
const auditOf = async (event: string) => (await revertOf(event))?.auditId ?? '';
const run = (verb: string, type: string, input: object, viewer: Viewer = scene.coach) =>
  scene.api.get(viewer, `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename } }`, { input });
const revert = (auditId: string, viewer: Viewer = scene.coach) =>
  scene.api.ask(viewer, 'mutation ($input: RevertChangeInput!) { revertChange(input: $input) { member { id } } }', {
    input: { auditId },
  });
const row = async (table: string, columns: string) =>
  (await scene.api.owner.query<Record<string, unknown>>(`select ${columns} from ${table} where member_id = $1`, [id]))
    .rows;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const addTag = (name = newId()) => insert(scene.api.owner, 'tag', { gym_id: scene.gymId, name, color: '#112233' });

/** Reverts the latest of a kind, twice, as somebody with a slow line would. */
async function putBack(event: string): Promise<void> {
  const auditId = await auditOf(event);
  expect(refusalOf(await revert(auditId))).toBeUndefined();
  expect(refusalOf(await revert(auditId))).toBeUndefined();
}

test('a tag put on, dated, and taken off', async () => {
  const tagId = await addTag();
  const input = { memberId: id, tagId };
  await run('addTagToMember', 'AddTagToMemberInput', { ...input, expiresOn: inDays(9) });
  const added = await auditOf('TAG_ADDED');
  await run('addTagToMember', 'AddTagToMemberInput', { ...input, expiresOn: inDays(20) });
  expect(refusalOf(await revert(added))).toBe('BAD_USER_INPUT auditId CHANGED_SINCE');
  await putBack('TAG_CHANGED');
  expect(await row('member_tag', 'expires_on::text')).toEqual([{ expires_on: inDays(9) }]);
  await run('removeTagFromMember', 'MemberTagInput', input);
  await putBack('TAG_REMOVED');
  expect(await row('member_tag', 'expires_on::text')).toEqual([{ expires_on: inDays(9) }]);
  expect(refusalOf(await revert(added))).toBeUndefined();
  expect(await row('member_tag', 'tag_id')).toEqual([]);
  // Each left a row of its own, by who did it.
  const trail = await scene.api.owner.query(
    `select action, employee_id from audit_log where member_id = $1 and subject = 'member_tag' order by id`,
    [id],
  );
  expect(trail.rows.map(({ action }) => action as string)).toEqual([
    'INSERT',
    'UPDATE',
    'UPDATE',
    'DELETE',
    'INSERT',
    'DELETE',
  ]);
  expect(new Set(trail.rows.map(({ employee_id }) => employee_id as string))).toEqual(
    new Set([scene.coach.employeeId]),
  );
});

test('the linked employee, unless they have left', async () => {
  const [first, second] = [
    await addEmployee(scene.api.owner, scene.gymId),
    await addEmployee(scene.api.owner, scene.gymId),
  ];
  for (const employeeId of [first, second])
    await run('linkEmployee', 'LinkEmployeeInput', { memberId: id, employeeId });
  const last = await auditOf('EMPLOYEE_LINKED');
  await scene.api.owner.query('update employee set archived_at = now() where id = $1', [first]);
  expect(refusalOf(await revert(last))).toBe('BAD_USER_INPUT employeeId UNKNOWN_EMPLOYEE');
  await scene.api.owner.query('update employee set archived_at = null where id = $1', [first]);
  await putBack('EMPLOYEE_LINKED');
  const { rows } = await scene.api.owner.query('select employee_id from member where id = $1', [id]);
  expect(rows).toEqual([{ employee_id: first }]);
});

test('a check-up planned and moved, until it has been', async () => {
  const checkupId = newId();
  await run('planCheckup', 'PlanCheckupInput', { id: checkupId, memberId: id, on: inDays(5), at: '10:00' });
  const before = await row('checkup', 'starts_at');
  const planned = await auditOf('CHECKUP_PLANNED');
  await run('moveCheckup', 'MoveCheckupInput', { id: checkupId, on: inDays(8), at: '10:00' });
  expect(refusalOf(await revert(planned))).toBe('BAD_USER_INPUT auditId CHANGED_SINCE');
  scene.api.clock.set(`${inDays(6)}T12:00:00Z`);
  expect(await revertOf('CHECKUP_MOVED')).toMatchObject({ refusal: 'PASSED' });
  expect(refusalOf(await revert(await auditOf('CHECKUP_MOVED')))).toBe('BAD_USER_INPUT auditId PASSED');
  scene.api.clock.set(new Date().toISOString());
  await putBack('CHECKUP_MOVED');
  expect(await row('checkup', 'starts_at')).toEqual(before);
  expect(refusalOf(await revert(planned))).toBeUndefined();
  expect(await revertOf('CHECKUP_PLANNED')).toMatchObject({ refusal: 'REVERTED' });
  expect(await row('checkup', 'cancelled_at is not null as cancelled')).toEqual([{ cancelled: true }]);
});

test('a notification put off, given away and completed', async () => {
  const colleague = await addEmployee(scene.api.owner, scene.gymId);
  const input = { id: newId(), memberId: id, message: 'Call', dueOn: inDays(3) };
  await run('scheduleNotification', 'ScheduleNotificationInput', input);
  await run('snoozeNotification', 'SnoozeNotificationInput', { id: input.id, until: inDays(5) });
  const snoozed = await auditOf('NOTIFICATION_SNOOZED');
  await run('reassignNotification', 'ReassignNotificationInput', { id: input.id, employeeId: colleague });
  await run('completeNotification', 'CompleteNotificationInput', { id: input.id, outcome: 'SPOKE' });
  expect(refusalOf(await revert(snoozed))).toBe('BAD_USER_INPUT auditId CHANGED_SINCE');
  await putBack('NOTIFICATION_COMPLETED');
  expect(await row('notification', 'completed_at, completed_by, outcome')).toEqual([
    { completed_at: null, completed_by: null, outcome: null },
  ]);
  await putBack('NOTIFICATION_REASSIGNED');
  expect(refusalOf(await revert(snoozed))).toBeUndefined();
  expect(await row('notification', 'snoozed_until, employee_id')).toEqual([{ snoozed_until: null, employee_id: null }]);
});

test('a note retracted, by its author or an admin', async () => {
  await run('addNote', 'AddNoteInput', { memberId: id, text: 'Knee' });
  const [note] = await row('note', 'id');
  await run('retractNote', 'NoteIdInput', { id: note?.['id'] });
  const other = { ...scene.coach, employeeId: await addEmployee(scene.api.owner, scene.gymId) };
  expect(await revertOf('NOTE_RETRACTED', other)).toMatchObject({ refusal: 'NOT_ALLOWED' });
  expect(refusalOf(await revert(await auditOf('NOTE_RETRACTED'), other))).toBe('FORBIDDEN');
  await putBack('NOTE_RETRACTED');
  expect(await row('note', 'retracted_at, retracted_by')).toEqual([{ retracted_at: null, retracted_by: null }]);
});

test('an attachment deleted, as long as there is room', async () => {
  const file = {
    name: 'scan.pdf',
    content_type: 'application/pdf',
    size_bytes: 900,
    state: 'SAVED',
    uploaded_at: new Date(),
  };
  const about = { gym_id: scene.gymId, member_id: id };
  const attachmentId = await insert(scene.api.owner, 'attachment', { ...about, ...file });
  await run('deleteAttachment', 'AttachmentIdInput', { id: attachmentId });
  await scene.api.owner.query('update gym set attachment_member_limit_bytes = 1000 where id = $1', [scene.gymId]);
  const other = await insert(scene.api.owner, 'attachment', { ...about, ...file });
  expect(refusalOf(await revert(await auditOf('ATTACHMENT_DELETED')))).toBe('BAD_USER_INPUT auditId STORAGE_FULL');
  await scene.api.owner.query('delete from attachment where id = $1', [other]);
  await putBack('ATTACHMENT_DELETED');
  expect(await row('attachment', 'deleted_at, deleted_by')).toEqual([{ deleted_at: null, deleted_by: null }]);
});

test('after thirty days, by who may only read, or of another gym: no', async () => {
  await run('linkEmployee', 'LinkEmployeeInput', { memberId: id, employeeId: scene.coach.employeeId });
  const auditId = await auditOf('EMPLOYEE_LINKED');
  expect(await revertOf('EMPLOYEE_LINKED', scene.outsiders.readToken)).toMatchObject({ refusal: 'NOT_ALLOWED' });
  expect(refusalOf(await revert(auditId, scene.outsiders.readToken))).toBe('FORBIDDEN');
  expect(refusalOf(await revert(auditId, scene.outsiders.member))).toBe('FORBIDDEN');
  expect(JSON.stringify(await revert(auditId, scene.outsiders.otherGym))).toBe(
    JSON.stringify(await revert(newId(), scene.outsiders.otherGym)),
  );
  scene.api.clock.set(new Date(Date.now() + 31 * 86_400_000).toISOString());
  expect(await revertOf('EMPLOYEE_LINKED')).toMatchObject({ refusal: 'TOO_OLD' });
  expect(refusalOf(await revert(auditId))).toBe('BAD_USER_INPUT auditId TOO_OLD');
});

test('what is not one of these changes is not found: reading an IBAN, a purchase, the member’s own doing', async () => {
  const audit = (subject: string, employee_id: string | null) =>
    insert(scene.api.owner, 'audit_log', {
      gym_id: scene.gymId,
      member_id: id,
      subject,
      subject_id: id,
      action: 'UPDATE',
      before: { email: 'a' },
      after: { email: 'b' },
      employee_id,
    });
  expect(refusalOf(await revert(await audit('purchase', scene.coach.employeeId)))).toBe('NOT_FOUND');
  expect(refusalOf(await revert(await audit('member', null)))).toBe('NOT_FOUND');
  expect(refusalOf(await revert(await audit('member', scene.coach.employeeId)))).toBe('BAD_USER_INPUT auditId NEVER');
});

test('a health tag is put back by people only, and an archived one by nobody', async () => {
  const tagId = await addTag();
  await scene.api.owner.query('update tag set is_health_data = true where id = $1', [tagId]);
  await run('addTagToMember', 'AddTagToMemberInput', { memberId: id, tagId });
  await run('removeTagFromMember', 'MemberTagInput', { memberId: id, tagId });
  const removed = await auditOf('TAG_REMOVED');
  expect(refusalOf(await revert(removed, { ...scene.coach, via: 'TOKEN' }))).toBe('NOT_FOUND');
  await scene.api.owner.query('update tag set archived_at = now() where id = $1', [tagId]);
  expect(refusalOf(await revert(removed))).toBe('BAD_USER_INPUT auditId ARCHIVED_TAG');
});

test('five at once put it back once', async () => {
  const tagId = await addTag();
  await run('addTagToMember', 'AddTagToMemberInput', { memberId: id, tagId });
  const auditId = await auditOf('TAG_ADDED');
  const answers = await Promise.all(Array.from({ length: 5 }, () => revert(auditId)));
  expect(answers.map(refusalOf)).toEqual(Array(5).fill(undefined));
  const { rows } = await scene.api.owner.query(
    `select count(*)::int as n from audit_log where member_id = $1 and action = 'DELETE'`,
    [id],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

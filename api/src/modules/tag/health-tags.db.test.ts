// Tags about somebody's health: who sees them, and that every view is written down before it is one.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMember, addRegistration, insert } from '../../testing/fixtures.ts';
import { openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: GymScene;
let scripts: { coach: Viewer; admin: Viewer };
let tagId: string;
let memberId: string;
let plainId: string;

beforeAll(async () => {
  scene = await openGymScene();
  scripts = { coach: { ...scene.coach, via: 'TOKEN' }, admin: { ...scene.admin, via: 'TOKEN' } };
  tagId = await insert(scene.api.owner, 'tag', {
    gym_id: scene.gymId,
    name: 'Asthma',
    color: '#112233',
    is_health_data: true,
  });
});
afterAll(() => scene.api.close());
beforeEach(async () => {
  await scene.api.owner.query('delete from health_tag_view');
  await scene.api.owner.query('delete from member_tag');
  scene.api.clock.set('2026-03-04T12:00:00Z');
  [memberId, plainId] = [await addMember(scene.api.owner, scene.gymId), await addMember(scene.api.owner, scene.gymId)];
  await carry(memberId);
});

const carry = (id: string) =>
  insert(scene.api.owner, 'member_tag', { gym_id: scene.gymId, member_id: id, tag_id: tagId });
const views = async () =>
  (
    await scene.api.owner.query<{ member_id: string; tag_id: string; employee_id: string; request_id: string }>(
      'select member_id, tag_id, employee_id, request_id, seen_at from health_tag_view order by member_id',
    )
  ).rows;
const tagsOf = async (viewer: Viewer, id = memberId) =>
  (
    await scene.api.get<{ member: { tags: { name: string; isHealthData: boolean }[] | null } }>(
      viewer,
      'query ($id: ID!) { member(id: $id) { tags { name isHealthData } } }',
      { id },
    )
  ).member.tags;
const verb = (viewer: Viewer, name: string, type: string, input: object) =>
  scene.api.ask(viewer, `mutation ($input: ${type}!) { ${name}(input: $input) { tag { id } } }`, { input });

test('staff in person see it, and that they did is written: who, whom, what, when, by which request', async () => {
  expect(await tagsOf(scene.coach)).toEqual([{ name: 'Asthma', isHealthData: true }]);
  expect(await views()).toEqual([
    {
      member_id: memberId,
      tag_id: tagId,
      employee_id: scene.coach.employeeId,
      request_id: 'test',
      seen_at: new Date('2026-03-04T12:00:00Z'),
    },
  ]);
});

test('once a request and member, however often it is asked; all members of a list in one statement', async () => {
  const others = await Promise.all(Array.from({ length: 20 }, () => addMember(scene.api.owner, scene.gymId)));
  await Promise.all(others.map((id) => carry(id)));
  scene.api.statements.splice(0);
  await scene.api.get(
    scene.coach,
    'query ($id: ID!) { a: member(id: $id) { tags { id } more: tags { id } } members(pageSize: 100) { items { tags { id } } } }',
    { id: memberId },
  );
  expect((await views()).map((it) => it.member_id).toSorted()).toEqual([memberId, ...others].toSorted());
  expect(scene.api.statements.filter((text) => text.includes('insert into health_tag_view')).length).toBeLessThan(3);
  await tagsOf(scene.coach);
  expect(await views()).toHaveLength(22);
});

test('a roster notes those whom it shows it of', async () => {
  await addRegistration(scene.api.owner, scene.gymId, memberId, '2026-03-04T18:00:00Z', 'REGISTERED');
  await addRegistration(scene.api.owner, scene.gymId, plainId, '2026-03-04T19:00:00Z', 'REGISTERED');
  await scene.api.get(scene.coach, '{ sessions(on: "2026-03-04") { registrations { member { tags { id } } } } }');
  expect((await views()).map((it) => it.member_id)).toEqual([memberId]);
});

test('a list that leaves them out notes nothing', async () => {
  const { members } = await scene.api.get<{ members: { items: { tags: { id: string }[] }[] } }>(
    scene.coach,
    '{ members(pageSize: 100) { items { tags(withHealthData: false) { id } } } }',
  );
  expect(members.items.flatMap(({ tags }) => tags.map(({ id }) => id))).not.toContain(tagId);
  expect(await views()).toEqual([]);
});

test('without one, nothing is written and no statement more is run', async () => {
  scene.api.statements.splice(0);
  expect(await tagsOf(scene.coach, plainId)).toEqual([]);
  expect(scene.api.statements.filter((text) => /^insert/i.test(text))).toEqual([]);
  expect(scene.api.statements.filter((text) => text.startsWith('select json'))).toHaveLength(1);
});

test('what cannot be written down is not shown', async () => {
  await scene.api.owner.query('revoke insert on health_tag_view from spotter_app');
  const answer = await scene.api.ask(scene.coach, 'query ($id: ID!) { member(id: $id) { id tags { name } } }', {
    id: memberId,
  });
  await scene.api.owner.query('grant insert on health_tag_view to spotter_app');
  expect(answer.data).toEqual({ member: { id: memberId, tags: null } });
  expect(JSON.stringify(answer.errors)).not.toContain('Asthma');
});

test('for scripts there are no health tags, and members never see any', async () => {
  for (const script of Object.values(scripts)) {
    expect(await tagsOf(script)).toEqual([]);
    const answer = await scene.api.get<{ tags: { id: string }[]; members: { totalCount: number } }>(
      script,
      'query ($tags: [ID!]) { tags(includeArchived: true) { id } members(filter: { tagIds: $tags }) { totalCount } }',
      { tags: [tagId] },
    );
    expect([answer.tags.some(({ id }) => id === tagId), answer.members.totalCount]).toEqual([false, 0]);
    const input = { memberId, tagId };
    expect(refusalOf(await verb(script, 'addTagToMember', 'AddTagToMemberInput', input))).toBe(
      'BAD_USER_INPUT tagId UNKNOWN_TAG',
    );
    expect(refusalOf(await verb(script, 'removeTagFromMember', 'MemberTagInput', input))).toBe(
      'BAD_USER_INPUT tagId UNKNOWN_TAG',
    );
    expect(refusalOf(await verb(script, 'renameTag', 'RenameTagInput', { id: tagId, isHealthData: false }))).toBe(
      'NOT_FOUND',
    );
    const made = { name: 'Diabetes', color: '#112233', isHealthData: true };
    expect(refusalOf(await verb(script, 'createTag', 'CreateTagInput', made))).toBe('FORBIDDEN');
  }
  expect(await tagsOf({ ...scene.outsiders.member, memberId })).toBeNull();
  expect(await views()).toEqual([]);
});

test('whoever filters by it has seen all that are found; the number alone tells when few are', async () => {
  const find = (page: number) =>
    scene.api.get<{ members: { totalCount: number; items: { id: string }[] } }>(
      scene.coach,
      'query ($tags: [ID!], $page: Int) { members(filter: { tagIds: $tags }, page: $page) { totalCount items { id } } }',
      { tags: [tagId], page },
    );
  expect((await find(1)).members).toEqual({ totalCount: 1, items: [{ id: memberId }] });
  expect((await views()).map((it) => it.member_id)).toEqual([memberId]);
  expect((await find(9)).members).toEqual({ totalCount: 1, items: [] });
  expect(await views()).toHaveLength(2);
});

test('an admin reads who saw it, paged, and has then seen it too; nobody else reads it', async () => {
  for (let minute = 1; minute < 4; minute += 1) {
    scene.api.clock.set(`2026-03-04T12:0${minute}:00Z`);
    await tagsOf(scene.coach);
  }
  scene.api.clock.set('2026-03-04T12:10:00Z');
  const read = async (viewer: Viewer, page = 1) =>
    (
      await scene.api.get<{ member: { healthTagViews: { totalCount: number; items: object[] } | null } }>(
        viewer,
        'query ($id: ID!, $page: Int) { member(id: $id) { healthTagViews(page: $page, pageSize: 2) { totalCount items { seenAt employee { id } tag { name } } } } }',
        { id: memberId, page },
      )
    ).member.healthTagViews;
  const seen = (at: string) => ({ seenAt: at, employee: { id: scene.coach.employeeId }, tag: { name: 'Asthma' } });
  expect(await read(scene.admin)).toEqual({
    totalCount: 3,
    items: [seen('2026-03-04T12:03:00.000Z'), seen('2026-03-04T12:02:00.000Z')],
  });
  scene.api.clock.set('2026-03-04T12:11:00Z');
  expect(await read(scene.admin)).toMatchObject({
    totalCount: 4,
    items: [{ employee: { id: scene.admin.employeeId } }, {}],
  });
  expect(await read(scene.coach)).toBeNull();
  expect(await read(scripts.admin)).toBeNull();
});

test('staff mark a tag, only an admin unmarks it, and both are on record', async () => {
  const id = await insert(scene.api.owner, 'tag', { gym_id: scene.gymId, name: 'Back', color: '#112233' });
  const mark = (viewer: Viewer, isHealthData: boolean) =>
    verb(viewer, 'renameTag', 'RenameTagInput', { id, isHealthData }).then(refusalOf);
  expect(await mark(scripts.admin, true)).toBe('FORBIDDEN');
  expect(await mark(scene.coach, true)).toBeUndefined();
  expect(await mark(scene.coach, false)).toBe('FORBIDDEN');
  expect(await mark(scene.admin, false)).toBeUndefined();
  const { rows } = await scene.api.owner.query(
    `select after ->> 'is_health_data' as marked from audit_log where subject = 'tag' and subject_id = $1 and action = 'UPDATE' order by id`,
    [id],
  );
  expect(rows).toEqual([{ marked: 'true' }, { marked: 'false' }]);
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMember, insert } from '../../testing/fixtures.ts';
import { auditOf, newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene();
});
afterAll(() => scene.api.close());
beforeEach(() => scene.api.clock.set('2026-03-04T12:00:00Z'));

interface Tag {
  id: string;
  name: string;
  color: string;
  kind: string;
  isArchived: boolean;
  memberCount: number | null;
}

const run = (viewer: Viewer | null, verb: string, type: string, input: object) =>
  scene.api.ask<Record<string, { tag: Tag; member: { tags: Tag[] } }>>(
    viewer,
    `mutation ($input: ${type}!) { ${verb}(input: $input) { tag { id name color isArchived memberCount } ${/MemberTagInput|AddTagToMemberInput/.test(type) ? 'member { tags { id name kind } }' : ''} } }`,
    { input },
  );
const create = async (name: string) =>
  (await run(scene.coach, 'createTag', 'CreateTagInput', { name, color: '#2F6FB0' })).data?.['createTag']?.tag as Tag;
const tagsOf = async (memberId: string, viewer: Viewer = scene.coach) =>
  (
    await scene.api.get<{ member: { tags: Tag[] } }>(
      viewer,
      'query ($id: ID!) { member(id: $id) { tags { id name kind } } }',
      { id: memberId },
    )
  ).member.tags;

test('a tag is given, shown, taken away; each may be repeated', async () => {
  const [memberId, tag] = [await addMember(scene.api.owner, scene.gymId), await create('Injury')];
  const input = { memberId, tagId: tag.id };
  await Promise.all(Array.from({ length: 5 }, () => run(scene.coach, 'addTagToMember', 'AddTagToMemberInput', input)));
  expect(await tagsOf(memberId)).toEqual([{ id: tag.id, name: 'Injury', kind: 'CUSTOM' }]);
  await run(scene.coach, 'removeTagFromMember', 'MemberTagInput', input);
  expect(
    (await run(scene.coach, 'removeTagFromMember', 'MemberTagInput', input)).data?.['removeTagFromMember']?.member.tags,
  ).toEqual([]);
  const who = scene.coach.employeeId;
  expect(await auditOf(scene.api, 'member_tag', memberId)).toEqual([
    { action: 'INSERT', employee_id: who },
    { action: 'DELETE', employee_id: who },
  ]);
});

test('names are unique among the tags in use, whatever their case, also in a race', async () => {
  const answers = await Promise.all(
    ['Runner', 'runner', 'RUNNER'].map((name) =>
      run(scene.coach, 'createTag', 'CreateTagInput', { name, color: '#000000' }),
    ),
  );
  expect(answers.map(refusalOf).filter(Boolean)).toEqual(Array(2).fill('BAD_USER_INPUT name NAME_TAKEN'));
  const other = await create('Swimmer');
  expect(refusalOf(await run(scene.coach, 'renameTag', 'RenameTagInput', { id: other.id, name: ' runner ' }))).toBe(
    'BAD_USER_INPUT name NAME_TAKEN',
  );
});

test('an archived tag is unseen and frees its name; coming back it keeps its members unless the name was taken', async () => {
  const [memberId, tag] = [await addMember(scene.api.owner, scene.gymId), await create('Rehab')];
  await run(scene.coach, 'addTagToMember', 'AddTagToMemberInput', { memberId, tagId: tag.id });
  const archived = await run(scene.coach, 'archiveTag', 'TagIdInput', { id: tag.id });
  expect(archived.data?.['archiveTag']?.tag).toMatchObject({ isArchived: true, memberCount: 1 });
  expect(await tagsOf(memberId)).toEqual([]);
  expect(refusalOf(await run(scene.coach, 'addTagToMember', 'AddTagToMemberInput', { memberId, tagId: tag.id }))).toBe(
    'BAD_USER_INPUT tagId ARCHIVED_TAG',
  );
  const newer = await create('rehab');
  expect(refusalOf(await run(scene.coach, 'restoreTag', 'TagIdInput', { id: tag.id }))).toBe(
    'BAD_USER_INPUT name NAME_TAKEN',
  );
  await run(scene.coach, 'archiveTag', 'TagIdInput', { id: newer.id });
  await run(scene.coach, 'restoreTag', 'TagIdInput', { id: tag.id });
  expect(await tagsOf(memberId)).toMatchObject([{ name: 'Rehab' }]);
});

test('what is absent stays as it is', async () => {
  const tag = await create('Before');
  const renamed = await run(scene.coach, 'renameTag', 'RenameTagInput', { id: tag.id, name: 'After' });
  expect(renamed.data?.['renameTag']?.tag).toMatchObject({ name: 'After', color: '#2f6fb0' });
});

test('the list counts members without asking once a tag', async () => {
  scene.api.statements.splice(0);
  const { tags } = await scene.api.get<{ tags: Tag[] }>(
    scene.coach,
    '{ tags(includeArchived: true) { name isArchived memberCount } }',
  );
  expect(tags.length).toBeGreaterThan(3);
  expect(scene.api.statements.filter((text) => text.startsWith('select'))).toHaveLength(2);
});

test('who may not is refused, and learns nothing of another gym', async () => {
  const tag = await create('Ours');
  const input = { memberId: scene.memberId, tagId: tag.id };
  expect(refusalOf(await run(scene.outsiders.readToken, 'addTagToMember', 'AddTagToMemberInput', input))).toBe(
    'FORBIDDEN',
  );
  expect(
    refusalOf(await run(scene.outsiders.member, 'createTag', 'CreateTagInput', { name: 'x', color: '#000000' })),
  ).toBe('FORBIDDEN');
  expect(
    await scene.api.get(scene.outsiders.member, 'query ($id: ID!) { member(id: $id) { tags { id } } }', {
      id: scene.memberId,
    }),
  ).toEqual({ member: { tags: null } });
  for (const verb of ['archiveTag', 'restoreTag']) {
    expect(JSON.stringify(await run(scene.outsiders.otherGym, verb, 'TagIdInput', { id: tag.id }))).toBe(
      JSON.stringify(await run(scene.outsiders.otherGym, verb, 'TagIdInput', { id: newId() })),
    );
  }
  const foreign = await insert(scene.api.owner, 'tag', {
    gym_id: scene.outsiders.otherGym.gymId,
    name: 'Theirs',
    color: '#000000',
  });
  expect(
    refusalOf(
      await run(scene.coach, 'addTagToMember', 'AddTagToMemberInput', { memberId: scene.memberId, tagId: foreign }),
    ),
  ).toBe('BAD_USER_INPUT tagId UNKNOWN_TAG');
});

test.each([
  [{ name: ' ', color: '#000000' }, 'name REQUIRED'],
  [{ name: 'x'.repeat(41), color: '#000000' }, 'name TOO_LONG'],
  [{ name: 'x', color: 'red' }, 'color INVALID_COLOR'],
  [{ id: '1', name: 'x', color: '#000000' }, 'id INVALID_ID'],
])('bad input is named: %o', async (input, refusal) => {
  expect(refusalOf(await run(scene.coach, 'createTag', 'CreateTagInput', input))).toBe(`BAD_USER_INPUT ${refusal}`);
});

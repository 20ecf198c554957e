// Tags that count until a day, the last of which is that day on the gym's clock.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMember, insert } from '../../testing/fixtures.ts';
import { auditOf, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';

let scene: GymScene;
let memberId: string;
let tagId: string;
beforeAll(async () => {
  scene = await openGymScene();
});
afterAll(() => scene.api.close());
beforeEach(async () => {
  scene.api.clock.set('2026-01-20T12:00:00Z');
  memberId = await addMember(scene.api.owner, scene.gymId);
  tagId = await insert(scene.api.owner, 'tag', { gym_id: scene.gymId, name: memberId, color: '#112233' });
});

const add = (input: { expiresOn?: string | null } = {}) =>
  scene.api.ask<{ addTagToMember: { member: { tags: { id: string; expiresOn: string | null }[] } } }>(
    scene.coach,
    'mutation ($input: AddTagToMemberInput!) { addTagToMember(input: $input) { member { tags { id expiresOn } } } }',
    { input: { memberId, tagId, ...input } },
  );
const carried = async () => {
  const answer = await scene.api.get<{
    member: { tags: { expiresOn: string | null }[] };
    members: { totalCount: number };
    tags: { id: string; memberCount: number }[];
  }>(
    scene.coach,
    'query ($id: ID!, $tags: [ID!]) { member(id: $id) { tags { expiresOn } } members(filter: { tagIds: $tags }) { totalCount } tags { id memberCount } }',
    { id: memberId, tags: [tagId] },
  );
  const counts = [answer.members.totalCount, answer.tags.find(({ id }) => id === tagId)?.memberCount];
  expect(counts).toEqual(Array(2).fill(answer.member.tags.length));
  return answer.member.tags.map(({ expiresOn }) => expiresOn);
};

test('it counts on its last day and is gone the day after, on the gym’s clock, without anything that runs', async () => {
  expect((await add({ expiresOn: '2026-02-01' })).data?.addTagToMember.member.tags).toEqual([
    { id: tagId, expiresOn: '2026-02-01' },
  ]);
  scene.api.clock.set('2026-02-01T22:59:00Z');
  expect(await carried()).toEqual(['2026-02-01']);
  scene.api.clock.set('2026-02-01T23:00:00Z');
  expect(await carried()).toEqual([]);
});

test('putting it on again changes until when it counts, and what is absent stays', async () => {
  await add({ expiresOn: '2026-02-01' });
  await add();
  expect(await carried()).toEqual(['2026-02-01']);
  await add({ expiresOn: '2026-03-01' });
  expect(await carried()).toEqual(['2026-03-01']);
  await add({ expiresOn: null });
  expect(await carried()).toEqual([null]);
  expect((await auditOf(scene.api, 'member_tag', memberId)).map(({ action }) => action)).toEqual([
    'INSERT',
    'UPDATE',
    'UPDATE',
  ]);
});

test('one that has expired can be put on anew, by whoever does', async () => {
  await add({ expiresOn: '2026-02-01' });
  scene.api.clock.set('2026-02-10T12:00:00Z');
  await Promise.all([add(), add(), add()]);
  expect(await carried()).toEqual([null]);
  const { rows } = await scene.api.owner.query('select added_at from member_tag where member_id = $1', [memberId]);
  expect(rows).toEqual([{ added_at: new Date('2026-02-10T12:00:00Z') }]);
});

test('today is the first day that can be the last', async () => {
  scene.api.clock.set('2026-01-20T23:30:00Z');
  expect(refusalOf(await add({ expiresOn: '2026-01-20' }))).toBe('BAD_USER_INPUT expiresOn DAY_PASSED');
  expect(refusalOf(await add({ expiresOn: '2026-01-21' }))).toBeUndefined();
});

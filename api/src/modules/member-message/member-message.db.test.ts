import { afterAll, beforeAll, expect, test } from 'vitest';
import { GymDatabase } from '../../database/gym-database.ts';
import { addMember } from '../../testing/fixtures.ts';
import { auditOf, newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { viewerOf } from '../../testing/test-api.ts';
import { MemberMessageKind } from './member-message.type.ts';
import { tellMembers } from './tell-members.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene();
});
afterAll(() => scene.api.close());

interface Message {
  id: string;
  subject: string;
  body: string;
  readAt: string | null;
}

const tell = (viewer: Viewer, memberIds: string[], occurrence = 'Yoga 18:00') =>
  new GymDatabase(scene.api.database, viewer, 'test').write((em) =>
    tellMembers(em, {
      memberIds,
      kind: MemberMessageKind.SESSION_CANCELLED,
      occurrence,
      subject: { nl: 'Yoga gaat niet door', en: 'Yoga is cancelled' },
      body: { nl: 'De les van 18:00 is afgelast.', en: 'The session at 18:00 is cancelled.' },
      at: scene.api.clock.now(),
    }),
  );
const messagesOf = async (viewer: Viewer, id: string) =>
  (
    await scene.api.get<{ member: { unreadMessageCount: number; messages: { nodes: Message[] } } | null }>(
      viewer,
      'query ($id: ID!) { member(id: $id) { unreadMessageCount messages { nodes { id subject body readAt } } } }',
      { id },
    )
  ).member;
const read = (viewer: Viewer | null, id: string) =>
  scene.api.ask<{ markMessageRead: { message: Message; member: { unreadMessageCount: number } } }>(
    viewer,
    'mutation ($input: MemberMessageIdInput!) { markMessageRead(input: $input) { message { readAt } member { unreadMessageCount } } }',
    { input: { id } },
  );

test('members are told once, in the language of the gym, also when it is said twice at a time', async () => {
  const [anna, bob] = [await addMember(scene.api.owner, scene.gymId), await addMember(scene.api.owner, scene.gymId)];
  const counts = await Promise.all([tell(scene.coach, [anna, bob]), tell(scene.coach, [anna, bob])]);
  expect(counts.toSorted((a, b) => a - b)).toEqual([0, 2]);
  expect(await tell(scene.coach, [anna], 'Yoga 19:00')).toBe(1);
  expect(await messagesOf(scene.coach, bob)).toMatchObject({
    unreadMessageCount: 1,
    messages: { nodes: [{ subject: 'Yoga gaat niet door', readAt: null }] },
  });
  expect(await auditOf(scene.api, 'member_message', anna)).toHaveLength(2);
});

test('nobody of another gym is told', async () => {
  const stranger = await addMember(scene.api.owner, scene.outsiders.otherGym.gymId);
  expect(await tell(scene.coach, [stranger])).toBe(0);
});

test('a member reads their own, which keeps when that was first; staff and others cannot', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  await tell(scene.coach, [memberId]);
  const member = viewerOf(scene.gymId, { memberId });
  const id = (await messagesOf(member, memberId))?.messages.nodes[0]?.id ?? '';
  const first = await read(member, id);
  expect(first.data?.markMessageRead.member.unreadMessageCount).toBe(0);
  scene.api.clock.advance(60_000);
  expect((await read(member, id)).data?.markMessageRead.message).toEqual(first.data?.markMessageRead.message);
  expect(refusalOf(await read(scene.coach, id))).toBe('FORBIDDEN');
  expect(refusalOf(await read(null, id))).toBe('UNAUTHENTICATED');
  const other = viewerOf(scene.gymId, { memberId: await addMember(scene.api.owner, scene.gymId) });
  expect(JSON.stringify(await read(other, id))).toBe(JSON.stringify(await read(other, newId())));
  expect(await messagesOf(other, memberId)).toBeNull();
});

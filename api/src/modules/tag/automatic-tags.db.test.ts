// Automatic tags at awkward moments: on the member, in the list of members, and in the roster of a session they are the same.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, addRegistration, addSession, insert } from '../../testing/fixtures.ts';
import { openGymScene } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene();
});
afterAll(() => scene.api.close());

const KINDS = ['BIRTHDAY', 'FIRST_SESSION', 'NEW_MEMBER'];
const at = (now: string) => scene.api.clock.set(now);
const register = (memberId: string, startsAt: string, status = 'REGISTERED') =>
  addRegistration(scene.api.owner, scene.gymId, memberId, startsAt, status);
const joined = (row: object = {}) => addMember(scene.api.owner, scene.gymId, { joined_on: '2020-01-01', ...row });

interface Carrier {
  id: string;
  tags: { kind: string; name: string }[];
}

/** What a member is shown with, which must be what the list finds them by. */
async function kindsOf(id: string, viewer: Viewer = scene.coach): Promise<string[]> {
  const found = KINDS.map(
    (kind) => `${kind}: members(filter: { tagIds: ["${kind}"] }, pageSize: 100) { items { id } }`,
  );
  const answer = await scene.api.get<{ member: Carrier } & Record<string, { items: { id: string }[] }>>(
    viewer,
    `query ($id: ID!) { member(id: $id) { id tags { kind name } } ${found.join(' ')} }`,
    { id },
  );
  const shown = answer.member.tags.map(({ kind }) => kind);
  expect(KINDS.filter((kind) => answer[kind]?.items.some((it) => it.id === id))).toEqual(shown);
  return shown;
}

test('they come and go with the day on the gym’s clock: at 23:30 in UTC it is tomorrow there', async () => {
  const id = await joined({ birth_date: '1990-03-05', joined_on: '2026-02-05' });
  await register(id, '2026-03-06T18:00:00Z');
  at('2026-03-04T22:30:00Z');
  expect(await kindsOf(id)).toEqual(['FIRST_SESSION', 'NEW_MEMBER']);
  at('2026-03-04T23:30:00Z');
  expect(await kindsOf(id)).toEqual(['BIRTHDAY', 'FIRST_SESSION', 'NEW_MEMBER']);
  // In summer the gym's midnight is at 22:00 in UTC.
  const summer = await joined({ birth_date: '1990-07-02' });
  at('2026-07-01T21:59:00Z');
  expect(await kindsOf(summer)).toEqual([]);
  at('2026-07-01T22:00:00Z');
  expect(await kindsOf(summer)).toEqual(['BIRTHDAY']);
});

test('who was born on 29 February celebrates on the 28th, in leap years on the 29th', async () => {
  const id = await joined({ birth_date: '2000-02-29' });
  const days = ['2027-02-27', '2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01'];
  const seen: string[] = [];
  for (const day of days) {
    at(`${day}T12:00:00Z`);
    if ((await kindsOf(id)).includes('BIRTHDAY')) seen.push(day);
  }
  expect(seen).toEqual(['2027-02-28', '2028-02-29']);
});

test('a member is new on the day they join and for as many days as the gym says, not on the next', async () => {
  const id = await joined({ joined_on: '2026-04-01' });
  const isNew = async (now: string) => {
    at(now);
    return (await kindsOf(id)).includes('NEW_MEMBER');
  };
  expect(await isNew('2026-03-31T21:59:00Z')).toBe(false);
  expect(await isNew('2026-03-31T22:00:00Z')).toBe(true);
  expect(await isNew('2026-04-30T21:59:00Z')).toBe(true);
  expect(await isNew('2026-04-30T22:00:00Z')).toBe(false);
  await scene.api.owner.query('update gym set new_member_days = 7 where id = $1', [scene.gymId]);
  expect(await isNew('2026-04-07T12:00:00Z')).toBe(true);
  expect(await isNew('2026-04-08T12:00:00Z')).toBe(false);
  await scene.api.owner.query('update gym set new_member_days = 0 where id = $1', [scene.gymId]);
  expect(await isNew('2026-04-01T12:00:00Z')).toBe(false);
  await scene.api.owner.query('update gym set new_member_days = 30 where id = $1', [scene.gymId]);
});

test('a first session is one to come or today’s, until it has been another day', async () => {
  at('2026-03-04T08:00:00Z');
  const isFirst = async (id: string, now = '2026-03-04T20:00:00Z') => {
    at(now);
    return (await kindsOf(id)).includes('FIRST_SESSION');
  };
  const [today, attended, missed, past, regular, cancelled, dropped] = await Promise.all(
    Array.from({ length: 7 }, () => joined()),
  );
  await register(today!, '2026-03-04T18:00:00Z');
  await register(attended!, '2026-03-04T18:00:00Z', 'ATTENDED');
  await register(missed!, '2026-03-04T18:00:00Z', 'NO_SHOW');
  await register(past!, '2026-03-03T18:00:00Z');
  await register(regular!, '2026-03-03T22:30:00Z', 'ATTENDED');
  await register(regular!, '2026-03-04T18:00:00Z', 'ATTENDED');
  await register(dropped!, '2026-03-05T18:00:00Z', 'CANCELLED');
  const sessionId = await addSession(scene.api.owner, scene.gymId, '2026-03-05T18:00:00Z', {
    cancelled_at: '2026-03-04T08:00:00Z',
  });
  await insert(scene.api.owner, 'registration', {
    gym_id: scene.gymId,
    session_id: sessionId,
    starts_at: '2026-03-05T18:00:00Z',
    member_id: cancelled!,
    status: 'REGISTERED',
  });
  const first = async (now?: string) =>
    Promise.all([today, attended, missed, past, regular, cancelled, dropped].map((id) => isFirst(id!, now)));
  // Half past eleven at night in Amsterdam, on the 3rd, was another day.
  expect(await first()).toEqual([true, true, false, false, false, false, false]);
  expect(await first('2026-03-04T22:59:00Z')).toEqual([true, true, false, false, false, false, false]);
  expect(await first('2026-03-04T23:00:00Z')).toEqual([false, false, false, false, false, false, false]);
  await register(missed!, '2026-03-10T18:00:00Z');
  expect(await isFirst(missed!, '2026-03-05T12:00:00Z')).toBe(true);
});

test('in the roster of a session they are the same, in the viewer’s language', async () => {
  at('2026-03-04T23:30:00Z');
  const id = await joined({ birth_date: '1990-03-05' });
  const registrationId = await register(id, '2026-03-05T18:00:00Z');
  const { sessions } = await scene.api.get<{ sessions: { registrations: { id: string; member: Carrier }[] }[] }>(
    { ...scene.coach, locale: 'en' },
    '{ sessions(on: "2026-03-05") { registrations { id member { tags { kind name } } } } }',
  );
  const registration = sessions.flatMap((session) => session.registrations).find((it) => it.id === registrationId);
  expect(registration?.member.tags.map(({ name }) => name)).toEqual(['Birthday', 'First session']);
  expect(await kindsOf(id)).toEqual(['BIRTHDAY', 'FIRST_SESSION']);
});

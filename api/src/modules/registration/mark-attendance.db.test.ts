import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId, refusalOf } from '../../testing/gym-scene.ts';
import { addTrainee, openSessionScene, planSession, register } from '../../testing/session-scene.ts';
import type { SessionScene } from '../../testing/session-scene.ts';

let scene: SessionScene;
let sessionId: string;
let members: string[];
let places: string[];

beforeAll(async () => {
  scene = await openSessionScene();
});
afterAll(() => scene.api.close());
beforeEach(async () => {
  scene.api.clock.set('2026-03-04T18:45:00Z');
  sessionId = await planSession(scene, '2026-03-04T18:30:00Z');
  members = await Promise.all([1, 2, 3].map(() => addTrainee(scene, {})));
  places = [];
  for (const memberId of members) {
    const { registration } = await register(scene, [memberId, sessionId]);
    places.push(registration?.id ?? '');
  }
});

type Status = 'REGISTERED' | 'ATTENDED' | 'NO_SHOW';
/** Which place, its mark, and the second of the clock of the device. */
type Mark = [place: number, status: Status, second: number];

const document = `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) {
  session { id registrations { id status } } marks { registrationId outcome registration { status } } } }`;

interface Answer {
  markAttendance: {
    session: { registrations: { id: string; status: string }[] };
    marks: { registrationId: string; outcome: string; registration: { status: string } }[];
  };
}

const at = (second: number) => new Date(Date.parse('2026-03-04T18:40:00Z') + second * 1000).toISOString();
const inputOf = (marks: Mark[], id = newId()) => ({
  id,
  sessionId,
  marks: marks.map(([place, status, second]) => ({ registrationId: places[place], status, markedAt: at(second) })),
});
const send = async (input: object) => (await scene.api.get<Answer>(scene.coach, document, { input })).markAttendance;
const outcomesOf = ({ marks }: Answer['markAttendance']) => marks.map(({ outcome }) => outcome);
const statuses = async () => {
  const { rows } = await scene.api.owner.query<{ id: string; status: string }>(
    'select id, status from registration where session_id = $1',
    [sessionId],
  );
  return places.map((id) => rows.find((row) => row.id === id)?.status);
};
const lastVisitOf = async (memberId: string | undefined) => {
  const { rows } = await scene.api.owner.query<{ at: Date | null }>(
    'select last_visit_at as at from member where id = $1',
    [memberId],
  );
  return rows[0]?.at?.toISOString() ?? null;
};

test('all in one go; a visit is the last one, and no longer when the mark is taken away', async () => {
  const answer = await send(
    inputOf([
      [0, 'ATTENDED', 1],
      [1, 'NO_SHOW', 2],
      [2, 'ATTENDED', 3],
    ]),
  );
  expect(outcomesOf(answer)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
  expect(answer.session.registrations.map(({ status }) => status).toSorted()).toEqual([
    'ATTENDED',
    'ATTENDED',
    'NO_SHOW',
  ]);
  expect(await lastVisitOf(members[0])).toBe('2026-03-04T18:30:00.000Z');
  await send(inputOf([[0, 'REGISTERED', 9]]));
  expect(await lastVisitOf(members[0])).toBeNull();
});

test('reports that come twice, late and in any order end in the same, each change on record once', async () => {
  const reports = Array.from({ length: 12 }, (_, index) =>
    inputOf([
      [index % 3, (['ATTENDED', 'NO_SHOW', 'REGISTERED'] as const)[(index * 7) % 3] ?? 'ATTENDED', index * 5],
      [(index + 1) % 3, index % 2 === 0 ? 'ATTENDED' : 'NO_SHOW', index * 5 + 1],
    ]),
  );
  for (const report of reports) await send(report);
  const inOrder = await statuses();
  const audited = await auditCount();
  for (const report of reports) await send(report);
  expect([await statuses(), await auditCount()]).toEqual([inOrder, audited]);
  await scene.api.owner.query(
    `update registration set status = 'REGISTERED', marked_at = null, mark_id = null where session_id = $1`,
    [sessionId],
  );
  const shuffled = [...reports, ...reports].map((it, index) => ({ it, by: (index * 7919) % 24 }));
  await Promise.all(shuffled.toSorted((a, b) => a.by - b.by).map(({ it }) => send(it)));
  expect(await statuses()).toEqual(inOrder);
});

async function auditCount(): Promise<number> {
  const { rows } = await scene.api.owner.query<{ count: number }>(
    `select count(*)::int from audit_log where subject = 'registration' and subject_id = any($1)`,
    [places],
  );
  return rows[0]?.count ?? 0;
}

test('a replay never undoes what was marked since, and says so', async () => {
  const first = inputOf([[0, 'ATTENDED', 1]]);
  expect(outcomesOf(await send(first))).toEqual(['APPLIED']);
  expect(outcomesOf(await send(first))).toEqual(['APPLIED']);
  await send(inputOf([[0, 'NO_SHOW', 2]]));
  expect(await send(first)).toMatchObject({ marks: [{ outcome: 'SUPERSEDED', registration: { status: 'NO_SHOW' } }] });
});

test('of two marks of one place in a report the later one counts', async () => {
  const answer = await send(
    inputOf([
      [0, 'ATTENDED', 5],
      [0, 'NO_SHOW', 4],
    ]),
  );
  expect(outcomesOf(answer)).toEqual(['APPLIED', 'SUPERSEDED']);
});

test('two devices at the same moment end in the same, whichever is heard first', async () => {
  const reports = [inputOf([[0, 'ATTENDED', 5]]), inputOf([[0, 'NO_SHOW', 5]])];
  const ends = [];
  for (const order of [reports, reports.toReversed()]) {
    await scene.api.owner.query('update registration set marked_at = null, mark_id = null where session_id = $1', [
      sessionId,
    ]);
    for (const report of order) await send(report);
    ends.push((await statuses())[0]);
  }
  expect(ends[0]).toBe(ends[1]);
});

test('not on the day before, not by a clock that runs ahead, not what was cancelled', async () => {
  scene.api.clock.set('2026-03-03T22:59:00Z');
  expect(outcomesOf(await send(inputOf([[0, 'ATTENDED', -86_400]])))).toEqual(['TOO_EARLY']);
  scene.api.clock.set('2026-03-03T23:01:00Z');
  expect(outcomesOf(await send(inputOf([[0, 'ATTENDED', 0]])))).toEqual(['CLOCK_AHEAD']);
  scene.api.clock.set('2026-03-04T18:45:00Z');
  await scene.api.owner.query(`update registration set status = 'CANCELLED' where id = $1`, [places[1]]);
  expect(
    outcomesOf(
      await send(
        inputOf([
          [0, 'ATTENDED', 1],
          [1, 'ATTENDED', 1],
        ]),
      ),
    ),
  ).toEqual(['APPLIED', 'REGISTRATION_CANCELLED']);
  await scene.api.owner.query('update session set cancelled_at = now() where id = $1', [sessionId]);
  expect(outcomesOf(await send(inputOf([[0, 'NO_SHOW', 2]])))).toEqual(['SESSION_CANCELLED']);
});

test('nothing is applied of a report that names somebody of another session', async () => {
  const elsewhere = await planSession(scene, '2026-03-04T19:30:00Z');
  const { registration } = await register(scene, [members[0] ?? '', elsewhere]);
  const input = inputOf([[0, 'ATTENDED', 1]]);
  input.marks.push({ registrationId: registration?.id, status: 'ATTENDED', markedAt: at(1) });
  expect(refusalOf(await scene.api.ask(scene.coach, document, { input }))).toBe('NOT_FOUND');
  expect(await statuses()).toEqual(['REGISTERED', 'REGISTERED', 'REGISTERED']);
});

test('as many statements for three as for one', async () => {
  const counts = [];
  for (const marks of [[[0, 'ATTENDED', 1]], [0, 1, 2].map((place) => [place, 'NO_SHOW', 2])] as Mark[][]) {
    scene.api.statements.length = 0;
    await send(inputOf(marks));
    counts.push(scene.api.statements.length);
  }
  expect(counts[0]).toBe(counts[1]);
});

test('only staff who may write', async () => {
  const { readToken, member, otherGym } = scene.outsiders;
  const ask = (viewer: typeof readToken) => scene.api.ask(viewer, document, { input: inputOf([[0, 'ATTENDED', 1]]) });
  expect([refusalOf(await ask(readToken)), refusalOf(await ask(member)), refusalOf(await ask(otherGym))]).toEqual([
    'FORBIDDEN',
    'FORBIDDEN',
    'NOT_FOUND',
  ]);
});

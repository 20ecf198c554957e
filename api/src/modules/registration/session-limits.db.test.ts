// Random members, plans and weeks, registering and cancelling in any order, across the change to summer time: what the verbs
// say is what a plain reference says.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insert } from '../../testing/fixtures.ts';
import { plainRefusals } from '../../testing/registration-reference.ts';
import type { PlainPlan, PlainSession } from '../../testing/registration-reference.ts';
import {
  addPlan,
  addTrainee,
  cancel,
  codesOf,
  openSessionScene,
  planSession,
  register,
} from '../../testing/session-scene.ts';
import type { SessionScene } from '../../testing/session-scene.ts';

let scene: SessionScene;
let typeIds: string[];
let calendarIds: string[];
let sessions: PlainSession[];

beforeAll(async () => {
  scene = await openSessionScene('2026-03-20T12:00:00Z');
  const add = (table: string, row: object) => insert(scene.api.owner, table, { gym_id: scene.gymId, ...row });
  typeIds = [scene.typeId, await add('session_type', { name: 'Yoga', color: '#336699' })];
  calendarIds = [scene.calendarId, await add('calendar', { name: 'Park' })];
  // Around the midnights of three weeks; 29 March is the Sunday without an hour.
  const hours = ['2026-03-21T09', '2026-03-22T22', '2026-03-22T23', '2026-03-24T18', '2026-03-26T18', '2026-03-28T09'];
  const later = ['2026-03-29T01', '2026-03-29T21', '2026-03-29T22', '2026-03-31T17', '2026-04-02T17', '2026-04-05T21'];
  sessions = await Promise.all(
    [...hours, ...later].map(async (hour, index) => {
      const [startsAt, typeId, calendarId] = [
        `${hour}:30:00Z`,
        typeIds[Number(index % 4 === 3)],
        calendarIds[Number(index % 5 === 4)],
      ];
      const id = await planSession(scene, startsAt, { session_type_id: typeId, calendar_id: calendarId });
      return { id, startsAt, typeId: typeId ?? '', calendarId: calendarId ?? '' };
    }),
  );
});
afterAll(() => scene.api.close());

const days = ['2026-01-01', '2026-03-22', '2026-03-23', '2026-03-28', '2026-03-29', '2026-03-30', '2026-04-02'];
const plans = fc.array(
  fc.record({
    limit: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 6 }),
    isOnce: fc.boolean(),
    startsOn: fc.constantFrom(...days.slice(0, 4)),
    endsOn: fc.option(fc.constantFrom(...days.slice(3))),
    hasYoga: fc.boolean(),
    hasPark: fc.boolean(),
  }),
  { maxLength: 3 },
);
const steps = fc.array(fc.record({ session: fc.nat(11), isGoing: fc.boolean() }), { minLength: 6, maxLength: 14 });

test('limits, credits and what is included, as a plain reference has them', async () => {
  await fc.assert(
    fc.asyncProperty(plans, steps, async (wanted, path) => {
      const memberId = await addTrainee(scene);
      const held = await Promise.all(
        wanted.map(async ({ limit, hasYoga, hasPark, endsOn, ...plan }): Promise<PlainPlan> => {
          const terms = {
            ...plan,
            typeIds: typeIds.slice(0, hasYoga ? 2 : 1),
            calendarIds: calendarIds.slice(0, hasPark ? 2 : 1),
          };
          const id = await addPlan(scene, memberId, { ...terms, ...(limit && { limit }), ...(endsOn && { endsOn }) });
          return { ...terms, id, limit, endsOn };
        }),
      );
      const places = new Map<string, string>();
      for (const { session: index, isGoing } of path) {
        const session = sessions[index] as PlainSession;
        const place = places.get(session.id);
        if (place) {
          if (isGoing) await cancel(scene, place);
          if (isGoing) places.delete(session.id);
          continue;
        }
        const registered = sessions.filter(({ id }) => places.has(id));
        const refusals = plainRefusals(held, registered, session);
        const answer = await register(scene, [memberId, session.id]);
        expect(codesOf(answer).toSorted()).toEqual(refusals.length > 0 ? refusals : ['MemberRegistered']);
        if (answer.registration) places.set(session.id, answer.registration.id);
      }
      for (const place of places.values()) await cancel(scene, place);
    }),
    { seed: 20260329, numRuns: 25 },
  );
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSession } from '../../testing/fixtures.ts';
import { openGymScene } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
});
afterAll(() => scene.api.close());

const next = async (on?: string) =>
  (
    await scene.api.get<{ firstSessionAfter: { id: string; type: { name: string } } | null }>(
      scene.coach,
      'query ($on: LocalDate) { firstSessionAfter(on: $on) { id type { name } registrationCount } }',
      { on },
    )
  ).firstSessionAfter?.id;

test("the next session is the first after the day, on the gym's clock, that is not cancelled", async () => {
  expect(await next()).toBeUndefined();
  const { owner } = scene.api;
  await addSession(owner, scene.gymId, '2026-03-04T22:30:00Z');
  await addSession(owner, scene.gymId, '2026-03-04T23:30:00Z', { cancelled_at: '2026-03-01T12:00:00Z' });
  const later = await addSession(owner, scene.gymId, '2026-03-06T08:00:00Z');
  const soon = await addSession(owner, scene.gymId, '2026-03-04T23:00:00Z');
  expect(await next()).toBe(soon);
  expect(await next('2026-03-05')).toBe(later);
  expect(await next('2026-03-06')).toBeUndefined();
});

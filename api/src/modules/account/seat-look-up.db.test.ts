import { afterAll, beforeAll, expect, test } from 'vitest';
import { addGym } from '../../testing/fixtures.ts';
import { addCoach, signIn } from '../../testing/sign-in.ts';
import type { Coach } from '../../testing/sign-in.ts';
import { openTestApi } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';
import { hashSecret } from './identify-viewer.ts';
import { SeatLookUp } from './seat-look-up.ts';

let api: TestApi;
const signedIn: { coach: Coach; secret: string }[] = [];
beforeAll(async () => {
  api = await openTestApi();
  for (const gymId of [await addGym(api.owner), await addGym(api.owner), await addGym(api.owner)]) {
    const coach = await addCoach(api, gymId);
    signedIn.push({ coach, secret: (await signIn(api, coach.email)).token! });
  }
});
afterAll(() => api.close());

test('look-ups of many requests share one statement, and each gets its own answer', async () => {
  const seats = new SeatLookUp(api.database, api.clock);
  const secrets = Array.from({ length: 60 }, (_, index) => signedIn[index % 4]?.secret ?? `nobody ${index}`);
  api.statements.splice(0);
  const found = await Promise.all(secrets.map((secret) => seats.find('session', hashSecret(secret))));
  expect(found.map((seat) => seat?.employee_id ?? null)).toEqual(
    secrets.map((secret) => signedIn.find((one) => one.secret === secret)?.coach.employeeId ?? null),
  );
  expect(api.statements).toHaveLength(1);
});

test('nothing is kept: a revoked session is refused by the next look-up', async () => {
  const seats = new SeatLookUp(api.database, api.clock);
  const { secret, coach } = signedIn[0]!;
  expect((await seats.find('session', hashSecret(secret)))?.employee_id).toBe(coach.employeeId);
  await api.owner.query('update login_session set revoked_at = now() where token_hash = $1', [hashSecret(secret)]);
  expect(await seats.find('session', hashSecret(secret))).toBeNull();
});

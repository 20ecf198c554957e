import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookieHeader } from '../../session-cookie.ts';
import { addGym } from '../../testing/fixtures.ts';
import { addCoach, signIn } from '../../testing/sign-in.ts';
import type { Coach } from '../../testing/sign-in.ts';
import { openTestApi } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';
import { identifyViewer } from './identify-viewer.ts';
import { SeatLookUp } from './seat-look-up.ts';

let api: TestApi;
let coach: Coach;
let token: string;
beforeAll(async () => {
  api = await openTestApi();
  coach = await addCoach(api, await addGym(api.owner));
  token = (await signIn(api, coach.email)).token!;
});
afterAll(() => api.close());

const whoSends = async (headers: { cookie?: string; authorization?: string }, isSecure: boolean) =>
  (await identifyViewer(new SeatLookUp(api.database, api.clock), headers, isSecure))?.viewer.employeeId ?? null;

test.each([true, false])('what is set is what is read (https: %s)', async (isSecure) => {
  const [cookie = '', ...attributes] = sessionCookieHeader(token, api.clock.now(), isSecure).split('; ');
  expect(await whoSends({ cookie: `a=b; ${cookie}; c=d` }, isSecure)).toBe(coach.employeeId);
  expect(await whoSends({ cookie }, !isSecure)).toBeNull();
  // What browsers demand of a name that begins with __Host-.
  expect(cookie.startsWith('__Host-')).toBe(isSecure);
  expect(attributes.includes('Secure')).toBe(isSecure);
  expect(attributes).toContain('Path=/');
  expect(attributes.filter((it) => it.startsWith('Domain'))).toEqual([]);
});

test('a name that only ends like ours is not ours', async () => {
  expect(await whoSends({ cookie: `not_spotter_session=${token}` }, false)).toBeNull();
  expect(await whoSends({ cookie: `spotter_session=${token}.x` }, false)).toBeNull();
});

test('a token is not a session and a session no token', async () => {
  expect(await whoSends({ authorization: `Bearer ${token}` }, false)).toBeNull();
  expect(await whoSends({ authorization: `Bearer spt_${token}` }, false)).toBeNull();
  expect(await whoSends({ cookie: `spotter_session=spt_${token}` }, false)).toBeNull();
});

test('a Bearer token that is worth nothing does not fall back on the cookie', async () => {
  const cookie = `spotter_session=${token}`;
  expect(await whoSends({ cookie, authorization: `Bearer spt_${'x'.repeat(43)}` }, false)).toBeNull();
});

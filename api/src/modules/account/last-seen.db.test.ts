import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../testing/browser.ts';
import { addGym, insert } from '../../testing/fixtures.ts';
import { addCoach, signIn } from '../../testing/sign-in.ts';
import { openTestApi } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';
import { until } from '../../testing/until.ts';
import { hashSecret } from './identify-viewer.ts';

let api: TestApi;
let gymId: string;
beforeAll(async () => {
  api = await openTestApi();
  gymId = await addGym(api.owner);
});
afterAll(() => api.close());

const who = '{ viewer { id } }';
const writes = () => api.statements.filter((text) => /^update "?(login_session|api_token)/.test(text));

test('a session is noted once a minute, beside the request', async () => {
  const coach = await addCoach(api, gymId);
  const browser = await signIn(api, coach.email);
  const seen = async () => {
    const { rows } = await api.owner.query<{ seen: Date | null }>(
      'select last_seen_at as seen from login_session where account_id = $1',
      [coach.accountId],
    );
    return rows[0]?.seen?.toISOString() ?? null;
  };
  expect(await seen()).toBeNull();
  await browser.ask(who);
  await until(seen);
  expect(await seen()).toBe('2026-03-04T12:00:00.000Z');
  api.statements.length = 0;
  api.clock.advance(59_999);
  for (let request = 0; request < 5; request += 1) await browser.ask(who);
  expect(writes()).toEqual([]);
  api.clock.advance(1);
  await Promise.all(Array.from({ length: 10 }, () => browser.ask(who)));
  await until(async () => (await seen()) === '2026-03-04T12:01:00.000Z');
  // Two, when a request had looked before the note was committed and came to it after.
  expect(writes().length).toBeLessThanOrEqual(2);
});

test('a token is noted, which no audit row tells of', async () => {
  const coach = await addCoach(api, gymId);
  const secret = `spt_${'s'.repeat(43)}`;
  const id = await insert(api.owner, 'api_token', {
    gym_id: gymId,
    employee_id: coach.employeeId,
    name: 'Reports',
    token_hash: hashSecret(secret),
    prefix: 'spt_ssss',
    scope: 'READ',
    expires_at: '2026-05-01T00:00:00Z',
  });
  await openBrowser(api, { bearer: secret }).ask(who);
  const lastUsed = async () =>
    (await api.owner.query<{ at: Date | null }>('select last_used_at as at from api_token where id = $1', [id])).rows[0]
      ?.at;
  await until(lastUsed);
  expect(await lastUsed()).toEqual(api.clock.now());
  const { rows } = await api.owner.query('select action from audit_log where subject_id = $1', [id]);
  expect(rows).toEqual([{ action: 'INSERT' }]);
});

test('a note that fails disturbs no request, and the next one is made again', async () => {
  const coach = await addCoach(api, gymId);
  const browser = await signIn(api, coach.email);
  await api.owner.query('revoke update on login_session from spotter_app');
  api.statements.length = 0;
  expect((await browser.ask(who)).data).toEqual({ viewer: { id: coach.employeeId } });
  await until(() => writes().length === 1 && api.statements.includes('rollback'));
  await api.owner.query('grant update on login_session to spotter_app');
  await until(async () => {
    await browser.ask(who);
    return (
      (
        await api.owner.query('select 1 from login_session where account_id = $1 and last_seen_at is not null', [
          coach.accountId,
        ])
      ).rowCount === 1
    );
  });
});

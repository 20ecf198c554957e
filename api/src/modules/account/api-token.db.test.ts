import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../testing/browser.ts';
import type { Browser } from '../../testing/browser.ts';
import { addGym, addMember, insert } from '../../testing/fixtures.ts';
import { newId, refusalOf } from '../../testing/gym-scene.ts';
import { addAccount, addCoach, password, signIn } from '../../testing/sign-in.ts';
import type { Coach } from '../../testing/sign-in.ts';
import { openTestApi } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';
import { hashSecret } from './identify-viewer.ts';

let api: TestApi;
let gymId: string;
let memberId: string;

beforeAll(async () => {
  // 23:30 in UTC is already the next day in Amsterdam: 5 March.
  api = await openTestApi('2026-03-04T23:30:00Z');
  gymId = await addGym(api.owner);
  memberId = await addMember(api.owner, gymId);
});
afterAll(() => api.close());

interface Token {
  id: string;
  name: string;
  prefix: string;
  scope: string;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
}
interface Created {
  createApiToken: { apiToken: Token; secret: string };
}

const fields = `{ id name prefix scope createdAt expiresAt lastUsedAt revokedAt }`;
const list = `{ apiTokens ${fields} }`;
const who = `{ viewer { id permissions } }`;

const create = (browser: Browser, input: object = {}) =>
  browser.ask<Created>(
    `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { apiToken ${fields} secret } }`,
    { input: { name: 'Reports', scope: 'WRITE', expiresOn: '2026-04-01', ...input } },
  );
const revoke = (browser: Browser, id: string) =>
  browser.ask<{ revokeApiToken: { apiToken: Token } }>(
    `mutation ($input: ApiTokenIdInput!) { revokeApiToken(input: $input) { apiToken ${fields} } }`,
    { input: { id } },
  );
const addNote = (browser: Browser) =>
  browser.ask(`mutation ($id: ID!) { addNote(input: { memberId: $id, text: "by script" }) { note { id } } }`, {
    id: memberId,
  });

async function coachWithToken(
  input: object = {},
): Promise<{ coach: Coach; desk: Browser; script: Browser; token: Token; secret: string }> {
  const coach = await addCoach(api, gymId);
  const desk = await signIn(api, coach.email);
  const { data, errors } = await create(desk, input);
  if (!data) throw errors?.[0];
  const { apiToken: token, secret } = data.createApiToken;
  return { coach, desk, token, secret, script: openBrowser(api, { bearer: secret }) };
}

describe('making a token', () => {
  test('shows the secret once and keeps its hash; it works until the end of its last day at the gym', async () => {
    const { coach, desk, token, secret, script } = await coachWithToken({ name: '  Monthly   report ' });
    expect(secret).toMatch(/^spt_[\w-]{43}$/);
    expect(token).toMatchObject({
      name: 'Monthly report',
      prefix: secret.slice(0, 8),
      scope: 'WRITE',
      revokedAt: null,
      lastUsedAt: null,
    });
    expect(token.expiresAt).toBe('2026-04-01T22:00:00.000Z');
    const { rows } = await api.owner.query('select token_hash, employee_id from api_token where id = $1', [token.id]);
    expect(rows).toEqual([{ token_hash: hashSecret(secret), employee_id: coach.employeeId }]);
    const { data } = await desk.ask<{ apiTokens: Token[] }>(list);
    expect(data?.apiTokens).toEqual([expect.objectContaining({ id: token.id, expiresAt: '2026-04-01T22:00:00.000Z' })]);
    expect(JSON.stringify(data)).not.toContain(secret);
    expect((await script.ask<{ viewer: { id: string } }>(who)).data?.viewer.id).toBe(coach.employeeId);
    expect((await addNote(script)).errors).toBeUndefined();
  });

  test('the same id again makes no second token and shows no second secret, also when both come at once', async () => {
    const coach = await addCoach(api, gymId);
    const desk = await signIn(api, coach.email);
    const id = newId();
    const answers = await Promise.all([1, 2, 3, 4].map(() => create(desk, { id })));
    expect(answers.filter(({ data }) => data)).toHaveLength(1);
    expect(answers.map(refusalOf).filter(Boolean)).toEqual(Array(3).fill('BAD_USER_INPUT id ALREADY_CREATED'));
    expect((await desk.ask<{ apiTokens: Token[] }>(list)).data?.apiTokens).toHaveLength(1);
  });

  test.each([
    [{ expiresOn: '2026-03-05' }, 'expiresOn NOT_IN_FUTURE'],
    [{ expiresOn: '2027-03-06' }, 'expiresOn TOO_FAR_AHEAD'],
    [{ name: ' ' }, 'name REQUIRED'],
    [{ name: 'x'.repeat(61) }, 'name TOO_LONG'],
    [{ id: '1' }, 'id INVALID_ID'],
  ])('bad input is named: %o', async (input, refusal) => {
    const desk = await signIn(api, (await addCoach(api, gymId)).email);
    expect(refusalOf(await create(desk, input))).toBe(`BAD_USER_INPUT ${refusal}`);
    expect((await create(desk, { expiresOn: '2027-03-05' })).errors).toBeUndefined();
  });
});

describe('who may', () => {
  test('a token makes, lists and revokes no tokens, ends no session and lists none', async () => {
    const { script, token } = await coachWithToken();
    expect(refusalOf(await create(script))).toBe('FORBIDDEN');
    expect(refusalOf(await revoke(script, token.id))).toBe('FORBIDDEN');
    for (const source of [
      list,
      `{ loginSessions { id } }`,
      `mutation { signOut { endedSessionCount } }`,
      `mutation { signOutEverywhere { endedSessionCount } }`,
    ]) {
      expect(refusalOf(await script.ask(source))).toBe('FORBIDDEN');
    }
    const { data } = await script.ask<{ viewer: { permissions: string[] } }>(who);
    expect(data?.viewer.permissions).not.toContain('MANAGE_API_TOKENS');
  });

  test('a read token reads and changes nothing', async () => {
    const { script } = await coachWithToken({ scope: 'READ' });
    expect((await script.ask(`query ($id: ID!) { member(id: $id) { id } }`, { id: memberId })).data).toEqual({
      member: { id: memberId },
    });
    expect(refusalOf(await addNote(script))).toBe('FORBIDDEN');
  });

  test('a member and a stranger make none', async () => {
    const { id, email } = await addAccount(api);
    await addMember(api.owner, gymId, { account_id: id });
    expect(refusalOf(await create(await signIn(api, email)))).toBe('FORBIDDEN');
    expect(refusalOf(await create(openBrowser(api)))).toBe('UNAUTHENTICATED');
  });

  test('nobody sees or revokes the tokens of a colleague, an admin neither', async () => {
    const { token, script } = await coachWithToken();
    const admin = await signIn(api, (await addCoach(api, gymId, {}, { role: 'ADMIN' })).email);
    const outsider = await signIn(api, (await addCoach(api, await addGym(api.owner), {}, { role: 'ADMIN' })).email);
    for (const browser of [admin, outsider]) {
      expect((await browser.ask<{ apiTokens: Token[] }>(list)).data?.apiTokens).toEqual([]);
      expect(JSON.stringify(await revoke(browser, token.id))).toBe(JSON.stringify(await revoke(browser, newId())));
    }
    expect(refusalOf(await revoke(admin, 'no-uuid'))).toBe('NOT_FOUND');
    expect((await script.ask<{ viewer: object | null }>(who)).data?.viewer).not.toBeNull();
  });
});

describe('a token ends', () => {
  const isNobody = async (script: Browser) => (await script.ask<{ viewer: object | null }>(who)).data?.viewer === null;

  test('at once when it is revoked, and revoking again changes nothing', async () => {
    const { desk, script, token } = await coachWithToken();
    expect(await isNobody(script)).toBe(false);
    const first = (await revoke(desk, token.id)).data?.revokeApiToken.apiToken;
    expect(first?.revokedAt).toBe(api.clock.now().toISOString());
    expect(await isNobody(script)).toBe(true);
    api.clock.advance(1000);
    expect((await revoke(desk, token.id)).data?.revokeApiToken.apiToken.revokedAt).toEqual(first?.revokedAt);
    const { rows } = await api.owner.query(
      `select action from audit_log where subject = 'api_token' and subject_id = $1 order by id`,
      [token.id],
    );
    expect(rows).toEqual([{ action: 'INSERT' }, { action: 'UPDATE' }]);
  });

  test('when it has run out', async () => {
    const { script } = await coachWithToken({ expiresOn: '2026-03-06' });
    const now = api.clock.now().toISOString();
    api.clock.set('2026-03-06T22:59:59Z');
    expect(await isNobody(script)).toBe(false);
    api.clock.set('2026-03-06T23:00:00Z');
    expect(await isNobody(script)).toBe(true);
    api.clock.set(now);
  });

  test('with the employee and with the account', async () => {
    const [archived, disabled] = [await coachWithToken(), await coachWithToken()];
    await api.owner.query('update employee set archived_at = $1 where id = $2', [
      api.clock.now(),
      archived.coach.employeeId,
    ]);
    await api.owner.query('update account set disabled_at = $1 where id = $2', [
      api.clock.now(),
      disabled.coach.accountId,
    ]);
    expect(await isNobody(archived.script)).toBe(true);
    expect(await isNobody(disabled.script)).toBe(true);
  });

  test('but not by signing out everywhere', async () => {
    const { desk, script } = await coachWithToken();
    await desk.ask('mutation { signOutEverywhere { endedSessionCount } }');
    expect(await isNobody(script)).toBe(false);
  });
});

test.each(['spt_', `spt_${randomBytes(32).toString('base64url')}`, 'x', `spt_${'a'.repeat(100_000)}`])(
  'Bearer %.12s… is nobody',
  async (bearer) => {
    expect((await openBrowser(api, { bearer }).ask(who)).data).toEqual({ viewer: null });
  },
);

test('no table holds a secret: session tokens, API tokens, passwords', async () => {
  const { secret, desk } = await coachWithToken();
  await addNote(openBrowser(api, { bearer: secret }));
  const canary = await insert(api.owner, 'gym', { name: 'canary-that-must-be-found' });
  const { rows: tables } = await api.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  let dump = '';
  for (const { name } of tables) {
    const { rows } = await api.owner.query<{ row: string }>(
      `select row_to_json(t)::text || t::text as row from ${name} t`,
    );
    dump += rows.map(({ row }) => row).join('\n');
  }
  expect(dump).toContain(canary);
  expect(dump).toContain('canary-that-must-be-found');
  for (const hidden of [secret, desk.token!, password]) {
    for (const form of [hidden, Buffer.from(hidden).toString('hex'), Buffer.from(hidden).toString('base64')])
      expect(dump).not.toContain(form);
  }
  const { rows: audit } = await api.owner.query(`select after from audit_log where subject = 'api_token'`);
  expect(audit.length).toBeGreaterThan(0);
  expect(JSON.stringify(audit)).not.toContain('token_hash');
});

test('the tenant wall: an employee of another gym finds no token, even with the application’s own filters gone', async () => {
  await coachWithToken();
  const otherGym = await addGym(api.owner);
  const client = await api.database.pool.connect();
  try {
    const seenBy = async (gym: string) => {
      await client.query('begin');
      await client.query(`select set_config('app.gym_id', $1, true)`, [gym]);
      const { rows } = await client.query<{ gym_id: string }>('select gym_id from api_token');
      await client.query('rollback');
      return [...new Set(rows.map((row) => row.gym_id))];
    };
    expect(await seenBy(gymId)).toEqual([gymId]);
    expect(await seenBy(otherGym)).toEqual([]);
    expect(await seenBy('')).toEqual([]);
  } finally {
    client.release();
  }
});

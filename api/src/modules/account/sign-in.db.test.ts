import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../database/database.ts';
import { entities } from '../../entities.ts';
import { openBrowser } from '../../testing/browser.ts';
import type { Browser } from '../../testing/browser.ts';
import { addGym, addMember } from '../../testing/fixtures.ts';
import { addAccount as addAccountTo, addCoach as addCoachTo, password } from '../../testing/sign-in.ts';
import { openTestApi } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';
import { hashSecret } from './identify-viewer.ts';
import { SESSION_LIMIT } from './enter-as.ts';
import { signIn as signInVerb } from './sign-in.ts';
import { ACCOUNT_LIMIT, ADDRESS_LIMIT, attemptsOf, countAttempt, giveBack } from './sign-in-throttle.ts';

let api: TestApi;
let gymId: string;

beforeAll(async () => {
  api = await openTestApi();
  gymId = await addGym(api.owner);
});
afterAll(() => api.close());

const signIn = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) {
    viewer { id kind permissions locale gym { id } employee { id fullName } member { id fullName employee { id } visitStatistics { completeWeekCount } } }
  }
}`;
const who = `{ viewer { id } }`;
const wrong = { code: 'BAD_USER_INPUT', field: 'password', reason: 'WRONG_CREDENTIALS' };

interface SignedIn {
  signIn: {
    viewer: {
      id: string;
      kind: string;
      employee: object | null;
      member: { fullName: string } | null;
      permissions: string[];
    };
  };
}

const enter = (browser: Browser, email: string, guess = password) =>
  browser.ask<SignedIn>(signIn, { email, password: guess });
const codesOf = (answer: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  (answer.errors ?? []).map(({ extensions }) => extensions['reason'] ?? extensions['code']);

const addAccount = () => addAccountTo(api);
const addCoach = (account: object = {}, employee: object = {}) => addCoachTo(api, gymId, account, employee);

async function attemptsCounted(key: Buffer): Promise<number | undefined> {
  const { rows } = await api.owner.query<{ attempts: number }>(
    'select attempts from sign_in_throttle where key_hash = $1',
    [key],
  );
  return rows[0]?.attempts;
}

/** A hundred attempts under aliases of their own. */
const hundred = (email: string, guess: string) => {
  const attempts = Array.from(
    { length: 100 },
    (_, index) => `a${index}: signIn(input: { email: "${email}", password: "${guess}" }) { viewer { id } }`,
  );
  return `mutation { ${attempts.join('\n')} }`;
};

describe('signing in', () => {
  test('answers with the viewer and leaves a token in the cookie, of which only a hash is kept', async () => {
    const coach = await addCoach();
    const browser = openBrowser(api);
    const { data, errors } = await enter(browser, coach.email);
    expect(errors).toBeUndefined();
    expect(data?.signIn.viewer).toMatchObject({
      id: coach.employeeId,
      kind: 'EMPLOYEE',
      gym: { id: gymId },
      member: null,
    });
    expect(data?.signIn.viewer.permissions).toContain('MANAGE_API_TOKENS');
    expect(browser.token).toMatch(/^[\w-]{43}$/);
    const { rows } = await api.owner.query('select token_hash, expires_at from login_session where account_id = $1', [
      coach.accountId,
    ]);
    expect(rows).toEqual([{ token_hash: hashSecret(browser.token!), expires_at: new Date('2026-04-03T12:00:00Z') }]);
    expect((await browser.ask(who)).data).toEqual({ viewer: { id: coach.employeeId } });
  });

  test('a member signs in and reads branches in the same answer', async () => {
    const { id, email } = await addAccount();
    const memberId = await addMember(api.owner, gymId, { account_id: id });
    const { data, errors } = await enter(openBrowser(api), email);
    expect(errors).toBeUndefined();
    expect(data?.signIn.viewer).toMatchObject({
      id: memberId,
      kind: 'MEMBER',
      employee: null,
      permissions: [],
      member: { fullName: 'Zoë van der Berg', visitStatistics: { completeWeekCount: 0 } },
    });
  });

  test('blanks and capitals in the e-mail do not matter', async () => {
    const coach = await addCoach();
    expect((await enter(openBrowser(api), `  ${coach.email.toUpperCase()} `)).data?.signIn.viewer.id).toBe(
      coach.employeeId,
    );
  });

  test('a stranger has no viewer, and that is no error', async () => {
    expect(await openBrowser(api).ask(who)).toEqual({ data: { viewer: null } });
  });

  test('wrong password, unknown e-mail, disabled account, archived employee, nobody: one and the same error', async () => {
    const coach = await addCoach();
    const disabled = await addCoach({ disabled_at: '2026-01-01T00:00:00Z' });
    const archived = await addCoach({}, { archived_at: '2026-01-01T00:00:00Z' });
    const unusable = await addCoach({ password_hash: 'none' });
    const nobody = await addAccount();
    const attempts: [string, string?][] = [
      [coach.email, 'wrong'],
      [coach.email, ''],
      [coach.email, `${password} `],
      [coach.email, 'x'.repeat(100_000)],
      ['unknown@gym.example'],
      [''],
      ['\0'],
      ['x'.repeat(100_000)],
      ["' or true --"],
      [disabled.email],
      [archived.email],
      [unusable.email],
      [unusable.email, 'none'],
      [nobody.email],
    ];
    for (const [email, guess] of attempts) {
      const browser = openBrowser(api);
      const { data, errors } = await enter(browser, email, guess);
      expect(data).toBeNull();
      expect(errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual([
        { message: 'E-mail or password is wrong.', extensions: wrong },
      ]);
      expect(browser.token).toBeNull();
    }
  });

  test('a hash of another cost is replaced, a current one is not', async () => {
    const weak = await addCoach({
      password_hash: await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 }),
    });
    const bystander = await addCoach();
    const stored = async (id: string) =>
      (await api.owner.query<{ password_hash: string }>('select password_hash from account where id = $1', [id]))
        .rows[0]?.password_hash;
    const hashBefore = await stored(bystander.accountId);
    await enter(openBrowser(api), weak.email, 'wrong');
    await enter(openBrowser(api), weak.email);
    await enter(openBrowser(api), bystander.email);
    expect(await stored(weak.accountId)).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(await stored(bystander.accountId)).toBe(hashBefore);
    expect((await enter(openBrowser(api), weak.email)).errors).toBeUndefined();
  });

  test('signing in again ends the session that the browser had', async () => {
    const [first, second] = [await addCoach(), await addCoach()];
    const browser = openBrowser(api);
    await enter(browser, first.email);
    const old = openBrowser(api);
    old.token = browser.token;
    await enter(browser, second.email);
    expect((await browser.ask(who)).data).toEqual({ viewer: { id: second.employeeId } });
    expect((await old.ask(who)).data).toEqual({ viewer: null });
  });

  test('sign-ins of one request are each answered for their own account', async () => {
    const [first, second] = [await addCoach(), await addCoach()];
    const { data } = await openBrowser(api).ask(
      `mutation { a: signIn(input: { email: "${first.email}", password: "${password}" }) { viewer { id } }
        b: signIn(input: { email: "${second.email}", password: "${password}" }) { viewer { id employee { id } } } out: signOut { endedSessionCount } }`,
    );
    expect(data).toEqual({
      a: { viewer: { id: first.employeeId } },
      b: { viewer: { id: second.employeeId, employee: { id: second.employeeId } } },
      out: { endedSessionCount: 1 },
    });
  });
});

describe('attempts are counted', () => {
  test('of a hundred wrong ones in one request the first ends it; the count goes on over requests', async () => {
    const coach = await addCoach();
    for (let request = 1; request <= ACCOUNT_LIMIT + 1; request += 1) {
      const codes = codesOf(await openBrowser(api).ask(hundred(coach.email, 'guess')));
      expect(codes).toEqual([request > ACCOUNT_LIMIT ? 'TOO_MANY_ATTEMPTS' : 'WRONG_CREDENTIALS']);
      expect(await attemptsCounted(attemptsOf(coach.email))).toBe(request);
    }
    expect(codesOf(await enter(openBrowser(api), coach.email))).toEqual(['TOO_MANY_ATTEMPTS']);
  });

  test('a hundred side by side in one request are a hundred; the address pays for the ten that guessed', async () => {
    const coach = await addCoach();
    const context = api.contextFor(null);
    const attempts = Array.from({ length: 100 }, () => signInVerb(context, { email: coach.email, password: 'guess' }));
    const refusals = (await Promise.allSettled(attempts)) as { reason: { extensions: { code: string } } }[];
    const codes = refusals.map(({ reason }) => reason.extensions.code);
    expect(codes.filter((code) => code === 'BAD_USER_INPUT')).toHaveLength(ACCOUNT_LIMIT);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(100 - ACCOUNT_LIMIT);
    expect(await attemptsCounted(hashSecret('address:127.0.0.1'))).toBe(ACCOUNT_LIMIT);
    expect((await enter(openBrowser(api, { address: '127.0.0.1' }), (await addCoach()).email)).errors).toBeUndefined();
  });

  test('right passwords cost an address nothing', async () => {
    const [coach, address] = [await addCoach(), '192.0.2.1'];
    await enter(openBrowser(api, { address }), coach.email, 'typo');
    const answer = await openBrowser(api, { address }).ask(hundred(coach.email, password));
    expect(answer.errors).toBeUndefined();
    expect(await attemptsCounted(hashSecret(`address:${address}`))).toBe(1);
  });

  test('an attempt of a window that has ended is not given back to the next', async () => {
    const [coach, address] = [await addCoach(), '192.0.2.2'];
    const key = hashSecret(`address:${address}`);
    const charge = await countAttempt(api.contextFor(null).accounts, { address, email: coach.email }, api.clock.now());
    api.clock.advance(15 * 60_000);
    await enter(openBrowser(api, { address }), coach.email, 'typo');
    await api.contextFor(null).accounts.rows(giveBack, [charge.keyHash, charge.windowEndsAt]);
    expect(await attemptsCounted(key)).toBe(1);
  });

  test('a hundred at once from many addresses, through two pools, let exactly ten guess', async () => {
    const coach = await addCoach();
    const other = await openDatabase({ appUrl: api.appUrl, entities });
    try {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          enter(openBrowser(api, { database: index % 2 ? other : api.database }), coach.email, 'guess'),
        ),
      );
      const codes = answers.flatMap(codesOf);
      expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(ACCOUNT_LIMIT);
      expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(100 - ACCOUNT_LIMIT);
      expect(await attemptsCounted(attemptsOf(coach.email))).toBe(100);
    } finally {
      await other.close();
    }
  });

  test('an unknown e-mail is throttled like a known one', async () => {
    const codes = [];
    for (let index = 0; index <= ACCOUNT_LIMIT; index += 1)
      codes.push(...codesOf(await enter(openBrowser(api), 'unknown-too@gym.example')));
    expect(codes).toEqual([...Array<string>(ACCOUNT_LIMIT).fill('WRONG_CREDENTIALS'), 'TOO_MANY_ATTEMPTS']);
  });

  test('an address tries many accounts, and those it is refused for lose nothing', async () => {
    const address = '2001:db8:0:1::7';
    const codes = [];
    for (let index = 0; index < ADDRESS_LIMIT + 5; index += 1) {
      codes.push(...codesOf(await enter(openBrowser(api, { address }), `spray${index}@gym.example`, 'guess')));
    }
    expect(codes).toEqual([
      ...Array<string>(ADDRESS_LIMIT).fill('WRONG_CREDENTIALS'),
      ...Array<string>(5).fill('TOO_MANY_ATTEMPTS'),
    ]);
    expect(await attemptsCounted(attemptsOf(`spray${ADDRESS_LIMIT + 1}@gym.example`))).toBeUndefined();
    const neighbour = await enter(
      openBrowser(api, { address: '2001:db8:0:1:ffff::1' }),
      'another@gym.example',
      'guess',
    );
    expect(codesOf(neighbour)).toEqual(['TOO_MANY_ATTEMPTS']);
  });

  test('success clears the count of its own account and of nothing else', async () => {
    const [mine, theirs] = [await addCoach(), await addCoach()];
    const address = '192.0.2.33';
    const browser = openBrowser(api, { address });
    for (let index = 0; index < ACCOUNT_LIMIT - 1; index += 1) {
      await enter(browser, theirs.email, 'guess');
      await enter(browser, mine.email, 'typo');
    }
    expect((await enter(browser, mine.email)).errors).toBeUndefined();
    expect(await attemptsCounted(attemptsOf(mine.email))).toBeUndefined();
    expect(await attemptsCounted(attemptsOf(theirs.email))).toBe(ACCOUNT_LIMIT - 1);
    expect(await attemptsCounted(hashSecret(`address:${address}`))).toBe(2 * ACCOUNT_LIMIT - 2);
    await enter(browser, theirs.email, 'guess');
    expect(codesOf(await enter(browser, theirs.email))).toEqual(['TOO_MANY_ATTEMPTS']);
  });

  test('says how long to wait, and lets in after that', async () => {
    const coach = await addCoach();
    for (let index = 0; index < ACCOUNT_LIMIT; index += 1) await enter(openBrowser(api), coach.email, 'guess');
    api.clock.advance(60_000);
    const refused = await enter(openBrowser(api), coach.email);
    expect(refused.errors?.[0]?.extensions).toEqual({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 14 * 60 });
    api.clock.advance(14 * 60_000);
    expect((await enter(openBrowser(api), coach.email)).errors).toBeUndefined();
  });

  test('the rows hold hashes only', async () => {
    const { rows } = await api.owner.query<{ text: string }>(
      'select sign_in_throttle::text as text from sign_in_throttle',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { text } of rows) expect(text).toMatch(/^\("\\\\x[0-9a-f]{64}",\d+,/);
  });
});

describe('signing out', () => {
  const sessions = `{ loginSessions { id isCurrent createdAt expiresAt lastSeenAt } }`;
  interface Sessions {
    loginSessions: { id: string; isCurrent: boolean }[];
  }

  test('ends this session at once, on every process that holds its token, and no other', async () => {
    const coach = await addCoach();
    const [desk, phone] = [openBrowser(api), openBrowser(api)];
    await enter(desk, coach.email);
    await enter(phone, coach.email);
    const thief = openBrowser(api);
    thief.token = desk.token;
    expect((await desk.ask('mutation { signOut { endedSessionCount } }')).data).toEqual({
      signOut: { endedSessionCount: 1 },
    });
    expect(desk.token).toBeNull();
    expect((await thief.ask(who)).data).toEqual({ viewer: null });
    expect((await phone.ask(who)).data).toEqual({ viewer: { id: coach.employeeId } });
    expect((await desk.ask('mutation { signOut { endedSessionCount } }')).data).toEqual({
      signOut: { endedSessionCount: 0 },
    });
  });

  test('nothing of the request runs as who signed out', async () => {
    const coach = await addCoach();
    const browser = openBrowser(api);
    await enter(browser, coach.email);
    const { errors } = await browser.ask(
      'mutation { signOut { endedSessionCount } signOutEverywhere { endedSessionCount } }',
    );
    expect(codesOf({ errors: errors! })).toEqual(['UNAUTHENTICATED']);
  });

  test('everywhere: all sessions of the account, none of another', async () => {
    const [coach, other] = [await addCoach(), await addCoach()];
    const browsers = [openBrowser(api), openBrowser(api), openBrowser(api)];
    for (const browser of browsers) await enter(browser, coach.email);
    const bystander = openBrowser(api);
    await enter(bystander, other.email);
    const { data } = await browsers[1]!.ask('mutation { signOutEverywhere { endedSessionCount } }');
    expect(data).toEqual({ signOutEverywhere: { endedSessionCount: 3 } });
    for (const browser of browsers) expect((await browser.ask(who)).data).toEqual({ viewer: null });
    expect((await bystander.ask(who)).data).toEqual({ viewer: { id: other.employeeId } });
  });

  test('of very many sessions the oldest end', async () => {
    const coach = await addCoach();
    const [oldest, newest] = [openBrowser(api), openBrowser(api)];
    await enter(oldest, coach.email);
    api.clock.advance(1000);
    await api.owner.query(
      `insert into login_session (account_id, token_hash, created_at, expires_at)
       select $1, sha256(n::text::bytea), $2::timestamptz, $2::timestamptz + interval '1 day' from generate_series(1, ${SESSION_LIMIT - 1}) n`,
      [coach.accountId, api.clock.now()],
    );
    expect((await oldest.ask(who)).data).toEqual({ viewer: { id: coach.employeeId } });
    await enter(newest, coach.email);
    expect((await oldest.ask(who)).data).toEqual({ viewer: null });
    expect((await newest.ask<Sessions>(sessions)).data?.loginSessions).toHaveLength(SESSION_LIMIT);
  });

  test('the list shows what is open, own only, this one marked', async () => {
    const [coach, other] = [await addCoach(), await addCoach()];
    const [old, left, current, foreign] = [openBrowser(api), openBrowser(api), openBrowser(api), openBrowser(api)];
    await enter(old, coach.email);
    await enter(left, coach.email);
    await left.ask('mutation { signOut { endedSessionCount } }');
    api.clock.advance(1000);
    await enter(current, coach.email);
    await enter(foreign, other.email);
    const { data } = await current.ask<Sessions>(sessions);
    const expiresAt = new Date(api.clock.now().getTime() + 30 * 86_400_000 - 1000).toISOString();
    expect(data?.loginSessions[1]).toMatchObject({ lastSeenAt: null, expiresAt });
    expect(data?.loginSessions.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    expect((await old.ask<Sessions>(sessions)).data?.loginSessions.map(({ isCurrent }) => isCurrent)).toEqual([
      false,
      true,
    ]);
    expect(codesOf(await openBrowser(api).ask(sessions))).toEqual(['UNAUTHENTICATED']);
  });

  test('a session ends by itself, with its account, and with the employee', async () => {
    const [coach, disabled, archived] = [await addCoach(), await addCoach(), await addCoach()];
    const browsers = [openBrowser(api), openBrowser(api), openBrowser(api)] as const;
    await enter(browsers[0], coach.email);
    await enter(browsers[1], disabled.email);
    await enter(browsers[2], archived.email);
    await api.owner.query('update account set disabled_at = $1 where id = $2', [api.clock.now(), disabled.accountId]);
    await api.owner.query('update employee set archived_at = $1 where id = $2', [api.clock.now(), archived.employeeId]);
    expect((await browsers[1].ask(who)).data).toEqual({ viewer: null });
    expect((await browsers[2].ask(who)).data).toEqual({ viewer: null });
    expect((await browsers[0].ask(who)).data).toEqual({ viewer: { id: coach.employeeId } });
    api.clock.advance(30 * 86_400_000);
    expect((await browsers[0].ask(who)).data).toEqual({ viewer: null });
  });

  test.each(['', 'x', randomBytes(32).toString('base64url'), "'; drop table gym; --"])(
    'the cookie %j is nobody',
    async (token) => {
      const browser = openBrowser(api);
      browser.token = token;
      expect(await browser.ask(who)).toEqual({ data: { viewer: null } });
    },
  );
});

test('the wall of the account: without app.account_id nothing is seen, with it only its own', async () => {
  const [coach, other] = [await addCoach(), await addCoach()];
  for (const { email } of [coach, other]) await enter(openBrowser(api), email);
  for (const table of ['account', 'login_session', 'api_token']) {
    expect((await api.database.pool.query(`select * from ${table}`)).rows).toEqual([]);
  }
  const seen = await api.contextFor(null).accounts.as(coach.accountId, async (client) => ({
    accounts: (await client.query<{ id: string }>('select id from account')).rows.map(({ id }) => id),
    sessions: (await client.query<{ account_id: string }>('select account_id from login_session')).rows.map(
      (row) => row.account_id,
    ),
    revoked: (
      await client.query('update login_session set revoked_at = now() where account_id = $1', [other.accountId])
    ).rowCount,
  }));
  expect(seen).toEqual({ accounts: [coach.accountId], sessions: [coach.accountId], revoked: 0 });
  const forged = api
    .contextFor(null)
    .accounts.as(coach.accountId, (client) =>
      client.query(`insert into login_session (account_id, token_hash, expires_at) values ($1, 'x', now())`, [
        other.accountId,
      ]),
    );
  await expect(forged).rejects.toThrow(/row-level security/);
  await expect(api.database.pool.query('delete from login_session')).rejects.toThrow(/permission denied/);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../../testing/browser.ts';
import type { Browser } from '../../testing/browser.ts';
import { addGym, addMember } from '../../testing/fixtures.ts';
import { refusalOf } from '../../testing/gym-scene.ts';
import { addAccount, addCoach, password, signIn } from '../../testing/sign-in.ts';
import { openTestApi } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';
import { ACCOUNT_LIMIT } from './sign-in-throttle.ts';

let api: TestApi;
let gymId: string;

beforeAll(async () => {
  api = await openTestApi();
  gymId = await addGym(api.owner);
});
afterAll(() => api.close());

const chosen = 'another horse altogether';
const change = (browser: Browser, currentPassword = password, newPassword = chosen) =>
  browser.ask<{ changePassword: { endedSessionCount: number } }>(
    `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { endedSessionCount } }`,
    { input: { currentPassword, newPassword } },
  );
const isSignedIn = async (browser: Browser) =>
  (await browser.ask<{ viewer: object | null }>('{ viewer { id } }')).data?.viewer !== null;
const enterWith = async (email: string, guess: string) => {
  const answer = await openBrowser(api).ask(
    `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }`,
    { input: { email, password: guess } },
  );
  return refusalOf(answer);
};

test('lets the new password in and the old one not; every other session of the account ends, no other account’s', async () => {
  const [coach, bystander] = [await addCoach(api, gymId), await addCoach(api, gymId)];
  const [desk, phone, theirs] = [
    await signIn(api, coach.email),
    await signIn(api, coach.email),
    await signIn(api, bystander.email),
  ];
  expect((await change(desk)).data).toEqual({ changePassword: { endedSessionCount: 1 } });
  expect([await isSignedIn(desk), await isSignedIn(phone), await isSignedIn(theirs)]).toEqual([true, false, true]);
  expect(await enterWith(coach.email, password)).toBe('BAD_USER_INPUT password WRONG_CREDENTIALS');
  expect(await enterWith(coach.email, chosen)).toBeUndefined();
  const { rows } = await api.owner.query<{ password_hash: string }>('select password_hash from account where id = $1', [
    coach.accountId,
  ]);
  expect(rows[0]?.password_hash).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
});

test('a member changes theirs as well', async () => {
  const { id, email } = await addAccount(api);
  await addMember(api.owner, gymId, { account_id: id });
  expect((await change(await signIn(api, email))).errors).toBeUndefined();
  expect(await enterWith(email, chosen)).toBeUndefined();
});

test('wrong ones are counted together with those of signing in', async () => {
  const coach = await addCoach(api, gymId);
  const desk = await signIn(api, coach.email);
  for (let attempt = 0; attempt < ACCOUNT_LIMIT; attempt += 1)
    expect(refusalOf(await change(desk, 'guess'))).toBe('BAD_USER_INPUT currentPassword WRONG_PASSWORD');
  expect(refusalOf(await change(desk))).toBe('TOO_MANY_ATTEMPTS');
  expect(await enterWith(coach.email, password)).toBe('TOO_MANY_ATTEMPTS');
  api.clock.advance(15 * 60_000);
  expect((await change(desk)).errors).toBeUndefined();
});

test('one that is too short is refused before the current one is looked at', async () => {
  const desk = await signIn(api, (await addCoach(api, gymId)).email);
  for (let attempt = 0; attempt <= ACCOUNT_LIMIT; attempt += 1)
    expect(refusalOf(await change(desk, password, 'eleven char'))).toBe(
      'BAD_USER_INPUT newPassword PASSWORD_TOO_SHORT',
    );
  expect(refusalOf(await change(desk, password, 'x'.repeat(1001)))).toBe('BAD_USER_INPUT newPassword TOO_LONG');
  expect((await change(desk)).errors).toBeUndefined();
});

test('a token and a stranger have none to change', async () => {
  const desk = await signIn(api, (await addCoach(api, gymId)).email);
  const { data } = await desk.ask<{ createApiToken: { secret: string } }>(
    `mutation { createApiToken(input: { name: "All", scope: WRITE, expiresOn: "2026-04-01" }) { secret } }`,
  );
  expect(refusalOf(await change(openBrowser(api, { bearer: data!.createApiToken.secret })))).toBe('FORBIDDEN');
  expect(refusalOf(await change(openBrowser(api)))).toBe('UNAUTHENTICATED');
});

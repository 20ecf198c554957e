import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
});
afterAll(() => scene.api.close());

const fields = `{ version name email phone website address country timeZone locale currency chargesFrom newMemberDays
  trendRecentWeeks trendEarlierWeeks trendMinimumVisits trendMinimumPercent attachmentFileLimitMb attachmentMemberLimitMb
  hostFileLimitMb hostMemberLimitMb }`;
type Settings = Record<string, unknown> & { version: string };
const save = (input: object, viewer: Viewer | null = scene.admin) =>
  scene.api.ask<{ saveGymSettings: { gymSettings: Settings } }>(
    viewer,
    `mutation ($input: SaveGymSettingsInput!) { saveGymSettings(input: $input) { gymSettings ${fields} } }`,
    { input },
  );
const saved = async (input: object) => (await save(input)).data!.saveGymSettings.gymSettings;
const ask = (viewer: Viewer | null = scene.admin) =>
  scene.api.ask<{ gymSettings: Settings }>(viewer, `{ gymSettings ${fields} }`);
const read = async () => (await ask()).data!.gymSettings;
const audits = async () =>
  (
    await scene.api.owner.query(
      `select before, after, employee_id from audit_log where subject = 'gym' order by happened_at`,
    )
  ).rows;

test('a gym begins with the numbers of the product, within what the server allows', async () => {
  expect(await read()).toMatchObject({
    name: 'Lift',
    email: null,
    timeZone: 'Europe/Amsterdam',
    locale: 'NL',
    currency: 'EUR',
    newMemberDays: 30,
    trendRecentWeeks: 4,
    trendEarlierWeeks: 8,
    trendMinimumVisits: 0.5,
    trendMinimumPercent: 20,
    attachmentFileLimitMb: 10,
    attachmentMemberLimitMb: 50,
    hostFileLimitMb: 100,
    hostMemberLimitMb: 1000,
  });
});

test('what is given is kept as people write it, the rest stays, and all of it is on record once', async () => {
  const given = {
    name: ' Lift   Utrecht ',
    email: 'info@lift.example',
    phone: '+31 (0)30 123 45 67',
    website: 'lift.example/',
    address: 'Kade 1\n1000 AA Utrecht',
    trendMinimumVisits: 0.75,
    attachmentFileLimitMb: 20,
  };
  const kept = { ...given, name: 'Lift Utrecht', website: 'https://lift.example' };
  expect(await saved(given)).toMatchObject({ ...kept, newMemberDays: 30 });
  await saved(given);
  expect(await audits()).toEqual([
    {
      before: {
        name: 'Lift',
        email: null,
        phone: null,
        website: null,
        address: null,
        trend_minimum_visits: 0.5,
        attachment_file_limit_bytes: 10485760,
      },
      after: {
        name: 'Lift Utrecht',
        email: 'info@lift.example',
        phone: '+31 (0)30 123 45 67',
        website: 'https://lift.example',
        address: 'Kade 1\n1000 AA Utrecht',
        trend_minimum_visits: 0.75,
        attachment_file_limit_bytes: 20971520,
      },
      employee_id: scene.admin.employeeId,
    },
  ]);
  expect(await saved({ email: ' ', website: null })).toMatchObject({ email: null, website: null });
});

test('the time zone decides which day it is', async () => {
  scene.api.clock.set('2026-03-04T23:30:00Z');
  const today = async () =>
    (await scene.api.get<{ viewer: { gym: { today: string } } }>(scene.coach, '{ viewer { gym { today } } }')).viewer
      .gym.today;
  expect(await today()).toBe('2026-03-05');
  expect(await saved({ timeZone: 'America/New_York' })).toMatchObject({ timeZone: 'America/New_York' });
  expect(await today()).toBe('2026-03-04');
  await saved({ timeZone: 'Europe/Amsterdam' });
  scene.api.clock.set('2026-03-04T12:00:00Z');
});

test('who looked at an older version is refused, but not for what is so already', async () => {
  const { version } = await read();
  expect(await saved({ version, newMemberDays: 40 })).toMatchObject({ newMemberDays: 40 });
  expect(refusalOf(await save({ version, trendRecentWeeks: 5 }))).toBe('BAD_USER_INPUT version CHANGED_MEANWHILE');
  // Sent twice because the first answer was lost.
  expect(await saved({ version, newMemberDays: 40 })).toMatchObject({ newMemberDays: 40, trendRecentWeeks: 4 });
  const { version: now } = await read();
  const both = await Promise.all(
    [41, 42].map(async (newMemberDays) => refusalOf(await save({ version: now, newMemberDays }))),
  );
  expect(both.filter(Boolean)).toEqual(['BAD_USER_INPUT version CHANGED_MEANWHILE']);
});

test.each([
  [{ name: ' ' }, 'name REQUIRED'],
  [{ name: 'x'.repeat(81) }, 'name TOO_LONG'],
  [{ email: 'info' }, 'email INVALID_EMAIL'],
  [{ email: 'a@b.example, c@d.example' }, 'email INVALID_EMAIL'],
  [{ phone: 'call us' }, 'phone INVALID_PHONE'],
  [{ website: 'javascript:alert(1)' }, 'website INVALID_WEBSITE'],
  [{ website: 'https://user:word@lift.example' }, 'website INVALID_WEBSITE'],
  [{ country: 'ZX' }, 'country UNKNOWN_COUNTRY'],
  [{ timeZone: 'Europe/Utrecht' }, 'timeZone UNKNOWN_TIME_ZONE'],
  [{ chargesFrom: '2025-12-31' }, 'chargesFrom TOO_FAR_BACK'],
  [{ chargesFrom: '2027-04-01' }, 'chargesFrom TOO_FAR_AHEAD'],
  [{ newMemberDays: 366 }, 'newMemberDays OUT_OF_RANGE'],
  [{ trendRecentWeeks: 0 }, 'trendRecentWeeks OUT_OF_RANGE'],
  [{ trendEarlierWeeks: 1 }, 'trendEarlierWeeks OUT_OF_RANGE'],
  [{ trendMinimumVisits: 20.5 }, 'trendMinimumVisits OUT_OF_RANGE'],
  [{ trendMinimumPercent: 101 }, 'trendMinimumPercent OUT_OF_RANGE'],
  [{ attachmentFileLimitMb: 101 }, 'attachmentFileLimitMb OUT_OF_RANGE'],
  [{ attachmentMemberLimitMb: 1001 }, 'attachmentMemberLimitMb OUT_OF_RANGE'],
  [{ attachmentFileLimitMb: 60 }, 'attachmentMemberLimitMb BELOW_FILE_LIMIT'],
])('refuses %o by name, and keeps none of it', async (input, refusal) => {
  const before = await read();
  expect(refusalOf(await save({ newMemberDays: 9, ...input }))).toBe(`BAD_USER_INPUT ${refusal}`);
  expect(await read()).toEqual(before);
});

test('a limit below what a member has keeps what is there', async () => {
  expect(await saved({ attachmentFileLimitMb: 1, attachmentMemberLimitMb: 1 })).toMatchObject({
    attachmentMemberLimitMb: 1,
  });
});

test('is for admins of the gym', async () => {
  for (const viewer of [scene.coach, scene.outsiders.member, scene.outsiders.readToken]) {
    expect(refusalOf(await ask(viewer))).toBe('FORBIDDEN');
    expect(refusalOf(await save({ newMemberDays: 3 }, viewer))).toBe('FORBIDDEN');
  }
  expect((await ask(scene.outsiders.otherGym)).data!.gymSettings).toMatchObject({ name: 'Other' });
});

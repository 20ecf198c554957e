import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGym } from './create-gym.ts';
import { openBrowser } from './testing/browser.ts';
import { openTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
beforeAll(async () => void (api = await openTestApi()));
afterAll(() => api.close());

const gym = {
  name: 'Iron Hall',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  country: 'DE',
  locale: 'en',
  adminEmail: 'Owner@Iron.example',
  adminFirstName: 'Ada',
  adminLastName: 'Brandt',
  password: 'a long enough password',
};

test('the administrator of a new gym signs in and is one', async () => {
  await createGym(api.ownerUrl, gym);
  const browser = openBrowser(api);
  const { data, errors } = await browser.ask<{ signIn: unknown }>(
    `mutation { signIn(input: { email: "owner@iron.example", password: "${gym.password}" }) {
      viewer { gym { name } employee { fullName } permissions } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data?.signIn).toMatchObject({
    viewer: { gym: { name: 'Iron Hall' }, employee: { fullName: 'Ada Brandt' } },
  });
  const { rows } = await api.owner.query(`select role, email from employee where first_name = 'Ada'`);
  expect(rows).toEqual([{ role: 'ADMIN', email: 'owner@iron.example' }]);
  const checklists = await api.owner.query(`select t.name, count(*)::int as actions from checklist_template t
    join checklist_template_action a on a.template_id = t.id where t.is_for_new_members group by t.name`);
  expect(checklists.rows).toEqual([{ name: 'New member', actions: 5 }]);
});

test('a second gym on the same account is refused whole', async () => {
  await expect(createGym(api.ownerUrl, { ...gym, name: 'Second' })).rejects.toThrow(/There is an account of/);
  expect((await api.owner.query(`select from gym where name = 'Second'`)).rowCount).toBe(0);
});

test.each([
  [{ timeZone: 'Mars/Olympus' }, /no time zone/],
  [{ currency: 'euro' }, /no currency/],
  [{ country: 'Germany' }, /no country/],
  [{ adminEmail: 'nobody' }, /no e-mail address/],
  [{ password: 'short' }, /at least 12 characters/],
])('%o is refused', async (wrong, message) => {
  await expect(createGym(api.ownerUrl, { ...gym, ...wrong })).rejects.toThrow(message);
});

// The settings in one place, the gym's own, and the page of changes; by keyboard, and on a phone.
import { expect, test } from 'vitest';
import { changeTexts } from '../src/features/audit/messages';
import { gymSettingsTexts } from '../src/features/gym-settings/messages';
import { reasonTexts } from '../src/graphql/reasonTexts';
import { shellTexts } from '../src/staff/messages';
import { settingsTexts } from '../src/staff/pages/settings/messages';
import { settingsPages } from '../src/staff/pages/settings/settingsIndex';
import { uiTexts } from '../src/ui/messages';
import { expectSound, settled } from '../testing/checks';
import { activate, message } from '../testing/overview';
import { askAs, visit } from '../testing/visitor';

const text = gymSettingsTexts.en;

const save = 'mutation ($input: SaveGymSettingsInput!) { saveGymSettings(input: $input) { gymSettings { version } } }';
const kept = async () =>
  (
    await askAs<{ gymSettings: { phone: string; newMemberDays: number } }>(
      'admin@lift.example',
      '{ gymSettings { phone newMemberDays } }',
    )
  ).gymSettings;

test('typed in either language and entered, a setting is found, focused and marked', async () => {
  const visitor = await visit('admin@lift.example', { width: 360, locale: 'nl' });
  const { page } = visitor;
  await page.goto('/settings');
  await settled(page);
  const search = page.getByRole('textbox', { name: settingsTexts.nl.search });
  await search.fill('nieuw lid');
  await page.getByRole('button', { name: gymSettingsTexts.nl.labels.newMemberDays }).waitFor();
  await expectSound(visitor);
  await search.press('Enter');
  await page.waitForURL('**/settings/gym#newMemberDays');
  const days = page.getByRole('textbox', { name: gymSettingsTexts.nl.labels.newMemberDays });
  await expect.poll(() => days.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await days.evaluate((field) => 'found' in field.dataset)).toBe(true);

  await page.goBack();
  await search.fill('storage');
  await search.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/settings/gym#attachmentMemberLimitMb');

  // The last page's entry stands far beyond the edge of a phone until its page is open.
  await page.goto('/settings/changes');
  const bar = page.getByRole('navigation', { name: shellTexts.nl.settings });
  const rightOf = (entry: Element) => entry.getBoundingClientRect().right;
  await expect.poll(() => bar.locator('[aria-current=page]').evaluate(rightOf)).toBeLessThanOrEqual(360);
  await visitor.leave();
});

test('every setting has a permalink that finds it', async () => {
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  // The lists that are not here are made like that of the tags.
  const alike = ['subscription-types', 'session-types', 'calendars', 'checklists', 'api-tokens'];
  for (const { path, settings } of settingsPages) {
    if (settings.length === 0 || alike.includes(path)) continue;
    await page.goto(`/settings/${path}#${settings[0]?.id}`);
    for (const { id } of settings) {
      await page.evaluate((hash) => void (location.hash = hash), id);
      const target = page.locator(`[data-found]:is([name="${id}"], [data-settings~="${id}"])`);
      await target.waitFor();
      await expect
        .poll(() => target.evaluate((found) => found.contains(document.activeElement)), { message: `${path}#${id}` })
        .toBe(true);
    }
  }
  await visitor.leave();
});

test('by keyboard: told what a time zone changes, refused at the field, saved, taken back; and on record', async () => {
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  await page.goto('/settings/gym');
  await settled(page);
  const before = await kept();
  const zone = page.getByLabel(text.labels.timeZone);
  await zone.selectOption('America/New_York');
  await page.getByText(text.zoneChanges).waitFor();
  await zone.selectOption('Europe/Amsterdam');
  const phone = page.getByRole('textbox', { name: text.labels.phone });
  await phone.fill('call us');
  await page.keyboard.press('Enter');
  await page.getByText(reasonTexts.en.INVALID_PHONE).waitFor();
  expect(await phone.inputValue()).toBe('call us');
  await expectSound(visitor);

  // Somebody else saves meanwhile: what was typed stays, over what is kept now.
  await askAs('admin@lift.example', save, { input: { newMemberDays: before.newMemberDays + 1 } });
  await phone.fill('030 555 0199');
  await page.keyboard.press('Enter');
  await page.getByText(text.changedMeanwhile).waitFor();
  expect(await phone.inputValue()).toBe('030 555 0199');
  const days = page.getByRole('textbox', { name: text.labels.newMemberDays });
  await expect.poll(() => days.inputValue()).toBe(String(before.newMemberDays + 1));
  await phone.focus();
  await page.keyboard.press('Enter');
  await message(page, text.saved).waitFor();
  expect(await kept()).toEqual({ phone: '030 555 0199', newMemberDays: before.newMemberDays + 1 });
  await activate(page.getByRole('button', { name: uiTexts.en.undo, exact: true }).last());
  await expect.poll(() => phone.inputValue()).toBe(before.phone);
  await askAs('admin@lift.example', save, { input: { newMemberDays: before.newMemberDays } });

  await page.goto('/settings/changes');
  await settled(page);
  await page.getByLabel(changeTexts.en.what).selectOption('GYM');
  const list = page.getByRole('region', { name: changeTexts.en.list });
  const change = list.getByRole('listitem').filter({ hasText: changeTexts.en.fields.PHONE }).first();
  await change.waitFor();
  expect(await change.locator('del').textContent()).toBe('030 555 0199');
  expect(await change.locator('ins').textContent()).toBe(before.phone);
  await expectSound(visitor);
  await visitor.leave();
});

test('an employee sees what is theirs, and is told why not', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/settings');
  await settled(page);
  expect(await page.getByRole('link', { name: text.title, exact: true }).count()).toBe(0);
  await page.getByRole('textbox', { name: settingsTexts.en.search }).fill('time zone');
  await page.getByText(settingsTexts.en.nothing('time zone')).waitFor();
  await page.goto('/settings/gym');
  await page.getByText(text.forAdmins).waitFor();
  await page.goto('/settings/changes');
  await page.getByText(changeTexts.en.forAdmins).waitFor();
  await expectSound(visitor);
  await visitor.leave();
});

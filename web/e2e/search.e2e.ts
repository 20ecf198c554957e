// The search over every screen, by keyboard and by thumb.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { memberSearchTexts } from '../src/features/member-search/messages';
import { shellTexts } from '../src/staff/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { lineOf, visit } from '../testing/visitor';

const text = memberSearchTexts.en;

// The page below has choices of its own.
const options = (page: Page) => page.getByRole('listbox').getByRole('option');
const field = (page: Page) => page.getByRole('combobox', { name: text.label });
const chosen = (page: Page) => page.getByRole('listbox').getByRole('option', { selected: true });

test('by keyboard on any screen: two keys and a few letters lead to a member', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/settings/tags');
  await settled(page);

  await page.keyboard.press('/');
  await page.keyboard.type('jan');
  await page.getByRole('group', { name: text.members }).waitFor();
  await expectSound(visitor);
  expect(await options(page).count()).toBeGreaterThan(2);

  const second = await options(page).nth(1).innerText();
  await page.keyboard.press('ArrowDown');
  expect(await chosen(page).innerText()).toBe(second);
  expect(await field(page).getAttribute('aria-activedescendant')).toBe(await chosen(page).getAttribute('id'));

  await page.keyboard.press('Enter');
  await page.waitForURL('**/members/*');
  await page.getByRole('heading', { level: 1, name: second.split('\n')[0] }).waitFor();

  // The next search begins with who was opened last.
  await page.keyboard.press('Control+k');
  await page.getByRole('group', { name: text.recent }).waitFor();
  expect(await options(page).first().innerText()).toContain(second.split('\n')[0]);
  await page.keyboard.press('Escape');
  await field(page).waitFor({ state: 'detached' });
  expectQuiet(visitor);
  await visitor.leave();
});

test('the keys typed right after the shortcut all arrive', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/members');
  await settled(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zoe', { delay: 0 });
  expect(await field(page).inputValue()).toBe('zoe');
  await visitor.leave();
});

test('nobody found is said with a way on; an action is found by its name', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/');
  await settled(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('qqxxqq');
  await page.getByText(text.nothing('qqxxqq')).waitFor();
  await expectSound(visitor);
  await field(page).fill('api tok');
  await page.getByRole('option', { name: shellTexts.en.apiTokens }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/settings/api-tokens');
  await visitor.leave();
});

test('a failing search says so and can be tried again with what was typed', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  visitor.expectComplaints(/ERR_FAILED|Failed to load/);
  const line = await lineOf(page);
  await page.goto('/');
  await settled(page);
  await page.keyboard.press('Control+k');
  line.cut();
  await page.keyboard.type('jan');
  await page.getByRole('alert').waitFor();
  // Of all that was typed, not of its first letter.
  await settled(page);
  line.mend();
  await page.getByRole('button', { name: text.retry }).click();
  await page.getByRole('group', { name: text.members }).waitFor();
  expect(await field(page).inputValue()).toBe('jan');
  expectQuiet(visitor);
  await visitor.leave();
});

test('a late answer does not move the row that was gone to', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/');
  await settled(page);
  let answer = () => {};
  const isTimeToAnswer = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/graphql', async (route) => {
    await isTimeToAnswer;
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  // "t" begins some actions, which are there at once, and many members, who are late.
  await page.keyboard.type('t');
  await page.getByRole('group', { name: text.actions }).waitFor();
  await page.keyboard.press('ArrowDown');
  const before = { row: await chosen(page).innerText(), box: await chosen(page).boundingBox() };
  answer();
  await page.getByRole('group', { name: text.members }).waitFor();
  expect({ row: await chosen(page).innerText(), box: await chosen(page).boundingBox() }).toEqual(before);
  await visitor.leave();
});

test('on a phone the search is at the thumb and fills the screen', async () => {
  const visitor = await visit('coach@lift.example', { width: 360 });
  const { page } = visitor;
  await page.goto('/');
  await settled(page);
  const button = page.getByRole('navigation').getByRole('button', { name: shellTexts.en.searchShort });
  const box = await button.boundingBox();
  expect(box?.y).toBeGreaterThan(640 - 80);
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await button.tap();
  await page.keyboard.type('jan');
  await page.getByRole('group', { name: text.members }).waitFor();
  await expectSound(visitor);
  await options(page).first().tap();
  await page.waitForURL('**/members/*');
  await visitor.leave();
});

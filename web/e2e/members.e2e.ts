// The member list: everything that is chosen stands in the address, and comes back with it.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { membersTexts } from '../src/staff/pages/members/messages';
import { shellTexts } from '../src/staff/messages';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, settled } from '../testing/checks';
import { visit } from '../testing/visitor';

const text = membersTexts.en;

const rows = (page: Page) => page.getByRole('rowheader');
const total = async (page: Page) => Number((await page.getByRole('status').first().innerText()).replace(/\D/g, ''));

const isRising = (numbers: number[]) =>
  numbers.length > 1 && numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));

test('filter, sort and page live in the address', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/members');
  await settled(page);
  const everybody = await total(page);
  expect(await rows(page).count()).toBe(25);

  await page.getByRole('button', { name: uiTexts.en.nextPage }).click();
  await page.waitForURL('**/members?page=2');
  await page.getByText(/^26–50 of/).waitFor();

  // A narrower list begins at its first page.
  await page.getByRole('searchbox', { name: text.search }).fill('jan');
  await page.waitForURL('**/members?q=jan');
  await page.getByRole('button', { name: new RegExp(`^${text.status}`) }).click();
  await page.getByRole('checkbox', { name: text.statuses.ACTIVE }).check();
  await page.waitForURL('**/members?q=jan&status=active');
  await page.keyboard.press('Escape');
  await settled(page);
  expect(await total(page)).toBeLessThan(everybody);
  for (const name of await rows(page).allInnerTexts()) expect(name.toLowerCase()).toContain('jan');

  await page.getByRole('button', { name: text.columns.MEMBER_NUMBER }).click();
  await page.waitForURL('**sort=member-number.asc');
  await settled(page);
  const numbers = await page.getByRole('row').locator('td:nth-child(2)').allInnerTexts();
  expect(isRising(numbers.map(Number))).toBe(true);

  const found = await rows(page).allInnerTexts();
  await page.reload();
  await settled(page);
  expect(await rows(page).allInnerTexts()).toEqual(found);
  expect(await page.getByRole('searchbox', { name: text.search }).inputValue()).toBe('jan');

  await page.getByRole('button', { name: text.clearFilter }).click();
  await expect.poll(() => total(page)).toBe(everybody);
  await page.goBack();
  await expect.poll(() => page.getByRole('searchbox', { name: text.search }).inputValue()).toBe('jan');
  expectQuiet(visitor);
  await visitor.leave();
});

test('nobody matches: the way out is one button', async () => {
  const visitor = await visit('coach@lift.example', { width: 360 });
  const { page } = visitor;
  await page.goto('/members?q=qqxxqq');
  await page.getByText(text.emptyTitle).waitFor();
  await page.getByRole('button', { name: text.clearFilter }).last().tap();
  await rows(page).first().waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('by keyboard from the list to a member', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/members');
  const first = rows(page).first().getByRole('link');
  const name = await first.innerText();
  await first.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/members/*');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('a page whose file could not be fetched says so, and comes when it is tried again', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  visitor.expectComplaints(/Failed to (load|fetch)|dynamically imported module/);
  await page.goto('/members');
  await settled(page);
  const isPage = (url: URL) => /\/assets\/Page-.*\.js$/.test(url.pathname);
  await page.route(isPage, (route) => route.abort());
  await page.getByRole('link', { name: shellTexts.en.calendar, exact: true }).click();
  await page.getByText(shellTexts.en.brokenTitle).waitFor();
  await page.unroute(isPage);
  await page.getByRole('button', { name: uiTexts.en.retry }).click();
  await settled(page);
  expect(new URL(page.url()).pathname).toBe('/calendar');
  expect(await page.getByText(shellTexts.en.brokenTitle).count()).toBe(0);
  expectQuiet(visitor);
  await visitor.leave();
});

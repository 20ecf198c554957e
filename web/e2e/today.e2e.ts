// The day's sessions: who comes, with their tags; the day shown stands in the address.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { todayTexts } from '../src/staff/pages/today/messages';
import { expectQuiet } from '../testing/checks';
import { launchChromium } from '../testing/chromium';
import { visit } from '../testing/visitor';

const text = todayTexts.en;
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('one request opens the day; arrows move through the days and back', async () => {
  const visitor = await visit(browser, 'coach@lift.example');
  const { page } = visitor;
  const asked: string[] = [];
  page.on('request', (request) => request.url().endsWith('/graphql') && asked.push(request.postData() ?? ''));
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: text.today }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked).toHaveLength(1);

  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/\?on=\d{4}-\d{2}-\d{2}/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL((url) => url.search === '');
  expectQuiet(visitor);
  await visitor.leave();
});

test('within a week there is a session with members, and a member leads to the overview', async () => {
  const visitor = await visit(browser, 'coach@lift.example', { width: 360 });
  const { page } = visitor;
  await page.goto('/');
  const member = page.getByRole('article').getByRole('listitem').getByRole('link').first();
  for (let day = 0; day < 7 && (await member.count()) === 0; day++) {
    await page.getByRole('button', { name: text.previous }).tap();
    await page.waitForLoadState('networkidle');
  }
  const name = await member.innerText();
  await member.tap();
  await page.waitForURL('**/members/*');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('a day without sessions invites to go on', async () => {
  const visitor = await visit(browser, 'coach@lift.example');
  const { page } = visitor;
  await page.goto('/?on=2001-01-01');
  await page.getByText(text.emptyTitle).waitFor();
  await page.getByRole('button', { name: text.backToToday }).click();
  await page.waitForURL((url) => url.search === '');
  expectQuiet(visitor);
  await visitor.leave();
});

test('an address with a day that is none shows today', async () => {
  const visitor = await visit(browser, 'coach@lift.example');
  const { page } = visitor;
  await page.goto('/?on=2026-02-31');
  await page.getByRole('heading', { level: 1, name: text.today }).waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

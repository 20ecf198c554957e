// The dashboard: the day's sessions with who comes, and what to act on, by keyboard and live.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dashboardTexts } from '../src/staff/pages/dashboard/messages';
import { checklistTexts } from '../src/features/checklist/messages';
import { templateTexts } from '../src/features/checklist/templateTexts';
import { notificationTexts } from '../src/features/notification/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { launchChromium } from '../testing/chromium';
import { activate, dayFromNow, idOf, openOverview } from '../testing/overview';
import { keptTexts } from '../src/ui/keptTexts';
import { askAs, visit } from '../testing/visitor';

const text = dashboardTexts.en;
const run = Date.now() % 1_000_000;
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
  await settled(page);
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
  await settled(page);
  const heading = page.getByRole('heading', { level: 1 });
  const member = page.getByRole('article').getByRole('listitem').getByRole('link').first();
  for (let day = 0; day < 7 && (await member.count()) === 0; day++) {
    const before = await heading.innerText();
    await page.getByRole('button', { name: text.previous }).tap();
    await expect.poll(() => heading.innerText()).not.toBe(before);
    await settled(page);
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
  await page.getByRole('button', { name: text.toNext }).waitFor();
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

const schedule =
  'mutation ($input: ScheduleNotificationInput!) { scheduleNotification(input: $input) { notification { id } } }';
const remind = async (message: string) =>
  askAs('admin@lift.example', schedule, {
    input: { memberId: await idOf('Zoë van der Berg'), dueOn: dayFromNow(1), message },
  });

test('by keyboard: a row is completed in its place, and taken back', async () => {
  const message = `Weigh the bar ${run}`;
  await remind(message);
  const visitor = await visit(browser, 'coach@lift.example');
  const { page } = visitor;
  await page.goto('/');
  await settled(page);
  const complete = page.getByRole('button', { name: notificationTexts.en.complete(message) });
  await complete.waitFor();
  await expectSound(visitor);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-row]') !== null)).toBe(true);
  await complete.focus();
  await page.keyboard.press('e');
  const done = page.getByText(`${text.gone}: Zoë van der Berg · ${message}`);
  await done.waitFor();
  await page.keyboard.press('Control+z');
  await complete.waitFor();
  await activate(complete);
  await done.waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('what is new waits until it is asked for', async () => {
  const message = `Count the plates ${run}`;
  const visitor = await visit(browser, 'coach@lift.example', { width: 360, scheme: 'dark' });
  const { page } = visitor;
  await page.goto('/');
  await settled(page);
  await expectSound(visitor);
  await remind(message);
  const more = page.getByRole('button', { name: text.newOnes(1) });
  await more.waitFor();
  const complete = page.getByRole('button', { name: notificationTexts.en.complete(message) });
  expect(await complete.count()).toBe(0);
  await more.tap();
  await complete.waitFor();
  await complete.tap();
  await page.getByText(`${text.gone}: Zoë van der Berg · ${message}`).waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('a checklist is made in the settings, assigned to a member, and ticked until it is done', async () => {
  const name = `Welcome ${run}`;
  const admin = await visit(browser, 'admin@lift.example');
  await admin.page.goto('/settings/checklists');
  await settled(admin.page);
  await admin.page.keyboard.press('n');
  const dialog = admin.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: keptTexts.en.name }).fill(name);
  const action = dialog.getByRole('textbox', { name: templateTexts.en.newAction });
  for (const one of ['Shake hands', 'Show the door']) {
    await action.fill(one);
    await action.press('Enter');
  }
  await dialog.getByRole('button', { name: templateTexts.en.up('Show the door') }).press('Enter');
  await expectSound(admin);
  await action.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await admin.page.getByRole('row', { name }).waitFor();

  const visitor = await openOverview(browser, 'Jan Bos');
  const { page } = visitor;
  await page.keyboard.press('c');
  await page.keyboard.press('l');
  await page.getByRole('dialog').getByRole('textbox').fill(name);
  await page.getByRole('dialog').getByRole('button', { name }).waitFor();
  await page.keyboard.press('Enter');
  const list = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  const boxes = list.getByRole('checkbox');
  await boxes.first().waitFor();
  expect(await boxes.evaluateAll((all) => all.map((box) => box.closest('label')?.textContent))).toEqual([
    'Show the door',
    'Shake hands',
  ]);
  await boxes.first().press('Space');
  await list.getByText(checklistTexts.en.progress(1, 2)).waitFor();
  await boxes.last().press('Space');
  await list.getByRole('button', { name: checklistTexts.en.reopen(name) }).waitFor();
  await expectSound(visitor);

  await activate(admin.page.getByRole('button', { name: keptTexts.en.archive(name) }));
  await admin.page.getByRole('button', { name: keptTexts.en.restore(name) }).waitFor();
  for (const one of [visitor, admin]) {
    expectQuiet(one);
    await one.leave();
  }
});

// The dashboard: the day's sessions with who comes, and what to act on, by keyboard and live.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dashboardTexts } from '../src/staff/pages/dashboard/messages';
import { checklistTexts } from '../src/features/checklist/messages';
import { templateTexts } from '../src/features/checklist/templateTexts';
import { notificationTexts } from '../src/features/notification/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { activate, openOverview, remind } from '../testing/overview';
import { keptTexts } from '../src/ui/keptTexts';
import { askAs, lineOf, visit } from '../testing/visitor';

const text = dashboardTexts.en;
const run = Date.now() % 1_000_000;

test('one request opens the day; arrows move through the days and back', async () => {
  const visitor = await visit('coach@lift.example');
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
  const visitor = await visit('coach@lift.example', { width: 360 });
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
  const visitor = await visit('coach@lift.example');
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
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/?on=2026-02-31');
  await page.getByRole('heading', { level: 1, name: text.today }).waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

/** The list is cut where it is long: what is due tomorrow stands at its end. */
async function showAll(page: Page): Promise<void> {
  const card = page.getByRole('region', { name: text.attention });
  await card.getByRole('listitem').first().waitFor();
  const all = card.getByRole('button', { name: /^Show all/ });
  if ((await all.count()) > 0) await activate(all);
}

test('by keyboard: a row is completed in its place, and taken back', async () => {
  const message = `Weigh the bar ${run}`;
  await remind('Zoë van der Berg', message, 1);
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/');
  await settled(page);
  await expectSound(visitor);
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null);
  const order = await page.evaluate(() =>
    [...document.querySelectorAll('[data-row]')].map((row) => row.getAttribute('data-row')),
  );
  const visited = [];
  for (const key of ['j', 'ArrowDown', 'ArrowUp', 'ArrowDown', 'k']) {
    await page.keyboard.press(key);
    visited.push(order.indexOf(await focused()));
  }
  expect(visited).toEqual([0, 1, 0, 1, 0]);
  await showAll(page);
  const complete = page.getByRole('button', { name: notificationTexts.en.complete(message) });
  await complete.waitFor();
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

/** Opens the dashboard, and waits until it would hear what others change. */
async function openListening(page: Page): Promise<void> {
  const listens = page.waitForResponse('**/graphql/stream');
  await page.goto('/');
  await settled(page);
  await listens;
}

test('what is new waits until it is asked for; a reading that fails takes nothing away', async () => {
  const message = `Count the plates ${run}`;
  const visitor = await visit('coach@lift.example', { width: 360, scheme: 'dark' });
  const { page } = visitor;
  visitor.expectComplaints(/ERR_FAILED|Failed to load/);
  const line = await lineOf(page);
  await openListening(page);
  await expectSound(visitor);
  line.cut();
  const unread = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/graphql'));
  await remind('Zoë van der Berg', message, 1);
  await unread;
  line.mend();
  await remind('Zoë van der Berg', `Count the bars ${run}`, 1);
  const more = page.getByRole('button', { name: text.newOnes(2) });
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
  const admin = await visit('admin@lift.example');
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
  const row = (name: string) => dialog.getByRole('listitem').filter({ hasText: name });
  const order = () => dialog.getByRole('listitem').allInnerTexts();
  await row('Shake hands').dragTo(row('Show the door'));
  expect(await order()).toEqual([expect.stringContaining('Show the door'), expect.stringContaining('Shake hands')]);
  await row('Shake hands').dragTo(row('Show the door'));
  expect(await order()).toEqual([expect.stringContaining('Shake hands'), expect.stringContaining('Show the door')]);
  await dialog.getByRole('button', { name: templateTexts.en.up('Show the door') }).press('Enter');
  await expectSound(admin);
  await action.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await admin.page.getByRole('row', { name }).waitFor();

  const visitor = await openOverview('Jan Bos');
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

test('a checklist is for another employee: when it is assigned, on the overview, and on the dashboard, where it is done', async () => {
  const name = `Handed over ${run}`;
  const { createChecklistTemplate } = await askAs<{ createChecklistTemplate: { checklistTemplate: { id: string } } }>(
    'admin@lift.example',
    'mutation ($input: CreateChecklistTemplateInput!) { createChecklistTemplate(input: $input) { checklistTemplate { id } } }',
    { input: { name, actions: ['Call', 'Write'] } },
  );
  const { viewer, employees } = await askAs<{ viewer: { employee: Named }; employees: Named[] }>(
    'coach@lift.example',
    '{ viewer { employee { id fullName } } employees { id fullName } }',
  );
  const me = viewer.employee;
  const other = employees.find(({ id }) => id !== me.id) ?? me;
  const visitor = await openOverview('Jan Bos', { width: 360 });
  const { page } = visitor;
  const dialog = page.getByRole('dialog');
  const list = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  const isFor = (who: Named) => list.getByText(checklistTexts.en.given(who.fullName)).waitFor();
  const giveTo = async (who: Named) => {
    await activate(list.getByRole('button', { name: checklistTexts.en.give(name) }));
    await dialog.getByRole('button', { name: who.fullName }).waitFor();
    await expectSound(visitor);
    await activate(dialog.getByRole('button', { name: who.fullName }));
    await dialog.waitFor({ state: 'detached' });
    await isFor(who);
    await expect.poll(keeper).toBe(who.id);
  };
  const keeper = async () => {
    const { member } = await askAs<{ member: { checklists: { name: string; employee: Named | null }[] } }>(
      'coach@lift.example',
      'query ($id: ID!) { member(id: $id) { checklists { name employee { id fullName } } } }',
      { id: visitor.id },
    );
    return member.checklists.find((one) => one.name === name)?.employee?.id;
  };
  await page.keyboard.press('c');
  await page.keyboard.press('l');
  await dialog.getByLabel(checklistTexts.en.forWhom).selectOption({ label: me.fullName });
  await expectSound(visitor);
  await activate(dialog.getByRole('button', { name }));
  await isFor(me);
  await giveTo(other);
  await page.keyboard.press('Control+z');
  await isFor(me);
  await expect.poll(keeper).toBe(me.id);

  await openListening(page);
  await isFor(me);
  const boxes = list.getByRole('checkbox');
  await boxes.first().tap();
  await list.getByText(checklistTexts.en.progress(1, 2)).waitFor();
  const isReadAgain = page.waitForResponse(
    async (response) =>
      response.request().postData()?.includes('"Dashboard"') === true && !(await response.text()).includes(name),
  );
  await boxes.last().tap();
  const reopen = list.getByRole('button', { name: checklistTexts.en.reopen(name) });
  await reopen.waitFor();
  // Also once the server no longer lists it.
  await isReadAgain;
  await settled(page);
  expect(await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))).toEqual([true, true]);
  await activate(reopen);
  await giveTo(other);
  await page.goto(`/?employee=${other.id}`);
  await list.waitFor();
  await activate(list.getByRole('button', { name: checklistTexts.en.close(name) }));
  await reopen.waitFor();
  await askAs(
    'admin@lift.example',
    'mutation ($input: ChecklistTemplateIdInput!) { archiveChecklistTemplate(input: $input) { checklistTemplate { id } } }',
    { input: { id: createChecklistTemplate.checklistTemplate.id } },
  );
  expectQuiet(visitor);
  await visitor.leave();
});

interface Named {
  id: string;
  fullName: string;
}

const linkEmployee = (memberId: string, employeeId: string | null) =>
  askAs(
    'admin@lift.example',
    'mutation ($input: LinkEmployeeInput!) { linkEmployee(input: $input) { member { id } } }',
    {
      input: { memberId, employeeId },
    },
  );

test('an admin sees whom nobody looks after, links somebody in place, and looks at everybody; a coach does not', async () => {
  const { members, employees } = await askAs<{
    members: { items: (Named & { employee: Named })[] };
    employees: Named[];
  }>(
    'admin@lift.example',
    `{ employees { id fullName } members(filter: { hasEmployee: true, status: [ACTIVE] }, sort: { by: JOINED_ON, direction: DESC }, pageSize: 1) {
      items { id fullName employee { id fullName } } } }`,
  );
  // At least one.
  const [alone] = members.items;
  const [employee] = employees;
  if (!alone || !employee) throw new Error('The demo has nobody.');
  await linkEmployee(alone.id, null);
  const message = `Sweep the floor ${run}`;
  await remind('Zoë van der Berg', message, 1);

  const visitor = await visit('admin@lift.example', { width: 360 });
  const { page } = visitor;
  await page.goto('/');
  await settled(page);
  const card = page.getByRole('region', { name: text.unlinked });
  const link = card.getByRole('button', { name: /^Link an employee to / }).first();
  const label = (await link.getAttribute('aria-label')) ?? '';
  const name = label.replace(text.linkOf(''), '');
  await activate(link);
  const dialog = page.getByRole('dialog');
  await activate(dialog.getByRole('button', { name: employee.fullName }));
  const done = card.getByText(`${text.gone}: ${name} · ${employee.fullName}`);
  await done.waitFor();
  await page.keyboard.press('Control+z');
  await card.getByRole('button', { name: label, exact: true }).waitFor();

  const remindRow = page.getByRole('button', { name: notificationTexts.en.complete(message) });
  expect(await remindRow.count()).toBe(0);
  await page.getByLabel(text.whose).selectOption({ label: text.everybody });
  await page.waitForURL('**?employee=everybody');
  await settled(page);
  await showAll(page);
  await remindRow.waitFor();
  await settled(page);
  await expectSound(visitor);
  await activate(remindRow);
  await page.getByText(`${text.gone}: Zoë van der Berg · ${message}`).waitFor();
  expectQuiet(visitor);
  await visitor.leave();
  await linkEmployee(alone.id, alone.employee.id);

  const coach = await visit('coach@lift.example');
  await coach.page.goto('/');
  await settled(coach.page);
  expect(await coach.page.getByRole('region', { name: text.unlinked }).count()).toBe(0);
  expect(await coach.page.getByLabel(text.whose).getByRole('option', { name: text.everybody }).count()).toBe(0);
  expectQuiet(coach);
  await coach.leave();
});

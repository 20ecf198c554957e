// The calendar and its sessions by keyboard: weeks and days, filling from the weekly schedule, planning, changing, cancelling,
// who is let in and why not.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { refusalTexts } from '../src/features/registration/refusalTexts';
import { rosterTexts } from '../src/features/registration/messages';
import { sessionTexts } from '../src/features/session/messages';
import { planTexts } from '../src/features/session/planTexts';
import { scheduleTexts } from '../src/features/session/scheduleTexts';
import { memberSearchTexts } from '../src/features/member-search/messages';
import { keptTexts } from '../src/ui/keptTexts';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, expectSound, expectStill, settled } from '../testing/checks';
import { activate, dayFromNow, message, operationsOf } from '../testing/overview';
import { beginNow, membersOf, planSession } from '../testing/sessions';
import { askAs, visit } from '../testing/visitor';

const text = sessionTexts.en;
const plan = planTexts.en;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const focusedDay = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-day]')?.getAttribute('data-day') ?? null);

test('one request opens the week; arrows move between weeks, sessions and days', async () => {
  // Where it is another day than in the gym, it may be another week, and a second request.
  const visitor = await visit('coach@lift.example', { timeZone: 'Europe/Amsterdam' });
  const { page } = visitor;
  const asked = operationsOf(page);
  await page.goto('/');
  await settled(page);
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.waitForURL('**/calendar');
  await settled(page);
  asked.length = 0;
  await page.reload();
  await settled(page);
  expect(asked).toEqual(['Calendar']);
  await expectStill(page);
  await expectSound(visitor);
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/\?week=\d{4}-\d{2}-\d{2}$/);
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL((url) => url.search === '');
  await settled(page);
  await page.locator('[data-day] a').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const day = await focusedDay(page);
  expect(day).not.toBeNull();
  // Sideways to the next day that has sessions, or back from the last one.
  const isLast = await page.evaluate(
    (at) => [...document.querySelectorAll('[data-day]:has(a)')].at(-1)?.getAttribute('data-day') === at,
    day,
  );
  await page.keyboard.press(isLast ? 'ArrowLeft' : 'ArrowRight');
  await expect.poll(() => focusedDay(page)).not.toBe(day);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sessions/*');
  await settled(page);
  await expectSound(visitor);
  await visitor.leave();
});

test('an empty week is filled from the weekly schedule: counted before, reported after, once', async () => {
  const visitor = await visit('admin@lift.example', { width: 360, locale: 'nl' });
  const { page } = visitor;
  const nl = { text: sessionTexts.nl, plan: planTexts.nl };
  const { calendars, scheduleSlots } = await askAs<{
    calendars: { id: string }[];
    scheduleSlots: { calendar: { id: string } }[];
  }>('admin@lift.example', '{ calendars { id } scheduleSlots { calendar { id } } }');
  const calendarId = calendars.at(-1)?.id;
  const count = scheduleSlots.filter(({ calendar }) => calendar.id === calendarId).length;
  await page.goto(`/calendar?week=${dayFromNow(210)}&calendar=${calendarId}`);
  await page.getByText(nl.text.emptyFill(count)).waitFor();
  await expectSound(visitor);
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(nl.plan.fillCount(count, count)).waitFor();
  await expectSound(visitor);
  await activate(button(page, nl.plan.fillButton(count)));
  await dialog.getByText(nl.plan.filled(count)).waitFor();
  await expectSound(visitor);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(nl.text.sessions(count)).first().waitFor();
  await page.keyboard.press('f');
  await dialog.getByText(nl.plan.fillNothing).waitFor();
  await page.keyboard.press('Escape');
  // One day at a time: each is named with what it has.
  const days = page.getByRole('group', { name: nl.text.days }).getByRole('button');
  expect(await days.count()).toBe(7);
  await days.last().tap();
  await expect.poll(() => page.locator('[data-day]').count()).toBe(1);
  await page.keyboard.press('ArrowRight');
  await page.waitForURL((url) => url.searchParams.get('week') !== null && !url.searchParams.has('day'));
  expectQuiet(visitor);
  await visitor.leave();
});

test('a session is planned, changed, cancelled with a reason and put back', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto(`/calendar?week=${dayFromNow(35)}`);
  await settled(page);
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(plan.type).waitFor();
  await dialog.getByLabel(plan.places).fill('many');
  await page.keyboard.press('Enter');
  await dialog.getByText(plan.missing).first().waitFor();
  await dialog.getByText(plan.whole).waitFor();
  await expectSound(visitor);
  await dialog.getByLabel(plan.type).selectOption({ index: 1 });
  await dialog.getByLabel(plan.calendar).selectOption({ index: 1 });
  await dialog.getByLabel(plan.time).fill('05:10');
  await dialog.getByLabel(plan.places).fill('7');
  await dialog.getByLabel(plan.places).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /05:10/ }).click();
  await page.waitForURL('**/sessions/*');
  await page.getByText(text.placesTaken(0, 7)).waitFor();
  await page.getByText(rosterTexts.en.nobody).waitFor();
  await expectSound(visitor);

  await page.keyboard.press('e');
  await dialog.getByLabel(plan.places).fill('9');
  await dialog.getByLabel(plan.places).press('Enter');
  await page.getByText(text.placesTaken(0, 9)).waitFor();
  await activate(button(page, text.cancel));
  await dialog.getByText(plan.nobodyToTell).waitFor();
  await page.keyboard.type('The hall is flooded');
  await expectSound(visitor);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(text.cancelledBecause('The hall is flooded')).waitFor();
  await expectSound(visitor);
  await page.keyboard.press('Control+z');
  await button(page, text.cancel).waitFor();
  await page.getByText(text.cancelledBecause('The hall is flooded')).waitFor({ state: 'detached' });
  expectQuiet(visitor);
  await visitor.leave();
});

test('cancelling says who will be told, and is taken back until the session begins, not after', async ({ skip }) => {
  const session = await planSession({ memberCount: 2 });
  const visitor = await visit('coach@lift.example', { width: 360, scheme: 'dark' });
  const { page } = visitor;
  const dialog = page.getByRole('dialog');
  // On a phone it is behind "more"; the palette knows it too.
  const openCancel = async () => {
    await page.goto(`/sessions/${session.id}?dialog=cancel`);
    await dialog.getByText(plan.willBeTold(2)).waitFor();
  };
  await openCancel();
  await dialog.getByText(plan.cancelExplained).waitFor();
  await activate(dialog.getByRole('button', { name: plan.keep }));
  await dialog.waitFor({ state: 'detached' });
  expect(await page.getByText(text.cancelled, { exact: true }).count()).toBe(0);
  await openCancel();
  await page.keyboard.press('Enter');
  await message(page, plan.cancelledAndTold(session.type, 2)).waitFor();
  await page.keyboard.press('Control+z');
  await message(page, plan.restoredAndTold(session.type, 2)).waitFor();

  if (!(await beginNow(session))) return skip();
  await openCancel();
  await dialog.getByText(plan.cancelFinal).waitFor();
  await expectSound(visitor);
  await page.keyboard.press('Enter');
  const told = message(page, plan.cancelledAndTold(session.type, 2));
  await told.waitFor();
  expect(await page.getByRole('status').getByRole('button', { name: uiTexts.en.undo }).count()).toBe(0);
  expectQuiet(visitor);
  await visitor.leave();
});

test('who is refused is told why, and what can be done: sold, let in with a reason, or waiting', async () => {
  const roster = rosterTexts.en;
  const refusal = refusalTexts.en;
  const session = await planSession({ places: 2 });
  const [buyer, guest, third] = await membersOf('FORMER', 3);
  if (!buyer || !guest || !third) throw new Error('The demo has too few former members.');
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  await page.goto(`/sessions/${session.id}`);
  await settled(page);
  const dialog = page.getByRole('dialog');
  const add = async (name: string) => {
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('a');
    await dialog.getByRole('textbox', { name: memberSearchTexts.en.member }).fill(name);
    await dialog
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click();
    await dialog.getByText(refusal.refused(name)).waitFor();
  };
  await add(buyer.fullName);
  await dialog.getByText(refusal.reasons.NO_SUBSCRIPTION).waitFor();
  await expectSound(visitor);
  await activate(dialog.getByRole('button', { name: /^Sell this session for €/ }));
  await page.getByText(roster.singleSession).waitFor();

  await add(guest.fullName);
  await activate(button(page, refusal.letIn));
  await dialog.getByText(refusal.overrideMissing).waitFor();
  await page.getByLabel(refusal.overrideReason).fill('A trial lesson');
  await page.keyboard.press('Enter');
  await page.getByText(/A trial lesson/).waitFor();
  await page.getByText(text.placesTaken(2, 2)).waitFor();

  await add(third.fullName);
  await dialog.getByText(refusal.reasons.FULL).waitFor();
  await activate(dialog.getByRole('button', { name: new RegExp(`^${refusal.join}`) }));
  await page.getByRole('heading', { name: roster.waitingTitle }).waitFor();
  await expectSound(visitor);
  // The place that becomes free is taken by who waits.
  await activate(button(page, roster.remove(guest.fullName)));
  await message(page, roster.removedAndMoved(guest.fullName, third.fullName)).waitFor();
  await page.getByRole('heading', { name: roster.waitingTitle }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: third.fullName }).waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('the weekly schedule: added, changed, deleted with its way back; a coach looks', async () => {
  const schedule = scheduleTexts.en;
  const visitor = await visit('admin@lift.example', { width: 360, scheme: 'dark' });
  const { page } = visitor;
  await page.goto('/settings/schedule');
  await settled(page);
  await expectSound(visitor);
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  const type = dialog.getByLabel(plan.type);
  await type.selectOption({ index: 1 });
  const typeName = await type.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text ?? '');
  await dialog.getByLabel(plan.calendar).selectOption({ index: 1 });
  await dialog.getByLabel(schedule.weekday).selectOption('6');
  await dialog.getByLabel(plan.time).fill('04:05');
  await expectSound(visitor);
  await dialog.getByLabel(plan.places).press('Enter');
  const row = page.getByRole('rowheader', { name: 'Saturday 04:05' });
  await row.waitFor();
  const name = schedule.name(typeName, 'Saturday', '04:05');
  await activate(button(page, schedule.change(name)));
  await dialog.getByLabel(schedule.weekday).selectOption('7');
  await dialog.getByLabel(plan.places).press('Enter');
  const moved = schedule.name(typeName, 'Sunday', '04:05');
  await activate(button(page, schedule.remove(moved)));
  await button(page, schedule.remove(moved)).waitFor({ state: 'detached' });
  await message(page, schedule.removed(moved)).waitFor();
  await page.keyboard.press('Control+z');
  await activate(button(page, schedule.remove(moved)));
  await button(page, schedule.remove(moved)).waitFor({ state: 'detached' });
  expectQuiet(visitor);
  await visitor.leave();

  const coach = await visit('coach@lift.example');
  await coach.page.goto('/settings/schedule');
  await coach.page.getByText(keptTexts.en.readOnly).waitFor();
  expect(await coach.page.getByRole('table').first().getByRole('button').count()).toBe(0);
  await expectSound(coach);
  await coach.leave();
});

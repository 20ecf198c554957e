// Attendance at the door: one press each, by keyboard too, and nothing is lost without a connection, over a reload, or by being
// delivered twice.
import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { attendanceTexts } from '../src/features/registration/attendanceTexts';
import { rosterTexts } from '../src/features/registration/messages';
import { shellTexts } from '../src/staff/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { activate } from '../testing/overview';
import { beginNow, planSession, removeMember, statusesOf, type Planned } from '../testing/sessions';
import type { Look } from '../testing/pages';
import { visit, type Visitor } from '../testing/visitor';

const text = rosterTexts.en;
const pending = attendanceTexts.en;

/** A session that has just begun, opened at the door. */
async function open(memberCount: number, look: Look): Promise<(Visitor & { session: Planned }) | null> {
  const session = await planSession({ memberCount });
  if (!(await beginNow(session))) return null;
  const visitor = await visit('coach@lift.example', look);
  await visitor.page.goto(`/sessions/${session.id}`);
  await settled(visitor.page);
  return { ...visitor, session };
}

const nameOf = ({ members }: Planned, index: number) => members[index]?.fullName ?? '';
const present = (page: Page, name: string) => page.getByRole('button', { name: text.markPresent(name), exact: true });
const noShow = (page: Page, name: string) => page.getByRole('button', { name: text.markNoShow(name), exact: true });
const pressed = (page: Page) => page.getByRole('button', { pressed: true });
const isMark = (route: Route) => route.request().postData()?.includes('"MarkAttendance"') ?? false;
const allOf = (session: Planned, statuses: readonly string[]) =>
  Object.fromEntries(session.members.map(({ fullName }, index) => [fullName, statuses[index]]));

test('all present in one press, then the exceptions; by the keyboard from row to row', async ({ skip }) => {
  const visitor = await open(4, { width: 1440 });
  if (!visitor) return skip();
  const { page, session } = visitor;
  await expectSound(visitor);
  await page.keyboard.press('l');
  await expect.poll(() => pressed(page).count()).toBe(4);
  await page.getByText(text.presentOf(4, 4)).waitFor();
  await expect
    .poll(() => statusesOf(session))
    .toEqual(allOf(session, ['ATTENDED', 'ATTENDED', 'ATTENDED', 'ATTENDED']));
  await page.keyboard.press('Control+z');
  await expect.poll(() => pressed(page).count()).toBe(0);

  // The second is reached by arrows; each mark goes on to the next row.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  for (const key of ['p', 'n', 'p']) await page.keyboard.press(key);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('n');
  const statuses = ['NO_SHOW', 'ATTENDED', 'NO_SHOW', 'ATTENDED'];
  await expect.poll(() => statusesOf(session)).toEqual(allOf(session, statuses));
  await expectSound(visitor);
  await page.reload();
  await settled(page);
  expect(await pressed(page).count()).toBe(4);
  await visitor.leave();
});

test('two doors see each other: a mark, its taking back, and who comes or goes', async ({ skip }) => {
  const door = await open(2, { width: 360 });
  if (!door) return skip();
  const { session } = door;
  const other = await visit('admin@lift.example', { width: 1440 });
  const listens = [door, other].map(({ page }) => page.waitForResponse('**/graphql/stream'));
  // The poll is slower than this test is patient, so what appears was heard of.
  await Promise.all([door.page.reload(), other.page.goto(`/sessions/${session.id}`)]);
  await Promise.all(listens);
  await settled(door.page);
  await settled(other.page);
  const [first, second] = [nameOf(session, 0), nameOf(session, 1)];
  const isPressed = (page: Page, name: string) => present(page, name).getAttribute('aria-pressed');
  const soon = { timeout: 10_000 };
  await present(door.page, first).tap();
  await expect.poll(() => isPressed(other.page, first), soon).toBe('true');
  await noShow(other.page, second).click();
  await expect.poll(() => noShow(door.page, second).getAttribute('aria-pressed'), soon).toBe('true');
  await present(other.page, first).click();
  await expect.poll(() => isPressed(door.page, first), soon).toBe('false');
  await removeMember(session, first);
  for (const { page } of [door, other]) await present(page, first).waitFor({ state: 'detached', ...soon });
  for (const visitor of [door, other]) {
    expectQuiet(visitor);
    await visitor.leave();
  }
});

test('without a connection marks are shown, counted, and sent in their order when it is back', async ({ skip }) => {
  const visitor = await open(3, { width: 360, scheme: 'dark' });
  if (!visitor) return skip();
  const { page, session } = visitor;
  visitor.expectComplaints(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await page.context().setOffline(true);
  await present(page, nameOf(session, 0)).tap();
  await noShow(page, nameOf(session, 1)).tap();
  await present(page, nameOf(session, 1)).tap();
  await page.getByRole('status').getByText(pending.waiting(2)).waitFor();
  await page.getByText(text.waiting).first().waitFor();
  expect(await pressed(page).count()).toBe(2);
  await expectSound(visitor);
  expect(await statusesOf(session)).toEqual(allOf(session, ['REGISTERED', 'REGISTERED', 'REGISTERED']));
  await page.context().setOffline(false);
  await expect.poll(() => statusesOf(session)).toEqual(allOf(session, ['ATTENDED', 'ATTENDED', 'REGISTERED']));
  await page.getByText(pending.waiting(2)).waitFor({ state: 'detached' });
  await visitor.leave();
});

test('what waits survives a reload, is sent from any page, and delivered twice counts once', async ({ skip }) => {
  const visitor = await open(2, { width: 1440 });
  if (!visitor) return skip();
  const { page, session } = visitor;
  visitor.expectComplaints(/Failed to load resource/);
  const ids: string[] = [];
  let isLost = true;
  // The server has it, the answer is lost: the worst that bad reception does.
  await page.route('**/graphql', async (route) => {
    if (!isMark(route)) return route.continue();
    const { variables } = route.request().postDataJSON() as { variables: { input: { id: string } } };
    ids.push(variables.input.id);
    if (!isLost) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await present(page, nameOf(session, 0)).click();
  await page.getByRole('status').getByText(pending.waiting(1)).waitFor();
  await page.reload();
  await settled(page);
  await noShow(page, nameOf(session, 0)).click();
  await present(page, nameOf(session, 1)).click();
  await page.getByRole('status').getByText(pending.waiting(2)).waitFor();

  // Signing out would lose them, and says so.
  await page.getByRole('button', { name: new RegExp(`^${shellTexts.en.account}`) }).click();
  await page.getByRole('menuitem', { name: shellTexts.en.signOut, exact: true }).click();
  await page.getByRole('dialog', { name: pending.signOutTitle }).waitFor();
  await expectSound(visitor);
  await page.keyboard.press('Enter');

  await page.goto('/members');
  await page.getByRole('status').getByText(pending.waiting(2)).waitFor();
  await expectSound(visitor);
  isLost = false;
  // As the browser says when it is back: sooner than the next try.
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(() => statusesOf(session)).toEqual(allOf(session, ['NO_SHOW', 'ATTENDED']));
  const [first] = ids;
  expect(ids.filter((id) => id === first).length, 'the first was sent again under its own id').toBeGreaterThan(1);
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('attendance')));
  await expect.poll(kept).toEqual([]);
  await visitor.leave();
});

test('a mark that the server refuses stays to be seen, with whose it was and why', async ({ skip }) => {
  const visitor = await open(2, { width: 360, locale: 'nl' });
  if (!visitor) return skip();
  const { page, session } = visitor;
  visitor.expectComplaints(/Failed to load resource|ERR_INTERNET_DISCONNECTED/);
  const nl = { roster: rosterTexts.nl, pending: attendanceTexts.nl };
  const name = nameOf(session, 0);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: nl.roster.markPresent(name), exact: true }).tap();
  await page.getByText(nl.pending.waiting(1)).waitFor();
  // Meanwhile somebody else takes the member off the list.
  await removeMember(session, name);
  await page.context().setOffline(false);
  await page.getByText(nl.pending.refused(1)).waitFor();
  await page
    .getByText(`${name}, ${nl.pending.statuses.ATTENDED}: ${nl.pending.refusals.REGISTRATION_CANCELLED}`)
    .waitFor();
  await expectSound(visitor);
  await activate(page.getByRole('button', { name: nl.pending.dismiss }));
  await page.getByText(nl.pending.refused(1)).waitFor({ state: 'detached' });
  await visitor.leave();
});

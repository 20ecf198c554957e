// Who works here: invited by link, let in, given a role, removed with a hand-over; and one's own password.
import { expect, test } from 'vitest';
import { passwordTexts } from '../src/features/account/passwordTexts';
import { handOverTexts } from '../src/features/hand-over/messages';
import { acceptTexts } from '../src/features/role/acceptTexts';
import { roleTexts } from '../src/features/role/messages';
import { shellTexts } from '../src/staff/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { askAs, password, visit } from '../testing/visitor';

const text = roleTexts.en;
const chosen = 'a password of their own';

test('an Admin invites somebody, who sets a password and is in; their role is changed, that of the last Admin is not', async () => {
  const desk = await visit('admin@lift.example');
  const [first, last] = ['Iris', `Vos ${Date.now() % 100_000}`];
  const email = `iris.${Date.now()}@mail.example`;
  await desk.page.goto('/settings/employees');
  await desk.page.getByRole('table', { name: text.title }).waitFor();
  await settled(desk.page);
  await desk.page.keyboard.press('n');
  await desk.page.getByRole('dialog', { name: text.inviteTitle }).waitFor();
  for (const typed of [first, last, email]) {
    await desk.page.keyboard.type(typed);
    await desk.page.keyboard.press('Tab');
  }
  await expectSound(desk);
  await desk.page.keyboard.press('Enter');
  const link = desk.page.getByRole('textbox', { name: text.link });
  await link.waitFor();
  const url = await link.inputValue();
  await expectSound(desk);
  await desk.page.getByRole('button', { name: text.done }).click();
  await desk.page.getByRole('table', { name: text.invitationsTitle }).getByText(email).waitFor();

  const guest = await visit(null, { width: 360 });
  await guest.page.goto(url);
  await guest.page.getByRole('heading', { name: acceptTexts.en.welcome(first) }).waitFor();
  await expectSound(guest);
  const field = guest.page.getByRole('textbox', { name: acceptTexts.en.choose });
  await guest.page.keyboard.type('too short');
  await guest.page.keyboard.press('Enter');
  await guest.page.getByRole('alert').waitFor();
  await expect.poll(() => field.inputValue()).toBe('');
  await guest.page.keyboard.type(chosen);
  await guest.page.keyboard.press('Enter');
  await guest.page.waitForURL((address) => address.pathname === '/');
  await guest.page.getByRole('button', { name: shellTexts.en.account }).waitFor();

  // Once is enough.
  const late = await visit(null);
  await late.page.goto(url);
  await late.page.getByRole('heading', { name: acceptTexts.en.goneTitle }).waitFor();
  await expectSound(late);
  await late.leave();

  const name = `${first} ${last}`;
  await desk.page.reload();
  await desk.page.getByRole('button', { name: text.changeRole(name) }).focus();
  await desk.page.keyboard.press('Enter');
  await desk.page.getByRole('dialog', { name: text.roleTitle(name) }).waitFor();
  await desk.page.getByRole('radio', { name: text.roles.ADMIN }).check();
  await expectSound(desk);
  await desk.page.keyboard.press('Enter');
  const row = desk.page.getByRole('row').filter({ hasText: email });
  await row.getByText(text.roles.ADMIN, { exact: true }).waitFor();
  await guest.page.goto('/settings/employees');
  await guest.page.getByRole('button', { name: text.remove(name) }).waitFor();
  await guest.leave();

  // Removed, they have nothing in hand; then the one who is left stays Admin.
  await desk.page.getByRole('button', { name: text.remove(name) }).click();
  await desk.page.getByRole('button', { name: text.removeConfirm, exact: true }).click();
  await desk.page.getByRole('button', { name: text.reopen(name) }).waitFor();
  const { viewer } = await askAs<{ viewer: { employee: { fullName: string } } }>(
    'admin@lift.example',
    '{ viewer { employee { fullName } } }',
  );
  const own = desk.page.getByRole('button', { name: text.changeRole(viewer.employee.fullName) });
  await own.and(desk.page.locator('[aria-disabled=true]')).waitFor();
  expect(await own.getAttribute('aria-description')).toBe(text.lastAdmin);
  expectQuiet(desk);
  await desk.leave();
});

test('by keyboard on a phone: what somebody has in hand is seen and handed over, and they are removed', async () => {
  const visitor = await visit('admin@lift.example', { width: 360 });
  const { page } = visitor;
  const { employeeRecords } = await askAs<{
    employeeRecords: { id: string; fullName: string; email: string; memberCount: number; isArchived: boolean }[];
  }>('admin@lift.example', '{ employeeRecords { id fullName email memberCount isArchived } }');
  const present = employeeRecords.filter((one) => !one.isArchived && !one.email.includes('@lift.example'));
  const [leaver, taker] = present.filter(({ memberCount }) => memberCount > 0);
  if (!leaver || !taker) throw new Error('The demo links members to nobody.');
  await page.goto('/settings/employees');
  await settled(page);
  await page.getByRole('button', { name: text.remove(leaver.fullName) }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: handOverTexts.en.removeTitle(leaver.fullName) });
  await dialog.waitFor();
  await expectSound(visitor);
  // The choice of who takes over has the focus.
  const choice = page.getByLabel(handOverTexts.en.taker);
  const takers = employeeRecords.filter((one) => !one.isArchived && one.id !== leaver.id);
  for (let step = 0; step <= takers.indexOf(taker); step += 1) await page.keyboard.press('ArrowDown');
  expect(await choice.inputValue()).toBe(taker.id);
  await dialog.getByText(handOverTexts.en.lots.MEMBERS(leaver.memberCount), { exact: true }).waitFor();
  await dialog.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('list', { name: handOverTexts.en.lots.MEMBERS(leaver.memberCount) }).waitFor();
  await expectSound(visitor);

  // Meanwhile one is linked to somebody else: nothing moves, and what it is by now is shown.
  const { members } = await askAs<{ members: { items: { id: string }[] } }>(
    'admin@lift.example',
    'query ($employee: ID) { members(filter: { employeeId: $employee }, pageSize: 1) { items { id } } }',
    { employee: leaver.id },
  );
  await askAs(
    'admin@lift.example',
    'mutation ($input: LinkEmployeeInput!) { linkEmployee(input: $input) { member { id } } }',
    {
      input: { memberId: members.items[0]?.id, employeeId: taker.id },
    },
  );
  const submit = dialog.getByRole('button', { name: handOverTexts.en.submitRemove });
  await submit.focus();
  await page.keyboard.press('Enter');
  await dialog.getByText(handOverTexts.en.changed).waitFor();
  await dialog.getByText(handOverTexts.en.lots.MEMBERS(leaver.memberCount - 1), { exact: true }).waitFor();
  await expectSound(visitor);
  await submit.focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: text.reopen(leaver.fullName) }).waitFor();
  expect(await page.getByRole('button', { name: text.handOver(leaver.fullName) }).count()).toBe(0);
  // The demo has everybody again.
  await page.getByRole('button', { name: text.reopen(leaver.fullName) }).click();
  await page.getByRole('button', { name: text.remove(leaver.fullName) }).waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('who is no Admin is told so', async () => {
  const visitor = await visit('coach@lift.example');
  visitor.expectComplaints(/403|Forbidden/);
  await visitor.page.goto('/settings/employees');
  await visitor.page.getByText(text.forAdminsHint).waitFor();
  await expectSound(visitor);
  await visitor.leave();
});

test('one’s own password: a wrong one is refused at its field, the right one is changed, and changed back', async () => {
  const visitor = await visit('admin@other.example');
  const { page } = visitor;
  const words = passwordTexts.en;
  await page.goto('/');
  await settled(page);
  const change = async (current: string, next: string) => {
    await page.getByRole('button', { name: shellTexts.en.account }).click();
    await page.getByRole('menuitem', { name: shellTexts.en.changePassword }).click();
    await page.getByRole('dialog', { name: words.title }).waitFor();
    await page.getByLabel(words.current, { exact: true }).fill(current);
    await page.getByLabel(words.chosen, { exact: true }).fill(next);
    await page.keyboard.press('Enter');
  };
  await change('not the password', chosen);
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await expectSound(visitor);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  for (const [current, next] of [
    [password, chosen],
    [chosen, password],
  ] as const) {
    await change(current, next);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expectQuiet(visitor);
  await visitor.leave();
});

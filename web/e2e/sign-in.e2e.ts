// The door: refusals keep what was typed, the way back is remembered, signing out closes everything.
import { expect, test } from 'vitest';
import { accountTexts } from '../src/features/account/messages';
import { shellTexts } from '../src/staff/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { activate, expectFocus } from '../testing/overview';
import { lineOf, password, visit } from '../testing/visitor';

const text = accountTexts.en;

test('by keyboard: a wrong password is refused with the e-mail kept, the right one leads where one wanted to go', async () => {
  const visitor = await visit(null);
  const { page } = visitor;
  await page.goto('/members?q=de');
  await page.waitForURL('**/sign-in?returnTo=*');
  // The page before stays until this one is there.
  await page.getByLabel(text.email).waitFor();
  await expectSound(visitor);

  // The e-mail field has the focus.
  await page.keyboard.type('admin@lift.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText(text.wrong).waitFor();
  expect(await page.getByLabel(text.email).inputValue()).toBe('admin@lift.example');
  await expectSound(visitor);

  // The emptied password field has it now.
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/members?q=de');
  await page.getByRole('heading', { name: shellTexts.en.members, level: 1 }).waitFor();

  // Signing out closes the page and every page after it.
  await page.getByRole('button', { name: shellTexts.en.account }).click();
  await page.getByRole('menuitem', { name: shellTexts.en.signOut, exact: true }).click();
  await page.waitForURL('**/sign-in*');
  await page.goto('/');
  await page.waitForURL('**/sign-in*');
  expectQuiet(visitor);
  await visitor.leave();
});

test('a menu takes the focus, but not from who is quicker', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/settings');
  await settled(page);
  const account = page.getByRole('button', { name: shellTexts.en.account });
  await activate(account);
  await expectFocus(page, shellTexts.en.languages.en);
  await page.keyboard.press('Escape');
  await account.evaluate((button: HTMLButtonElement) => {
    button.click();
    [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].at(-1)?.focus();
  });
  await page.waitForTimeout(100);
  await expectFocus(page, shellTexts.en.signOutEverywhere);
  await visitor.leave();
});

test('an empty form says what is missing and asks the server nothing', async () => {
  const visitor = await visit(null, { width: 360 });
  const { page } = visitor;
  let asked = 0;
  await page.goto('/sign-in');
  await page.getByLabel(text.email).waitFor();
  page.on('request', (request) => (asked += request.url().endsWith('/graphql') ? 1 : 0));
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByText(text.missing).count()).toBe(2);
  expect(asked).toBe(0);
  await expectSound(visitor);
  await visitor.leave();
});

test('too many attempts: says for how long, and waits', async () => {
  const visitor = await visit(null);
  const { page } = visitor;
  await page.goto('/sign-in');
  await page.route('**/graphql', (route) =>
    route.fulfill({
      json: {
        errors: [{ message: 'Too many attempts.', extensions: { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 300 } }],
      },
    }),
  );
  await page.getByLabel(text.email).fill('admin@lift.example');
  await page.getByLabel(text.password, { exact: true }).fill('x');
  await page.keyboard.press('Enter');
  await page.getByText(text.throttled(300).slice(0, 30)).waitFor();
  expect(await page.locator('button[type=submit]').getAttribute('aria-disabled')).toBe('true');
  await expectSound(visitor);
  await visitor.leave();
});

test('without the server: says so, keeps the e-mail, works again later', async () => {
  const visitor = await visit(null);
  const { page } = visitor;
  visitor.expectComplaints(/ERR_FAILED|Failed to load/);
  const line = await lineOf(page);
  await page.goto('/sign-in');
  line.cut();
  await page.getByLabel(text.email).fill('coach@lift.example');
  await page.getByLabel(text.password, { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  line.mend();
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
  expectQuiet(visitor);
  await visitor.leave();
});

test('another site’s address is not followed after the sign-in', async () => {
  const visitor = await visit(null);
  const { page } = visitor;
  await page.goto('/sign-in?returnTo=//evil.example/');
  const { origin } = new URL(page.url());
  await page.getByLabel(text.email).fill('coach@lift.example');
  await page.getByLabel(text.password, { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${origin}/`);
  await visitor.leave();
});

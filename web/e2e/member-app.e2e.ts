// The member app's first page, and the doors between the two sides.
import { expect, test } from 'vitest';
import { accountTexts } from '../src/features/account/messages';
import { memberAppTexts } from '../src/member-app/messages';
import { shellTexts } from '../src/staff/messages';
import { expectQuiet, expectSound } from '../testing/checks';
import { password, visit } from '../testing/visitor';

const text = memberAppTexts.nl;

test('a member signs in on a phone, sees who they are, and signs out', async () => {
  const visitor = await visit(null, { width: 360, locale: 'nl' });
  const { page } = visitor;
  const files: string[] = [];
  page.on('response', (response) => files.push(response.url()));
  await page.goto('/app');
  await page.getByLabel(accountTexts.nl.email).fill('member@lift.example');
  await page.getByLabel(accountTexts.nl.password, { exact: true }).fill(password);
  await expectSound(visitor);
  await page.keyboard.press('Enter');
  await page.getByText(text.memberNumber).waitFor();
  await page.getByText(text.followsTitle).waitFor();
  await expectSound(visitor);
  expect(files.filter((file) => /\/staff-|Layout|Palette/.test(file))).toEqual([]);

  // The staff's door stays closed, and shows the right one.
  await page.goto('/');
  await page.getByRole('heading', { name: shellTexts.nl.wrongDoorTitle }).waitFor();
  await expectSound(visitor);
  await page.getByRole('link', { name: shellTexts.nl.toMemberApp }).click();
  await page.getByRole('button', { name: text.signOut }).tap();
  await page.getByLabel(accountTexts.nl.email).waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

// API tokens: the secret is seen once, works as a bearer, and no longer after it was revoked.
import { expect, test } from 'vitest';
import { apiTokenTexts } from '../src/features/api-token/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { testServer } from '../testing/server';
import { visit } from '../testing/visitor';

const text = apiTokenTexts.en;

async function whoIs(secret: string): Promise<unknown> {
  const response = await fetch(`${testServer().baseUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ query: '{ viewer { kind } }' }),
  });
  const { data } = (await response.json()) as { data?: { viewer: { kind: string } | null } };
  return data?.viewer?.kind ?? null;
}

test('by keyboard: made, copied, used, revoked', async () => {
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  const name = `Export ${Date.now() % 100_000}`;
  await page.goto('/settings/api-tokens');
  await settled(page);

  await page.keyboard.press('n');
  await page.getByRole('dialog', { name: text.create }).waitFor();
  await page.keyboard.type(name);
  await expectSound(visitor);
  await page.keyboard.press('Enter');
  const secretField = page.getByRole('textbox', { name: text.secret, exact: true });
  await secretField.waitFor();
  const secret = await secretField.inputValue();
  await expectSound(visitor);
  await page.getByRole('button', { name: text.copy }).click();
  await page.getByText(text.copied).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('rowheader', { name }).waitFor();
  expect(await page.content()).not.toContain(secret);
  expect(await whoIs(secret)).toBe('EMPLOYEE');

  await page.getByRole('button', { name: text.revoke(name) }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: text.revokeTitle }).waitFor();
  await expectSound(visitor);
  await page.getByRole('button', { name: text.revokeConfirm, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('row').filter({ hasText: name }).getByText(text.revoked).waitFor();
  expect(await whoIs(secret)).toBe(null);
  expectQuiet(visitor);
  await visitor.leave();
});

test('a day in the past is refused at its field', async () => {
  const visitor = await visit('admin@lift.example', { width: 360 });
  const { page } = visitor;
  await page.goto('/settings/api-tokens');
  await page.getByRole('button', { name: text.create }).first().tap();
  await page.getByRole('textbox', { name: text.name }).fill('Too late');
  await page.getByLabel(text.expires).fill('2020-01-01');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  expect(await page.getByRole('textbox', { name: text.name }).inputValue()).toBe('Too late');
  await expectSound(visitor);
  await visitor.leave();
});

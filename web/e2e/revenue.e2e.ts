// Revenue: from the months to the lines behind a figure by keyboard, as a file, and on a phone; nothing for a coach.
import { expect, test } from 'vitest';
import { batchTexts } from '../src/features/payment-batch/messages';
import { revenueTexts } from '../src/features/revenue/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { visit } from '../testing/visitor';

test('by keyboard: a month before, its shop, one line of it, and the month as a file', async () => {
  const text = revenueTexts.en;
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  await page.goto('/payments/revenue');
  await page.getByRole('heading', { level: 1, name: text.title }).waitFor();
  await page.getByRole('button', { name: text.earlier }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/month=\d{4}-\d{2}$/);
  await settled(page);
  const shop = page.getByRole('table', { name: text.byKind }).getByRole('row').filter({ hasText: text.kind.SHOP });
  const shopLines = Number(await shop.getByRole('cell').first().textContent());
  expect(shopLines).toBeGreaterThan(0);
  await expectSound(visitor);

  await shop.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/kind=shop$/);
  await settled(page);
  await page.getByText(text.lines(shopLines), { exact: true }).waitFor();
  await page.getByRole('radio', { name: text.parts.ALL, exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/part=paid/);
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/part=unpaid/);
  await expectSound(visitor);

  const month = /month=(\d{4}-\d{2})/.exec(page.url())?.[1] ?? '';
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /as CSV$/ }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`${month}\\.csv$`));
  expectQuiet(visitor);
  await visitor.leave();
});

test('on a phone, in the dark, in Dutch, and for a month without revenue', async () => {
  const text = revenueTexts.nl;
  const visitor = await visit('admin@lift.example', { width: 360, scheme: 'dark', locale: 'nl' });
  const { page } = visitor;
  await page.goto('/payments/revenue');
  await page.getByRole('table', { name: text.byVatRate }).waitFor();
  await expectSound(visitor);
  await page.goto('/payments/revenue?month=2001-01');
  await page.getByText(text.emptyTitle('januari 2001')).waitFor();
  await expectSound(visitor);
  expectQuiet(visitor);
  await visitor.leave();
});

test('a coach is told whom to ask', async () => {
  const visitor = await visit('coach@lift.example');
  await visitor.page.goto('/payments/revenue');
  await visitor.page.getByRole('heading', { name: batchTexts.en.adminsOnly }).waitFor();
  await expectSound(visitor);
  await visitor.leave();
});

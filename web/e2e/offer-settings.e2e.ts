// What a gym offers, kept in settings by the keyboard: made, refused in words, changed, archived, deleted, each with its way
// back; looked at by who may not change it.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { subscriptionTypeTexts } from '../src/features/subscription/typeTexts';
import { calendarTexts, sessionTypeTexts } from '../src/features/visit/setupTexts';
import { keptTexts } from '../src/ui/keptTexts';
import { moneyTexts } from '../src/ui/moneyTexts';
import { expectQuiet, expectSound } from '../testing/checks';
import { activate } from '../testing/overview';
import { visit } from '../testing/visitor';

const run = Date.now() % 100_000;

const row = (page: Page, name: string) => page.getByRole('rowheader', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test.each([
  { path: '/settings/session-types', text: sessionTypeTexts.en, look: {} },
  { path: '/settings/calendars', text: calendarTexts.en, look: { width: 360, scheme: 'dark' } as const },
])('the life of one of $path', async ({ path, text, look }) => {
  const visitor = await visit('admin@lift.example', look);
  const { page } = visitor;
  const kept = keptTexts.en;
  const name = `Tumbling ${run}`;
  await page.goto(path);
  await page.getByRole('table', { name: text.title }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('dialog', { name: text.create }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(kept.nameMissing).waitFor();
  await page.keyboard.type(name);
  await expectSound(visitor);
  await page.keyboard.press('Enter');
  await row(page, name).waitFor();

  // Unused, it can be deleted; the way back makes the same one again.
  await activate(button(page, kept.remove(name)));
  await row(page, name).waitFor({ state: 'detached' });
  await page.getByText(kept.removed(name)).waitFor();
  await page.keyboard.press('Control+z');
  await row(page, name).waitFor();
  await activate(button(page, kept.archive(name)));
  await button(page, kept.restore(name)).waitFor();
  await expectSound(visitor);
  await page.keyboard.press('Control+z');
  await button(page, kept.archive(name)).waitFor();
  await activate(button(page, kept.edit(name)));
  await page.getByRole('textbox', { name: kept.name }).fill(`${name} B`);
  await page.keyboard.press('Enter');
  await row(page, `${name} B`).waitFor();
  await page.reload();
  await activate(button(page, kept.remove(`${name} B`)));
  await row(page, `${name} B`).waitFor({ state: 'detached' });
  expectQuiet(visitor);
  await visitor.leave();
});

test.each([{ width: 1440 }, { width: 360, scheme: 'dark' }] as const)(
  'the life of a subscription type at $width px',
  async (look) => {
    const visitor = await visit('admin@lift.example', look);
    const { page } = visitor;
    const [text, kept] = [subscriptionTypeTexts.en, keptTexts.en];
    const name = `Seniors ${run} ${look.width}`;
    await page.goto('/settings/subscription-types');
    await page.getByRole('table', { name: text.title }).waitFor();
    await expectSound(visitor);
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: text.create });
    await dialog.getByRole('checkbox').nth(3).waitFor();
    // Everything that is wrong is said at its field, and stays as it was typed.
    await dialog.getByLabel(text.pricePerMonth).fill('fifty');
    await dialog.getByLabel(text.sessionLimit).fill('two');
    await dialog.getByLabel(text.vatRate).fill('900');
    await page.keyboard.press('Enter');
    for (const problem of [kept.nameMissing, moneyTexts.en.NO_AMOUNT, text.wholeInvalid, text.vatRateInvalid])
      await dialog.getByText(problem).waitFor();
    expect(await dialog.getByLabel(text.pricePerMonth).inputValue()).toBe('fifty');
    await expectSound(visitor);
    await dialog.getByLabel(kept.name, { exact: true }).fill(name);
    await dialog.getByLabel(text.pricePerMonth).fill('49,5');
    await dialog.getByLabel(text.yearlyPrice).fill('495');
    await dialog.getByLabel(text.sessionLimit).fill('2');
    await dialog.getByLabel(text.vatRate).fill('9');
    await dialog.getByLabel(text.firstTermMonths).fill('12');
    await page.keyboard.press('Enter');
    await row(page, name).waitFor();
    const line = page.getByRole('row', { name });
    for (const said of [
      '€49.50 a month',
      '€495.00 a year',
      '2 sessions a week',
      'first 12 months fixed',
      'all sessions',
    ])
      await line.getByText(said).waitFor();

    await activate(button(page, kept.edit(name)));
    await page.getByRole('dialog', { name: text.edit }).getByLabel(text.pricePerMonth).fill('52');
    await page.keyboard.press('Enter');
    await line.getByText('€52.00 a month').waitFor();
    await activate(button(page, kept.archive(name)));
    await button(page, kept.restore(name)).waitFor();
    await activate(button(page, kept.remove(name)));
    await row(page, name).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await button(page, kept.restore(name)).waitFor();
    await activate(button(page, kept.remove(name)));
    await row(page, name).waitFor({ state: 'detached' });
    expectQuiet(visitor);
    await visitor.leave();
  },
);

test('a coach looks, in Dutch on a phone, and is told who changes it', async () => {
  const visitor = await visit('coach@lift.example', { width: 360, locale: 'nl' });
  const { page } = visitor;
  for (const [path, { title }] of [
    ['/settings/subscription-types', subscriptionTypeTexts.nl],
    ['/settings/session-types', sessionTypeTexts.nl],
    ['/settings/calendars', calendarTexts.nl],
  ] as const) {
    await page.goto(path);
    const table = page.getByRole('table', { name: title });
    await table.waitFor();
    await page.getByText(keptTexts.nl.readOnly).waitFor();
    expect(await table.getByRole('button').count()).toBe(0);
    await expectSound(visitor);
  }
  await visitor.leave();
});

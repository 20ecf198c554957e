// The gym's tags, by keyboard: created, refused twice under one name, renamed, archived, taken back, restored.
import { setTimeout } from 'node:timers/promises';
import type { Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { tagSettingsTexts } from '../src/features/tag/settingsTexts';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, expectSound } from '../testing/checks';
import { lineOf, visit } from '../testing/visitor';

const text = tagSettingsTexts.en;

test('the life of a tag', async () => {
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  const name = `Sprint ${Date.now() % 100_000}`;
  await page.goto('/settings/tags');
  await page.getByRole('table', { name: text.title }).waitFor();

  await page.keyboard.press('n');
  await page.getByRole('dialog', { name: text.createTitle }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(text.nameMissing).waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('rowheader', { name }).waitFor();

  // The same name again: refused at its field, with what was typed still there.
  const dialog = page.getByRole('dialog', { name: text.createTitle });
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('n');
  await dialog.waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  expect(await page.getByRole('textbox', { name: text.name }).inputValue()).toBe(name);
  await expectSound(visitor);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  const renamed = `${name} B`;
  await page.getByRole('button', { name: text.edit(name) }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: text.name }).fill(renamed);
  await page.keyboard.press('Enter');
  await page.getByRole('rowheader', { name: renamed }).waitFor();

  const archive = page.getByRole('button', { name: text.archive(renamed) });
  const restore = page.getByRole('button', { name: text.restore(renamed) });
  await archive.focus();
  await page.keyboard.press('Enter');
  await restore.waitFor();
  await page.getByText(text.archived(renamed)).waitFor();
  await expectSound(visitor);
  await page.keyboard.press('Control+z');
  await archive.waitFor();
  await archive.focus();
  await page.keyboard.press('Enter');
  await restore.waitFor();
  await page.getByRole('button', { name: uiTexts.en.undo, exact: true }).last().click();
  await archive.waitFor();

  // Restored before the server has heard that it is archived: what was wanted last is what it is.
  await page.route('**/graphql', async (route) => {
    if (isOf('ArchiveTag', route.request())) await setTimeout(300);
    await route.continue();
  });
  // By their requests: the answer to the restoring before this one may still be on its way.
  const sent = ['ArchiveTag', 'RestoreTag'].map((name) => page.waitForRequest((request) => isOf(name, request)));
  await archive.click();
  await restore.click();
  for (const request of await Promise.all(sent)) await request.response();
  await page.unroute('**/graphql');
  await page.reload();
  await archive.waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('an archive that the server does not take comes back into view and can be tried again', async () => {
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  visitor.expectComplaints(/ERR_FAILED|Failed to load/);
  const line = await lineOf(page);
  await page.goto('/settings/tags');
  const live = page.getByRole('table', { name: text.title });
  const name = await live.getByRole('rowheader').first().innerText();
  line.cut();
  await page.getByRole('button', { name: text.archive(name) }).click();
  await page.getByText(text.archiveFailed).waitFor();
  await live.getByRole('rowheader', { name }).waitFor();
  line.mend();
  await page.getByRole('button', { name: uiTexts.en.retry }).click();
  const restoring = page.waitForRequest((request) => isOf('RestoreTag', request));
  await page.getByRole('button', { name: text.restore(name) }).click();
  await live.getByRole('rowheader', { name }).waitFor();
  // It is there before the server has heard of it, and others need this tag.
  await (await restoring).response();
  expectQuiet(visitor);
  await visitor.leave();
});

const isOf = (operation: string, request: Request) => request.postData()?.includes(`"${operation}"`) === true;

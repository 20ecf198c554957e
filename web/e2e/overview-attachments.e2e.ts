// Attachments: chosen, uploaded, named, kept, fetched, renamed, thrown away and brought back; refusals say the numbers.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { attachmentTexts } from '../src/features/attachment/messages';
import { errorTexts } from '../src/graphql/messages';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, expectSound } from '../testing/checks';
import { activate, expectFocus, message, openOverview, operationsOf } from '../testing/overview';
import { askAs } from '../testing/visitor';

const text = attachmentTexts.en;
const megabyte = 1024 * 1024;
const run = Date.now() % 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'spotter-attachments-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of that many bytes, without content. */
function emptyFile(name: string, sizeBytes: number): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  truncateSync(path, sizeBytes);
  return path;
}

const keptBytes = async (id: string) => {
  const source = 'query ($id: ID!) { member(id: $id) { attachmentStorage { usedBytes } } }';
  const { member } = await askAs<{ member: { attachmentStorage: { usedBytes: number } } }>(
    'coach@lift.example',
    source,
    { id },
  );
  return member.attachmentStorage.usedBytes;
};

/** Opens the browser's own file dialog from the keyboard and chooses in it. */
async function choose(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const field = page.getByRole('dialog', { name: text.addTitle }).getByLabel(uiTexts.en.dropFile);
  await field.waitFor({ state: 'attached' });
  const opening = page.waitForEvent('filechooser');
  await field.focus();
  await page.keyboard.press('Enter');
  await (await opening).setFiles(file);
}

describe.each([
  { width: 1440, who: "Noël van 't Veer" },
  { width: 360, who: 'Inês da Silva' },
] as const)('$width px', ({ width, who }) => {
  test('the life of a file, by keyboard', async () => {
    const visitor = await openOverview(who, { width });
    const { page, id } = visitor;
    const used = await keptBytes(id);
    const name = `Intake ${width} ${run}`;
    const bytes = Buffer.from(`Squat 60 kg, press 30 kg. ${run}\n`);
    await page.keyboard.press('a');
    await choose(page, { name: 'scan_0001.txt', mimeType: 'text/plain', buffer: bytes });
    const dialog = page.getByRole('dialog', { name: text.addTitle });
    await dialog.getByText(text.ready).waitFor();
    await expectSound(visitor);
    const field = dialog.getByRole('textbox', { name: text.name });
    expect(await field.inputValue()).toBe('scan_0001.txt');
    await field.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').getByText(text.nameMissing).waitFor();
    await page.keyboard.type(`${name}.txt`);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });

    const link = page.getByRole('link', { name: text.download(`${name}.txt`) });
    await link.waitFor();
    const downloading = page.waitForEvent('download');
    await activate(link);
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`${name}.txt`);
    expect(await readFile(await download.path())).toEqual(bytes);

    await activate(page.getByRole('button', { name: text.rename(`${name}.txt`) }));
    const renaming = page.getByRole('dialog', { name: text.renameTitle });
    await renaming.getByRole('textbox', { name: text.name }).press('End');
    for (let letter = 0; letter < 4; letter++) await page.keyboard.press('Backspace');
    await page.keyboard.type(' new.txt');
    await page.keyboard.press('Enter');
    await renaming.waitFor({ state: 'detached' });
    const renamed = `${name} new.txt`;
    await page.getByRole('link', { name: text.download(renamed) }).waitFor();
    await expectFocus(page, text.rename(renamed));
    await page.keyboard.press('Control+z');
    await link.waitFor();

    await activate(page.getByRole('button', { name: text.delete(`${name}.txt`) }));
    await link.waitFor({ state: 'detached' });
    await expect.poll(() => keptBytes(id)).toBe(used);
    await activate(page.getByRole('status').getByRole('button', { name: uiTexts.en.undo, exact: true }).last());
    await link.waitFor();
    await expect.poll(() => keptBytes(id)).toBe(used + bytes.length);
    await activate(page.getByRole('button', { name: text.delete(`${name}.txt`) }));
    await expect.poll(() => keptBytes(id)).toBe(used);
    expectQuiet(visitor);
    await visitor.leave();
  });
});

test('a file that is not saved gives its room back; progress is shown while it is on its way', async () => {
  const visitor = await openOverview('Raúl Núñez', { search: '?dialog=attachment' });
  const { page, id } = visitor;
  const used = await keptBytes(id);
  const devtools = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: megabyte };
  await devtools.send('Network.emulateNetworkConditions', slow);
  await choose(page, emptyFile('long.bin', 2 * megabyte));
  const progress = page.getByRole('meter', { name: text.uploading });
  await progress.waitFor();
  await expect
    .poll(async () => Number(await progress.getAttribute('aria-valuenow')), { interval: 20 })
    .toBeGreaterThan(0);
  await page.getByText(text.ready).waitFor();
  expect(await keptBytes(id)).toBe(used + 2 * megabyte);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => keptBytes(id)).toBe(used);
  expectQuiet(visitor);
  // With it goes the slow line, which the next visitor of the page would have.
  await devtools.detach();
  await visitor.leave();
});

test('too large, and no room left: refused with the numbers before a byte is sent', async () => {
  const visitor = await openOverview('Tijn van Gils', { width: 360 });
  const { page, id } = visitor;
  const start =
    'mutation ($input: StartAttachmentUploadInput!) { startAttachmentUpload(input: $input) { attachmentId } }';
  const reserve = async (sizeBytes: number) =>
    (
      await askAs<{ startAttachmentUpload: { attachmentId: string } }>('coach@lift.example', start, {
        input: { memberId: id, name: 'reserved.bin', sizeBytes },
      })
    ).startAttachmentUpload.attachmentId;
  const reserved = await Promise.all(Array.from({ length: 4 }, () => reserve(10 * megabyte)));
  reserved.push(await reserve(9 * megabyte));
  await page.reload();
  await page.getByText('49 MB of 50 MB').waitFor();

  const operations = operationsOf(page);
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: text.addTitle });
  await dialog.getByText(text.limits('10 MB', '1 MB')).waitFor();
  await choose(page, emptyFile('film.mp4', 11 * megabyte));
  await dialog.getByRole('alert').getByText(text.tooLarge('11 MB', '10 MB')).waitFor();
  await choose(page, emptyFile('scan.pdf', 2 * megabyte));
  await dialog.getByRole('alert').getByText(text.noRoom('1 MB')).waitFor();
  await choose(page, emptyFile('nothing.txt', 0));
  await dialog.getByRole('alert').getByText(text.empty).waitFor();
  expect(operations).not.toContain('StartAttachmentUpload');
  await expectSound(visitor);

  const remove = 'mutation ($input: AttachmentIdInput!) { deleteAttachment(input: $input) { member { id } } }';
  await Promise.all(reserved.map((one) => askAs('coach@lift.example', remove, { input: { id: one } })));
  await visitor.leave();
});

test('a file is dropped', async () => {
  const visitor = await openOverview('Raúl Núñez', { search: '?dialog=attachment' });
  const { page } = visitor;
  const dialog = page.getByRole('dialog', { name: text.addTitle });
  const target = dialog.getByLabel(uiTexts.en.dropFile);
  const dataTransfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Dropped'], 'dropped.txt', { type: 'text/plain' }));
    return transfer;
  });
  await target.dispatchEvent('dragover', { dataTransfer });
  await target.dispatchEvent('drop', { dataTransfer });
  await dialog.getByText(text.ready).waitFor();
  expect(await dialog.getByRole('textbox', { name: text.name }).inputValue()).toBe('dropped.txt');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expectQuiet(visitor);
  await visitor.leave();
});

test('an upload that breaks off says so and can be tried again under the name that was typed', async () => {
  const visitor = await openOverview('Raúl Núñez', { search: '?dialog=attachment' });
  const { page } = visitor;
  visitor.expectComplaints(/ERR_FAILED|Failed to load/);
  await page.route('**/files/**', (route) => route.abort());
  const file = { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Plan') };
  await choose(page, file);
  const dialog = page.getByRole('dialog', { name: text.addTitle });
  await dialog.getByRole('alert').getByText(errorTexts.en.connection).waitFor();
  await expectSound(visitor);
  await page.unroute('**/files/**');
  const field = dialog.getByRole('textbox', { name: text.name });
  await field.fill('My plan.txt');
  await activate(dialog.getByRole('button', { name: uiTexts.en.retry }));
  await dialog.getByText(text.ready).waitFor();
  expect(await field.inputValue()).toBe('My plan.txt');
  await activate(dialog.getByRole('button', { name: text.cancel }));
  await dialog.waitFor({ state: 'detached' });
  expect(await message(page, text.saved).count()).toBe(0);
  expectQuiet(visitor);
  await visitor.leave();
});

// SEPA batches by keyboard, from the pre-flight to the file and to what comes back; on a phone; nothing for a coach. What was
// open stays open: all that is collected here comes back, or is cancelled.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { batchTexts } from '../src/features/payment-batch/messages';
import { shiftDay } from '../src/format/days';
import { reasonTexts } from '../src/graphql/reasonTexts';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { dayFromNow } from '../testing/overview';
import { askAs, visit } from '../testing/visitor';

interface Made {
  paymentBatch: { messageId: string; collections: { items: { endToEndId: string; state: string }[] } };
}

const madeBatch = (page: Page) =>
  askAs<Made>(
    'admin@lift.example',
    'query ($id: ID!) { paymentBatch(id: $id) { messageId collections(pageSize: 100) { items { endToEndId state } } } }',
    { id: page.url().split('/').at(-1) },
  );

/** The demo collects a month on the fifth of the next. */
const lastCollectedDay = () => shiftDay(`${dayFromNow(-5).slice(0, 7)}-01`, -1);

/** As a bank reports that these came back. */
const reportOf = (messageId: string, ids: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
  <GrpHdr><MsgId>BANK</MsgId><CreDtTm>2026-03-10T08:00:00</CreDtTm></GrpHdr>
  <OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId></OrgnlGrpInfAndSts>
  <OrgnlPmtInfAndSts><OrgnlPmtInfId>${messageId}-RCUR</OrgnlPmtInfId>${ids
    .map(
      (id) =>
        `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf></TxInfAndSts>`,
    )
    .join('')}</OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>`;

test('by keyboard: pre-flight, file, submitted, one return by hand and the others from the report of the bank', async () => {
  const text = batchTexts.en;
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  await page.goto('/payments');
  await page.getByRole('heading', { level: 1, name: text.title }).waitFor();
  await settled(page);
  await page.keyboard.press('n');
  await page.getByRole('table', { name: text.preflightTitle }).waitFor();
  await expectSound(visitor);

  // Only what came back of the last month that was collected: little enough to bring all of it back again.
  await page.getByLabel(text.untilOn).fill(lastCollectedDay());
  await settled(page);
  await page.getByLabel(text.show).selectOption('BLOCKED');
  await settled(page);
  await page.getByLabel(text.show).selectOption('INCLUDED');
  await settled(page);
  const create = page.locator('button:not([aria-disabled])').filter({ hasText: /^Collect €/ });
  await create.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/payments\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name: /^Batch \d+$/ }).waitFor();
  await expectSound(visitor);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: text.download, exact: true }).press('Enter'),
  ]);
  const file = await readFile(await download.path(), 'utf8');
  const { messageId, collections } = (await madeBatch(page)).paymentBatch;
  expect(file).toContain(`<MsgId>${messageId}</MsgId>`);
  for (const { endToEndId } of collections.items) expect(file).toContain(`<EndToEndId>${endToEndId}</EndToEndId>`);

  await page.getByRole('button', { name: text.submit }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: text.submit }).waitFor();
  await expectSound(visitor);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: text.importReturns }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page
    .getByRole('button', { name: /^Enter that the collection of/ })
    .first()
    .press('Enter');
  await page.getByRole('dialog').getByLabel(text.returnReason).selectOption('MS03');
  await expectSound(visitor);
  await page.getByRole('button', { name: text.saveReturn }).press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('MS03: the bank gives no reason').first().waitFor();

  const left = (await madeBatch(page)).paymentBatch.collections.items.filter(({ state }) => state === 'PENDING');
  await page.getByRole('button', { name: text.importReturns }).press('Enter');
  const input = page.locator('input[type=file]');
  visitor.expectComplaints(/422/);
  await input.setInputFiles({ name: 'photo.xml', mimeType: 'application/xml', buffer: Buffer.from('no report') });
  await page.getByText(reasonTexts.en.NO_STATUS_REPORT).waitFor();
  const buffer = Buffer.from(reportOf(messageId, [...left.map(({ endToEndId }) => endToEndId), 'NOBODYS-1']));
  await input.setInputFiles({ name: 'pain.002.xml', mimeType: 'application/xml', buffer });
  await page.getByText('NOBODYS-1').waitFor();
  await expectSound(visitor);
  await page.getByRole('button', { name: text.done }).press('Enter');
  await settled(page);
  const after = (await madeBatch(page)).paymentBatch.collections.items;
  expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['RETURNED']));
  expectQuiet(visitor);
  await visitor.leave();
});

test('on a phone, in the dark, in Dutch: made and cancelled', async () => {
  const text = batchTexts.nl;
  const visitor = await visit('admin@lift.example', { width: 360, scheme: 'dark', locale: 'nl' });
  const { page } = visitor;
  await page.goto('/payments/new');
  await page.getByRole('table', { name: text.preflightTitle }).waitFor();
  await expectSound(visitor);
  await page.getByLabel(text.search).fill('qqxxqq');
  await page.getByText(text.nobodyTitle).waitFor();
  await page.getByRole('button', { name: text.clear }).click();
  await page.getByRole('table', { name: text.preflightTitle }).waitFor();
  await settled(page);
  await page.getByRole('button', { name: /^Incasseer €/ }).click();
  await page.getByRole('button', { name: text.cancel }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /annuleren$/ })
    .click();
  await page.getByText(text.next.CANCELLED).waitFor();
  await expectSound(visitor);
  await page.goto('/payments');
  await page.getByRole('table', { name: text.title }).waitFor();
  await expectSound(visitor);
  expectQuiet(visitor);
  await visitor.leave();
});

test('a coach is told whom to ask', async () => {
  const visitor = await visit('coach@lift.example');
  await visitor.page.goto('/payments');
  await visitor.page.getByRole('heading', { name: batchTexts.en.adminsOnly }).waitFor();
  await expectSound(visitor);
  await visitor.leave();
});

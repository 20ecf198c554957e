// A mandate by keyboard: entered with a slip, mended, moved to another account, taken back, revoked and restored; and who
// may not is told why.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { reasonTexts } from '../src/graphql/reasonTexts';
import { mandateFormTexts } from '../src/features/payment-details/mandateFormTexts';
import { mandateTexts } from '../src/features/payment-details/mandateTexts';
import { paymentDetailsTexts } from '../src/features/payment-details/messages';
import { overviewTexts } from '../src/staff/pages/member-overview/messages';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { activate, message } from '../testing/overview';
import { askAs, visit } from '../testing/visitor';

const text = mandateTexts.en;
const tile = paymentDetailsTexts.en;

interface Listed {
  id: string;
  fullName: string;
  paymentDetails: { blockedBy: string | null; mandate: { maskedIban: string; status: string } | null };
}

async function membersBlockedBy(reason: string): Promise<Listed[]> {
  const source = `{ members(pageSize: 100) { items { id fullName paymentDetails { blockedBy mandate { maskedIban status } } } } }`;
  const { members } = await askAs<{ members: { items: Listed[] } }>('admin@lift.example', source);
  return members.items.filter(({ paymentDetails }) => paymentDetails.blockedBy === reason);
}

const card = (page: Page) => page.getByRole('region', { name: tile.title });
const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('the life of a mandate', async () => {
  const [member] = await membersBlockedBy('NO_MANDATE');
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  await page.goto(`/members/${member?.id}`);
  await settled(page);
  await card(page).getByText(tile.blocks.NO_MANDATE).waitFor();

  await page.keyboard.press('i');
  await page.getByRole('textbox', { name: text.holder }).waitFor();
  await page.keyboard.type('nl91abna0417164301');
  const iban = page.getByRole('textbox', { name: text.iban });
  expect(await iban.inputValue()).toBe('NL91 ABNA 0417 1643 01');
  await page.keyboard.press('Enter');
  await dialog(page).getByText(reasonTexts.en.IBAN_CHECKSUM).waitFor();
  expect(await iban.inputValue()).toBe('NL91 ABNA 0417 1643 01');
  expect(await page.getByRole('textbox', { name: text.holder }).inputValue()).toBe(member?.fullName);
  await expectSound(visitor);

  // In the middle the caret stays where it is; a paste may have blanks.
  for (let step = 0; step < 13; step++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('a');
  expect(await iban.inputValue()).toBe('NL91 ABNA 0417 1643 01');
  await iban.fill('');
  await page.evaluate(() => navigator.clipboard.writeText(' NL91 ABNA 0417 1643 00 '));
  await page.keyboard.press('Control+v');
  expect(await iban.inputValue()).toBe('NL91 ABNA 0417 1643 00');
  await page.keyboard.press('Enter');
  await message(page, text.didSign).waitFor();
  await dialog(page).waitFor({ state: 'detached' });
  await card(page).getByText('NL91 •••• •••• •• 4300').waitFor();

  await page.keyboard.press('i');
  await activate(button(page, text.show));
  await dialog(page).getByText('NL91 ABNA 0417 1643 00').waitFor();
  await expectSound(visitor);
  await activate(button(page, text.amend));
  await page.getByRole('textbox', { name: text.newIban }).waitFor();
  await page.keyboard.type('de89 3704 0044 0532 0130 00');
  await page.keyboard.press('Enter');
  await message(page, text.didAmend).waitFor();
  await dialog(page).waitFor({ state: 'detached' });
  await card(page).getByText('DE89 •••• •••• •••• •• 3000').waitFor();
  await page.keyboard.press('Control+z');
  await card(page).getByText('NL91 •••• •••• •• 4300').waitFor();

  await page.keyboard.press('i');
  await activate(button(page, text.revoke));
  await page.getByRole('textbox', { name: text.reason }).waitFor();
  await page.keyboard.press('Enter');
  await dialog(page).getByText(reasonTexts.en.REQUIRED).waitFor();
  await page.keyboard.type('Asked for it');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await card(page).getByText(tile.blocks.MANDATE_REVOKED).waitFor();
  await activate(button(page, uiTexts.en.undo).last());
  await card(page).getByText(tile.blocks.MANDATE_REVOKED).waitFor({ state: 'detached' });

  const kept = async () => {
    const after = await askAs<{ member: Listed }>(
      'admin@lift.example',
      'query ($id: ID!) { member(id: $id) { paymentDetails { blockedBy mandate { maskedIban status } } } }',
      { id: member?.id },
    );
    return after.member.paymentDetails;
  };
  await expect.poll(kept).toEqual({
    blockedBy: null,
    mandate: { maskedIban: 'NL91 •••• •••• •• 4300', status: 'ACTIVE' },
  });
  await visitor.leave();
});

test('on a phone, in Dutch and in the dark, a revoked one is restored where it would be replaced', async () => {
  const nl = mandateTexts.nl;
  const [member] = await membersBlockedBy('MANDATE_REVOKED');
  const visitor = await visit('admin@lift.example', { width: 360, locale: 'nl', scheme: 'dark' });
  const { page } = visitor;
  await page.goto(`/members/${member?.id}?dialog=mandate`);
  await page.getByRole('textbox', { name: nl.holder }).waitFor();
  await expectSound(visitor);
  await page.getByRole('combobox', { name: nl.how }).selectOption('IMPORT');
  await page.getByLabel(nl.lastUsedOn).waitFor();
  await expectSound(visitor);
  await button(page, nl.restore).click();
  await message(page, nl.didRestore).waitFor();
  await page.getByText(paymentDetailsTexts.nl.blocks.MANDATE_REVOKED).waitFor({ state: 'detached' });
  await page.goto(`/members/${member?.id}?dialog=mandate`);
  await button(page, nl.revoke).waitFor();
  await expectSound(visitor);
  await visitor.leave();
});

test('a form is printed for the member to sign, on a phone too', async () => {
  const form = mandateFormTexts.en;
  const [member] = await membersBlockedBy('NO_MANDATE');
  const visitor = await visit('admin@lift.example', { width: 360 });
  const { page } = visitor;
  await page.goto(`/members/${member?.id}?dialog=mandate`);
  await activate(page.getByRole('link', { name: text.printForm }));
  const paper = page.getByRole('article', { name: form.pageTitle(member?.fullName ?? '') });
  await paper.getByText('Lift Utrecht B.V.').first().waitFor();
  expect(await paper.innerText()).not.toContain('{creditor}');
  await expectSound(visitor);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: form.print }).isVisible()).toBe(false);
  expect(await paper.isVisible()).toBe(true);
  await visitor.leave();
});

test('a coach sees the masked account, and why it cannot be changed', async () => {
  const [member] = await membersBlockedBy('NO_MANDATE');
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto(`/members/${member?.id}`);
  await settled(page);
  const enter = card(page).getByRole('button', { name: overviewTexts.en.enterMandate }).first();
  expect(await enter.getAttribute('aria-disabled')).toBe('true');
  await page.goto(`/members/${member?.id}?dialog=mandate`);
  await dialog(page).getByText(text.forAdmins).waitFor();
  await expectSound(visitor);
  expectQuiet(visitor);
  await visitor.leave();
});

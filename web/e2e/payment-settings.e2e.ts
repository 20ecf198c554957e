// Settings → Payments: what is wrong is said at its field, what is right is kept and can be taken back.
import { expect, test } from 'vitest';
import { paymentSettingsTexts } from '../src/features/payment-settings/messages';
import { vatTexts } from '../src/features/vat-change/vatTexts';
import { reasonTexts } from '../src/graphql/reasonTexts';
import { keptTexts } from '../src/ui/keptTexts';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { activate, message } from '../testing/overview';
import { askAs, visit } from '../testing/visitor';

const text = paymentSettingsTexts.en;
const vat = vatTexts.en;

const kept = async () => {
  const source = '{ paymentSettings { collection creditorName creditorId leadDays mandateText { version } } }';
  return (
    await askAs<{ paymentSettings: { creditorName: string | null; leadDays: number } }>('admin@lift.example', source)
  ).paymentSettings;
};
const save =
  'mutation ($input: SavePaymentSettingsInput!) { savePaymentSettings(input: $input) { paymentSettings { leadDays } } }';

test('by keyboard: refused at the field, saved, taken back', async () => {
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  await page.goto('/settings/payments');
  await settled(page);
  const before = await kept();
  const creditorId = page.getByRole('textbox', { name: text.creditorId });
  const was = await creditorId.inputValue();
  await creditorId.fill('NL70ZZZ123456780000');
  await page.keyboard.press('Enter');
  await page.getByText(reasonTexts.en.CREDITOR_ID_CHECKSUM).waitFor();
  expect(await creditorId.inputValue()).toBe('NL70ZZZ123456780000');
  expect(await kept()).toEqual(before);
  await expectSound(visitor);

  await creditorId.fill(' nl69 zzz 1234 5678 0000');
  await page.getByRole('textbox', { name: text.lead }).fill('two');
  await page.keyboard.press('Enter');
  await page.getByText(text.notANumber).waitFor();
  await page.getByRole('textbox', { name: text.lead }).fill('5');
  await page.keyboard.press('Enter');
  await message(page, text.saved).waitFor();
  await expect.poll(() => creditorId.inputValue()).toBe('NL69ZZZ123456780000');
  expect(await kept()).toMatchObject({ creditorId: 'NL69ZZZ123456780000', leadDays: 5 });
  await activate(page.getByRole('button', { name: uiTexts.en.undo, exact: true }).last());
  await expect.poll(() => creditorId.inputValue()).toBe(was);
  await expect.poll(kept).toEqual(before);

  // Switching says what becomes of open lines before it is saved.
  await page.getByRole('radio', { name: text.collections.SEPA }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText(/open lines .* are still collected by direct debit/).waitFor();
  await expectSound(visitor);
  await visitor.leave();
});

test('what somebody else saves meanwhile is not overwritten, nor by the way back, and nothing that is typed is lost', async () => {
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  const gate = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('"leadDays":7')) await gate.promise;
    await route.continue();
  });
  await page.goto('/settings/payments');
  await settled(page);
  const before = await kept();
  const name = page.getByRole('textbox', { name: text.name, exact: true });
  const lead = page.getByRole('textbox', { name: text.lead });
  await lead.fill('6');
  await askAs('admin@lift.example', save, { input: { creditorName: 'Lift Elsewhere' } });
  await lead.press('Enter');
  await message(page, text.saved).waitFor();
  await expect.poll(() => name.inputValue()).toBe('Lift Elsewhere');
  expect(await kept()).toEqual({ ...before, creditorName: 'Lift Elsewhere', leadDays: 6 });

  await name.fill('Half a name');
  await activate(page.getByRole('button', { name: uiTexts.en.undo, exact: true }).last());
  await expect.poll(kept).toEqual({ ...before, creditorName: 'Lift Elsewhere' });
  await expect.poll(() => lead.inputValue()).not.toBe('6');
  expect(await name.inputValue()).toBe('Half a name');
  await name.fill('Lift Elsewhere');
  await name.press('Enter');
  await message(page, keptTexts.en.unchanged).waitFor();

  await lead.fill('7');
  await lead.press('Enter');
  await name.fill('Typed while it is saved');
  gate.resolve();
  await expect.poll(kept).toEqual({ ...before, creditorName: 'Lift Elsewhere', leadDays: 7 });
  const button = page.getByRole('button', { name: keptTexts.en.save, exact: true });
  await expect.poll(() => button.getAttribute('data-loading')).toBeNull();
  expect(await name.inputValue()).toBe('Typed while it is saved');
  const { creditorName, leadDays } = before;
  await askAs('admin@lift.example', save, { input: { creditorName, leadDays } });
  expectQuiet(visitor);
  await visitor.leave();
});

test('a VAT rate from a day on: refused at its field, what it comes to, planned, withdrawn; on a phone', async () => {
  const visitor = await visit('admin@lift.example', { width: 360 });
  const { page } = visitor;
  await page.goto('/settings/payments');
  await settled(page);
  await activate(page.getByRole('button', { name: vat.plan }));
  const dialog = page.getByRole('dialog', { name: vat.dialogTitle });
  await dialog.getByLabel(vat.fromRate).fill('9');
  await dialog.getByLabel(vat.toRate).fill('9');
  const day = `${new Date().getUTCFullYear() + 1}-12-01`;
  await dialog.getByLabel(vat.startsOn).fill(day);
  await page.keyboard.press('Enter');
  await dialog.getByText(reasonTexts.en.SAME_RATE).waitFor();
  await dialog.getByLabel(vat.toRate).fill('21');
  await page.keyboard.press('Enter');
  await dialog.getByText(/contracts are charged with the new rate/).waitFor();
  await expectSound(visitor);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const row = page
    .getByRole('listitem')
    .filter({ hasText: vat.change('9', '21') })
    .first();
  await row.getByText(vat.states.PLANNED, { exact: true }).waitFor();
  await activate(row.getByRole('button', { name: vat.withdrawLabel(vat.change('9', '21')) }));
  await row.getByText(vat.states.WITHDRAWN, { exact: true }).waitFor();
  await expectSound(visitor);
  await visitor.leave();
});

test('on a phone, in the dark; and for an employee only why not', async () => {
  const phone = await visit('admin@lift.example', { width: 360, locale: 'nl', scheme: 'dark' });
  await phone.page.goto('/settings/payments');
  await phone.page.getByRole('button', { name: keptTexts.nl.save, exact: true }).waitFor();
  await expectSound(phone);
  await phone.leave();
  const coach = await visit('coach@lift.example');
  await coach.page.goto('/settings/payments');
  await coach.page.getByText(text.forAdmins).waitFor();
  await expectSound(coach);
  await coach.leave();
});

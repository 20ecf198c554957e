// Selling by QR code in a gym that collects through Stripe: the code, the page of the stand-in in a second tab, and the dialog
// that says by itself how it ends.
import type { Locator, Page, Response } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { checkoutTexts } from '../src/features/stripe/messages';
import { sheetTexts } from '../src/features/subscription/sheetTexts';
import { stripeSettingsTexts } from '../src/features/stripe/settingsTexts';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { inDatabase } from '../testing/database';
import { activate, message } from '../testing/overview';
import type { Look } from '../testing/pages';
import { testServer } from '../testing/server';
import { askAs, visit, type Visitor } from '../testing/visitor';

const admin = 'admin@other.example';
const text = checkoutTexts.en;

interface Members {
  members: { items: { id: string }[] };
}
let taken = 0;

/** A member nobody has looked at yet in these tests. */
async function nextMember(): Promise<string> {
  const { members } = await askAs<Members>(admin, '{ members(pageSize: 30) { items { id } } }');
  taken += 1;
  const member = members.items[taken];
  if (!member) throw new Error('The gym has too few members.');
  return member.id;
}

interface Shop {
  shopItems: { id: string; name: string }[];
}

/** Sells one thing past the page. */
async function sell(memberId: string): Promise<string> {
  const { shopItems } = await askAs<Shop>(admin, '{ shopItems { id name } }');
  const id = crypto.randomUUID();
  await askAs(
    admin,
    'mutation ($input: PurchaseShopItemInput!) { purchaseShopItem(input: $input) { purchase { id } } }',
    { input: { id, memberId, shopItemId: shopItems[0]?.id, quantity: 1 } },
  );
  return id;
}

async function openCheckout(look: Look = {}): Promise<Visitor & { dialog: Locator; purchaseId: string }> {
  const memberId = await nextMember();
  const purchaseId = await sell(memberId);
  const visitor = await visit(admin, look);
  const isFollowed = visitor.page.waitForResponse(isOfFollowing);
  await visitor.page.goto(`/members/${memberId}?dialog=checkout&purchase=${purchaseId}`);
  await isFollowed;
  await settled(visitor.page);
  const title = checkoutTexts[look.locale ?? 'en'].title;
  return { ...visitor, dialog: visitor.page.getByRole('dialog', { name: title }), purchaseId };
}

/** The dialog hears of what happens to the checkout from then on. */
const isOfFollowing = (response: Response) => response.request().postData()?.includes('CheckoutChanged') === true;

const says = (dialog: Locator, words: string) => dialog.getByRole('status').getByText(words, { exact: true }).waitFor();

/** What the member does on a phone: follows the short address. */
async function follow(page: Page, dialog: Locator): Promise<Page> {
  const address = await dialog.getByRole('link').getAttribute('href');
  const phone = await page.context().newPage();
  await phone.goto(address ?? '');
  await phone.getByLabel('Card number').waitFor();
  return phone;
}

async function pay(phone: Page, card: string): Promise<void> {
  await phone.getByLabel('Card number').fill(card);
  await phone.getByLabel('Card number').press('Enter');
}

const statusOf = async (purchaseId: string) => {
  const source = 'query ($id: ID!) { purchase(id: $id) { status } }';
  const { purchase } = await askAs<{ purchase: { status: string } }>(admin, source, { id: purchaseId });
  return purchase.status;
};

test('sold by two keys; a declined card, then one that pays: the dialog says so by itself', async () => {
  const visitor = await visit(admin);
  const { page } = visitor;
  await page.goto(`/members/${await nextMember()}`);
  await settled(page);
  await page.keyboard.press('p');
  await page.getByRole('dialog', { name: /^Sell to/ }).waitFor();
  const isFollowed = page.waitForResponse(isOfFollowing);
  await page.keyboard.press('1');
  const dialog = page.getByRole('dialog', { name: text.title });
  await says(dialog, text.status.WAITING);
  await isFollowed;
  const purchaseId = new URL(page.url()).searchParams.get('purchase') ?? '';
  const code = await dialog.getByRole('img', { name: text.qrLabel }).boundingBox();
  expect(code?.width).toBeGreaterThanOrEqual(240);
  await dialog.getByText(/^Valid until \d\d:\d\d, another \d+:\d\d$/).waitFor();
  await expectSound(visitor);
  await activate(dialog.getByRole('button', { name: text.copy }));
  await message(page, text.copied).waitFor();

  const phone = await follow(page, dialog);
  await pay(phone, '4000 0000 0000 9995');
  await phone.getByRole('alert').waitFor();
  await dialog.getByText(text.declined(text.reasons['insufficient_funds'] ?? '')).waitFor();
  expect(await statusOf(purchaseId)).toBe('PENDING');
  await pay(phone, '4242 4242 4242 4242');
  await phone.getByRole('heading', { name: '✓ Paid' }).waitFor();
  await says(dialog, text.status.PAID);
  expect(await statusOf(purchaseId)).toBe('PAID');
  await expectSound(visitor);
  await visitor.leave();
});

test('closed at the desk it goes on; opened again it is still there, and is cancelled by keyboard on a phone in the dark', async () => {
  const visitor = await openCheckout({ width: 360, scheme: 'dark', locale: 'nl' });
  const { page, dialog, purchaseId } = visitor;
  const nl = checkoutTexts.nl;
  await says(dialog, nl.status.WAITING);
  await expectSound(visitor);
  const address = await dialog.getByRole('link').getAttribute('href');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await statusOf(purchaseId)).toBe('PENDING');
  await page.goto(`${page.url().split('?')[0]}?dialog=checkout&purchase=${purchaseId}`);
  await says(dialog, nl.status.WAITING);
  expect(await dialog.getByRole('link').getAttribute('href')).toBe(address);
  await activate(dialog.getByRole('button', { name: nl.cancel }));
  await says(dialog, nl.status.CANCELLED);
  expect(await statusOf(purchaseId)).toBe('OPEN');
  await expectSound(visitor);
  await activate(dialog.getByRole('button', { name: nl.again }));
  await says(dialog, nl.status.WAITING);
  expect(await dialog.getByRole('link').getAttribute('href')).not.toBe(address);
  await visitor.leave();
});

test('one that runs out says so, and gives way to a new code', async ({ skip }) => {
  const { databaseUrl } = testServer();
  if (!databaseUrl) return skip();
  const visitor = await openCheckout();
  const { dialog, purchaseId } = visitor;
  await says(dialog, text.status.WAITING);
  // As the message of Stripe leaves it an hour later.
  await inDatabase(
    databaseUrl,
    `with over as (update checkout c set status = 'EXPIRED', ended_at = now() from checkout_line l
        where l.checkout_id = c.id and l.purchase_id = '${purchaseId}' and l.is_live returning c.id),
      given as (update checkout_line set is_live = false where purchase_id = '${purchaseId}')
    update purchase set status = 'OPEN', held_from = null where id = '${purchaseId}'`,
  );
  await says(dialog, text.status.EXPIRED);
  await expectSound(visitor);
  await activate(dialog.getByRole('button', { name: text.again }));
  await says(dialog, text.status.WAITING);
  await visitor.leave();
});

describe('beside the sale', () => {
  test('a member leaves a payment method, an admin turns the monthly invoice on, and refunds what was paid', async () => {
    const { page, dialog, purchaseId, ...visitor } = await openCheckout();
    await says(dialog, text.status.WAITING);
    const phone = await follow(page, dialog);
    await pay(phone, '4242 4242 4242 4242');
    await says(dialog, text.status.PAID);
    const [overview = ''] = page.url().split('?');
    await page.goto(`${overview}?dialog=refund&purchase=${purchaseId}`);
    const refund = page.getByRole('dialog', { name: text.refundTitle });
    await activate(refund.getByRole('button', { name: /^Refund €/ }));
    await refund.waitFor({ state: 'detached' });
    expect(await statusOf(purchaseId)).toBe('REFUNDED');

    await page.goto(`${overview}?dialog=stripe`);
    await page.getByRole('button', { name: text.ask }).press('Enter');
    const setup = page.getByRole('dialog', { name: text.setupTitle });
    await says(setup, text.waitingSetup);
    const again = await follow(page, setup);
    await pay(again, '4242 4242 4242 4242');
    await says(setup, text.status.SAVED);
    await page.goto(`${overview}?dialog=stripe`);
    await page.getByText('visa •••• 4242').first().waitFor();
    await activate(page.getByRole('button', { name: text.turnOn }));
    await page.getByText(text.monthlyOn).waitFor();
    await expectSound({ page, ...visitor });
    await visitor.leave();
  });

  test('a new subscription waits for a payment method: its QR code from the sheet, left on the phone, then it is added', async ({
    skip,
  }) => {
    const { databaseUrl } = testServer();
    if (!databaseUrl) return skip();
    const memberId = crypto.randomUUID();
    // Somebody who has just walked in.
    await inDatabase(
      databaseUrl,
      `insert into member (gym_id, id, member_number, first_name, last_name, joined_on)
       select gym_id, '${memberId}', max(member_number) + 1, 'Noor', 'Nieuw', current_date from member
        where gym_id = (select gym_id from member where id = '${await nextMember()}') group by gym_id`,
    );
    const visitor = await visit(admin);
    const { page } = visitor;
    const words = sheetTexts.en;
    await page.goto(`/members/${memberId}`);
    await settled(page);
    await page.keyboard.press('s');
    const sheet = page.getByRole('dialog', { name: words.title });
    const type = sheet.getByLabel(words.type, { exact: true });
    await type.selectOption({ index: 1 });
    const chosen = await type.inputValue();
    await sheet.getByText(words.refusals.PAYMENT_DETAILS_MISSING).waitFor();
    await activate(sheet.getByRole('button', { name: words.steps.setup }));
    const setup = page.getByRole('dialog', { name: text.setupTitle });
    await says(setup, text.waitingSetup);
    const phone = await follow(page, setup);
    await pay(phone, '4242 4242 4242 4242');
    await says(setup, text.status.SAVED);
    await activate(setup.getByRole('button', { name: text.close }).last());
    await type.waitFor();
    expect(await type.inputValue()).toBe(chosen);
    await sheet.getByText(words.refusals.PAYMENT_DETAILS_MISSING).waitFor({ state: 'detached' });
    await sheet.getByText(words.nextCharges).waitFor();
    await activate(sheet.getByRole('button', { name: /^Add from /, disabled: false }));
    await message(page, words.done.ADD).waitFor();
    const source = 'query ($id: ID!) { member(id: $id) { subscriptions { status type { id } } } }';
    const { member } = await askAs<{ member: { subscriptions: object[] } }>(admin, source, { id: memberId });
    expect(member.subscriptions).toEqual([{ status: 'ACTIVE', type: { id: chosen } }]);
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('the settings say that it is a test, what is connected, and never a secret', async () => {
    const visitor = await visit(admin, { width: 360 });
    const { page } = visitor;
    const settings = stripeSettingsTexts.en;
    await page.goto('/settings/payments');
    await page.getByText(settings.emulated).waitFor();
    await page.getByText(settings.connected).waitFor();
    await page.getByText(settings.test).waitFor();
    expect(await page.content()).not.toContain('whsec_');
    await activate(page.getByRole('button', { name: settings.compare }));
    await page.getByText(/^Compared .* No differences\.$/).waitFor();
    await expectSound(visitor);
    expectQuiet(visitor);
    await visitor.leave();
  });
});

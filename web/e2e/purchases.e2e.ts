// Selling at the desk and on a phone, by the keyboard alone: two actions for one coffee, undo, what happens when the server does
// not answer, the list with its filters, a correction, the receipt; and the shop's settings.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { purchaseTexts } from '../src/features/purchase/messages';
import { panelTexts } from '../src/features/purchase/panelTexts';
import { receiptTexts } from '../src/features/purchase/receiptTexts';
import { sellerTexts } from '../src/features/purchase/sellerTexts';
import { shopTexts } from '../src/features/shop/messages';
import { checkoutTexts } from '../src/features/stripe/messages';
import { shopSettingsTexts } from '../src/features/shop/shopSettingsTexts';
import { keptTexts } from '../src/ui/keptTexts';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { activate, idOf, message, openOverview } from '../testing/overview';
import { askAs, visit } from '../testing/visitor';

const shop = shopTexts.en;
const panel = panelTexts.en;
const { status } = purchaseTexts.en;
const how = shop.how.ACCOUNT;

interface Line {
  id: string;
  description: string;
  quantity: number;
  status: string;
  total: { amountCents: number };
}

async function linesOf(id: string): Promise<Line[]> {
  const source = `query ($id: ID!) { member(id: $id) { purchases(first: 1) { nodes { id description quantity status total { amountCents } } } } }`;
  const { member } = await askAs<{ member: { purchases: { nodes: Line[] } } }>('coach@lift.example', source, { id });
  return member.purchases.nodes;
}
const countOf = async (id: string) => {
  const source = 'query ($id: ID!) { member(id: $id) { purchases(first: 1) { totalCount } } }';
  const answer = await askAs<{ member: { purchases: { totalCount: number } } }>('coach@lift.example', source, { id });
  return answer.member.purchases.totalCount;
};
const favouritesOf = async () =>
  (
    await askAs<{ shopItems: { name: string; price: { amountCents: number } }[] }>(
      'coach@lift.example',
      '{ shopItems(first: 9) { name price { amountCents } } }',
    )
  ).shopItems;
const euros = (cents: number) => `€${(cents / 100).toFixed(2)}`;
const tile = (page: Page): Locator => page.getByRole('region', { name: purchaseTexts.en.title, exact: true });
const sellDialog = (page: Page): Locator => page.getByRole('dialog', { name: /^Sell to/ });

describe('at the desk', () => {
  test('P and a number: one coffee in two actions, on account; undo takes it back', async () => {
    const visitor = await openOverview('Siobhán O’Brien');
    const { page, id } = visitor;
    const before = await countOf(id);
    const [coffee] = await favouritesOf();
    await page.keyboard.press('p');
    await sellDialog(page).waitFor();
    await page.keyboard.press('1');
    await message(page, shop.sold(coffee!.name, euros(coffee!.price.amountCents), how)).waitFor();
    await sellDialog(page).waitFor({ state: 'detached' });
    await tile(page).getByRole('listitem').first().getByText(coffee!.name).waitFor();
    await expect.poll(() => countOf(id)).toBe(before + 1);
    expect((await linesOf(id))[0]).toMatchObject({ description: coffee!.name, quantity: 1, status: 'OPEN' });
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await linesOf(id))[0]?.status).toBe('CANCELLED');
    await tile(page).getByRole('listitem').first().getByText(status.CANCELLED).waitFor();
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('type, pick, quantity: the button says what it costs and how it is paid; until the server answers it says so', async () => {
    const visitor = await openOverview('Siobhán O’Brien');
    const { page, id } = visitor;
    await page.keyboard.press('p');
    await sellDialog(page).getByText('Koffie', { exact: true }).waitFor();
    await expectSound(visitor);
    await page.keyboard.type('shirt');
    await page.keyboard.press('Enter');
    const quantity = sellDialog(page).getByRole('textbox', { name: shop.quantity });
    await quantity.waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await quantity.inputValue()).toBe('3');
    await sellDialog(page)
      .getByRole('button', { name: shop.button(euros(3 * 2750), how) })
      .waitFor();
    await expectSound(visitor);
    // The server takes its time.
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('purchaseShopItem')) await held;
      await route.continue();
    });
    await page.keyboard.press('Enter');
    const line = tile(page).getByRole('listitem').first();
    await line.getByText(purchaseTexts.en.saving).waitFor();
    await line.getByText('T-shirt').waitFor();
    answer();
    await line.getByText(status.OPEN, { exact: true }).waitFor();
    expect((await linesOf(id))[0]).toMatchObject({ description: 'T-shirt', quantity: 3, total: { amountCents: 8250 } });
    await page.unroute('**/graphql');
    await visitor.leave();
  });

  test('no answer: the line is taken back, nothing is lost, and trying again makes one line', async () => {
    const visitor = await openOverview('Siobhán O’Brien');
    const { page, id } = visitor;
    visitor.expectComplaints(/Failed to load resource/);
    const before = await countOf(id);
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('purchaseShopItem') ? route.abort() : route.continue(),
    );
    const shownBefore = await tile(page).getByText('Handdoek').count();
    await page.keyboard.press('p');
    await sellDialog(page).waitFor();
    await page.keyboard.type('handdoek');
    await page.keyboard.press('Enter');
    await sellDialog(page).getByRole('textbox', { name: shop.quantity }).fill('2');
    await page.keyboard.press('Enter');
    const failure = page.getByText(new RegExp(`^${shop.notSold('2 × Handdoek')}`));
    await failure.waitFor();
    await expect.poll(() => tile(page).getByText('Handdoek').count()).toBe(shownBefore);
    await page.unroute('**/graphql');
    await activate(page.getByRole('button', { name: uiTexts.en.retry }));
    await tile(page).getByRole('listitem').first().getByText('Handdoek').waitFor();
    await expect.poll(() => countOf(id)).toBe(before + 1);
    expect((await linesOf(id))[0]).toMatchObject({ description: 'Handdoek', quantity: 2 });
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('the list: filters, a reason in words, a correction that can be undone, the receipt', async () => {
    const visitor = await openOverview('Łukasz Kowalski', { search: '?panel=purchases' });
    const { page } = visitor;
    const reason = `Wrong size ${Date.now() % 100_000}`;
    const list = page.getByRole('dialog', { name: purchaseTexts.en.all });
    await list.getByRole('listitem').first().waitFor();
    await list.getByLabel(panel.stateFilter).selectOption('RETURNED');
    await settled(page);
    await list.getByText('not enough money (AM04)').first().waitFor();
    expect(await list.getByText(status.PAID, { exact: true }).locator('visible=true').count()).toBeLessThanOrEqual(1);
    await list.getByLabel(panel.kindFilter).selectOption('SINGLE_SESSION');
    await list.getByText(panel.none).waitFor();
    await activate(list.getByRole('button', { name: panel.showAll }));
    await list.getByLabel(panel.kindFilter).selectOption('ONE_OFF');
    await list.getByText(panel.none).waitFor();
    await list.getByLabel(panel.kindFilter).selectOption('RECURRING');
    await list.getByRole('listitem').filter({ hasText: panel.recurring }).first().waitFor();
    await list.getByLabel(panel.kindFilter).selectOption('SHOP');
    await list.getByLabel(panel.stateFilter).selectOption('PAID');
    await settled(page);
    const line = list.getByRole('listitem').filter({ hasText: status.PAID }).first();
    await line.waitFor();
    await expectSound(visitor);

    await activate(line.getByRole('button'));
    await page.getByRole('menuitem', { name: panel.correct }).press('Enter');
    const correct = page.getByRole('dialog', { name: /^Correct / });
    await correct.waitFor();
    await page.keyboard.press('Enter');
    await correct.getByText(panel.reasonMissing).waitFor();
    await page.keyboard.type(reason);
    await expectSound(visitor);
    await page.keyboard.press('Enter');
    await correct.waitFor({ state: 'detached' });
    await line.getByText(new RegExp(reason)).waitFor();
    await list.getByLabel(panel.stateFilter).selectOption('OPEN');
    const counter = list.getByRole('listitem').filter({ hasText: reason });
    await counter.getByText('-€').waitFor();
    await activate(counter.getByRole('button'));
    await page.getByRole('menuitem', { name: panel.undoCorrection }).press('Enter');
    await counter.waitFor({ state: 'detached' });

    await list.getByLabel(panel.stateFilter).selectOption('PAID');
    await settled(page);
    await activate(list.getByRole('listitem').first().getByRole('button'));
    await page.getByRole('menuitem', { name: panel.receipt }).press('Enter');
    await page.getByRole('heading', { name: receiptTexts.en.title, level: 1 }).waitFor();
    await page.getByRole('table', { name: receiptTexts.en.vatTitle }).getByRole('rowheader').first().waitFor();
    await expectSound(visitor);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('banner').first().isVisible()).toBe(false);
    await visitor.leave();
  });
});

test('how somebody pays that could not be read is asked again before anything is sold', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  let isKnown = false;
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName?: string };
    if (operationName !== 'MemberOverview' || isKnown) return route.fallback();
    const response = await route.fetch();
    const json = (await response.json()) as { data: { member: object } };
    Object.assign(json.data.member, { purchaseMethod: null });
    return route.fulfill({ response, json });
  });
  await page.goto(`/members/${await idOf('Siobhán O’Brien')}`);
  await settled(page);
  await page.keyboard.press('p');
  await sellDialog(page).getByText(shop.methodUnknown).waitFor();
  await expectSound(visitor);
  isKnown = true;
  await activate(sellDialog(page).getByRole('button', { name: uiTexts.en.retry }));
  await sellDialog(page).getByText(shop.explain.ACCOUNT).waitFor();
  await visitor.leave();
});

test('the credit of a change of a subscription says that it is undone with that change', async () => {
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  const credit = { kind: 'SUBSCRIPTION', status: 'OPEN', correctionReason: null, permissions: [] };
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName?: string };
    if (operationName !== 'Purchases') return route.fallback();
    const response = await route.fetch();
    const json = (await response.json()) as { data: { member: { purchases: { nodes: { id: string }[] } } } };
    const [first] = json.data.member.purchases.nodes;
    Object.assign(first ?? {}, { ...credit, correctsId: crypto.randomUUID() });
    return route.fulfill({ response, json });
  });
  await page.goto(`/members/${await idOf('Łukasz Kowalski')}?panel=purchases`);
  await settled(page);
  const list = page.getByRole('dialog', { name: purchaseTexts.en.all });
  await activate(list.getByRole('listitem').first().getByRole('button'));
  const item = page.getByRole('menuitem', { name: panel.undoCorrection });
  expect(await item.getAttribute('aria-disabled')).toBe('true');
  await item.getByText(panel.undoneWithChange).waitFor();
  await item.press('Enter');
  // It does nothing, and the menu stays for another choice.
  await item.waitFor();
  await expectSound(visitor);
  await visitor.leave();
});

test('an admin says that the member paid by transfer, on a phone by the keyboard', async () => {
  const login = 'admin@lift.example';
  const { shopItems } = await askAs<{ shopItems: { id: string; name: string }[] }>(
    login,
    '{ shopItems(first: 1) { id name } }',
  );
  const visitor = await openOverview('Siobhán O’Brien', { login, width: 360, search: '?panel=purchases' });
  const { page, id: memberId } = visitor;
  const input = { id: crypto.randomUUID(), memberId, shopItemId: shopItems[0]?.id, quantity: 1 };
  await askAs(
    login,
    'mutation ($input: PurchaseShopItemInput!) { purchaseShopItem(input: $input) { member { id } } }',
    {
      input,
    },
  );
  const list = page.getByRole('dialog', { name: purchaseTexts.en.all });
  await list.getByLabel(panel.stateFilter).selectOption('OPEN');
  const line = list
    .getByRole('listitem')
    .filter({ hasText: shopItems[0]?.name ?? '' })
    .first();
  await activate(line.getByRole('button'));
  await page.getByRole('menuitem', { name: panel.byHand.item }).press('Enter');
  const dialog = page.getByRole('dialog', { name: panel.byHand.title(shopItems[0]?.name ?? '') });
  await dialog.getByLabel(panel.note).fill('Statement 12');
  await expectSound(visitor);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await list.getByLabel(panel.stateFilter).selectOption('PAID');
  await list
    .getByText(/^Paid by bank transfer .*: Statement 12$/)
    .first()
    .waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('where Stripe collects and nothing else is known, it says QR code before, and opens the code', async () => {
  const login = 'admin@other.example';
  const { members } = await askAs<{ members: { items: { id: string }[] } }>(
    login,
    '{ members(pageSize: 100) { items { id } } }',
  );
  const id = members.items.at(-1)?.id ?? '';
  const visitor = await visit(login);
  const { page } = visitor;
  await page.goto(`/members/${id}`);
  await settled(page);
  await page.getByText(purchaseTexts.en.isTest).waitFor();
  await page.keyboard.press('p');
  await sellDialog(page).getByText(shop.explain.STRIPE_CHECKOUT).waitFor();
  await sellDialog(page).getByText(shop.isTest).waitFor();
  await sellDialog(page)
    .getByRole('button', { name: new RegExp(shop.how.STRIPE_CHECKOUT) })
    .first()
    .waitFor();
  await page.keyboard.press('1');
  await page.getByRole('dialog', { name: checkoutTexts.en.title }).waitFor();
  await page.waitForURL(/dialog=checkout&purchase=/);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The way back does not lead into the shop again.
  expect(page.url()).not.toContain('dialog=');
  await tile(page).getByRole('listitem').first().waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

test('on a phone: the sale stands at the thumb, one tap on its price sells one', async () => {
  const visitor = await openOverview('Esmée van Rossum', { width: 360, locale: 'nl', scheme: 'dark' });
  const { page, id } = visitor;
  const [coffee] = await favouritesOf();
  const before = await countOf(id);
  await page.getByRole('button', { name: purchaseTexts.nl.purchase, exact: true }).tap();
  const dialog = page.getByRole('dialog', { name: /^Verkopen aan/ });
  await dialog.getByText(shopTexts.nl.explain.ACCOUNT).waitFor();
  await dialog.getByText(coffee!.name, { exact: true }).waitFor();
  await expectSound(visitor);
  await dialog
    .getByRole('button', { name: /^Verkoop één/ })
    .first()
    .tap();
  await expect.poll(() => countOf(id)).toBe(before + 1);
  await page.goto(`/receipts/${(await linesOf(id))[0]!.id}`);
  await page.getByRole('heading', { name: receiptTexts.nl.title, level: 1 }).waitFor();
  await expectSound(visitor);
  await visitor.leave();
});

describe('the shop’s settings', () => {
  test('a product is made, refused twice under one name, starred, put first, archived and brought back', async () => {
    const text = shopSettingsTexts.en;
    const kept = keptTexts.en;
    const visitor = await visit('admin@lift.example');
    const { page } = visitor;
    const name = `Grapefruit ${Date.now() % 100_000}`;
    await page.goto('/settings/shop');
    await page.getByRole('table', { name: text.products }).waitFor();
    await expectSound(visitor);
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: text.create });
    await dialog.waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByText(text.priceMissing).waitFor();
    await page.keyboard.type(name);
    await dialog.getByRole('textbox', { name: text.price }).fill('1.75');
    await dialog.getByRole('textbox', { name: text.vatRate }).fill('9');
    await page.keyboard.press('Enter');
    const row = page.getByRole('row').filter({ hasText: name });
    await row.getByText('€1.75').waitFor();

    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('n');
    await dialog.waitFor();
    await page.keyboard.type(name.toUpperCase());
    await dialog.getByRole('textbox', { name: text.price }).fill('2');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').waitFor();
    await expectSound(visitor);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    const favourites = page.getByRole('list', { name: text.favourites });
    await activate(page.getByRole('button', { name: text.star(name) }));
    const favourite = favourites.getByRole('listitem').filter({ hasText: name });
    await favourite.waitFor();
    const up = page.getByRole('button', { name: text.up(name) });
    await up.focus();
    const place = async () =>
      (await favourites.getByRole('listitem').allInnerTexts()).findIndex((it) => it.includes(name));
    const last = await place();
    await page.keyboard.press('Enter');
    await expect.poll(place).toBe(last - 1);
    // It keeps the focus while it moves.
    await page.keyboard.press('Enter');
    await expect.poll(place).toBe(last - 2);
    await expect.poll(async () => (await favouritesOf()).findIndex((item) => item.name === name)).toBe(last - 2);

    await activate(page.getByRole('button', { name: kept.archive(name) }));
    await favourite.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await favourite.waitFor();
    await activate(page.getByRole('button', { name: text.unstar(name) }));
    await favourite.waitFor({ state: 'detached' });
    await activate(page.getByRole('button', { name: kept.archive(name) }));
    await page.getByRole('button', { name: kept.restore(name) }).waitFor();

    const number = page.getByRole('textbox', { name: sellerTexts.en.vatNumber });
    const before = await number.inputValue();
    await number.fill('12');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/looks like NL001234567B01/)
      .waitFor();
    expect(await number.inputValue()).toBe('12');
    await number.fill(before.toLowerCase());
    await page.keyboard.press('Enter');
    await message(page, sellerTexts.en.saved).waitFor();
    await expect.poll(() => number.inputValue()).toBe(before);
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('an employee looks, and is told why there is nothing to change', async () => {
    const visitor = await visit('coach@lift.example', { width: 360, scheme: 'dark' });
    const { page } = visitor;
    await page.goto('/settings/shop');
    await page.getByText(keptTexts.en.readOnly).waitFor();
    await settled(page);
    expect(await page.getByRole('button', { name: /^(Archive|Edit|Move) / }).count()).toBe(0);
    await expectSound(visitor);
    await visitor.leave();
  });
});

// The pages of the stand-in for Stripe, as members meet them: by keyboard, on a phone, without a barrier that axe can see.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmulator, type Emulator } from '../../stripe-emulator/src/open-emulator.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../testing/checks.ts';
import { theBrowser } from '../testing/chromium.ts';

let emulator: Emulator;
let account: string;
beforeAll(async () => {
  emulator = await openEmulator();
  ({ id: account } = await ask<{ id: string }>('/v1/accounts', { 'business_profile[name]': 'Iron Hall' }));
});
afterAll(() => emulator.close());

async function ask<T>(path: string, fields: Record<string, string>): Promise<T> {
  const headers = { authorization: `Bearer ${emulator.secretKey}`, ...(account && { 'stripe-account': account }) };
  const response = await fetch(emulator.url + path, { method: 'POST', headers, body: new URLSearchParams(fields) });
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as T;
}

async function look(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test.each(['light', 'dark'] as const)('a declined card, then one that pays, in %s', async (colorScheme) => {
  const browser = await theBrowser();
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, colorScheme });
  const { url } = await ask<{ url: string }>('/v1/checkout/sessions', {
    mode: 'payment',
    success_url: `${emulator.url}/`,
    cancel_url: `${emulator.url}/`,
    'line_items[0][quantity]': '2',
    'line_items[0][price_data][currency]': 'eur',
    'line_items[0][price_data][unit_amount]': '250',
    'line_items[0][price_data][product_data][name]': 'Coffee with a rather long name, as shops have them',
  });
  await page.goto(url);
  await look(page);
  await page.getByLabel('Card number').fill('4000 0000 0000 9995');
  await page.getByLabel('Card number').press('Enter');
  await page.getByRole('alert').getByText('Your card has insufficient funds.').waitFor();
  await look(page);
  await page.getByLabel('Card number').fill('4000 0025 0000 3155');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'is it you?' }).waitFor();
  await look(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${emulator.url}/`);
  await look(page);
  await page.goto(url);
  await page.getByRole('heading', { name: 'This was done already' }).waitFor();
  await look(page);
  await page.close();
});

test('the portal and the onboarding', async () => {
  const browser = await theBrowser();
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  const { id: customer } = await ask<{ id: string }>('/v1/customers', { name: 'Zoë van der Berg' });
  const portal = await ask<{ url: string }>('/v1/billing_portal/sessions', {
    customer,
    return_url: `${emulator.url}/`,
  });
  await page.goto(portal.url);
  await page.getByRole('button', { name: 'Save this card' }).press('Enter');
  await page.getByText('visa •••• 4242').first().waitFor();
  await look(page);
  const link = await ask<{ url: string }>('/v1/account_links', {
    account,
    type: 'account_onboarding',
    refresh_url: emulator.url,
    return_url: `${emulator.url}/`,
  });
  await page.goto(link.url);
  await look(page);
  await page.getByRole('button', { name: 'Everything is in order' }).press('Enter');
  await page.getByText('Iron Hall, ready').waitFor();
  await page.close();
});

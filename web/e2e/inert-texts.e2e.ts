// A gym whose every text is a script: every screen shows them as text, and none runs.
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiTokenTexts } from '../src/features/api-token/messages';
import { attachmentTexts } from '../src/features/attachment/messages';
import { tagSettingsTexts } from '../src/features/tag/settingsTexts';
import { tagTexts } from '../src/features/tag/messages';
import { shellTexts } from '../src/staff/messages';
import { membersTexts } from '../src/staff/pages/members/messages';
import { keptTexts } from '../src/ui/keptTexts';
import { expectQuiet, settled } from '../testing/checks';
import { dayFromNow } from '../testing/overview';
import { plantScripts, scripts, type Planted } from '../testing/plantScripts';
import { testServer } from '../testing/server';
import { askAs, visit, type Visitor } from '../testing/visitor';

const { databaseUrl } = testServer();
const admin = 'admin@planted.example';

/** Texts that no screen shows yet. Whoever shows one takes it off this list, and has it tested. */
const unseen = [
  'attachment.content_type',
  'attachment.storage_key',
  'audit_log.request_id',
  'audit_log.subject',
  'checkout.payment_intent_id',
  'checkout.session_id',
  'checkout.session_url',
  'checkout.short_code',
  'collection.end_to_end_id',
  'collection.holder',
  'collection.mandate_reference',
  'collection.remittance',
  'collection.return_reason',
  'employee.email',
  'employee_invitation.email',
  'employee_invitation.first_name',
  'employee_invitation.last_name',
  'hand_over.intent',
  'health_tag_view.request_id',
  'mandate.blocked_reason',
  // Too short for its name behind a script.
  'mandate.reference',
  'member.phone_digits',
  'member_message.occurrence',
  'notification.occurrence',
  'payment.note',
  'payment.reference',
  'payment_batch.creditor_bic',
  'payment_batch.creditor_id',
  'payment_batch.creditor_masked_iban',
  'payment_batch.creditor_name',
  'payment_batch.rejected_reason',
  'payment_settings.creditor_masked_iban',
  'purchase.idempotency_key',
  'stripe_account.consumables_product_id',
  'stripe_account.disabled_reason',
  'stripe_account.webhook_secret_sealed',
  'stripe_customer.consumables_subscription_id',
  'stripe_customer.customer_id',
  'stripe_event.error',
  'stripe_event.event_id',
  'stripe_event.object_id',
  'stripe_event.type',
  'stripe_invoice_item.invoice_id',
  'stripe_invoice_item.item_id',
  'stripe_invoice_item.payment_intent_id',
  'stripe_invoice_item.reason',
  'stripe_refund.payment_intent_id',
  'stripe_refund.reason',
  'stripe_refund.refund_id',
  'subscription_cancellation.confirmation',
  'subscription_cancellation.confirmation_number',
  'subscription_change.intent',
  'subscription_type.description',
];
/** Texts that are one of a few, or a colour. */
const closed = [
  'api_token.scope',
  'attachment.state',
  'audit_log.action',
  'benchmark.unit',
  'checkout.kind',
  'checkout.status',
  'collection.sequence_type',
  'collection.state',
  'employee.role',
  'employee_invitation.role',
  'gym.locale',
  'gym.payment_collection',
  'mandate.iban_country',
  'mandate.signed_how',
  'member_message.kind',
  'notification.closed_reason',
  'notification.kind',
  'notification.outcome',
  'notification_rule.rule',
  'payment.kind',
  'payment.method',
  'payment_batch.message_id',
  'payment_batch.pain_version',
  'payment_batch.state',
  'payment_settings.creditor_bic',
  'payment_settings.creditor_id',
  'payment_settings.pain_version',
  'purchase.held_from',
  'purchase.kind',
  'purchase.payment_method',
  'purchase.status',
  'registration.paid_with',
  'registration.status',
  'session_type.color',
  'stripe_account.mode',
  'stripe_customer.consumables_status',
  'stripe_difference.kind',
  'stripe_event.outcome',
  'stripe_invoice_item.status',
  'stripe_refund.status',
  'subscription.billing',
  'subscription_change.kind',
  'tag.color',
  'waiting_list_entry.ended_as',
  'waiting_list_entry.pay_with',
];

let planted: Planted;
let member: { fullName: string; memberNumber: number };
let staff: Visitor;
const dialogs: string[] = [];
const seen = new Set<string>();

beforeAll(async () => {
  if (!databaseUrl) return;
  planted = await plantScripts(databaseUrl, dayFromNow(0));
  const source = 'query ($id: ID!) { member(id: $id) { fullName memberNumber } }';
  ({ member } = await askAs<{ member: typeof member }>(admin, source, { id: planted.gym.memberId }));
  staff = await open(admin);
});
afterAll(async () => {
  if (!databaseUrl) return;
  await staff.leave();
  await planted.leave();
});

async function open(login: 'admin@planted.example' | 'member@planted.example'): Promise<Visitor> {
  const visitor = await visit(login);
  visitor.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return visitor;
}

interface Found {
  owned: unknown;
  /** Elements, attributes and addresses that only a script in a text could have made. */
  made: string[];
  text: string;
}

/** Runs in the page. */
function look(): Found {
  const all = [...document.querySelectorAll('*')];
  const made = all.flatMap((element) => [
    ...[...element.attributes]
      .filter(({ name }) => name.startsWith('on'))
      .map(({ name }) => `${element.tagName} ${name}`),
    ...['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc']
      .map((name) => element.getAttribute(name))
      .filter((value) => value !== null)
      .filter(
        (value) => !['http:', 'https:', 'mailto:', 'tel:', 'data:'].includes(new URL(value, location.href).protocol),
      )
      .map((value) => `${element.tagName} to ${value}`),
  ]);
  const inline = document.querySelectorAll(
    'script:not([src]):not([type="application/json"]), img[src="x"], iframe, object, embed, base',
  );
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
  return {
    owned: Reflect.get(window, '__spotterOwned'),
    made: [...made, ...[...inline].map((element) => element.outerHTML)],
    // Style may show a name in capitals.
    text: [document.body.innerText, ...fields].join('\n').toLowerCase(),
  };
}

async function expectInert({ page, complaints }: Visitor): Promise<string> {
  const { owned, made, text } = await page.evaluate(look);
  expect({ owned, made, dialogs, complaints }).toEqual({ owned: undefined, made: [], dialogs: [], complaints: [] });
  for (const column of planted.columns) if (text.includes(column)) seen.add(column);
  return text;
}

const button = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
const overview = (rest = '') => `/members/${planted.gym.memberId}${rest}`;

interface Screen {
  name: string;
  path: () => string;
  /** Opens what lies over the screen. */
  open?: (page: Page) => Promise<unknown>;
  shows: string[];
}

const names = ['member.first_name', 'member.particle', 'member.last_name'];
const employee = ['employee.first_name', 'employee.particle', 'employee.last_name'];
const panel = (name: string, ...shows: string[]): Screen => ({
  name: `panel ${name}`,
  path: () => overview(`?panel=${name}`),
  open: (page) =>
    page.getByRole('dialog').getByRole('listitem').or(page.getByRole('dialog').getByRole('row')).first().waitFor(),
  shows,
});
const dialog = (name: string, shows: string[], openMore?: Screen['open']): Screen => ({
  name: `dialog ${name}`,
  path: () => overview(`?dialog=${name}`),
  open: async (page) => {
    await page.getByRole('dialog').waitFor();
    await openMore?.(page);
  },
  shows,
});
const choice = (name: string) => (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name }).first().waitFor();
/** Presses a button of the overview and waits for what it says or opens. */
const press = (
  name: string,
  label: string,
  answer: (page: Page) => ReturnType<Page['locator']>,
  ...shows: string[]
): Screen => ({
  name,
  path: overview,
  open: async (page) => {
    const isSaved = answer === toast ? page.waitForResponse(isOfMutation) : null;
    await button(page, label).click();
    await answer(page).waitFor();
    await isSaved;
  },
  shows,
});
const isOfMutation = (response: Response) => response.request().postData()?.includes('"query":"mutation') === true;
const toast = (page: Page) => page.getByRole('region').getByRole('status').locator('div').first();
const topDialog = (page: Page) => page.getByRole('dialog');

const screens: Screen[] = [
  {
    name: 'today',
    path: () => '/',
    shows: ['session_type.name', 'calendar.name', 'tag.name', 'gym.name', ...employee, ...names],
  },
  {
    name: 'the account menu',
    path: () => '/',
    open: (page) => page.getByRole('button', { name: shellTexts.en.account }).click(),
    shows: employee,
  },
  {
    name: 'the search',
    path: () => '/',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(String(member.memberNumber));
      await page.getByRole('option').filter({ hasText: 'member.last_name' }).first().waitFor();
    },
    shows: names,
  },
  { name: 'members', path: () => '/members', shows: ['tag.name', ...employee, ...names] },
  { name: 'members by text', path: () => `/members?q=${encodeURIComponent(scripts[0])}`, shows: [] },
  {
    name: 'the tag filter',
    path: () => '/members',
    open: async (page) => {
      await button(page, membersTexts.en.tags).click();
      await page.getByRole('checkbox').first().check();
      await page.waitForURL(/tag/);
    },
    shows: ['tag.name'],
  },
  panel('history', 'session_type.name', 'calendar.name'),
  panel('notes', 'note.text', ...employee),
  panel('results', 'benchmark.name', 'benchmark_result.score'),
  panel('purchases', 'purchase.description', 'purchase.correction_reason', 'purchase.status_reason', ...employee),
  dialog('purchase', ['shop_item.name', 'member.first_name'], choice('shop_item.name')),
  {
    name: 'the receipt',
    path: () => `/receipts/${planted.gym.paidPurchaseId}`,
    shows: [
      'purchase.description',
      'purchase.correction_reason',
      'gym.legal_name',
      'gym.legal_address',
      'gym.vat_number',
      ...names,
    ],
  },
  {
    name: 'the shop',
    path: () => '/settings/shop',
    shows: ['shop_item.name', 'shop_item.description', 'shop_category.name'],
  },
  panel('notifications', 'notification.message', ...employee),
  // Once it is taken away, it can be chosen again.
  press('removing a tag', tagTexts.en.removeTag(''), toast, 'tag.name'),
  dialog('tag', ['tag.name'], choice('tag.name')),
  dialog('reminder', names),
  dialog('employee', employee, choice('employee.last_name')),
  dialog('checkup', names),
  dialog('attachment', names),
  dialog('mandate', ['mandate.holder', 'mandate.masked_iban'], (page) =>
    page.getByText('mandate.holder').first().waitFor(),
  ),
  dialog('stripe', ['stripe_customer.payment_method_label', ...names], (page) =>
    page.getByText('stripe_customer.payment_method_label').first().waitFor(),
  ),
  {
    name: 'a checkout that failed',
    path: () => overview(`?dialog=checkout&purchase=${planted.gym.purchaseId}`),
    open: (page) => page.getByText('checkout.reason').first().waitFor(),
    shows: ['checkout.reason', 'purchase.description'],
  },
  {
    name: 'a revoked mandate',
    path: () => `/members/${planted.gym.spareMemberId}?dialog=mandate`,
    open: (page) => page.getByText('mandate.revoked_reason').first().waitFor(),
    shows: ['mandate.revoked_reason'],
  },
  press('renaming an attachment', attachmentTexts.en.rename(''), topDialog, 'attachment.name'),
  press('deleting an attachment', attachmentTexts.en.delete(''), toast),
  { name: 'tags', path: () => '/settings/tags', shows: ['tag.name', 'gym.name'] },
  {
    name: 'archiving a tag',
    path: () => '/settings/tags',
    open: async (page) => {
      await button(page, tagSettingsTexts.en.archive('')).click();
      await toast(page).waitFor();
    },
    shows: ['tag.name'],
  },
  {
    name: 'the gym',
    path: () => '/settings/gym',
    shows: ['gym.name', 'gym.address', 'gym.email', 'gym.phone', 'gym.website'],
  },
  { name: 'changes', path: () => '/settings/changes?what=GYM', shows: ['gym.name', 'gym.address'] },
  {
    name: 'a checklist in the settings',
    path: () => '/settings/checklists',
    open: async (page) => {
      await button(page, keptTexts.en.edit('')).click();
      await page.getByRole('dialog').getByText('checklist_template_action.text').first().waitFor();
    },
    shows: ['checklist_template.name', 'checklist_template.description', 'checklist_template_action.text'],
  },
  {
    name: 'a session',
    path: () => `/sessions/${planted.gym.sessionId}`,
    shows: ['registration_override.reason', 'session_type.name', 'calendar.name', 'tag.name', ...employee, ...names],
  },
  {
    name: 'a cancelled session',
    path: () => `/sessions/${planted.gym.cancelledSessionId}`,
    shows: ['session.cancellation_reason'],
  },
  {
    name: 'payment settings',
    path: () => '/settings/payments',
    shows: ['payment_settings.creditor_name', 'mandate_text.text'],
  },
  {
    name: 'revenue',
    path: () => '/payments/revenue',
    shows: ['purchase.description', ...names],
  },
  { name: 'API tokens', path: () => '/settings/api-tokens', shows: ['api_token.name', 'api_token.prefix'] },
  {
    name: 'revoking a token',
    path: () => '/settings/api-tokens',
    open: async (page) => {
      await button(page, apiTokenTexts.en.revoke('')).click();
      await page.getByRole('dialog').waitFor();
    },
    shows: ['api_token.name'],
  },
  { name: 'no such page', path: () => '/nowhere', shows: ['gym.name'] },
];

describe.skipIf(!databaseUrl)('in a gym of scripts', () => {
  test('a script stands in every text that takes one', () => {
    expect(planted.refused.sort()).toEqual(closed);
    expect(planted.columns).toEqual(expect.arrayContaining(['note.text', 'member.email', 'tag.name', 'gym.name']));
  });

  test('the overview shows them, in its title too', async () => {
    const { page } = staff;
    await page.goto(overview());
    await settled(page);
    const text = await expectInert(staff);
    expect(member.fullName).toContain(scripts[0]);
    expect(await page.title()).toBe(`${member.fullName} · Spotter`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(member.fullName);
    for (const column of [
      'note.text',
      'notification.message',
      'member.email',
      'member.phone',
      'member.street',
      'purchase.description',
    ])
      expect(text).toContain(`${scripts[0]}${column}`.toLowerCase());
    const addresses = await page
      .locator('main a[href]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.filter((address) => address.startsWith('mailto:'))).not.toEqual([]);
    expect(addresses.filter((address) => address.startsWith('tel:'))).not.toEqual([]);
    expect(addresses.filter((address) => !/^(mailto:|tel:[+\d]*$|\/)/.test(address))).toEqual([]);
  });

  test.each(screens)('$name', async ({ path, open: openMore, shows }) => {
    await staff.page.goto(path());
    await settled(staff.page);
    await openMore?.(staff.page);
    await settled(staff.page);
    const text = await expectInert(staff);
    expect(shows.filter((column) => !text.includes(column))).toEqual([]);
  });

  test('the member app, for the member and for staff', async () => {
    const visitor = await open('member@planted.example');
    for (const each of [visitor, staff]) {
      await each.page.goto('/app');
      await each.page.getByText('gym.name').first().waitFor();
      if (each === visitor) await each.page.locator('summary').first().click();
      expect(await expectInert(each)).toContain(
        `${scripts[0]}${each === visitor ? 'member' : 'employee'}.first_name`.toLowerCase(),
      );
    }
    await visitor.leave();
  });

  test('GraphiQL, its examples and their answers', async () => {
    const { page } = staff;
    await page.goto('/graphql');
    await page.getByRole('tab', { name: 'MemberOverview' }).waitFor();
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    for (const title of ['Who am I', 'API tokens', 'Member overview']) {
      await page.getByRole('button', { name: title }).first().click();
      await page.locator('.graphiql-execute-button').click();
      await page.locator('.result-window').getByText('spotterOwned').first().waitFor();
      await expectInert(staff);
    }
  });

  test('no text that a screen could show was left out', () => {
    expect(planted.columns.filter((column) => !seen.has(column)).sort()).toEqual(unseen);
  });
});

describe('the check itself', () => {
  const insert = (html: string) => {
    const place = document.createElement('div');
    place.innerHTML = html;
    document.body.append(place);
  };

  test('notices a script that runs', async () => {
    const { page, leave } = await visit(null);
    await page.route('**/unprotected', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>x</title>' }),
    );
    await page.goto('/unprotected');
    await page.evaluate(insert, scripts[0]);
    await page.waitForFunction(() => '__spotterOwned' in window);
    const { made } = await page.evaluate(look);
    expect(made).toContain('IMG onerror');
    await leave();
  });

  test('notices one in our own page, where the policy refuses it', async () => {
    const visitor = await visit(null);
    const { page, complaints } = visitor;
    await page.goto('/sign-in');
    await settled(page);
    expectQuiet(visitor);
    await page.evaluate(insert, `<a id="planted" href="javascript:__spotterOwned=6">link</a>${scripts[0]}`);
    await page.locator('#planted').click();
    await expect
      .poll(() => complaints.filter((text) => /Content Security Policy/.test(text)).length)
      .toBeGreaterThan(1);
    const { owned, made } = await page.evaluate(look);
    expect(owned).toBeUndefined();
    expect(made).toContain('IMG onerror');
    expect(made.some((found) => found.startsWith('A to javascript:'))).toBe(true);
    await visitor.leave();
  });
});

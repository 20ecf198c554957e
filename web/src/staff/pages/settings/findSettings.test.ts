import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType, isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { addressOf, findSettings } from './findSettings';
import { pagesFor, settingsPages } from './settingsIndex';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../../../schema.graphql'), 'utf8'));

/** The fields of an input that can be set, by their names in the form. */
function fieldsOf(input: string): string[] {
  const type = schema.getType(input);
  if (!isInputObjectType(type)) throw new Error(`${input} is no input.`);
  return Object.keys(type.getFields()).filter((name) => name !== 'version');
}

const idsOn = (path: string): string[] =>
  settingsPages.find((page) => page.path === path)?.settings.map(({ id }) => id) ?? [];

const found = (typed: string, pages = settingsPages): string[] => findSettings(typed, pages).map(addressOf);

test('every setting of a form can be found', () => {
  const rules = schema.getType('NotificationRuleName');
  expect(idsOn('gym')).toEqual(expect.arrayContaining(fieldsOf('SaveGymSettingsInput')));
  expect(idsOn('payments')).toEqual(expect.arrayContaining(fieldsOf('SavePaymentSettingsInput')));
  expect(idsOn('shop')).toEqual(expect.arrayContaining(fieldsOf('ChangeReceiptSellerInput')));
  expect(idsOn('notification-rules')).toEqual(
    expect.arrayContaining(isEnumType(rules) ? rules.getValues().map(({ name }) => name) : ['?']),
  );
});

test('every setting has an address of its own', () => {
  const all = settingsPages.flatMap((page) => [null, ...page.settings].map((setting) => addressOf({ page, setting })));
  expect(new Set(all).size).toBe(all.length);
});

test.each([
  ['tijdzone', '/settings/gym#timeZone'],
  ['time zone', '/settings/gym#timeZone'],
  ['Timezone', '/settings/gym#timeZone'],
  ['iban', '/settings/payments#creditorIban'],
  ['incassant id', '/settings/payments#creditorId'],
  ['opslag', '/settings/gym#attachmentFileLimitMb'],
  ['verjaardag', '/settings/notification-rules#BIRTHDAY'],
  ['jarig', '/settings/notification-rules#BIRTHDAY'],
  ['day pass', '/settings/session-types#singlePrice'],
  ['drempel', '/settings/gym#trendMinimumVisits'],
  ['btw nummer', '/settings/shop#vatNumber'],
  ['audit', '/settings/changes'],
  ['Wijzigingen', '/settings/changes'],
  ['Lestypen', '/settings/session-types'],
])('“%s” finds %s first', (typed, address) => {
  expect(found(typed)[0]).toBe(address);
});

test('each is found by its own name, in either language', () => {
  for (const page of settingsPages)
    for (const setting of page.settings)
      for (const name of Object.values(setting.label))
        expect(found(name), name).toContain(addressOf({ page, setting }));
});

test('nothing typed finds nothing, nor does nonsense; an employee finds what is theirs to see', () => {
  expect(found(' ')).toEqual([]);
  expect(found('qqxxqq')).toEqual([]);
  const employee = pagesFor(['MANAGE_TAGS']);
  expect(found('tijdzone', employee)).toEqual([]);
  expect(found('tag', employee)[0]).toBe('/settings/tags');
});

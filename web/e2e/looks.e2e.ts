// Every screen at both widths, in both colour schemes and both languages: no barrier, nothing too wide, nothing in the console.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tagSettingsTexts } from '../src/features/tag/settingsTexts';
import { apiTokenTexts } from '../src/features/api-token/messages';
import { notificationRuleTexts } from '../src/features/notification-rule/messages';
import { roleTexts } from '../src/features/role/messages';
import { memberSearchTexts } from '../src/features/member-search/messages';
import { shellTexts } from '../src/staff/messages';
import { membersTexts } from '../src/staff/pages/members/messages';
import { expectQuiet, expectSound, expectSoundInTheDark, expectStill, settled } from '../testing/checks';
import { activate } from '../testing/overview';
import { planSession, type Planned } from '../testing/sessions';
import { visit, type Visitor } from '../testing/visitor';

type Locale = 'en' | 'nl';
interface Screen {
  name: string;
  path: string | (() => Promise<string>);
  /** Opens what lies over the screen. */
  open?: (page: Page, locale: Locale) => Promise<unknown>;
}

let planned: Promise<Planned> | undefined;
/** A session with members in it that is full. */
const sessionPath = async () => {
  planned ??= planSession({ places: 3, memberCount: 3 });
  return `/sessions/${(await planned).id}`;
};

const screens: Screen[] = [
  { name: 'today', path: '/' },
  { name: 'an empty day', path: '/?on=2001-01-01' },
  { name: 'the calendar', path: '/calendar' },
  { name: 'a session', path: sessionPath },
  {
    name: 'adding a member to a session',
    path: sessionPath,
    open: async (page) => {
      await page.keyboard.press('a');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'members', path: '/members' },
  { name: 'nobody found', path: '/members?q=qqxxqq' },
  {
    name: 'the tag filter',
    path: '/members',
    open: async (page, locale) => {
      await page.getByRole('button', { name: new RegExp(`^${membersTexts[locale].tags}`) }).click();
      await page.getByRole('checkbox').first().waitFor();
    },
  },
  { name: 'the settings', path: '/settings' },
  { name: 'the gym', path: '/settings/gym' },
  { name: 'changes', path: '/settings/changes' },
  { name: 'tags', path: '/settings/tags' },
  {
    name: 'a new tag',
    path: '/settings/tags',
    open: async (page, locale) => {
      await page.getByRole('button', { name: tagSettingsTexts[locale].create }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'a rule of notifications',
    path: '/settings/notification-rules',
    open: async (page, locale) => {
      const text = notificationRuleTexts[locale];
      await page.getByRole('button', { name: text.change(text.name.ABSENCE) }).click();
      await page.getByRole('dialog').getByText(text.says).waitFor();
    },
  },
  { name: 'checklists', path: '/settings/checklists' },
  { name: 'employees', path: '/settings/employees' },
  {
    name: 'a hand-over',
    path: '/settings/employees',
    open: async (page, locale) => {
      await page
        .getByRole('button', { name: new RegExp(roleTexts[locale].handOver('.+')) })
        .first()
        .click();
      await page.getByRole('combobox').selectOption({ index: 1 });
      await page.locator('summary').first().waitFor();
    },
  },
  { name: 'a link that no longer works', path: '/invitation' },
  { name: 'API tokens', path: '/settings/api-tokens' },
  {
    name: 'a new token',
    path: '/settings/api-tokens',
    open: async (page, locale) => {
      await page.getByRole('button', { name: apiTokenTexts[locale].create }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'the search',
    path: '/',
    open: async (page, locale) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('va');
      await page.getByRole('group', { name: memberSearchTexts[locale].members }).waitFor();
    },
  },
  {
    name: 'the account menu',
    path: '/',
    open: async (page, locale) => {
      await page.getByRole('button', { name: shellTexts[locale].account }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'the shortcuts',
    path: '/members',
    open: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'no such page', path: '/nowhere' },
];

// Each width in one of the languages: together they cover both of each, in half the time.
const looks = [
  { width: 1440, locale: 'en' },
  { width: 360, locale: 'nl' },
] as const;

describe.each(looks)('$width px, $locale', ({ width, locale }) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await visit('admin@lift.example', { width, locale });
  });
  afterAll(() => visitor.leave());

  test.each(screens)('$name, light and dark', async ({ path, open }) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(typeof path === 'string' ? path : await path());
    await settled(page);
    await expectStill(page);
    await open?.(page, locale);
    await expectSound(visitor);
    await expectSoundInTheDark(visitor);
    expectQuiet(visitor);
    expect(await page.getAttribute('html', 'lang')).toBe(locale);
  });
});

test('the language and the theme are chosen in the menu and stay', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/members');
  const choose = async (name: string) => {
    await activate(page.getByRole('button', { name: /^Account/ }));
    await activate(page.getByRole('menuitemradio', { name }));
    await page.getByRole('menu').waitFor({ state: 'detached' });
  };
  await choose(shellTexts.en.themes.dark);
  await page.waitForSelector('html[data-mantine-color-scheme=dark]');
  await choose(shellTexts.en.languages.nl);
  await page.getByRole('heading', { name: shellTexts.nl.members, level: 1 }).waitFor();
  await page.waitForSelector('html[lang=nl]');
  await page.reload();
  await page.getByRole('heading', { name: shellTexts.nl.members, level: 1 }).waitFor();
  await page.waitForSelector('html[data-mantine-color-scheme=dark][lang=nl]');
  await visitor.leave();
});

test('single-key shortcuts can be switched off, and are off while typing', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto('/members');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('g?/');
  expect(await page.getByRole('searchbox').inputValue()).toBe('g?/');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.waitForURL((url) => url.pathname === '/');

  await page.keyboard.press('?');
  await page.getByRole('radio').last().check();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  // Combinations always work; what the keys before had opened would stand in their way.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: memberSearchTexts.en.label }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await visitor.leave();
});

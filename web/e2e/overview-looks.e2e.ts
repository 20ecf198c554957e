// What lies over the overview, at both widths, in both colour schemes and in both languages: no barrier, nothing too wide,
// nothing in the console, and on a phone nothing too small for a finger.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { noteWritingTexts } from '../src/features/note/writingTexts';
import { notificationTexts } from '../src/features/notification/messages';
import { tagTexts } from '../src/features/tag/messages';
import type { Locale } from '../src/i18n/locale';
import { overviewTexts } from '../src/staff/pages/member-overview/messages';
import { expectSound, expectSoundInTheDark } from '../testing/checks';
import { activate, openOverview } from '../testing/overview';

/** Opens it over the page that the one before has left as it was. */
const overlays: Record<string, (page: Page, locale: Locale) => Promise<unknown>> = {
  ...Object.fromEntries(
    ['v', 'b', 'o', 'l', 'd', 't', 'r', 'm', 'u', 'a', 'p', '?', 'Control+k'].map((key) => [
      key,
      async (page: Page) => {
        await page.keyboard.press(key);
        await page.getByRole('dialog').waitFor();
      },
    ]),
  ),
  'more actions': async (page, locale) => {
    const more = page.getByRole('button', { name: overviewTexts[locale].more });
    await activate((await more.count()) > 0 ? more : page.getByRole('navigation').getByRole('button').last());
    await page.getByRole('menu').waitFor();
  },
  'every tag, and a message': async (page, locale) => {
    const tags = page.getByRole('group', { name: tagTexts[locale].title });
    await activate(tags.locator('button[aria-expanded]'));
    // The first cross.
    await activate(tags.locator('button[aria-label][data-tooltip]').first());
    await page.getByRole('status').getByRole('button').first().waitFor();
  },
  'what failed': async (page, locale) => {
    await page.keyboard.press('Control+z');
    // Not the way back of the tag.
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('completeNotification') ? route.abort() : route.continue(),
    );
    await activate(page.getByRole('button', { name: notificationTexts[locale].complete('') }).first());
    const failed = page.getByRole('status').getByText(notificationTexts[locale].completeFailed);
    // Long words beside a button: still a message, not a column of letters.
    expect((await failed.boundingBox())?.height).toBeLessThan(150);
    await page.unroute('**/graphql');
  },
  'the note being written': async (page, locale) => {
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: noteWritingTexts[locale].label }).fill('Minding the knee');
  },
};

// Each width in one of the languages: together they cover both of each.
test.each([
  { width: 1440, locale: 'en' },
  { width: 360, locale: 'nl' },
] as const)('$width px, $locale, light and dark', async ({ width, locale }) => {
  const visitor = await openOverview('Sevgi Yıldırım', { width, locale });
  const { page } = visitor;
  visitor.expectComplaints(/ERR_FAILED|Failed to load/);
  for (const open of Object.values(overlays)) {
    await open(page, locale);
    await expectSound(visitor);
    expect(width === 360 ? await tooSmall(page) : []).toEqual([]);
    await expectSoundInTheDark(visitor);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await visitor.leave();
});

/** What can be pressed and is under 44 pixels high, with what grows it for the finger counted. */
function tooSmall(page: Page): Promise<string[]> {
  const controls = page.locator('button, input, textarea, [role=menuitem]').filter({ visible: true });
  return controls.evaluateAll((all) =>
    all
      .filter((control) => {
        const isHidden = getComputedStyle(control).opacity === '0';
        const top = Number.parseFloat(getComputedStyle(control, '::after').top) || 0;
        const { height } = control.getBoundingClientRect();
        return !isHidden && height > 1 && height + 2 * Math.max(0, -top) < 43.5;
      })
      .map((control) => control.outerHTML.slice(0, 200)),
  );
}

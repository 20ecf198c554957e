// The pages that visitors use, one after the other: a page in a process of its own, which has everything to compile, costs three
// times as much as the next address on one that is there. Between two visitors it forgets all that a person could find on it.
import type { Page } from 'playwright-core';
import { theBrowser } from './chromium.ts';
import { testServer } from './server.ts';

export interface Look {
  width?: 1440 | 1280 | 360;
  locale?: 'en' | 'nl';
  scheme?: 'light' | 'dark';
  /** Of the device; that of this machine otherwise. */
  timeZone?: string;
}

/** What cannot be changed of a page. */
type Device = Required<Pick<Look, 'width' | 'locale'>> & Pick<Look, 'timeZone'>;

const heights = { 1440: 900, 1280: 720, 360: 640 };
// What a test may listen for, on its page or around it.
const events = ['console', 'dialog', 'download', 'page', 'pageerror', 'popup', 'request', 'requestfailed', 'response'];

const free = new Map<string, Page[]>();
const kinds = new WeakMap<Page, string>();

export async function takePage(look: Look): Promise<Page> {
  const { width = 1440, locale = 'en', scheme = 'light', timeZone } = look;
  const device = { width, locale, timeZone };
  const kind = JSON.stringify(device);
  const page = free.get(kind)?.pop() ?? (await makePage(device));
  kinds.set(page, kind);
  await page.emulateMedia({ media: null, colorScheme: scheme, reducedMotion: 'reduce' });
  return page;
}

async function makePage({ width, locale, timeZone }: Device): Promise<Page> {
  const browser = await theBrowser();
  const context = await browser.newContext({
    baseURL: testServer().baseUrl,
    viewport: { width, height: heights[width] },
    locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
    ...(timeZone && { timezoneId: timeZone }),
    hasTouch: width === 360,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // The account has a language of its own; what was chosen in the browser goes before it.
  await context.addInitScript((value) => {
    if (!localStorage.getItem('spotter.locale')) localStorage.setItem('spotter.locale', value);
  }, locale);
  await context.addInitScript(noteLayoutShifts);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** For the next visitor of the kind; one that cannot be cleaned is thrown away. */
export async function leavePage(page: Page): Promise<void> {
  try {
    await clean(page);
  } catch {
    await page.context().close();
    return;
  }
  const kind = kinds.get(page) ?? '';
  free.set(kind, [...(free.get(kind) ?? []), page]);
}

async function clean(page: Page): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  for (const event of events) {
    page.removeAllListeners(event);
    context.removeAllListeners(event);
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  await context.clearCookies();
  await page.mouse.move(0, 0);
  // Of our own, like the page that follows: from any other, Chromium would change to a new process.
  await page.goto('/healthz');
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
}

/** Sums up what moved without being asked to (cumulative layout shift), for `expectStill`. */
function noteLayoutShifts(): void {
  const noted = window as unknown as { layoutShift: number };
  noted.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
      if (!entry.hadRecentInput) noted.layoutShift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

// The pages that visitors use, one after the other: a page in a process of its own, which has everything to compile, costs three
// times as much as the next address on one that is there. Between two visitors it loses its cookies, what it stored, and what a
// test listened for or intercepted.
import type { BrowserContext, Page } from 'playwright-core';
import { theBrowser } from './chromium.ts';
import { testServer } from './server.ts';

export interface Look {
  width?: 1440 | 1280 | 360;
  locale?: 'en' | 'nl';
  scheme?: 'light' | 'dark';
  /** Of the device; that of this machine otherwise. */
  timeZone?: string;
}

/** What is chosen when a page is made. */
type Device = Required<Pick<Look, 'width' | 'locale'>> & Pick<Look, 'timeZone'>;

export interface TakenPage {
  page: Page;
  /** Leaves it to the next visitor with such a device. */
  leave: () => Promise<void>;
}

const heights = { 1440: 900, 1280: 720, 360: 640 };
// What a test may listen for, on its page or around it.
const events = ['console', 'dialog', 'download', 'page', 'pageerror', 'popup', 'request', 'requestfailed', 'response'];

const free = new Map<string, Page[]>();
const taken = new Set<BrowserContext>();

export async function takePage(look: Look): Promise<TakenPage> {
  const { width = 1440, locale = 'en', scheme = 'light', timeZone } = look;
  const device = { width, locale, timeZone };
  const key = JSON.stringify(device);
  // Those of a browser that crashed are closed.
  const alike = (free.get(key) ?? []).filter((one) => !one.isClosed());
  free.set(key, alike);
  const page = alike.pop() ?? (await makePage(device));
  taken.add(page.context());
  await page.emulateMedia({ media: null, colorScheme: scheme, reducedMotion: 'reduce' });
  const leave = async () => {
    if (await leavePage(page)) free.get(key)?.push(page);
  };
  return { page, leave };
}

/** Ends what nobody left, as a test that failed leaves nothing. */
export async function closeTakenPages(): Promise<void> {
  await Promise.all([...taken].map((context) => context.close()));
  taken.clear();
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

/** Whether it is clean: one that cannot be cleaned is thrown away. */
async function leavePage(page: Page): Promise<boolean> {
  if (!taken.delete(page.context())) throw new Error('This page was left before.');
  try {
    await clean(page);
    return true;
  } catch (error) {
    process.emitWarning(`A page could not be cleaned: ${String(error)}`);
    await page.context().close();
    return false;
  }
}

async function clean(page: Page): Promise<void> {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  for (const event of events) {
    page.removeAllListeners(event);
    context.removeAllListeners(event);
  }
  await context.setOffline(false);
  // Away from where it was before it forgets who it was. To a page of our own: from any other Chromium would change to a new
  // process for the next.
  await page.goto('/healthz');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.clearCookies();
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.mouse.move(0, 0);
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

// What holds for every screen in every state: no barrier that axe can see, nothing wider than the screen, no complaint.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFile, axePath } from './axe.ts';
import { testServer } from './server.ts';
import type { Visitor } from './visitor.ts';

const axeSource = readFileSync(axeFile, 'utf8');

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
}

const aboutColours = ['color-contrast', 'link-in-text-block'];

export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  if (!(await page.evaluate('"axe" in window'))) await loadAxe(page);
  const options = { resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) };
  const { violations } = await page.evaluate<AxeResult>(`window.axe.run(document, ${JSON.stringify(options)})`);
  expect(
    violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`).join('\n')}`,
    ),
  ).toEqual([]);
}

/** A page of the server that the tests started finds it there, and the browser keeps it compiled: a quarter of handing it over. */
async function loadAxe(page: Page): Promise<void> {
  const { baseUrl, databaseUrl } = testServer();
  const isOurs = databaseUrl && new URL(page.url()).origin === new URL(baseUrl).origin;
  if (isOurs && (await page.evaluate('navigator.onLine'))) await page.addScriptTag({ url: axePath });
  else await page.evaluate(`${axeSource};0`);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(tooWide, 'pixels wider than the screen').toBeLessThanOrEqual(0);
}

export function expectQuiet({ complaints }: Visitor): void {
  expect(complaints, 'errors in the console').toEqual([]);
}

/** Waits until nothing on the page is a placeholder, or of before, any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('h1') && !document.querySelector('[data-loading], [aria-busy="true"]'),
  );
}

/** Nothing jumped while the page was filled. */
export async function expectStill(page: Page): Promise<void> {
  const shift = await page.evaluate(() => (window as unknown as { layoutShift: number }).layoutShift);
  expect(shift, 'cumulative layout shift').toBeLessThanOrEqual(0.02);
}

/** What is sound in one colour scheme is so in the other: only what depends on colours is looked at again. */
export async function expectSoundInTheDark({ page }: Visitor): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForSelector('html[data-mantine-color-scheme=dark]');
  await settled(page);
  await expectAccessible(page, aboutColours);
}

/** All three, in the state that the page comes to rest in. */
export async function expectSound(visitor: Visitor): Promise<void> {
  await settled(visitor.page);
  await expectNoSidewaysScroll(visitor.page);
  await expectAccessible(visitor.page);
  expectQuiet(visitor);
}

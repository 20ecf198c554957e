// Opens the overview of a member of the demo, and asks the server what it really keeps.
import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { dayOf, shiftDay } from '../src/format/days';
import { settled } from './checks.ts';
import type { Look } from './pages.ts';
import { askAs, visit, type Login, type Visitor } from './visitor.ts';

/** Members of the demo with a story of their own. */
export type Who = 'Zoë van der Berg' | 'Sevgi Yıldırım' | 'Jan Bos' | 'Fleur IJzerman' | (string & {});
const ids = new Map<string, Promise<string>>();

export function idOf(fullName: Who): Promise<string> {
  // A search that takes long, as on a busy machine, looks at fewer members: the next knows its way.
  const known = ids.get(fullName) ?? vi.waitFor(() => find(fullName), { timeout: 15_000, interval: 500 });
  ids.set(fullName, known);
  return known;
}

/** By the whole name, or by how only one begins: who comes first of several depends on the day. */
async function find(name: string): Promise<string> {
  const source = 'query ($query: String!) { memberSearch(query: $query) { id fullName } }';
  const { memberSearch } = await askAs<{ memberSearch: { id: string; fullName: string }[] }>(
    'coach@lift.example',
    source,
    { query: name },
  );
  const [member, ...others] = memberSearch.filter(
    ({ fullName }) => fullName === name || fullName.startsWith(`${name} `),
  );
  if (!member || others.length > 0) throw new Error(`The demo has not one member called ${name}.`);
  return member.id;
}

export interface Opened extends Visitor {
  id: string;
}

interface Opening extends Look {
  login?: Login;
  /** The rest of the address, e.g. "?panel=notes". */
  search?: string;
  /** Waits until the page would hear what others change. */
  isListening?: boolean;
}

export async function openOverview(who: Who, opening: Opening = {}): Promise<Opened> {
  const { login = 'coach@lift.example', search = '', isListening = false, ...look } = opening;
  const id = await idOf(who);
  const visitor = await visit(login, look);
  const listens = isListening && visitor.page.waitForResponse('**/graphql/stream');
  await visitor.page.goto(`/members/${id}${search}`);
  await settled(visitor.page);
  await listens;
  return { ...visitor, id };
}

/** Makes a notification that is due in so many days. */
export async function remind(who: Who, message: string, inDays: number): Promise<unknown> {
  const source =
    'mutation ($input: ScheduleNotificationInput!) { scheduleNotification(input: $input) { notification { id } } }';
  const input = { memberId: await idOf(who), dueOn: dayFromNow(inDays), message };
  return askAs('admin@lift.example', source, { input });
}

/** Every GraphQL request the page makes from now on, by the name of its operation. */
export function operationsOf(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || new URL(request.url()).pathname !== '/graphql') return;
    const { operationName } = request.postDataJSON() as { operationName?: string };
    names.push(operationName ?? 'unnamed');
  });
  return names;
}

/** What was said at the bottom of the screen. */
export const message = (page: Page, text: string): Locator => page.getByRole('status').getByText(text);

/** Presses a control as the keyboard does: once it has the focus, which nothing behind a dialog that still closes gets. */
export async function activate(control: Locator): Promise<void> {
  const takesFocus = async () => {
    await control.focus();
    return control.evaluate((one) => one === document.activeElement);
  };
  await expect.poll(takesFocus).toBe(true);
  await control.press('Enter');
}

/** Waits until the focus rests on what has this name. */
export async function expectFocus(page: Page, name: string | RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
  await expect.poll(focused).toMatch(name);
}

/** A day on the gym's calendar, yyyy-mm-dd. */
export const dayFromNow = (days: number): string => shiftDay(dayOf(new Date(), 'Europe/Amsterdam'), days);

// Opening the overview: one request, skeletons first, nothing jumps, and the first view answers what a coach looks for.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { tagTexts } from '../src/features/tag/messages';
import { shellTexts } from '../src/staff/messages';
import { overviewTexts } from '../src/staff/pages/member-overview/messages';
import { expectNoSidewaysScroll, expectQuiet, expectSound, expectStill, settled } from '../testing/checks';
import { idOf, openOverview, operationsOf } from '../testing/overview';
import { lineOf, visit } from '../testing/visitor';

const text = overviewTexts.en;

const widths = [1440, 1280, 360] as const;

describe.each(widths)('%i px', (width) => {
  test('one request, skeletons first, no jump', async () => {
    const visitor = await visit('coach@lift.example', { width });
    const { page } = visitor;
    const operations = operationsOf(page);
    const isLive = page.waitForRequest('**/graphql/stream');
    let answer = () => {};
    const isTimeToAnswer = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/graphql', async (route) => {
      await isTimeToAnswer;
      await route.continue();
    });
    await page.goto(`/members/${await idOf('Zoë van der Berg')}`);
    await page.locator('main [data-loading]').first().waitFor();
    await expectNoSidewaysScroll(page);
    answer();
    await settled(page);
    await isLive;
    // Whatever asks after the first answer would have asked by now.
    await page.waitForTimeout(300);
    expect(operations).toEqual(['MemberOverview']);
    // Who is signed in came with it.
    await page.getByRole('button', { name: /^Account/ }).waitFor();
    await expectStill(page);
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('who, tags, subscription, outstanding, last and next session are there without scrolling', async () => {
    const visitor = await visit('coach@lift.example', { width });
    // A change ahead, twelve tags, a very long name, nothing at all.
    for (const who of ['Zoë van der Berg', 'Sevgi Yıldırım', 'Maximiliaan Alexander', 'Jan Bos']) {
      await visitor.page.goto(`/members/${await idOf(who)}`);
      await settled(visitor.page);
      await expectAnswers(visitor.page, who);
      await expectNoSidewaysScroll(visitor.page);
    }
    expectQuiet(visitor);
    await visitor.leave();
  });
});

async function expectAnswers(page: Page, who: string): Promise<void> {
  const facts = page.getByLabel(text.facts, { exact: true }).locator('dd');
  expect(
    (await facts.allInnerTexts()).filter((value) => value.trim() === ''),
    `empty facts of ${who}`,
  ).toEqual([]);
  const bar = page.getByRole('navigation', { name: shellTexts.en.menu });
  const screen = page.viewportSize()?.height ?? 0;
  const bottom = (await bar.count()) > 0 ? ((await bar.boundingBox())?.y ?? 0) : screen;
  const places = [
    page.getByRole('heading', { level: 1 }),
    page.getByRole('group', { name: tagTexts.en.title }),
    ...(await facts.all()),
  ];
  expect(places).toHaveLength(6);
  for (const [index, place] of places.entries()) {
    const box = await place.boundingBox();
    expect(box?.height, `height of answer ${index} of ${who}`).toBeGreaterThan(0);
    expect(box && box.y + box.height, `bottom of answer ${index} of ${who}`).toBeLessThanOrEqual(bottom);
  }
}

test('the identity stays in sight while the page scrolls', async () => {
  const visitor = await openOverview('Zoë van der Berg', { width: 1280 });
  const { page } = visitor;
  await page.mouse.wheel(0, 600);
  await page.waitForFunction(() => scrollY > 100);
  expect((await page.getByRole('heading', { level: 1 }).boundingBox())?.y).toBeGreaterThan(0);
  await visitor.leave();
});

test('a member who does not exist, or is of another gym: said kindly, with the way on', async () => {
  for (const id of ['019a0000-0000-7000-8000-000000000000', 'nobody']) {
    const visitor = await visit('coach@lift.example', { width: 360 });
    const { page } = visitor;
    await page.goto(`/members/${id}`);
    await page.getByRole('heading', { level: 1, name: text.notFoundTitle }).waitFor();
    await expectSound(visitor);
    await page.getByRole('main').getByRole('button', { name: text.search }).tap();
    await page.getByRole('dialog').waitFor();
    await visitor.leave();
  }
  const foreign = await visit('admin@other.example');
  await foreign.page.goto(`/members/${await idOf('Zoë van der Berg')}`);
  await foreign.page.getByRole('heading', { level: 1, name: text.notFoundTitle }).waitFor();
  expect(await foreign.page.content()).not.toContain('van der Berg');
  expectQuiet(foreign);
  await foreign.leave();
});

test('a member who comes to the staff’s door is shown their own', async () => {
  const visitor = await visit('member@lift.example', { width: 360 });
  const { page } = visitor;
  await page.goto(`/members/${await idOf('Sevgi Yıldırım')}`);
  await page.getByRole('heading', { level: 1, name: shellTexts.en.wrongDoorTitle }).waitFor();
  expect(await page.content()).not.toContain('Sevgi');
  await page.getByRole('link', { name: shellTexts.en.toMemberApp }).tap();
  await page.waitForURL('**/app');
  expectQuiet(visitor);
  await visitor.leave();
});

test('without the server: says so, and shows the member once it is back', async () => {
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  visitor.expectComplaints(/ERR_FAILED|Failed to load/);
  const line = await lineOf(page);
  line.cut();
  await page.goto(`/members/${await idOf('Zoë van der Berg')}`);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  line.mend();
  await alert.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Zoë van der Berg' }).waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

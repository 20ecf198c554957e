// Reading the overview: every figure explains itself, everything opens by key and by address, a part that fails leaves the
// rest, and every state of a member is sound in both languages and colour schemes.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { actionTexts } from '../src/actions/messages';
import { benchmarkTexts } from '../src/features/benchmark/messages';
import { noteTexts } from '../src/features/note/messages';
import { purchaseTexts } from '../src/features/purchase/messages';
import { subscriptionTexts } from '../src/features/subscription/messages';
import { visitTexts } from '../src/features/visit/messages';
import { rosterTexts } from '../src/features/visit/rosterTexts';
import { shellTexts } from '../src/staff/messages';
import { overviewTexts } from '../src/staff/pages/member-overview/messages';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, expectSound, expectSoundInTheDark, settled } from '../testing/checks';
import { idOf, openOverview, operationsOf } from '../testing/overview';
import { askAs, visit } from '../testing/visitor';

const text = overviewTexts.en;

const explanation = (page: Page, subject: string) =>
  page.getByRole('note', { name: uiTexts.en.explain(subject), exact: true });
const explained = (page: Page, subject: string) =>
  page.getByRole('button', { description: uiTexts.en.explain(subject) }).first();

describe('figures', () => {
  test('every figure opens its explanation by keyboard, with the numbers behind it', async () => {
    const visitor = await openOverview('Sevgi Yıldırım', { width: 1280 });
    const { page } = visitor;
    const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'Europe/Amsterdam' });
    const figures: [subject: string, says: RegExp[]][] = [
      [purchaseTexts.en.outstanding, [new RegExp(month.format(new Date())), /\d+ lines?/]],
      [visitTexts.en.lastVisit, [/\d{4}.* \d{2}:\d{2} · \S/, /no-show is not a visit/]],
      [visitTexts.en.nextSession, [/registered/]],
      [visitTexts.en.perWeek, [/Monday to Sunday/]],
      [visitTexts.en.average, [/^\d+ visits? in the last 12 complete weeks, divided by 12/]],
      [visitTexts.en.trend, [/last 4 complete weeks: [\d.]+ visits/, /8 weeks before: [\d.]+/, /0\.\d+ or more/]],
    ];
    for (const [subject, says] of figures) {
      await explained(page, subject).focus();
      await page.keyboard.press('Enter');
      const note = explanation(page, subject);
      await note.waitFor();
      for (const pattern of says) expect(await note.innerText()).toMatch(pattern);
      await expectSound(visitor);
      await page.keyboard.press('Escape');
      await note.waitFor({ state: 'hidden' });
    }
    await visitor.leave();
  });

  test('the average is what its explanation says', async () => {
    const { page, leave } = await openOverview('Gijs de Ruiter');
    const shown = Number((await explained(page, visitTexts.en.average).innerText()).trim());
    await explained(page, visitTexts.en.average).click();
    const said = await explanation(page, visitTexts.en.average).innerText();
    const [, visits, weeks] = /^(\d+) visits? in the last (\d+) complete/.exec(said) ?? [];
    expect(Number(visits) / Number(weeks)).toBeCloseTo(shown, 1);
    await leave();
  });

  test('the bars say in words what they show, and which week goes on', async () => {
    const { page, leave } = await openOverview('Zoë van der Berg');
    const words = await page.getByRole('figure').locator('figcaption').innerText();
    expect(words.match(/Week of /g)).toHaveLength(12);
    expect(words).toContain(`(${visitTexts.en.soFar}).`);
    const bars = await page.getByRole('figure').locator('rect').count();
    expect(bars).toBe(12);
    await leave();
  });

  test('too early to say: no number is made up', async () => {
    const { page, leave } = await openOverview('Jan Bos');
    const facts = page.getByLabel(text.facts, { exact: true });
    expect(await facts.innerText()).toContain(visitTexts.en.never);
    await page.getByText(visitTexts.en.noVisits).waitFor();
    expect(await explained(page, visitTexts.en.average).count()).toBe(0);
    await leave();
  });
});

const panels = [
  { key: 'v', name: 'history', title: visitTexts.en.history },
  { key: 'b', name: 'results', title: benchmarkTexts.en.all },
  { key: 'o', name: 'purchases', title: purchaseTexts.en.all },
  { key: 'l', name: 'notes', title: noteTexts.en.all },
  { key: 'd', name: 'notifications', title: text.archive },
];

describe('panels', () => {
  test.each(panels)('$name: one key, an address, Escape and the way back', async ({ key, name, title }) => {
    const visitor = await openOverview('Zoë van der Berg', { width: 1280 });
    const { page, id } = visitor;
    const panel = page.getByRole('dialog', { name: title });
    const opener = page.getByRole('button', { name: title, exact: true }).first();
    await opener.focus();
    await page.keyboard.press(key);
    await panel.waitFor();
    expect(new URL(page.url()).search).toBe(`?panel=${name}`);
    await page.waitForFunction(() => document.querySelector('dialog [data-loading]') === null);
    await expectSound(visitor);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.keyboard.press(key);
    await panel.waitFor();
    await page.goBack();
    await panel.waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe(`/members/${id}`);

    // Opened by its address, closing stays on the member.
    await page.goto(`/members/${id}?panel=${name}`);
    await panel.getByRole('button', { name: uiTexts.en.close }).click();
    await panel.waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe(`/members/${id}`);
    await visitor.leave();
  });

  test('the history is paged, with the latest first and a state for each', async () => {
    const visitor = await openOverview('Zoë van der Berg', { search: '?panel=history' });
    const { page } = visitor;
    const rows = page.getByRole('dialog').getByRole('rowheader');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(25);
    const first = await rows.allInnerTexts();
    const states = await page.getByRole('dialog').getByRole('cell').allInnerTexts();
    for (const state of [rosterTexts.en.status.ATTENDED, rosterTexts.en.status.REGISTERED])
      expect(states).toContain(state);
    await page.getByRole('button', { name: uiTexts.en.nextPage }).click();
    await page.getByText(/^26–50 of/).waitFor();
    await settled(page);
    expect(await rows.allInnerTexts()).not.toEqual(first);
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('results are narrowed by name as one types; a name that nobody logged is said to be none', async () => {
    const visitor = await openOverview('Zoë van der Berg', { width: 360, search: '?panel=results' });
    const { page } = visitor;
    const panel = page.getByRole('dialog', { name: benchmarkTexts.en.all });
    const lines = panel.getByRole('listitem');
    await lines.first().waitFor();
    await panel.getByRole('textbox').fill('squat');
    await settled(page);
    expect(await lines.count()).toBeGreaterThan(0);
    for (const line of await lines.allInnerTexts()) expect(line).toMatch(/squat/i);
    await panel.getByRole('textbox').fill('qqxx');
    await panel.getByText(benchmarkTexts.en.noneFound('qqxx')).waitFor();
    await expectSound(visitor);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await visitor.leave();
  });

  test('purchases grow below what is read, and a change elsewhere does not shorten them', async () => {
    const visitor = await openOverview('Gijs de Ruiter', { search: '?panel=purchases', isListening: true });
    const { page } = visitor;
    const lines = page.getByRole('dialog').getByRole('listitem');
    await expect.poll(() => lines.count()).toBe(25);
    const [first] = await lines.allInnerTexts();
    await page.getByRole('dialog').getByRole('button', { name: uiTexts.en.showMore }).click();
    await expect.poll(() => lines.count()).toBe(50);
    expect(await lines.first().innerText()).toBe(first);
    const isReadAgain = page.waitForResponse(
      (response) => response.request().postData()?.includes('"operationName":"MemberOverview"') === true,
    );
    const note = `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }`;
    await askAs('admin@lift.example', note, { input: { memberId: visitor.id, text: 'Written at another desk.' } });
    await isReadAgain;
    await page.getByText('Written at another desk.').first().waitFor();
    expect(await lines.count()).toBe(50);
    expectQuiet(visitor);
    await visitor.leave();
  });
});

describe('what fails or cannot be done', () => {
  test('a branch that fails empties its own tile, and trying again brings it back', async () => {
    const { page, leave } = await visit('coach@lift.example');
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { data: { member: Record<string, unknown> } };
      for (const branch of ['latestNote', 'visitStatistics', 'employee']) answer.data.member[branch] = null;
      const errors = ['latestNote', 'visitStatistics', 'employee'].map((branch) => ({
        message: 'Something went wrong.',
        path: ['member', branch],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      }));
      await route.fulfill({ response, json: { ...answer, errors } });
    });
    await page.goto(`/members/${await idOf('Zoë van der Berg')}`);
    await settled(page);
    const notes = page.getByRole('region', { name: noteTexts.en.title });
    for (const tile of [notes, page.getByRole('region', { name: text.care })]) {
      await tile.getByRole('alert').getByText(text.tileFailed).waitFor();
    }
    await page.getByText(visitTexts.en.unavailable).waitFor();
    expect(await notes.getByText(noteTexts.en.none).count()).toBe(0);
    // The others are as they were.
    await page.getByRole('region', { name: subscriptionTexts.en.title }).getByRole('listitem').first().waitFor();
    await page.unroute('**/graphql');
    await notes.getByRole('button', { name: uiTexts.en.retry }).click();
    await notes.getByRole('alert').waitFor({ state: 'detached' });
    await page.getByRole('figure').waitFor();
    await leave();
  });

  test.each([{ key: 's', label: subscriptionTexts.en.edit, reason: actionTexts.en.notAllowed }])(
    '$label is not for a coach: its button and its key say why',
    async ({ key, label, reason }) => {
      const visitor = await openOverview('Zoë van der Berg');
      const { page } = visitor;
      const button = page.getByRole('button', { name: new RegExp(`^${label}`), disabled: true }).first();
      await button.hover();
      await page.locator('[popover]').getByText(reason).waitFor();
      await page.mouse.move(0, 0);
      await page.keyboard.press(key);
      await page.getByRole('status').getByText(reason).waitFor();
      await expectSound(visitor);
      await visitor.leave();
    },
  );
});

test('on a phone: the name stays, everything else is behind "more", and each target fits a finger', async () => {
  const visitor = await openOverview('Zoë van der Berg', { width: 360 });
  const { page } = visitor;
  const bar = page.getByRole('navigation', { name: shellTexts.en.menu });
  await expect.poll(() => bar.getByRole('button').allInnerTexts()).toEqual(['Search', 'Purchase', 'Note', 'More']);
  const small = await page.locator('main button:visible, nav button:visible').evaluateAll((buttons) =>
    buttons
      .filter((button) => {
        const grown = Number.parseFloat(getComputedStyle(button, '::after').top) || 0;
        return button.getBoundingClientRect().height - 2 * Math.min(0, grown) < 44;
      })
      .map((button) => button.outerHTML.slice(0, 160)),
  );
  expect(small).toEqual([]);

  await bar.getByRole('button', { name: shellTexts.en.more }).tap();
  await page
    .getByRole('menuitem', { name: text.planCheckup })
    .or(page.getByRole('menuitem', { name: text.moveCheckup }))
    .waitFor();
  await expectSound(visitor);
  await page.getByRole('menuitem', { name: text.results }).tap();
  const panel = page.getByRole('dialog', { name: benchmarkTexts.en.all });
  await panel.waitFor();
  await page.goBack();
  await panel.waitFor({ state: 'detached' });

  await page.mouse.wheel(0, 1200);
  await page.waitForFunction(() => scrollY > 600);
  expect((await page.getByRole('heading', { level: 1 }).boundingBox())?.y).toBeGreaterThanOrEqual(0);
  expectQuiet(visitor);
  await visitor.leave();
});

const states = [
  'Zoë van der Berg', // a change of contract ahead
  'Jan Bos', // nothing but a name
  'Maximiliaan Alexander', // a very long name
  'Sevgi Yıldırım', // twelve tags
  'Anouk Jansen-Bakker', // starts later
  'Hélène du Pré', // left
  'Pleun Hoogendoorn', // never came
];
const looks = [
  { width: 1440, locale: 'en' },
  { width: 360, locale: 'nl' },
] as const;

test.each(looks)('every state of a member is sound at $width px in $locale, light and dark', async (look) => {
  const visitor = await visit('coach@lift.example', look);
  const { page } = visitor;
  for (const who of states) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`/members/${await idOf(who)}`);
    await expectSound(visitor);
    await expectSoundInTheDark(visitor);
    expectQuiet(visitor);
  }
  await visitor.leave();
});

test('coming back to a member shows at once what is known, and asks once', async () => {
  const visitor = await openOverview('Zoë van der Berg');
  const { page } = visitor;
  await page.getByRole('link', { name: shellTexts.en.members, exact: true }).click();
  await page.getByRole('rowheader').first().waitFor();
  const operations = operationsOf(page);
  const { promise: isTimeToAnswer, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    await isTimeToAnswer;
    await route.continue();
  });
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Zoë van der Berg' }).waitFor();
  const isAnswered = page.waitForResponse('**/graphql');
  answer();
  await isAnswered;
  expect(operations).toEqual(['MemberOverview']);
  expectQuiet(visitor);
  await visitor.leave();
});

// The overview among others: what somebody else changes appears, what the server does not take comes back into view with
// what was typed, and everybody may do what their role allows.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { actionTexts } from '../src/actions/messages';
import { checkupTexts } from '../src/features/checkup/messages';
import { memberSearchTexts } from '../src/features/member-search/messages';
import { noteTexts } from '../src/features/note/messages';
import { noteWritingTexts } from '../src/features/note/writingTexts';
import { formTexts } from '../src/features/notification/formTexts';
import { notificationTexts } from '../src/features/notification/messages';
import { staffTexts } from '../src/features/staff/messages';
import { tagDialogTexts } from '../src/features/tag/dialogTexts';
import { tagTexts } from '../src/features/tag/messages';
import { errorTexts } from '../src/graphql/messages';
import { reasonTexts } from '../src/graphql/reasonTexts';
import { overviewTexts } from '../src/staff/pages/member-overview/messages';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { activate, dayFromNow, expectFocus, idOf, message, openOverview, remind } from '../testing/overview';
import { askAs, lineOf, visit } from '../testing/visitor';

const run = Date.now() % 1_000_000;

const addNote = 'mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }';
const retractNote = 'mutation ($input: NoteIdInput!) { retractNote(input: $input) { note { id } } }';

test('what another browser does appears here without a reload, and nothing that is being written is lost', async () => {
  const opening = { login: 'admin@lift.example', width: 360, isListening: true } as const;
  const here = await openOverview('Koen den Hartog', { isListening: true });
  const there = await openOverview('Koen den Hartog', opening);
  await here.page.keyboard.press('n');
  const draft = here.page.getByRole('textbox', { name: noteWritingTexts.en.label });
  await draft.fill('Half a thought');

  const about = `Ring the bell ${run}`;
  await there.page.keyboard.press('r');
  await there.page.getByRole('dialog').getByRole('textbox', { name: formTexts.en.message }).fill(about);
  await there.page.keyboard.press('Enter');
  await activate(there.page.getByRole('dialog').getByRole('button', { name: formTexts.en.save }));
  const row = here.page.getByRole('button', { name: notificationTexts.en.complete(about) });
  await row.waitFor();
  expect(await draft.inputValue()).toBe('Half a thought');
  expect(await draft.evaluate((field) => field === document.activeElement)).toBe(true);

  // And the other way round.
  await activate(row);
  await there.page.getByRole('button', { name: notificationTexts.en.complete(about) }).waitFor({ state: 'detached' });
  await activate(here.page.getByRole('button', { name: noteWritingTexts.en.discard }));
  await draft.waitFor({ state: 'detached' });
  await here.page.keyboard.press('Control+z');
  await expect.poll(() => draft.inputValue()).toBe('Half a thought');
  await activate(here.page.getByRole('button', { name: noteWritingTexts.en.discard }));
  for (const visitor of [here, there]) {
    expectQuiet(visitor);
    await visitor.leave();
  }
});

describe('when the server does not answer', () => {
  /** The button that is the first now, by its name: another may come before it meanwhile. */
  async function firstOf(page: Page, name: RegExp): Promise<Locator> {
    const label = await page.getByRole('button', { name }).first().getAttribute('aria-label');
    return page.getByRole('button', { name: label ?? '', exact: true });
  }

  test('a tag, a checkmark and a link come back into view, say so, and can be tried again', async () => {
    const visitor = await openOverview('Sevgi Yıldırım');
    const { page } = visitor;
    visitor.expectComplaints(/ERR_FAILED|Failed to load/);
    const line = await lineOf(page);
    const remove = await firstOf(page, /^Remove the tag/);
    const complete = await firstOf(page, /^Complete:/);

    line.cut();
    await activate(remove);
    await message(page, `${tagTexts.en.removeFailed} ${errorTexts.en.connection}`).waitFor();
    await remove.waitFor();
    await activate(complete);
    await message(page, notificationTexts.en.completeFailed).waitFor();
    await complete.waitFor();
    await expectSound(visitor);

    line.mend();
    const isDone = page.waitForResponse(
      (response) => response.request().postData()?.includes('CompleteNotification') === true,
    );
    await activate(page.getByRole('status').getByRole('button', { name: uiTexts.en.retry }).last());
    await complete.waitFor({ state: 'detached' });
    // It is gone before the server has heard of it.
    expect(await (await isDone).json()).not.toHaveProperty('errors');

    // Undo can fail too, and then says that it did.
    line.cut();
    await page.keyboard.press('Control+z');
    await message(page, `${uiTexts.en.undoFailed} ${errorTexts.en.connection}`).waitFor();
    await complete.waitFor({ state: 'detached' });
    line.mend();
    const isReopened = page.waitForResponse(
      (response) => response.request().postData()?.includes('ReopenNotification') === true,
    );
    await activate(page.getByRole('status').getByRole('button', { name: uiTexts.en.retry }).last());
    await complete.waitFor();
    await isReopened;
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('who closes the page with something that was not sent yet is asked, and loses nothing', async () => {
    const visitor = await visit('coach@lift.example');
    const { page } = visitor;
    const held = Promise.withResolvers<void>();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('RemoveTagFromMember')) await held.promise;
      await route.continue();
    });
    await page.goto(`/members/${await idOf('Sevgi Yıldırım')}`);
    await settled(page);
    const answerTo = (name: string) =>
      page.waitForResponse((response) => response.request().postData()?.includes(name) === true);
    const remove = await firstOf(page, /^Remove the tag/);
    const complete = await firstOf(page, /^Complete:/);
    const [removed, completed] = [answerTo('RemoveTagFromMember'), answerTo('CompleteNotification')];
    await activate(remove);
    await remove.waitFor({ state: 'detached' });
    await activate(complete);
    await complete.waitFor({ state: 'detached' });

    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    expect((await asked).type()).toBe('beforeunload');
    await (await asked).dismiss();
    held.resolve();
    for (const answer of [removed, completed]) expect(await (await answer).json()).not.toHaveProperty('errors');

    const [reopened, added] = [answerTo('ReopenNotification'), answerTo('AddTagToMember')];
    await page.keyboard.press('Control+z');
    await complete.waitFor();
    await reopened;
    await page.keyboard.press('Control+z');
    await remove.waitFor();
    await added;
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('a reading in the background that fails takes nothing away, and the next one is shown', async () => {
    const visitor = await openOverview('Koen den Hartog', { isListening: true });
    const { page, id } = visitor;
    visitor.expectComplaints(/ERR_FAILED|Failed to load/);
    const line = await lineOf(page);
    await page.keyboard.press('n');
    const draft = page.getByRole('textbox', { name: noteWritingTexts.en.label });
    await draft.fill('Half a thought');
    line.cut();
    const unread = page.waitForEvent('requestfailed', (request) => request.postData()?.includes(id) === true);
    await remind('Koen den Hartog', `Not read ${run}`, 1);
    await unread;
    line.mend();
    await remind('Koen den Hartog', `Read ${run}`, 1);
    for (const about of [`Not read ${run}`, `Read ${run}`])
      await page.getByRole('button', { name: notificationTexts.en.complete(about) }).waitFor();
    expect(await draft.inputValue()).toBe('Half a thought');
    await activate(page.getByRole('button', { name: noteWritingTexts.en.discard }));
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('what was missed while live updates were cut off is shown when they are back', async () => {
    const visitor = await visit('coach@lift.example');
    const { page } = visitor;
    const id = await idOf('Koen den Hartog');
    const about = `Missed ${run}`;
    let lineCount = 0;
    await page.route('**/graphql/stream', async (route) => {
      lineCount += 1;
      if (lineCount === 1) return route.fulfill({ contentType: 'text/event-stream', body: ':\n\n' });
      if (lineCount === 2) await remind('Koen den Hartog', about, 1);
      return route.continue();
    });
    await page.goto(`/members/${id}`);
    await page.getByRole('button', { name: notificationTexts.en.complete(about) }).waitFor();
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('a note, a reminder and a check-up stay open with what was typed, and are saved later exactly once', async () => {
    const visitor = await openOverview('Koen den Hartog', { width: 360 });
    const { page, id } = visitor;
    visitor.expectComplaints(/ERR_FAILED|Failed to load/);
    await page.route('**/graphql', (route) => route.abort());

    const written = `Typed without a server ${run}`;
    await page.keyboard.press('n');
    const note = page.getByRole('textbox', { name: noteWritingTexts.en.label });
    await note.fill(written);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText(errorTexts.en.connection).waitFor();
    expect(await note.inputValue()).toBe(written);
    await expectSound(visitor);

    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('r');
    const reminder = page.getByRole('dialog');
    await reminder.getByRole('textbox', { name: formTexts.en.message }).fill('Not lost');
    await activate(reminder.getByRole('button', { name: formTexts.en.save }));
    await reminder.getByRole('alert').getByText(errorTexts.en.connection).waitFor();
    expect(await reminder.getByRole('textbox', { name: formTexts.en.message }).inputValue()).toBe('Not lost');
    expect(await message(page, formTexts.en.scheduled('Koen den Hartog')).count()).toBe(0);
    await page.keyboard.press('Escape');
    await reminder.waitFor({ state: 'detached' });

    await page.keyboard.press('u');
    const checkup = page.getByRole('dialog');
    await checkup.getByLabel(checkupTexts.en.time).fill('16:45');
    await activate(checkup.getByRole('button', { name: checkupTexts.en.save }));
    await checkup.getByRole('alert').getByText(errorTexts.en.connection).waitFor();
    expect(await checkup.getByLabel(checkupTexts.en.time).inputValue()).toBe('16:45');
    await page.keyboard.press('Escape');
    await checkup.waitFor({ state: 'detached' });

    // The server takes it, but its answer is lost: sent again, it is still one note.
    await page.unroute('**/graphql');
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort();
    });
    const lost = page.waitForEvent('requestfailed', (request) => request.postData()?.includes(written) === true);
    await note.focus();
    await page.keyboard.press('Control+Enter');
    await lost;
    await settled(page);
    await page.unroute('**/graphql');
    await note.focus();
    await page.keyboard.press('Control+Enter');
    await note.waitFor({ state: 'detached' });
    const source = 'query ($id: ID!) { member(id: $id) { notes(first: 5) { nodes { id text } } } }';
    const { member } = await askAs<{ member: { notes: { nodes: { id: string; text: string }[] } } }>(
      'coach@lift.example',
      source,
      { id },
    );
    const same = member.notes.nodes.filter((one) => one.text === written);
    expect(same).toHaveLength(1);
    await askAs('coach@lift.example', retractNote, { input: { id: same[0]?.id } });
    expectQuiet(visitor);
    await visitor.leave();
  });
});

test('a moment that the server refuses stands at its field with what was typed', async () => {
  const text = checkupTexts.en;
  const visitor = await openOverview('Gijs de Ruiter', { search: '?dialog=checkup' });
  const { page } = visitor;
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(text.day).fill(dayFromNow(0));
  await dialog.getByLabel(text.time).fill('00:00');
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').getByText(reasonTexts.en.NOT_IN_FUTURE).waitFor();
  expect(await dialog.getByLabel(text.day).inputValue()).toBe(dayFromNow(0));
  expect(await dialog.getByLabel(text.time).inputValue()).toBe('00:00');
  await expectSound(visitor);
  await visitor.leave();
});

test('a note of somebody else: an employee is told who may retract it, an admin may', async () => {
  const text = { ...noteTexts.en, ...noteWritingTexts.en };
  const written = `Of the coach ${run}`;
  const admin = await openOverview('Willemijn uit den Boogaard', { login: 'admin@lift.example' });
  const { id } = admin;
  await askAs('coach@lift.example', addNote, { input: { memberId: id, text: written } });
  await admin.page.keyboard.press('l');
  const row = admin.page.getByRole('dialog').getByRole('listitem').filter({ hasText: written });
  await activate(row.getByRole('button', { name: text.retract }));
  await row.waitFor({ state: 'detached' });
  expectQuiet(admin);
  await admin.leave();

  const byAdmin = `Of the admin ${run}`;
  const { addNote: added } = await askAs<{ addNote: { note: { id: string } } }>('admin@lift.example', addNote, {
    input: { memberId: id, text: byAdmin },
  });
  const coach = await openOverview('Willemijn uit den Boogaard', { width: 360, search: '?panel=notes' });
  const foreign = coach.page.getByRole('dialog').getByRole('listitem').filter({ hasText: byAdmin });
  const retract = foreign.getByRole('button', { name: text.retract });
  expect(await retract.getAttribute('aria-disabled')).toBe('true');
  // The finger finds it switched off, and is told why.
  await retract.tap({ force: true });
  await message(coach.page, text.onlyAuthor).waitFor();
  expect(await foreign.count()).toBe(1);
  await expectSound(coach);
  await coach.leave();
  await askAs('admin@lift.example', retractNote, { input: { id: added.note.id } });
});

test('? and Ctrl-K know every action of the page, and do it', async () => {
  const visitor = await openOverview('Koen den Hartog', { width: 1280 });
  const { page } = visitor;
  const text = overviewTexts.en;
  const offered: [label: string, keys: string][] = [
    [text.addTag, 'T'],
    [text.addNote, 'N'],
    [text.reminder, 'R'],
    [text.chooseEmployee, 'M'],
    [text.addAttachment, 'A'],
    [text.history, 'V'],
    [text.results, 'B'],
    [text.purchases, 'O'],
    [text.notes, 'L'],
    [text.archive, 'D'],
    ['Copy the address', 'CA'],
  ];
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: actionTexts.en.title });
  await sheet.waitFor();
  for (const [label, keys] of offered) {
    const row = sheet.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) });
    expect(await row.locator('kbd').allInnerTexts(), label).toEqual([...keys]);
  }
  await expectSound(visitor);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });

  for (const [label] of offered) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: memberSearchTexts.en.label }).fill(label);
    await page
      .getByRole('group', { name: memberSearchTexts.en.actions })
      .getByRole('option', { name: label })
      .waitFor();
    if (label === text.chooseEmployee) {
      await page.getByRole('option', { name: label }).click();
      await page.getByRole('dialog', { name: staffTexts.en.chooseTitle('Koen den Hartog') }).waitFor();
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expectQuiet(visitor);
  await visitor.leave();
});

test.each([
  { name: 'tag', opener: 'Tag', title: tagDialogTexts.en.chooseTag },
  { name: 'employee', opener: overviewTexts.en.chooseEmployee, title: staffTexts.en.chooseTitle('Mehmet Öztürk') },
  { name: 'attachment', opener: overviewTexts.en.addAttachment, title: overviewTexts.en.addAttachment },
])('the $name dialog has an address, closes with Escape and Back, and gives the focus back', async (dialog) => {
  const visitor = await openOverview('Mehmet Öztürk', { width: 1280 });
  const { page, id } = visitor;
  const opener = page.getByRole('main').getByRole('button', { name: dialog.opener, exact: true }).first();
  const open = page.getByRole('dialog', { name: dialog.title });
  await opener.focus();
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Enter');
  await open.waitFor();
  expect(new URL(page.url()).search).toBe(`?dialog=${dialog.name}`);
  await page.keyboard.press('Escape');
  await open.waitFor({ state: 'detached' });
  await expectFocus(page, dialog.opener);
  expect(new URL(page.url()).search).toBe('');
  await page.keyboard.press('Enter');
  await open.waitFor();
  await page.goBack();
  await open.waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(`/members/${id}`);
  expect(await page.evaluate(() => scrollY)).toBe(before);

  await page.goto(`/members/${id}?dialog=${dialog.name}`);
  await open.waitFor();
  await page.keyboard.press('Escape');
  await open.waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe(`/members/${id}`);
  expectQuiet(visitor);
  await visitor.leave();
});

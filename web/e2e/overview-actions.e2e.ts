// Everything a coach does on the overview, by the keyboard alone, on a laptop and on a phone; each with its way back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkupTexts } from '../src/features/checkup/messages';
import { memberSearchTexts } from '../src/features/member-search/messages';
import { memberTexts } from '../src/features/member/messages';
import { noteTexts } from '../src/features/note/messages';
import { noteWritingTexts } from '../src/features/note/writingTexts';
import { archiveTexts } from '../src/features/notification/archiveTexts';
import { formTexts } from '../src/features/notification/formTexts';
import { notificationTexts } from '../src/features/notification/messages';
import { staffTexts } from '../src/features/staff/messages';
import { tagDialogTexts } from '../src/features/tag/dialogTexts';
import { tagTexts } from '../src/features/tag/messages';
import { overviewTexts } from '../src/staff/pages/member-overview/messages';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, settled } from '../testing/checks';
import { activate, dayFromNow, idOf, message } from '../testing/overview';
import { askAs, visit, type Visitor } from '../testing/visitor';

/** Tells this run's texts from those of an earlier run on the same server. */
const run = Date.now() % 1_000_000;

// Two members, so that the widths do not see each other's changes.
describe.each([
  { width: 1440, who: 'Bram ter Horst' },
  { width: 360, who: 'Marit op den Akker' },
] as const)('$width px', ({ width, who }) => {
  let visitor: Visitor;
  let page: Page;
  let id: string;
  beforeAll(async () => {
    visitor = await visit('coach@lift.example', { width });
    page = visitor.page;
    id = await idOf(who);
  });
  afterAll(async () => {
    expectQuiet(visitor);
    await visitor.leave();
  });

  // The page stays as the one before left it, as at a desk; one that left something open starts afresh.
  beforeEach(async () => {
    const isReady = page.url().endsWith(`/members/${id}`) && (await page.getByRole('dialog').count()) === 0;
    if (isReady) return;
    const listens = page.waitForResponse('**/graphql/stream');
    await page.goto(`/members/${id}`);
    await settled(page);
    await listens;
  });

  const kept = async <Field>(fields: string): Promise<Field> => {
    const source = `query ($id: ID!) { member(id: $id) { ${fields} } }`;
    return (await askAs<{ member: Field }>('coach@lift.example', source, { id })).member;
  };
  const undoByKey = async () => {
    await page.keyboard.press('Control+z');
  };
  const undoByButton = async () => {
    await activate(page.getByRole('status').getByRole('button', { name: uiTexts.en.undo, exact: true }).last());
  };

  test('mail, call, and the address on the clipboard', async () => {
    const { contact } = await kept<{ contact: { email: string; phone: string; formattedAddress: string } }>(
      'contact { email phone formattedAddress }',
    );
    const text = memberTexts.en;
    expect(await page.getByRole('link', { name: text.email, exact: true }).getAttribute('href')).toBe(
      `mailto:${contact.email}`,
    );
    expect(await page.getByRole('link', { name: text.call, exact: true }).getAttribute('href')).toBe(
      `tel:${contact.phone.replace(/[^+\d]/g, '')}`,
    );
    for (const copy of [
      () => activate(page.getByRole('button', { name: text.copyAddress })),
      async () => {
        await page.keyboard.press('c');
        await page.getByRole('status', { name: 'Next key' }).waitFor();
        await page.keyboard.press('a');
      },
    ]) {
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await copy();
      await message(page, text.addressCopied).first().waitFor();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toBe(`${who}\n${contact.formattedAddress}`);
    }
  });

  test('T: a tag is added, taken back, added again, removed and brought back', async () => {
    const text = tagTexts.en;
    const tags = async () => (await kept<{ tags: { name: string }[] }>('tags { name }')).tags.map(({ name }) => name);
    const before = await tags();
    const { tags: all } = await askAs<{ tags: { name: string }[] }>('coach@lift.example', '{ tags { name } }');
    const name = all.map((tag) => tag.name).find((one) => !before.includes(one)) ?? '';
    const chips = page.getByRole('group', { name: text.title });
    const chip = chips.getByText(name, { exact: true });

    await page.keyboard.press('t');
    await page.getByRole('dialog', { name: tagDialogTexts.en.chooseTag }).waitFor();
    await page.waitForURL('**?dialog=tag');
    await page.keyboard.type(name.toUpperCase());
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await chip.waitFor();
    await expect.poll(tags).toContain(name);
    await undoByKey();
    await chip.waitFor({ state: 'detached' });
    await expect.poll(tags).toEqual(before);

    await page.keyboard.press('t');
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await chip.waitFor();
    await activate(chips.getByRole('button', { name: text.removeTag(name) }));
    await chip.waitFor({ state: 'detached' });
    await undoByButton();
    await chip.waitFor();
    await expect.poll(tags).toContain(name);
    await activate(chips.getByRole('button', { name: text.removeTag(name) }));
    await expect.poll(tags).toEqual(before);
  });

  test('the checkmark and E complete a notification, undo opens it again, and so does the archive', async () => {
    const text = { ...notificationTexts.en, ...formTexts.en, ...archiveTexts.en };
    const about = `Ask about the knee ${width} ${run}`;
    await askAs(
      'coach@lift.example',
      'mutation ($input: ScheduleNotificationInput!) { scheduleNotification(input: $input) { notification { id } } }',
      {
        input: { memberId: id, dueOn: dayFromNow(3), message: about },
      },
    );
    const openOnes = async () =>
      (await kept<{ openNotifications: { message: string }[] }>('openNotifications { message }')).openNotifications.map(
        (one) => one.message,
      );
    const checkmark = page.getByRole('button', { name: text.complete(about) });
    await activate(checkmark);
    await checkmark.waitFor({ state: 'detached' });
    // The focus stays in the tile, on what took the place.
    const tile = page.getByRole('region', { name: text.title });
    await expect.poll(() => tile.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    await expect.poll(openOnes).not.toContain(about);
    await undoByButton();
    await checkmark.waitFor();
    await expect.poll(openOnes).toContain(about);

    await checkmark.focus();
    await page.keyboard.press('e');
    await checkmark.waitFor({ state: 'detached' });
    await undoByKey();
    await checkmark.waitFor();
    await expect.poll(openOnes).toContain(about);

    await checkmark.focus();
    await page.keyboard.press('e');
    await checkmark.waitFor({ state: 'detached' });
    await expect.poll(openOnes).not.toContain(about);
    await page.keyboard.press('d');
    const row = page.getByRole('dialog', { name: text.archive }).getByRole('listitem').filter({ hasText: about });
    await row.getByText(/Completed .* by/).waitFor();
    await activate(row.getByRole('button', { name: text.reopen }));
    await row.waitFor({ state: 'detached' });
    await expect.poll(openOnes).toContain(about);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await checkmark.waitFor();
  });

  test('R: a reminder about this member; a day in the past is refused and nothing is lost', async () => {
    const text = { ...notificationTexts.en, ...formTexts.en, ...archiveTexts.en };
    const about = `Plan the evaluation ${width} ${run}`;
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: text.scheduleTitle(who) });
    await dialog.waitFor();
    await page.keyboard.type(about);
    const day = dialog.getByLabel(text.day);
    await day.fill('2020-01-31');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').getByText(text.dayMissing).waitFor();
    expect(await dialog.getByRole('textbox', { name: text.message }).inputValue()).toBe(about);
    expect(await day.inputValue()).toBe('2020-01-31');
    await day.fill(dayFromNow(0));
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').getByText(text.dayMissing).waitFor();
    await day.fill(dayFromNow(14));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('button', { name: text.complete(about) });
    await row.waitFor();
    await undoByKey();
    await row.waitFor({ state: 'detached' });
  });

  test('a reminder can be about another member after all', async () => {
    const text = { ...notificationTexts.en, ...formTexts.en, ...archiveTexts.en };
    const search = memberSearchTexts.en;
    const other = 'Ayşe Çelik';
    const about = `Shake hands ${width} ${run}`;
    await page.keyboard.press('r');
    await page.getByRole('dialog', { name: text.scheduleTitle(who) }).waitFor();
    await page.keyboard.type(about);
    const another = page.getByRole('button', { name: search.another });
    await activate(another);
    await another.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await another.waitFor();
    await page.keyboard.press('Enter');
    await another.waitFor({ state: 'detached' });
    await page.keyboard.type('ayse cel');
    await page.getByRole('dialog').getByRole('button', { name: other }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: text.scheduleTitle(other) });
    expect(await dialog.getByRole('textbox', { name: text.message }).inputValue()).toBe(about);
    await activate(dialog.getByRole('button', { name: text.save }));
    await message(page, text.scheduled(other)).waitFor();
    const { member } = await askAs<{ member: { openNotifications: { message: string }[] } }>(
      'coach@lift.example',
      'query ($id: ID!) { member(id: $id) { openNotifications { message } } }',
      { id: await idOf(other) },
    );
    expect(member.openNotifications.map((one) => one.message)).toContain(about);
    await undoByKey();
    await message(page, text.scheduled(other)).waitFor({ state: 'detached' });
  });

  test('N: a note; its draft survives a reload and another page, Ctrl-Enter saves it, undo retracts it', async () => {
    const text = { ...noteTexts.en, ...noteWritingTexts.en };
    const latest = async () =>
      (await kept<{ latestNote: { text: string } | null }>('latestNote { text }')).latestNote?.text;
    const before = await latest();
    const written = `Knee is fine again, ${width} ${run}.`;
    await page.keyboard.press('n');
    const field = page.getByRole('textbox', { name: text.label });
    await field.waitFor();
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type('Knee is ');
    await page.reload();
    await settled(page);
    await field.waitFor();
    expect(await field.inputValue()).toBe('Knee is ');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.waitForURL('**/members');
    await page.goBack();
    await field.waitFor();
    expect(await field.inputValue()).toBe('Knee is ');
    await field.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(`fine again, ${width} ${run}.`);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article').getByText(written).waitFor();
    await field.waitFor({ state: 'detached' });
    await expect.poll(latest).toBe(written);
    await undoByKey();
    await page.getByRole('article').getByText(written).waitFor({ state: 'detached' });
    await expect.poll(latest).toBe(before);
  });

  test('L: all notes; one is retracted and brought back', async () => {
    const text = { ...noteTexts.en, ...noteWritingTexts.en };
    const written = `Only for this list ${width} ${run}`;
    await askAs('coach@lift.example', 'mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }', {
      input: { memberId: id, text: written },
    });
    const latest = async () => (await kept<{ latestNote: { text: string } }>('latestNote { text }')).latestNote.text;
    await page.keyboard.press('l');
    const row = page.getByRole('dialog', { name: text.all }).getByRole('listitem').filter({ hasText: written });
    await row.waitFor();
    await activate(row.getByRole('button', { name: text.retract }));
    await row.waitFor({ state: 'detached' });
    await expect.poll(latest).not.toBe(written);
    await undoByButton();
    await row.waitFor();
    await expect.poll(latest).toBe(written);
    await activate(row.getByRole('button', { name: text.retract }));
    await expect.poll(latest).not.toBe(written);
  });

  test('M: another employee, nobody, and back', async () => {
    const text = staffTexts.en;
    const linked = async () =>
      (await kept<{ employee: { fullName: string } | null }>('employee { fullName }')).employee?.fullName ?? null;
    const before = await linked();
    const { employees } = await askAs<{ employees: { fullName: string }[] }>(
      'coach@lift.example',
      '{ employees { fullName } }',
    );
    const other = employees.map((one) => one.fullName).find((name) => name !== before) ?? '';
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog', { name: text.chooseTitle(who) });
    await dialog.getByRole('button', { name: other }).waitFor();
    await page.keyboard.type(other);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await message(page, text.linked(other)).waitFor();
    await expect.poll(linked).toBe(other);
    await undoByKey();
    await expect.poll(linked).toBe(before);

    await page.keyboard.press('m');
    await dialog.getByRole('button', { name: text.none }).waitFor();
    // From the field backwards: nobody is the last of the list.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByText(text.nobodyHint).waitFor();
    await expect.poll(linked).toBe(null);
    await undoByButton();
    await page.getByText(text.nobodyHint).waitFor({ state: 'detached' });
    await expect.poll(linked).toBe(before);
  });

  test('U: a check-up is planned, moved, done, called off, each taken back', async () => {
    const text = checkupTexts.en;
    interface Checkups {
      nextCheckup: { startsAt: string } | null;
      previousCheckup: { startsAt: string } | null;
    }
    const next = async () =>
      (await kept<Checkups>('nextCheckup { startsAt } previousCheckup { startsAt }')).nextCheckup?.startsAt ?? null;
    expect(await next()).toBe(null);
    const care = page.getByRole('region', { name: overviewTexts.en.care });
    const plan = async (day: string, time: string) => {
      await page.keyboard.press('u');
      const dialog = page.getByRole('dialog', { name: text.planTitle(who) });
      await dialog.getByLabel(text.day).fill(day);
      await dialog.getByLabel(text.time).fill(time);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
    };
    const end = async (button: string) => {
      await page.keyboard.press('u');
      await activate(page.getByRole('dialog').getByRole('button', { name: button }));
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await plan(dayFromNow(20), '15:30');
    const first = await next();
    expect(first).not.toBe(null);
    const shows = (what: string) => care.getByText(what).waitFor();
    await shows('15:30');
    await undoByKey();
    await shows(text.nonePlanned);
    await expect.poll(next).toBe(null);

    await plan(dayFromNow(20), '15:30');
    await plan(dayFromNow(21), '09:15');
    await shows('09:15');
    await undoByKey();
    await shows('15:30');
    await expect.poll(next).toBe(first);

    // The page has read it too before the next key: what a dialog does depends on what is planned.
    await end(text.complete);
    await shows(text.nonePlanned);
    await expect.poll(next).toBe(null);
    await undoByKey();
    await shows('15:30');
    await expect.poll(next).toBe(first);

    await end(text.callOff);
    await shows(text.nonePlanned);
    await expect.poll(next).toBe(null);
    await undoByButton();
    await shows('15:30');
    await expect.poll(next).toBe(first);
    await end(text.callOff);
    await shows(text.nonePlanned);
    await expect.poll(next).toBe(null);
  });
});

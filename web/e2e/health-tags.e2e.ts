// A tag about somebody's health that ends on a day, by the keyboard, on a laptop and on a phone; and who saw it, for admins.
import { describe, expect, test } from 'vitest';
import { automaticTagTexts } from '../src/features/tag/automaticTag';
import { tagDialogTexts } from '../src/features/tag/dialogTexts';
import { tagTexts } from '../src/features/tag/messages';
import { expectQuiet, expectSound } from '../testing/checks';
import { activate, dayFromNow, message, openOverview } from '../testing/overview';
import { askAs } from '../testing/visitor';

const text = { ...tagDialogTexts.en, ...tagTexts.en };

// Two members, so that the widths do not see each other's changes.
describe.each([
  { width: 1440, who: 'Gijs de Ruiter' },
  { width: 360, who: 'Koen den Hartog' },
] as const)('$width px', ({ width, who }) => {
  const name = `Knie ${width} ${Date.now() % 100_000}`;

  test('is put on until a day, moved, taken away and brought back with its day', async () => {
    const input = { name, color: '#c92a2a', isHealthData: true };
    await askAs(
      'coach@lift.example',
      'mutation ($input: CreateTagInput!) { createTag(input: $input) { tag { id } } }',
      {
        input,
      },
    );
    const visitor = await openOverview(who, { width });
    const { page, id } = visitor;
    const lastDay = async () => {
      const { member } = await askAs<{ member: { tags: { name: string; expiresOn: string | null }[] } }>(
        'coach@lift.example',
        'query ($id: ID!) { member(id: $id) { tags { name expiresOn } } }',
        { id },
      );
      return member.tags.find((tag) => tag.name === name)?.expiresOn;
    };
    const dialog = page.getByRole('dialog');
    const chips = page.getByRole('group', { name: text.title });
    const chip = chips.getByRole('button', { name: new RegExp(`^${name}`) });

    await page.keyboard.press('t');
    await page.getByRole('dialog', { name: text.chooseTag }).waitFor();
    await page.keyboard.type(name);
    await activate(dialog.getByRole('button', { name: text.withDate(name) }));
    await page.getByLabel(text.lastDay).fill(dayFromNow(-1));
    await page.keyboard.press('Enter');
    await dialog.getByText(text.passed).waitFor();
    await expectSound(visitor);
    await page.getByLabel(text.lastDay).fill(dayFromNow(20));
    await page.keyboard.press('Enter');
    await chip.waitFor();
    await expect.poll(lastDay).toBe(dayFromNow(20));
    expect(await chip.innerText()).toContain(automaticTagTexts.en.until('').trim());

    await activate(chip);
    await page.getByRole('dialog', { name }).waitFor();
    await page.getByLabel(text.lastDay).fill(dayFromNow(30));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(lastDay).toBe(dayFromNow(30));
    await page.keyboard.press('Control+z');
    await expect.poll(lastDay).toBe(dayFromNow(20));

    await activate(chips.getByRole('button', { name: text.removeTag(name) }));
    await message(page, text.removed(name)).first().waitFor();
    await expect.poll(lastDay).toBeUndefined();
    await page.keyboard.press('Control+z');
    await chip.waitFor();
    await expect.poll(lastDay).toBe(dayFromNow(20));
    await expectSound(visitor);
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('an admin reads who saw it', async () => {
    const visitor = await openOverview(who, { width, login: 'admin@lift.example' });
    const { page } = visitor;
    await activate(page.getByRole('group', { name: text.title }).getByRole('button', { name: new RegExp(`^${name}`) }));
    await activate(page.getByRole('button', { name: text.whoLooked }));
    await page.getByRole('dialog', { name: text.viewsTitle }).getByText(name).first().waitFor();
    await expectSound(visitor);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expectQuiet(visitor);
    await visitor.leave();
  });
});

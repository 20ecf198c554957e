// The timeline under the tiles, by the keyboard, on a laptop and on a phone: what happens appears by itself, it is narrowed
// and followed further back, and what somebody changed is put back.
import { describe, expect, test } from 'vitest';
import { tagTexts } from '../src/features/tag/messages';
import { timelineTexts } from '../src/features/timeline/messages';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, expectSound } from '../testing/checks';
import { activate, message, openOverview } from '../testing/overview';
import { askAs } from '../testing/visitor';

const text = timelineTexts.en;

const run = (verb: string, type: string, input: object) =>
  askAs('coach@lift.example', `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename } }`, { input });

// Two members, so that the widths do not see each other's changes.
describe.each([
  { width: 1440, who: 'Mehmet Öztürk', locale: 'en' },
  { width: 360, who: 'Łukasz Kowalski', locale: 'en' },
] as const)('$width px', ({ width, who, locale }) => {
  test('what happens appears, and what was changed is put back', async () => {
    const visitor = await openOverview(who, { width, locale, isListening: true });
    const { page, id } = visitor;
    const timeline = page.getByRole('region', { name: text.title, exact: true });
    const entry = (event: string, title: string) =>
      timeline.getByRole('listitem').filter({ hasText: `${event} ${title}` });
    const name = `Terug ${width} ${Date.now() % 100_000}`;
    const tagId = crypto.randomUUID();
    await run('createTag', 'CreateTagInput', { id: tagId, name, color: '#1864ab' });

    await timeline.getByRole('heading', { level: 3 }).first().waitFor();
    await run('addTagToMember', 'AddTagToMemberInput', { memberId: id, tagId });
    await entry(text.events.TAG_ADDED, name).waitFor();
    await expectSound(visitor);

    const chip = page.getByRole('group', { name: tagTexts.en.title }).getByText(name, { exact: true });
    await chip.waitFor();
    await activate(
      entry(text.events.TAG_ADDED, name).getByRole('button', {
        name: text.revert(`${text.events.TAG_ADDED}, ${name}`),
      }),
    );
    await message(page, text.reverted).first().waitFor();
    await chip.waitFor({ state: 'detached' });
    await entry(text.events.TAG_REMOVED, name).waitFor();
    await entry(text.events.TAG_ADDED, name).getByText(text.isReverted, { exact: true }).waitFor();
    expectQuiet(visitor);
    await visitor.leave();
  });

  test('it goes further back, and is narrowed in the address', async () => {
    const visitor = await openOverview(who, { width, locale });
    const { page } = visitor;
    const timeline = page.getByRole('region', { name: text.title, exact: true });
    await timeline.getByRole('listitem').first().waitFor();
    const before = await timeline.getByRole('listitem').count();
    await activate(timeline.getByRole('button', { name: uiTexts.en.showMore }));
    await expect.poll(() => timeline.getByRole('listitem').count()).toBeGreaterThan(before);

    await activate(timeline.getByRole('button', { name: text.filter }));
    const choice = page.getByRole('checkbox', { name: text.kinds.PURCHASE });
    await choice.focus();
    await page.keyboard.press('Space');
    await page.waitForURL('**?timeline=purchase');
    await page.keyboard.press('Escape');
    await page
      .getByRole('region', { name: text.title, exact: true })
      .and(page.locator(':not([aria-busy="true"])'))
      .waitFor();
    await timeline.getByText(text.events.VISITED, { exact: true }).first().waitFor({ state: 'detached' });
    await expectSound(visitor);
    await page.reload();
    await timeline.getByRole('button', { name: `${text.filter}: ${text.kinds.PURCHASE}` }).waitFor();
    expectQuiet(visitor);
    await visitor.leave();
  });
});

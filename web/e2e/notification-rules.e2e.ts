// Rules of notifications in the settings, and what can be done with a notification besides a checkmark; by keyboard.
import { describe, expect, test } from 'vitest';
import { deleteTexts } from '../src/features/notification/deleteTexts';
import { dialogTexts } from '../src/features/notification/dialogTexts';
import { formTexts } from '../src/features/notification/formTexts';
import { notificationTexts } from '../src/features/notification/messages';
import { notificationRuleTexts } from '../src/features/notification-rule/messages';
import { expectSound, settled } from '../testing/checks';
import { activate, dayFromNow, message, openOverview, remind } from '../testing/overview';
import { askAs, visit } from '../testing/visitor';

const run = Date.now() % 1_000_000;

test('a rule is tried on the history before it is saved; who may not change it sees why', async () => {
  const text = notificationRuleTexts.en;
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  await page.goto('/settings/notification-rules');
  await settled(page);
  await expectSound(visitor);
  await activate(page.getByRole('button', { name: text.change(text.name.BIRTHDAY) }));
  const dialog = page.getByRole('dialog', { name: text.name.BIRTHDAY });
  await dialog.getByText(/it would have made/).waitFor();
  const days = dialog.getByRole('textbox', { name: text.parameter.DAYS_AHEAD });
  await days.fill('31');
  await dialog.getByText(text.notWithin(0, 30)).waitFor();
  await days.fill('10');
  await activate(dialog.getByRole('button', { name: text.tryAgain }));
  await dialog.getByRole('button', { name: text.tryAgain }).waitFor({ state: 'detached' });
  await dialog.getByText(/it would have made/).waitFor();
  await days.press('Enter');
  await message(page, text.saved).waitFor();
  await page.getByText(`${text.parameter.DAYS_AHEAD}: 10`).waitFor();
  await askAs(
    'admin@lift.example',
    `mutation { saveNotificationRule(input: { rule: BIRTHDAY, parameters: [{ name: DAYS_AHEAD, value: 3 }] }) { notificationRule { isOn } } }`,
  );
  await visitor.leave();

  const coach = await visit('coach@lift.example', { width: 360 });
  await coach.page.goto('/settings/notification-rules');
  await settled(coach.page);
  const pencil = coach.page.getByRole('button', { name: text.change(text.name.ABSENCE) });
  expect(await pencil.getAttribute('aria-disabled')).toBe('true');
  expect(await coach.page.getByText(deleteTexts.en.title).count()).toBe(0);
  await expectSound(coach);
  await coach.leave();
});

test('refreshing says what it did; deleting all asks with their number, and a number that is old is said', async () => {
  const text = deleteTexts.en;
  const visitor = await visit('admin@lift.example');
  const { page } = visitor;
  const ran = { madeCount: 2, closedCount: 1, notificationRules: [], __typename: 'RefreshNotificationsPayload' };
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('"RefreshNotifications"')
      ? route.fulfill({ json: { data: { refreshNotifications: ran } } })
      : route.fallback(),
  );
  await page.goto('/settings/notification-rules');
  await settled(page);
  await activate(page.getByRole('button', { name: notificationRuleTexts.en.refresh }));
  await message(page, notificationRuleTexts.en.refreshed(2, 1)).waitFor();
  await page.getByRole('checkbox', { name: text.includeCustom }).check();
  await activate(page.getByRole('button', { name: text.ask }));
  const dialog = page.getByRole('dialog');
  // With the number of now, before there is one more.
  await dialog.getByRole('button', { name: /^Delete \d+$/ }).waitFor();
  await expectSound(visitor);
  await remind('Bram ter Horst', `One more ${run}`, 3);
  await activate(dialog.getByRole('button', { name: /^Delete \d+$/ }));
  await dialog.getByText(/^By now there are \d+/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await visitor.leave();
});

describe.each([
  { width: 1440, who: 'Bram ter Horst' },
  { width: 360, who: 'Marit op den Akker' },
] as const)('$width px', ({ width, who }) => {
  test('a notification is put off, given away, and completed with an outcome and a note', async () => {
    const text = notificationTexts.en;
    const about = `Call about the shoulder ${width} ${run}`;
    await remind(who, about, 3);
    const visitor = await openOverview(who, { width });
    const { page } = visitor;
    const row = page.getByRole('region', { name: text.title }).getByRole('listitem').filter({ hasText: about });
    const choose = async (item: string) => {
      await activate(row.getByRole('button', { name: text.more(about) }));
      const choice = page.getByRole('menuitem', { name: item });
      await choice.waitFor();
      await expectSound(visitor);
      await activate(choice);
    };

    await choose(text.snooze);
    const snooze = page.getByRole('dialog', { name: dialogTexts.en.snoozeTitle });
    await snooze.getByLabel(dialogTexts.en.until).fill(dayFromNow(0));
    await activate(snooze.getByRole('button', { name: text.snooze }));
    await snooze.getByText(formTexts.en.dayMissing).waitFor();
    await expectSound(visitor);
    await activate(snooze.getByRole('button', { name: dialogTexts.en.inAWeek }));
    await row.getByText(/snoozed until/).waitFor();
    await page.keyboard.press('Control+z');
    await row.getByText(/snoozed until/).waitFor({ state: 'detached' });

    await choose(text.reassign);
    const reassign = page.getByRole('dialog', { name: dialogTexts.en.reassignTitle });
    await reassign.getByRole('button', { name: /Dijkstra/ }).waitFor();
    await page.keyboard.type('dijk');
    await page.keyboard.press('Enter');
    await row.getByText(/for Merel Dijkstra/).waitFor();

    await choose(text.withOutcome);
    const outcome = page.getByRole('dialog', { name: dialogTexts.en.outcomeTitle });
    await outcome.getByRole('combobox', { name: dialogTexts.en.outcome }).selectOption('NO_ANSWER');
    await outcome.getByRole('textbox', { name: dialogTexts.en.note }).fill(`Left a message ${width} ${run}`);
    await expectSound(visitor);
    await activate(outcome.getByRole('button', { name: dialogTexts.en.complete }));
    await row.waitFor({ state: 'detached' });
    const kept = async () => {
      const { member } = await askAs<{
        member: { notes: { nodes: { text: string }[] }; notifications: { nodes: object[] } };
      }>(
        'coach@lift.example',
        'query ($id: ID!) { member(id: $id) { notes(first: 5) { nodes { text } } notifications(status: COMPLETED) { nodes { message outcome } } } }',
        { id: visitor.id },
      );
      return [...member.notes.nodes, ...member.notifications.nodes];
    };
    await expect.poll(kept).toContainEqual({ text: `Left a message ${width} ${run}` });
    expect(await kept()).toContainEqual({ message: about, outcome: 'NO_ANSWER' });
    await visitor.leave();
  });
});

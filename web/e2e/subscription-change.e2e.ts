// Subscriptions changed from the overview by the keyboard alone: each of the edits with what it shows before, the way back,
// what the server answers instead, and who may not.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actionTexts } from '../src/actions/messages';
import { mandateTexts } from '../src/features/payment-details/mandateTexts';
import { subscriptionTexts } from '../src/features/subscription/messages';
import { sheetTexts } from '../src/features/subscription/sheetTexts';
import { moneyTexts } from '../src/ui/moneyTexts';
import { uiTexts } from '../src/ui/messages';
import { expectQuiet, expectSound, settled } from '../testing/checks';
import { activate, dayFromNow } from '../testing/overview';
import { askAs, lineOf, visit, type Visitor } from '../testing/visitor';

const text = sheetTexts.en;
const admin = 'admin@lift.example';

let members: Candidate[];
let types: { id: string; name: string; price: { amountCents: number } }[];
beforeAll(async () => {
  const ask = <Data>(source: string) => askAs<Data>(admin, source);
  const withStatus = (status: string) =>
    ask<{ members: { items: Candidate[] } }>(
      `{ members(pageSize: 50, filter: { status: [${status}] }) { items { id fullName paymentDetails { isReady } ${contracts} } } }`,
    );
  const [active, others] = [await withStatus('ACTIVE'), await withStatus('FORMER, PROSPECT')];
  // The last of the alphabet: other tests look at the first.
  members = [...active.members.items, ...others.members.items].toReversed();
  types = (await ask<{ subscriptionTypes: typeof types }>('{ subscriptionTypes { id name price { amountCents } } }'))
    .subscriptionTypes;
});

const contracts = `subscriptions {
  id status startsOn endsOn billing cancelledAt price { amountCents }
  type { name } sessionTypes { name } calendars { name } }`;

interface Contract {
  id: string;
  status: string;
  startsOn: string;
  endsOn: string | null;
  billing: string;
  cancelledAt: string | null;
  price: { amountCents: number };
  type: { name: string };
  sessionTypes: { name: string }[];
  calendars: { name: string }[];
}
interface Candidate {
  id: string;
  fullName: string;
  paymentDetails: { isReady: boolean } | null;
  subscriptions: Contract[] | null;
}

const taken = new Set<string>();
/** Somebody of the demo that no other test here has changed. */
function somebody(isRight: (member: Candidate, running: Contract[]) => boolean): Candidate {
  const found = members.find(
    (member) =>
      !taken.has(member.id) &&
      // The members with a story of their own are left to it.
      !/^(Zoë|Sevgi|Jan|Fleur|Bram|Marit) /.test(member.fullName) &&
      isRight(member, (member.subscriptions ?? []).filter(runs)),
  );
  if (!found) throw new Error('The demo has nobody like that.');
  taken.add(found.id);
  return found;
}
const runs = ({ status }: Contract) => status !== 'ENDED';
const subscribed = () =>
  somebody(
    ({ paymentDetails }, [only, ...others]) =>
      others.length === 0 &&
      only?.billing === 'MONTHLY' &&
      !only.endsOn &&
      only.price.amountCents > 1000 &&
      only.sessionTypes.length > 2 &&
      only.calendars.length > 1 &&
      only.startsOn < dayFromNow(-60) &&
      paymentDetails?.isReady === true,
  );

const kept = async (id: string): Promise<Contract[]> =>
  (
    await askAs<{ member: { subscriptions: Contract[] } }>(
      admin,
      `query ($id: ID!) { member(id: $id) { ${contracts} } }`,
      { id },
    )
  ).member.subscriptions.filter(runs);

const sheet = (page: Page) => page.getByRole('dialog', { name: text.title });
const field = (page: Page, label: string) => sheet(page).getByLabel(label, { exact: true });

/** Opens the sheet as an Admin does: the overview, then S. */
async function openSheet(member: Candidate, width: 1440 | 360 = 1440): Promise<Visitor> {
  const visitor = await visit(admin, { width });
  await visitor.page.goto(`/members/${member.id}`);
  await settled(visitor.page);
  await visitor.page.keyboard.press('s');
  await field(visitor.page, text.type).waitFor();
  return visitor;
}

/** What somebody else does at another desk. */
async function changeElsewhere(member: Candidate, terms: object): Promise<void> {
  const change = { memberId: member.id, kind: 'CHANGE', ...terms };
  const { previewSubscriptionChange: preview } = await askAs<{ previewSubscriptionChange: { token: string } }>(
    admin,
    `query ($input: SubscriptionChangeInput!) { previewSubscriptionChange(input: $input) {
       ... on SubscriptionChangePreview { token } } }`,
    { input: change },
  );
  const { changeSubscription } = await askAs<{ changeSubscription: { __typename: string } }>(
    admin,
    'mutation ($input: ChangeSubscriptionInput!) { changeSubscription(input: $input) { __typename } }',
    { input: { change, token: preview.token } },
  );
  expect(changeSubscription.__typename).toBe('SubscriptionChanged');
}

/** Arrows move within a group of radio buttons. */
async function choose(page: Page, name: string): Promise<void> {
  const radio = sheet(page).getByRole('radio', { name, exact: true });
  await radio.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => radio.isChecked()).toBe(true);
}

/** Confirms by Enter on the button that says when and what it costs. */
async function commit(page: Page, says: RegExp): Promise<void> {
  const button = sheet(page).getByRole('button', { name: says, disabled: false });
  await button.waitFor();
  await sheet(page).getByText(text.nextCharges).waitFor();
  await activate(button);
}

const done = (page: Page, said: string) => page.getByRole('status').getByText(said).last().waitFor();
const undoByKey = async (page: Page) => {
  await page.keyboard.press('Control+z');
  await done(page, text.undone);
};

describe.each([1440, 360] as const)('the edits at %s px', (width) => {
  let member: Candidate;
  let before: Contract;
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    member = subscribed();
    [before] = (await kept(member.id)) as [Contract];
    visitor = await openSheet(member, width);
    page = visitor.page;
    await page.keyboard.press('Escape');
    await sheet(page).waitFor({ state: 'detached' });
  });
  afterAll(async () => {
    expectQuiet(visitor);
    await visitor.leave();
  });
  const open = async () => {
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('s');
    await field(page, text.type).waitFor();
  };

  test('another type from the next period, undone by its key before it takes effect', async () => {
    await open();
    const other = types.find(({ name }) => name !== before.type.name && name.includes('1×'))!;
    await field(page, text.type).selectOption(other.id);
    await sheet(page).getByText(text.roles.STARTS, { exact: true }).waitFor();
    await sheet(page).getByText(text.noLines).waitFor();
    await expectSound(visitor);
    await commit(page, /^Change from 1 .* · €0\.00 now$/);
    await done(page, text.done.CHANGE);
    await expect
      .poll(() => kept(member.id))
      .toMatchObject([
        { id: before.id, endsOn: expect.any(String) },
        { type: { name: other.name }, status: 'PENDING', price: other.price },
      ]);
    // The tile reads as one sequence.
    const tile = page.getByRole('region', { name: subscriptionTexts.en.title });
    await tile.getByText(other.name).waitFor();
    await undoByKey(page);
    await expect.poll(() => kept(member.id)).toEqual([before]);
  });

  test('another price now: the days are credited and charged, and undoing leaves nothing', async () => {
    await open();
    const price = field(page, text.price.MONTHLY);
    await price.fill('twelve');
    await page.keyboard.press('Tab');
    await sheet(page).getByText(moneyTexts.en.NO_AMOUNT).waitFor();
    await price.fill('12.50');
    await choose(page, text.effectives.NOW);
    await sheet(page).getByText(text.linesNow).waitFor();
    await commit(page, /^Change from .* · -?€\d+\.\d\d now$/);
    await done(page, text.done.CHANGE);
    await expect
      .poll(async () => (await kept(member.id)).at(-1))
      .toMatchObject({ price: { amountCents: 1250 }, startsOn: dayFromNow(0) });
    await undoByKey(page);
    await expect.poll(() => kept(member.id)).toEqual([before]);
  });

  test('fewer sessions, and then fewer calendars, from now: no money', async () => {
    for (const [group, wanted] of [
      [text.sessionTypes, 'sessionTypes'],
      [text.calendars, 'calendars'],
    ] as const) {
      await open();
      await activate(sheet(page).locator('summary'));
      const first = sheet(page).getByRole('group', { name: group }).getByRole('checkbox').first();
      await first.focus();
      await page.keyboard.press('Space');
      await choose(page, text.effectives.NOW);
      await sheet(page).getByText(text.roles.CHANGES, { exact: true }).waitFor();
      await commit(page, /· €0\.00 now$/);
      await done(page, text.done.CHANGE);
      await expect.poll(async () => (await kept(member.id))[0]?.[wanted]).toEqual(before[wanted].slice(1));
    }
  });

  test('cancelled: the earliest legal end explained, the confirmation dated, and taken back', async () => {
    await open();
    await choose(page, text.modes.CANCEL);
    await sheet(page).getByText(text.law).waitFor();
    const endsOn = await field(page, text.endsOn).inputValue();
    expect(endsOn > dayFromNow(27)).toBe(true);
    await field(page, text.endsOn).fill(dayFromNow(3));
    await sheet(page).getByText(text.milder).waitFor();
    await field(page, text.endsOn).fill(endsOn);
    await commit(page, /^Cancel, until /);
    const confirmation = page.getByRole('dialog', { name: text.cancelled });
    await confirmation.getByText(text.confirmationHint).waitFor();
    await expectSound(visitor);
    await expect.poll(() => kept(member.id)).toMatchObject([{ endsOn, cancelledAt: expect.any(String) }]);
    await activate(confirmation.getByRole('button', { name: text.close, exact: true }).last());
    await confirmation.waitFor({ state: 'detached' });
    // It can be read again, and the sheet says that it is cancelled already.
    await open();
    await choose(page, text.modes.CANCEL);
    await sheet(page).getByText(text.confirmationHint).waitFor();
    await sheet(page).getByText(text.refusals.ALREADY_CANCELLED).waitFor();
    await activate(sheet(page).getByRole('button', { name: text.steps.undo }));
    await done(page, text.undone);
    await page.keyboard.press('Escape');
    await expect.poll(() => kept(member.id)).toMatchObject([{ id: before.id, endsOn: null, cancelledAt: null }]);
  });
});

test('what changes meanwhile is shown anew and asked again, and nothing typed is lost', async () => {
  const member = subscribed();
  const visitor = await openSheet(member);
  const { page } = visitor;
  await field(page, text.price.MONTHLY).fill('33');
  await choose(page, text.effectives.NOW);
  await sheet(page)
    .getByRole('button', { name: /^Change from/, disabled: false })
    .waitFor();
  // Somebody else changes what is included: the same wish now does something else.
  const [contract] = (await kept(member.id)) as [Contract];
  await changeElsewhere(member, { subscriptionId: contract.id, effective: 'NOW', calendarIds: [] });
  await activate(sheet(page).getByRole('button', { name: /^Change from/ }));
  await sheet(page).getByText(text.conflict).waitFor();
  expect(await field(page, text.price.MONTHLY).inputValue()).toMatch(/^33/);
  await expect.poll(() => kept(member.id)).toMatchObject([{ id: contract.id, price: contract.price }]);
  await expectSound(visitor);
  await commit(page, /^Change from/);
  await done(page, text.done.CHANGE);
  await expect
    .poll(async () => (await kept(member.id)).at(-1))
    .toMatchObject({ price: { amountCents: 3300 }, calendars: [] });

  // Of today, it can be taken back from its tile as well; with the network gone, that is said.
  const tile = page.getByRole('region', { name: subscriptionTexts.en.title });
  await activate(tile.getByRole('button', { name: subscriptionTexts.en.undo }));
  await done(page, text.undone);
  await expect.poll(() => kept(member.id)).toMatchObject([{ id: contract.id, price: contract.price, calendars: [] }]);
  expectQuiet(visitor);
  await visitor.leave();
});

test('a change that is planned comes first: the sheet says so and undoes it', async () => {
  const member = subscribed();
  const [current] = (await kept(member.id)) as [Contract];
  await changeElsewhere(member, { subscriptionId: current.id, effective: 'NEXT_PERIOD', priceCents: 4000 });
  const visitor = await openSheet(member);
  const { page } = visitor;
  await field(page, text.which).selectOption(current.id);
  await field(page, text.price.MONTHLY).fill('44');
  await sheet(page).getByText(text.refusals.CHANGE_PENDING).waitFor();
  await expectSound(visitor);
  await activate(sheet(page).getByRole('button', { name: text.steps.undo }));
  await done(page, text.undone);
  await commit(page, /^Change from 1 /);
  await done(page, text.done.CHANGE);
  await expect.poll(() => kept(member.id)).toMatchObject([{ id: current.id }, { price: { amountCents: 4400 } }]);
  await undoByKey(page);
  await expect.poll(() => kept(member.id)).toMatchObject([{ id: current.id, endsOn: null }]);
  expectQuiet(visitor);
  await visitor.leave();
});

test('added for who has payment details', async () => {
  const member = somebody(({ paymentDetails }, running) => running.length === 0 && paymentDetails?.isReady === true);
  const visitor = await openSheet(member, 360);
  const { page } = visitor;
  const [type] = types;
  await field(page, text.type).selectOption(type!.id);
  await commit(page, /^Add from .* · €\d+\.\d\d now$/);
  await done(page, text.done.ADD);
  await expect.poll(() => kept(member.id)).toMatchObject([{ type: { name: type!.name }, startsOn: dayFromNow(0) }]);
  await undoByKey(page);
  await expect.poll(() => kept(member.id)).toEqual([]);
  expectQuiet(visitor);
  await visitor.leave();
});

test.each([1440, 360] as const)(
  'no new subscription without payment details: the reason, the mandate on the way, then it is added (%s px)',
  async (width) => {
    const member = somebody(({ paymentDetails }, running) => running.length === 0 && paymentDetails?.isReady === false);
    const visitor = await openSheet(member, width);
    const { page } = visitor;
    await sheet(page).getByText(text.refusals.PAYMENT_DETAILS_MISSING).waitFor();
    const [, type] = types;
    await field(page, text.type).selectOption(type!.id);
    const button = sheet(page).getByRole('button', { name: text.modes.ADD, disabled: true });
    await activate(button);
    await done(page, text.refusals.PAYMENT_DETAILS_MISSING);
    await expectSound(visitor);
    await activate(sheet(page).getByRole('button', { name: text.steps.mandate }));
    await expect.poll(() => new URL(page.url()).searchParams.get('dialog')).toBe('mandate');
    // With the mandate entered, it goes on where it stopped.
    const mandate = page.getByRole('dialog', { name: mandateTexts.en.signTitle(member.fullName) });
    await mandate.getByLabel(mandateTexts.en.iban).fill('NL91 ABNA 0417 1643 00');
    await mandate.getByRole('button', { name: mandateTexts.en.save }).press('Enter');
    await field(page, text.type).waitFor();
    expect(await field(page, text.type).inputValue()).toBe(type!.id);
    await sheet(page).getByText(text.refusals.PAYMENT_DETAILS_MISSING).waitFor({ state: 'detached' });
    expect(await kept(member.id)).toEqual([]);
    await commit(page, /^Add from .* · €\d+\.\d\d now$/);
    await done(page, text.done.ADD);
    await expect.poll(() => kept(member.id)).toMatchObject([{ type: { name: type!.name } }]);
    expectQuiet(visitor);
    await visitor.leave();
  },
);

test('a coach sees who may: on the button, and when the address is opened', async () => {
  const member = members[0]!;
  const visitor = await visit('coach@lift.example');
  const { page } = visitor;
  await page.goto(`/members/${member.id}`);
  await settled(page);
  await page.keyboard.press('s');
  await page.getByRole('status').getByText(actionTexts.en.notAllowed).waitFor();
  await page.goto(`/members/${member.id}?dialog=subscription`);
  await sheet(page).getByText(text.adminsOnly).waitFor();
  await expectSound(visitor);
  await activate(sheet(page).getByRole('button', { name: uiTexts.en.close }));
  await visitor.leave();
});

test('a server out of reach loses nothing that was typed', async () => {
  const member = subscribed();
  const visitor = await openSheet(member);
  const { page } = visitor;
  visitor.expectComplaints(/ERR_FAILED|Failed to load/);
  const line = await lineOf(page);
  line.cut();
  await field(page, text.price.MONTHLY).fill('61');
  await sheet(page).getByRole('alert').first().waitFor();
  expect(await field(page, text.price.MONTHLY).inputValue()).toBe('61');
  line.mend();
  await choose(page, text.effectives.NOW);
  await sheet(page)
    .getByRole('button', { name: /^Change from/, disabled: false })
    .waitFor();
  expectQuiet(visitor);
  await visitor.leave();
});

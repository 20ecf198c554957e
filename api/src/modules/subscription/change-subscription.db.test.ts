import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { auditOf, newId } from '../../testing/gym-scene.ts';
import { openSubscriptionScene } from '../../testing/subscription-scene.ts';
import type { SubscriptionScene } from '../../testing/subscription-scene.ts';

let scene: SubscriptionScene;
beforeAll(async () => {
  scene = await openSubscriptionScene();
});
beforeEach(() => scene.api.clock.set('2026-03-09T12:00:00Z'));
afterAll(() => scene.api.close());

const march = { from: '2026-03-01', to: '2026-03-31', cents: 7950 };

test('another type from today: the rest of the month is credited and charged anew', async () => {
  const memberId = await scene.addPayer();
  const old = await scene.addRunning(memberId, {}, march);
  const wish = { memberId, kind: 'CHANGE', subscriptionId: old, effective: 'NOW', typeId: scene.once };
  const preview = await scene.preview(wish);
  // 23 of 31 days.
  expect(preview).toMatchObject({
    effectiveOn: '2026-03-09',
    lines: [
      { description: 'Tegoed Unlimited, 9–31 mrt 2026', total: { amountCents: -5898 } },
      { description: 'Once a week, 9–31 mrt 2026', total: { amountCents: 3339 } },
    ],
    total: { amountCents: -2559 },
    paymentMethod: 'ACCOUNT',
    subscriptions: [
      { subscriptionId: old, role: 'ENDS', endsOn: '2026-03-08' },
      { subscriptionId: null, role: 'STARTS', startsOn: '2026-03-09', endsOn: null, type: { name: 'Once a week' } },
    ],
    nextCharges: [
      { chargedOn: '2026-04-01', total: { amountCents: 4500 }, description: 'Once a week, april 2026' },
      { chargedOn: '2026-05-01' },
      { chargedOn: '2026-06-01' },
    ],
  });
  const made = await scene.change(wish);
  expect(made).toMatchObject({ status: 'ACTIVE', startsOn: '2026-03-09', replacesId: old, isUndoable: true });
  const lines = await scene.linesOf(memberId);
  expect(lines.slice(1).map((line) => [line.description, line.total_cents, line.vat_cents])).toEqual(
    preview.lines.map((line) => [line.description, line.total.amountCents, line.vat.amountCents]),
  );
  expect(lines[1]).toMatchObject({ subscription_id: old, corrects_purchase_id: lines[0]?.id });
  const byAdmin = { employee_id: scene.admin.employeeId };
  const trail = await auditOf(scene.api, 'subscription', memberId);
  expect(trail.slice(-2)).toEqual([
    { action: 'UPDATE', ...byAdmin },
    { action: 'INSERT', ...byAdmin },
  ]);
  expect(await auditOf(scene.api, 'subscription_change', memberId)).toEqual([{ action: 'INSERT', ...byAdmin }]);
  expect((await scene.subscriptionsOf(memberId)).map(({ endsOn, isUndoable }) => [endsOn, isUndoable])).toEqual([
    ['2026-03-08', false],
    [null, true],
  ]);
});

test('another type from the next period costs nothing now, and can be undone until it begins', async () => {
  const memberId = await scene.addPayer();
  const old = await scene.addRunning(memberId, {}, march);
  const wish = { memberId, kind: 'CHANGE', subscriptionId: old, effective: 'NEXT_PERIOD', typeId: scene.once };
  expect(await scene.preview(wish)).toMatchObject({
    effectiveOn: '2026-04-01',
    lines: [],
    total: { amountCents: 0 },
    paymentMethod: null,
    nextCharges: [{ chargedOn: '2026-04-01', total: { amountCents: 4500 } }, {}, {}],
  });
  const made = await scene.change(wish);
  expect(made).toMatchObject({ status: 'PENDING', startsOn: '2026-04-01' });
  const again = await scene.ask('preview', { ...wish, typeId: scene.twice });
  expect(again.answer).toMatchObject({ reason: 'CHANGE_PENDING' });
  expect((await scene.ask('preview', { memberId, kind: 'CANCEL', subscriptionId: made.id })).answer).toMatchObject({
    reason: 'CHANGE_PENDING',
  });
  expect(await scene.undo(made.id)).toMatchObject({ subscription: null });
  expect(await scene.subscriptionsOf(memberId)).toMatchObject([{ id: old, endsOn: null, status: 'ACTIVE' }]);
  expect(await scene.owedBy(memberId)).toBe(7950);
});

test('on 1 April what was planned has begun, and is no longer undone', async () => {
  const memberId = await scene.addPayer();
  const old = await scene.addRunning(memberId, {}, march);
  const made = await scene.change({
    memberId,
    kind: 'CHANGE',
    subscriptionId: old,
    effective: 'NEXT_PERIOD',
    priceCents: 5000,
  });
  scene.api.clock.set('2026-03-31T21:59:00Z');
  expect((await scene.subscriptionsOf(memberId)).at(-1)).toMatchObject({ isUndoable: true });
  scene.api.clock.set('2026-03-31T22:01:00Z');
  expect((await scene.subscriptionsOf(memberId)).at(-1)).toMatchObject({ isUndoable: false, status: 'ACTIVE' });
  expect(await scene.undo(made.id)).toMatchObject({ reason: 'TOO_LATE_TO_UNDO' });
});

test('a price changed and undone on the same day costs 0 cents', async () => {
  const memberId = await scene.addPayer();
  const old = await scene.addRunning(memberId, {}, march);
  const made = await scene.change({ memberId, kind: 'CHANGE', subscriptionId: old, priceCents: 4321 });
  expect(await scene.owedBy(memberId)).not.toBe(7950);
  expect(await scene.undo(made.id)).toMatchObject({ __typename: 'SubscriptionChanged' });
  expect(await scene.owedBy(memberId)).toBe(7950);
  expect(await scene.subscriptionsOf(memberId)).toMatchObject([
    { id: old, endsOn: null, price: { amountCents: 7950 } },
  ]);
});

test('changed twice on one day, the one in between never counts', async () => {
  const memberId = await scene.addPayer();
  const old = await scene.addRunning(memberId, {}, march);
  const between = await scene.change({ memberId, kind: 'CHANGE', subscriptionId: old, typeId: scene.once });
  const wish = { memberId, kind: 'CHANGE', subscriptionId: between.id, typeId: scene.twice };
  expect((await scene.preview(wish)).subscriptions).toMatchObject([
    { role: 'NEVER_STARTS', subscriptionId: between.id },
    { role: 'STARTS' },
  ]);
  const last = await scene.change(wish);
  // Only the old one's first 8 days and the last one's 23.
  expect(await scene.owedBy(memberId)).toBe(7950 - 5898 + 4600);
  await scene.undo(last.id);
  expect(await scene.owedBy(memberId)).toBe(7950 - 5898 + 3339);
  await scene.undo(between.id);
  expect(await scene.owedBy(memberId)).toBe(7950);
});

test('what was exported is not undone', async () => {
  const memberId = await scene.addPayer();
  const old = await scene.addRunning(memberId, {}, march);
  const made = await scene.change({ memberId, kind: 'CHANGE', subscriptionId: old, priceCents: 4321 });
  await scene.api.owner.query(`update purchase set status = 'PENDING' where subscription_id = $1`, [made.id]);
  expect((await scene.subscriptionsOf(memberId)).at(-1)).toMatchObject({ isUndoable: false });
  expect(await scene.undo(made.id)).toMatchObject({ reason: 'TOO_LATE_TO_UNDO' });
});

test('session types and calendars change in place, and the trail says who did it', async () => {
  const memberId = await scene.addPayer();
  const id = await scene.addRunning(memberId, {}, march);
  const wish = { memberId, kind: 'CHANGE', subscriptionId: id, sessionTypeIds: [scene.yoga, scene.crossfit] };
  expect(await scene.preview(wish)).toMatchObject({
    lines: [],
    subscriptions: [{ role: 'CHANGES', subscriptionId: id }],
  });
  const changed = await scene.change(wish);
  expect(changed).toMatchObject({ id, sessionTypes: [{ id: scene.crossfit }, { id: scene.yoga }] });
  const trail = await auditOf(scene.api, 'subscription_session_type', memberId);
  expect(trail.at(-1)).toEqual({ action: 'INSERT', employee_id: scene.admin.employeeId });
  expect((await scene.ask('preview', wish)).answer).toMatchObject({ reason: 'NOTHING_CHANGES' });
  const none = await scene.change({ ...wish, sessionTypeIds: undefined, calendarIds: [] });
  expect(none.id).toBe(id);
  expect(await scene.owedBy(memberId)).toBe(7950);
});

test('other session types from the next period are a new contract on the same terms', async () => {
  const memberId = await scene.addPayer();
  const id = await scene.addRunning(memberId, {}, march);
  const wish = { memberId, kind: 'CHANGE', subscriptionId: id, effective: 'NEXT_PERIOD', sessionTypeIds: [scene.yoga] };
  expect(await scene.change(wish)).toMatchObject({
    replacesId: id,
    price: { amountCents: 7950 },
    sessionTypes: [{ id: scene.yoga }],
  });
});

test('added today: the rest of the month is charged at once; twenty submits add one', async () => {
  const memberId = await scene.addPayer();
  const wish = { memberId, kind: 'ADD', typeId: scene.twice };
  const { token, lines, nextCharges } = await scene.preview(wish);
  expect(lines).toMatchObject([
    { periodStartsOn: '2026-03-09', periodEndsOn: '2026-03-31', total: { amountCents: 4600 } },
  ]);
  expect(nextCharges).toMatchObject([{ chargedOn: '2026-04-01', total: { amountCents: 6200 } }, {}, {}]);
  const id = newId();
  const answers = await Promise.all(Array.from({ length: 20 }, () => scene.ask('change', { id, change: wish, token })));
  const ids = new Set(answers.map(({ answer }) => (answer as { subscription: { id: string } }).subscription.id));
  expect(ids.size).toBe(1);
  expect(await scene.linesOf(memberId)).toHaveLength(1);
  const [made] = await scene.subscriptionsOf(memberId);
  expect(made).toMatchObject({ status: 'ACTIVE', endsOn: null, nextCharge: { chargedOn: '2026-04-01' } });
  const { rows } = await scene.api.owner.query(
    'select first_term_ends_on::text as day from subscription where id = $1',
    [made?.id],
  );
  expect(rows).toEqual([{ day: '2026-06-08' }]);
  expect((await scene.ask('change', { id, change: { ...wish, priceCents: 1 }, token })).refusal).toBe(
    'BAD_USER_INPUT id ID_REUSED',
  );
});

test('one id for two members at once makes one change, and a double undo undoes one thing', async () => {
  const members = [await scene.addPayer(), await scene.addPayer()];
  const id = newId();
  const wishes = members.map((memberId) => ({ memberId, kind: 'ADD', typeId: scene.unlimited }));
  const tokens = await Promise.all(wishes.map(async (wish) => (await scene.preview(wish)).token));
  const answers = await Promise.all(wishes.map((change, at) => scene.ask('change', { id, change, token: tokens[at] })));
  expect(new Set(answers.map(({ refusal }) => refusal))).toEqual(new Set([undefined, 'BAD_USER_INPUT id ID_REUSED']));
  expect((await Promise.all(members.map(scene.linesOf))).flat()).toHaveLength(1);
  const memberId = await scene.addPayer();
  const added = await scene.change({ memberId, kind: 'ADD', typeId: scene.unlimited, startsOn: '2026-04-01' });
  await scene.change({ memberId, kind: 'CANCEL', subscriptionId: added.id });
  const undo = { id: newId(), subscriptionId: added.id };
  await Promise.all(Array.from({ length: 5 }, () => scene.ask('undo', undo)));
  expect(await scene.subscriptionsOf(memberId)).toMatchObject([{ id: added.id, cancelledAt: null }]);
});

test('added and undone costs nothing; added for a later day, nothing is charged until then', async () => {
  const memberId = await scene.addPayer();
  const made = await scene.change({ memberId, kind: 'ADD', typeId: scene.unlimited });
  expect(await scene.owedBy(memberId)).toBe(5898);
  await scene.undo(made.id);
  expect([await scene.owedBy(memberId), await scene.subscriptionsOf(memberId)]).toEqual([0, []]);
  const later = await scene.change({ memberId, kind: 'ADD', typeId: scene.unlimited, startsOn: '2026-03-20' });
  expect(later).toMatchObject({
    status: 'PENDING',
    isUndoable: true,
    nextCharge: { chargedOn: '2026-03-20', total: { amountCents: 3077 } },
  });
  expect(await scene.owedBy(memberId)).toBe(0);
});

test('a yearly one is charged once and ends by itself; changed to monthly, the days left are credited', async () => {
  const memberId = await scene.addPayer();
  const year = await scene.change({ memberId, kind: 'ADD', typeId: scene.unlimited, billing: 'YEARLY' });
  expect(year).toMatchObject({ endsOn: '2027-03-08', nextCharge: null, price: { amountCents: 79500 } });
  expect((await scene.ask('preview', { memberId, kind: 'CANCEL', subscriptionId: year.id })).answer).toMatchObject({
    reason: 'NOTHING_CHANGES',
  });
  scene.api.clock.set('2026-05-01T10:00:00Z');
  const monthly = await scene.preview({ memberId, kind: 'CHANGE', subscriptionId: year.id, billing: 'MONTHLY' });
  // 53 of 365 days were used.
  expect(monthly.lines.map(({ total }) => total.amountCents)).toEqual([Math.round((79500 * 53) / 365) - 79500, 7950]);
  const next = await scene.preview({
    memberId,
    kind: 'CHANGE',
    subscriptionId: year.id,
    billing: 'MONTHLY',
    effective: 'NEXT_PERIOD',
  });
  expect(next).toMatchObject({
    effectiveOn: '2027-03-09',
    lines: [],
    nextCharges: [{ chargedOn: '2027-03-09' }, {}, {}],
  });
});

test('what is bought once has credits and a validity, and is not changed after its first day', async () => {
  const memberId = await scene.addPayer();
  const card = await scene.change({ memberId, kind: 'ADD', typeId: scene.card });
  expect(card).toMatchObject({ endsOn: '2026-07-06', nextCharge: null });
  expect(await scene.linesOf(memberId)).toMatchObject([
    { total_cents: 12500, description: 'Ten sessions', period_ends_on: '2026-07-06' },
  ]);
  scene.api.clock.set('2026-03-10T12:00:00Z');
  const wish = { memberId, kind: 'CHANGE', subscriptionId: card.id, typeId: scene.unlimited };
  expect((await scene.ask('preview', wish)).answer).toMatchObject({ reason: 'BOUGHT_ONCE' });
  expect(await scene.preview({ ...wish, effective: 'NEXT_PERIOD' })).toMatchObject({ effectiveOn: '2026-07-07' });
  expect(await scene.preview({ memberId, kind: 'CANCEL', subscriptionId: card.id })).toMatchObject({
    lines: [],
    earliestEnd: { endsOn: '2026-03-10', noticeEndsOn: null },
  });
});

test('cancelled with a month of notice: kept with its basis and a dated confirmation; undone, it runs on', async () => {
  const memberId = await scene.addPayer();
  const id = await scene.addRunning(memberId, {}, march);
  const wish = { memberId, kind: 'CANCEL', subscriptionId: id };
  expect(await scene.preview(wish)).toMatchObject({
    lines: [],
    effectiveOn: '2026-04-10',
    earliestEnd: { endsOn: '2026-04-09', firstTermEndsOn: null, noticeEndsOn: '2026-04-09', cancelledOn: '2026-03-09' },
    // 9 of 30 days.
    nextCharges: [{ chargedOn: '2026-04-01', total: { amountCents: 2385 }, periodEndsOn: '2026-04-09' }],
  });
  const cancelled = await scene.change(wish);
  expect(cancelled).toMatchObject({ endsOn: '2026-04-09', isUndoable: true, cancellation: { endsOn: '2026-04-09' } });
  expect(cancelled.cancellation?.confirmation).toContain('9 maart 2026');
  expect((await scene.ask('preview', wish)).answer).toMatchObject({ reason: 'ALREADY_CANCELLED' });
  await scene.undo(id);
  expect(await scene.subscriptionsOf(memberId)).toMatchObject([
    { endsOn: null, cancelledAt: null, cancellation: null },
  ]);
  const again = await scene.change(wish);
  expect(again.cancellation?.confirmationNumber).not.toBe(cancelled.cancellation?.confirmationNumber);
  const actions = (await auditOf(scene.api, 'subscription_cancellation', memberId)).map(({ action }) => action);
  expect(actions).toEqual(['INSERT', 'UPDATE', 'INSERT']);
});

test('undoing a cancellation charges the days that were left out when the month was charged', async () => {
  const memberId = await scene.addPayer();
  const id = await scene.addRunning(memberId, {}, march);
  await scene.change({ memberId, kind: 'CANCEL', subscriptionId: id });
  scene.api.clock.set('2026-04-05T12:00:00Z');
  await chargeApril(memberId, id, '2026-04-09', 2385);
  await scene.undo(id);
  expect((await scene.linesOf(memberId)).at(-1)).toMatchObject({
    period_starts_on: '2026-04-10',
    period_ends_on: '2026-04-30',
    total_cents: 7950 - 2385,
  });
  expect(await scene.owedBy(memberId)).toBe(2 * 7950);
});

const chargeApril = (memberId: string, id: string, until: string, cents: number) =>
  scene.api.owner.query(
    `insert into purchase (gym_id, member_id, kind, description, unit_price_cents, total_cents, vat_rate_bp, vat_cents, currency, purchased_at, subscription_id, period_starts_on, period_ends_on)
     values ($1, $2, 'SUBSCRIPTION', 'April', $3, $3, 900, 0, 'EUR', '2026-04-01', $4, '2026-04-01', $5)`,
    [scene.gymId, memberId, cents, id, until],
  );

test('within the first term the earliest end is the end of the term; the gym may be milder, with a credit', async () => {
  const memberId = await scene.addPayer();
  const id = await scene.addRunning(memberId, { first_term_ends_on: '2026-05-31' }, march);
  expect(await scene.preview({ memberId, kind: 'CANCEL', subscriptionId: id })).toMatchObject({
    earliestEnd: { endsOn: '2026-05-31', noticeEndsOn: '2026-04-09' },
    subscriptions: [{ endsOn: '2026-05-31' }],
  });
  const milder = await scene.change({ memberId, kind: 'CANCEL', subscriptionId: id, endsOn: '2026-03-15' });
  expect(milder).toMatchObject({ endsOn: '2026-03-15', nextCharge: null });
  expect(milder.cancellation?.confirmation).toContain('eerdere einddatum');
  expect(await scene.owedBy(memberId)).toBe(Math.round((7950 * 15) / 31));
  await scene.undo(id);
  expect(await scene.owedBy(memberId)).toBe(7950);
});

test('a preview that no longer holds is a conflict with the new one, and nothing is done', async () => {
  const memberId = await scene.addPayer();
  const id = await scene.addRunning(memberId, {}, march);
  const change = { memberId, kind: 'CHANGE', subscriptionId: id, typeId: scene.once };
  const { token } = await scene.preview(change);
  scene.api.clock.set('2026-03-10T12:00:00Z');
  const { answer } = await scene.ask('change', { id: newId(), change, token });
  expect(answer).toMatchObject({ __typename: 'SubscriptionChangeConflict', preview: { effectiveOn: '2026-03-10' } });
  expect(await scene.linesOf(memberId)).toHaveLength(1);
  const fresh = (answer as { preview: { token: string } }).preview.token;
  expect((await scene.ask('change', { change, token: fresh })).answer).toMatchObject({
    __typename: 'SubscriptionChanged',
  });
});

test('of two admins who change it at once, one learns that it is no longer so', async () => {
  const memberId = await scene.addPayer();
  const id = await scene.addRunning(memberId, {}, march);
  const wishes = [scene.once, scene.twice].map((typeId) => ({ memberId, kind: 'CHANGE', subscriptionId: id, typeId }));
  const tokens = await Promise.all(wishes.map((wish) => scene.preview(wish)));
  const answers = await Promise.all(
    wishes.map((change, index) => scene.ask('change', { id: newId(), change, token: tokens[index]?.token })),
  );
  const kinds = new Set(answers.map(({ answer }) => answer?.__typename));
  expect(kinds).toEqual(new Set(['SubscriptionChangeRefused', 'SubscriptionChanged']));
  expect(await scene.subscriptionsOf(memberId)).toHaveLength(2);
});

test('undo is about the change that it names, and about no other', async () => {
  const memberId = await scene.addPayer();
  const id = newId();
  const added = await scene.change({ memberId, kind: 'ADD', typeId: scene.unlimited }, id);
  const [included, cancelled] = [newId(), newId()];
  const about = { memberId, subscriptionId: added.id };
  await scene.change({ ...about, kind: 'CHANGE', sessionTypeIds: [scene.yoga] }, included);
  const undo = async (changeId: string) =>
    (await scene.ask('undo', { id: newId(), subscriptionId: added.id, changeId })).answer;
  expect(await undo(included)).toMatchObject({ reason: 'NOTHING_TO_UNDO' });
  await scene.change({ ...about, kind: 'CANCEL' }, cancelled);
  expect(await undo(included)).toMatchObject({ reason: 'NOTHING_TO_UNDO' });
  expect(await undo(id)).toMatchObject({ reason: 'NOTHING_TO_UNDO' });
  expect(await scene.subscriptionsOf(memberId)).toMatchObject([{ id: added.id, sessionTypes: [{ id: scene.yoga }] }]);
  const unknown = await scene.ask('undo', { id: newId(), subscriptionId: added.id, changeId: newId() });
  expect(unknown.refusal).toBe('NOT_FOUND');
  expect(await undo(cancelled.toUpperCase())).toMatchObject({ subscription: { id: added.id, cancelledAt: null } });
  expect(await undo(id)).toMatchObject({ subscription: null });
});

test('what was refunded of a line is not credited again', async () => {
  const memberId = await scene.addPayer();
  const id = await scene.addRunning(memberId, {}, march);
  const [line] = await scene.linesOf(memberId);
  const pay = (kind: string, cents: number) =>
    scene.api.owner.query(
      `insert into payment (gym_id, member_id, purchase_id, kind, method, amount_cents, currency, reference, happened_at)
       select gym_id, member_id, id, $2, 'STRIPE', $3, currency, 're_1', now() from purchase where id = $1`,
      [line?.id, kind, cents],
    );
  await scene.api.owner.query(`update purchase set status = 'PAID', paid_at = now() where id = $1`, [line?.id]);
  await pay('PAYMENT', 7950);
  await pay('REFUND', -1000);
  const wish = { memberId, kind: 'CHANGE', subscriptionId: id, typeId: scene.once };
  // 8 days of March cost 2052.
  expect((await scene.preview(wish)).lines[0]?.total).toEqual({ amountCents: 2052 - 6950 });
});

test('a credit goes the way of the line that is still open', async () => {
  const memberId = await scene.addPayer();
  const id = await scene.addRunning(memberId, {}, march);
  const [line] = await scene.linesOf(memberId);
  await scene.api.owner.query(`update purchase set payment_method = 'STRIPE_CHECKOUT' where id = $1`, [line?.id]);
  await scene.change({ memberId, kind: 'CHANGE', subscriptionId: id, typeId: scene.once });
  const { rows } = await scene.api.owner.query(
    `select payment_method, corrects_purchase_id is not null as is_credit from purchase where member_id = $1 and id <> $2 order by total_cents`,
    [memberId, line?.id],
  );
  expect(rows).toEqual([
    { payment_method: 'STRIPE_CHECKOUT', is_credit: true },
    { payment_method: 'ACCOUNT', is_credit: false },
  ]);
});

test('paid another way than was shown, it is another preview', async () => {
  const memberId = await scene.addPayer();
  const id = await scene.addRunning(memberId, {}, march);
  await scene.api.owner.query(`update purchase set status = 'PAID', paid_at = now() where subscription_id = $1`, [id]);
  const change = { memberId, kind: 'CANCEL', subscriptionId: id, endsOn: '2026-03-20' };
  const { token, paymentMethod } = await scene.preview(change);
  expect(paymentMethod).toBe('ACCOUNT');
  const collect = (by: string) =>
    scene.api.owner.query('update gym set payment_collection = $2 where id = $1', [scene.gymId, by]);
  await collect('STRIPE');
  const { answer } = await scene.ask('change', { id: newId(), change, token });
  await collect('SEPA');
  expect(answer).toMatchObject({
    __typename: 'SubscriptionChangeConflict',
    preview: { paymentMethod: 'STRIPE_CHECKOUT' },
  });
});

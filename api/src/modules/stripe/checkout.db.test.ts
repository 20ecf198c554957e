import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSubscription, insert } from '../../testing/fixtures.ts';
import { newId, refusalOf } from '../../testing/gym-scene.ts';
import { openStripeScene } from '../../testing/stripe-scene.ts';
import type { StripeScene } from '../../testing/stripe-scene.ts';
import { lookAfterCheckouts } from './look-after-checkouts.ts';

let scene: StripeScene;
beforeAll(async () => {
  scene = await openStripeScene();
});
afterAll(() => scene.close());

interface Started {
  checkout?: {
    id: string;
    status: string;
    reason: string | null;
    shortUrl: string;
    amount: { amountCents: number };
    isCancelling: boolean;
  };
  reason?: string;
}

const fields = `... on CheckoutStarted { checkout { id status reason shortUrl amount { amountCents } isCancelling } } ... on CheckoutRefused { reason }`;
const start = (memberId: string, purchaseIds: string[], id: string = newId()) =>
  scene.api.ask<{ startCheckout: Started }>(
    scene.coach,
    `mutation ($input: StartCheckoutInput!) { startCheckout(input: $input) { ${fields} } }`,
    { input: { id, memberId, purchaseIds } },
  );
const started = async (memberId: string, purchaseIds: string[]) => {
  const { data, errors } = await start(memberId, purchaseIds);
  if (!data?.startCheckout.checkout)
    throw errors?.[0]?.originalError ?? new Error(`refused: ${data?.startCheckout.reason}`);
  return data.startCheckout.checkout;
};
const cancel = async (id: string) => {
  const { cancelCheckout } = await scene.api.get<{ cancelCheckout: Started }>(
    scene.coach,
    `mutation ($input: CheckoutIdInput!) { cancelCheckout(input: $input) { checkout { id status reason isCancelling } } }`,
    { input: { id } },
  );
  return cancelCheckout.checkout;
};
const statusOf = async (id: string) => {
  const { checkout } = await scene.api.get<{ checkout: { status: string; reason: string | null } }>(
    scene.coach,
    `query ($id: ID!) { checkout(id: $id) { status reason } }`,
    { id },
  );
  return checkout;
};
const sessionOf = async (id: string) => {
  const { rows } = await scene.api.owner.query<{ session_id: string }>(
    'select session_id from checkout where id = $1',
    [id],
  );
  return rows[0]?.session_id ?? '';
};
const pay = async (id: string, how: object = {}) => {
  const session = await sessionOf(id);
  await scene.emulator.control('pay_checkout', { account: scene.accountId, session, ...how });
  await scene.settled();
};
const sessionsAtStripe = async (memberId: string) => {
  let count = 0;
  const { rows } = await scene.api.owner.query<{ customer_id: string }>(
    'select customer_id from stripe_customer where member_id = $1',
    [memberId],
  );
  for await (const session of scene.account.stripe.checkouts.list({ from: new Date('2026-01-01') }))
    if (session.customer === rows[0]?.customer_id) count += 1;
  return count;
};
const page = (shortUrl: string, path = '') => fetch(`${shortUrl}${path}`, { redirect: 'manual' });

describe('a checkout', () => {
  test('waits under a short address, and is paid when Stripe says so', async () => {
    const memberId = await scene.addMember();
    const lines = [
      await scene.addLine(memberId),
      await scene.addLine(memberId, { total_cents: 500, unit_price_cents: 500 }),
    ];
    const checkout = await started(memberId, lines);
    expect(checkout).toMatchObject({ status: 'WAITING', amount: { amountCents: 850 } });
    expect(checkout.shortUrl).toMatch(new RegExp(`^${scene.url}/p/[\\w-]{22}$`));
    expect((await scene.line(lines[0] ?? '')).status).toBe('PENDING');
    const way = await page(checkout.shortUrl);
    expect(way.status).toBe(303);
    expect(way.headers.get('location')).toContain(await sessionOf(checkout.id));
    expect(await (await page(checkout.shortUrl, '/done')).text()).toContain('Nog niet betaald');

    await pay(checkout.id);
    expect(await statusOf(checkout.id)).toEqual({ status: 'PAID', reason: null });
    expect(await scene.line(lines[0] ?? '')).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 350'] });
    expect(await scene.line(lines[1] ?? '')).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 500'] });
    const end = await page(checkout.shortUrl);
    const text = await end.text();
    expect(end.status).toBe(200);
    expect(text).toContain('<h1>Betaald</h1>');
    expect(text).not.toMatch(/Shake|Berg|8,50/);
  });

  test('twenty starts at once are one, also under twenty ids', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    const id = newId();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => start(memberId, [lineId], index % 2 === 0 ? id : newId())),
    );
    expect(new Set(answers.map(({ data }) => data?.startCheckout.checkout?.id)).size).toBe(1);
    expect(await sessionsAtStripe(memberId)).toBe(1);
  });

  test('takes only open lines of that member, of at least 50 cents', async () => {
    const [memberId, otherId] = [await scene.addMember(), await scene.addMember()];
    const lineId = await scene.addLine(memberId);
    expect(refusalOf(await start(otherId, [lineId]))).toBe('BAD_USER_INPUT purchaseIds NO_SUCH_LINES');
    expect(refusalOf(await start(memberId, [lineId, newId()]))).toBe('BAD_USER_INPUT purchaseIds NO_SUCH_LINES');
    expect(refusalOf(await start(memberId, []))).toBe('BAD_USER_INPUT purchaseIds NO_SUCH_LINES');
    const reasonOf = async (ids: string[]) => (await start(memberId, ids)).data?.startCheckout.reason;
    expect(await reasonOf([await scene.addLine(memberId, { total_cents: 49, unit_price_cents: 49 })])).toBe(
      'AMOUNT_TOO_SMALL',
    );
    expect(await reasonOf([await scene.addLine(memberId, { status: 'CANCELLED' })])).toBe('NO_LONGER_OPEN');
    const first = await started(memberId, [lineId]);
    expect(await reasonOf([lineId, await scene.addLine(memberId)])).toBe('UNDER_WAY');
    expect((await scene.line(lineId)).status).toBe('PENDING');
    expect(refusalOf(await start(memberId, [await scene.addLine(memberId)], first.id))).toBe(
      'BAD_USER_INPUT id ID_REUSED',
    );
  });

  test('with a credit among the lines is their sum', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    const credit = {
      total_cents: -100,
      unit_price_cents: -100,
      vat_cents: -8,
      corrects_purchase_id: lineId,
      correction_reason: 'Too much',
    };
    const creditId = await scene.addLine(memberId, credit);
    const checkout = await started(memberId, [lineId, creditId]);
    expect(checkout.amount.amountCents).toBe(250);
    await pay(checkout.id);
    expect((await scene.line(creditId)).ledger).toEqual(['PAYMENT -100']);
  });

  test('takes open counter-lines of its lines along, whatever way they were to go', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId, { status: 'FAILED', status_reason: 'card_declined' });
    const otherId = await scene.addLine(memberId);
    const correct = async (cents: number) => {
      const { data } = await scene.api.ask<{ correctPurchase: { purchase: { id: string; paymentMethod: string } } }>(
        scene.coach,
        `mutation ($input: CorrectPurchaseInput!) { correctPurchase(input: $input) { purchase { id paymentMethod } } }`,
        { input: { id: newId(), purchaseId: lineId, amountCents: cents, reason: 'Too much' } },
      );
      return data?.correctPurchase.purchase.id ?? '';
    };
    const [first, second, gone] = [await correct(100), await correct(50), await correct(20)];
    await scene.api.owner.query(`update purchase set payment_method = 'ACCOUNT' where id = $1`, [second]);
    await scene.api.owner.query(`update purchase set status = 'CANCELLED' where id = $1`, [gone]);
    const id = newId();
    const start1 = (await start(memberId, [lineId], id)).data?.startCheckout.checkout;
    expect(start1?.amount.amountCents).toBe(200);
    expect((await start(memberId, [lineId], id)).data?.startCheckout.checkout?.id).toBe(id);
    expect((await start(memberId, [lineId])).data?.startCheckout.checkout?.id).toBe(id);
    expect(refusalOf(await start(memberId, [lineId, otherId], id))).toBe('BAD_USER_INPUT id ID_REUSED');
    // The page asks for what it asks for.
    const late = await scene.api.ask(
      scene.coach,
      `mutation ($input: CorrectPurchaseInput!) { correctPurchase(input: $input) { purchase { id } } }`,
      { input: { id: newId(), purchaseId: lineId, amountCents: 10, reason: 'Too much' } },
    );
    expect(refusalOf(late)).toBe('BAD_USER_INPUT purchaseId PAID_BY_QR');
    await pay(id);
    expect((await scene.line(lineId)).ledger).toEqual(['PAYMENT 350']);
    expect((await scene.line(first)).ledger).toEqual(['PAYMENT -100']);
    expect((await scene.line(second)).ledger).toEqual(['PAYMENT -50']);
    expect((await scene.line(gone)).status).toBe('CANCELLED');
  });

  /** A credit of what was paid, and the charge that the same change of a subscription wrote. */
  const changed = async (memberId: string, creditCents: number) => {
    const { owner } = scene.api;
    const subscription_id = await addSubscription(owner, scene.gymId, memberId);
    const line = (starts: string, cents: number, row: object) =>
      scene.addLine(memberId, {
        ...{ kind: 'SUBSCRIPTION', subscription_id, period_starts_on: starts },
        ...{ total_cents: cents, unit_price_cents: cents, vat_cents: 0, ...row },
      });
    const paidId = await line('2026-03-01', 1000, { status: 'PAID', paid_at: scene.api.clock.now() });
    const creditId = await line('2026-03-04', creditCents, { corrects_purchase_id: paidId });
    const lineId = await line('2026-03-04', 350, {});
    await insert(owner, 'subscription_change', {
      ...{ gym_id: scene.gymId, member_id: memberId, kind: 'CHANGE', subscription_id, effective_on: '2026-03-04' },
      ...{ intent: 'digest', purchase_ids: `{${creditId},${lineId}}`, created_at: scene.api.clock.now() },
    });
    return { creditId, lineId };
  };

  test('of what a change of a subscription charges is less what it credits of a paid line', async () => {
    const memberId = await scene.addMember();
    const { creditId, lineId } = await changed(memberId, -100);
    expect((await started(memberId, [await scene.addLine(memberId)])).amount.amountCents).toBe(350);
    const { id, amount } = await started(memberId, [lineId]);
    expect(amount.amountCents).toBe(250);
    expect((await started(memberId, [lineId])).id).toBe(id);
    await pay(id);
    expect((await scene.line(lineId)).ledger).toEqual(['PAYMENT 350']);
    expect((await scene.line(creditId)).ledger).toEqual(['PAYMENT -100']);
  });

  test('of a change that credits as much is paid without Stripe, and of one that credits more is none', async () => {
    const memberId = await scene.addMember();
    const even = await changed(memberId, -350);
    expect((await started(memberId, [even.lineId])).status).toBe('PAID');
    expect((await scene.line(even.creditId)).ledger).toEqual(['PAYMENT -350']);
    const more = await changed(memberId, -900);
    expect((await start(memberId, [more.lineId])).data?.startCheckout.reason).toBe('AMOUNT_TOO_SMALL');
    expect((await scene.line(more.creditId)).status).toBe('OPEN');
  });

  test('is released with its counter-lines', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    const credit = { total_cents: -100, unit_price_cents: -100, vat_cents: -8, corrects_purchase_id: lineId };
    const creditId = await scene.addLine(memberId, credit);
    await cancel((await started(memberId, [lineId])).id);
    expect([(await scene.line(lineId)).status, (await scene.line(creditId)).status]).toEqual(['OPEN', 'OPEN']);
    expect((await started(memberId, [lineId])).amount.amountCents).toBe(250);
  });

  test('of lines that come to nothing is paid without Stripe; a line corrected to nothing needs none', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    const credit = { total_cents: -350, unit_price_cents: -350, vat_cents: -29, corrects_purchase_id: lineId };
    const creditId = await scene.addLine(memberId, credit);
    const checkout = await started(memberId, [lineId]);
    expect(checkout).toMatchObject({ status: 'PAID', amount: { amountCents: 0 } });
    expect(await scene.line(lineId)).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 350'] });
    expect(await scene.line(creditId)).toMatchObject({ status: 'PAID', ledger: ['PAYMENT -350'] });
    expect(await sessionsAtStripe(memberId)).toBe(0);

    const failedId = await scene.addLine(memberId, { status: 'FAILED', status_reason: 'card_declined' });
    for (const amountCents of [100, null])
      await scene.api.get(
        scene.coach,
        `mutation ($input: CorrectPurchaseInput!) { correctPurchase(input: $input) { purchase { id } } }`,
        { input: { id: newId(), purchaseId: failedId, amountCents, reason: 'Not theirs' } },
      );
    expect(await scene.line(failedId)).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 350'] });
    const { rows } = await scene.api.owner.query(
      `select status, payment_method from purchase where corrects_purchase_id = $1`,
      [failedId],
    );
    expect(rows).toEqual(Array(2).fill({ status: 'PAID', payment_method: 'STRIPE_CHECKOUT' }));
  });

  test('takes no line that direct debit collects', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId, { payment_method: 'ACCOUNT' });
    expect((await start(memberId, [lineId])).data?.startCheckout.reason).toBe('ON_ACCOUNT');
    expect((await scene.line(lineId)).status).toBe('OPEN');
  });

  test('says that a card was declined, and waits on', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    const { id } = await started(memberId, [lineId]);
    await pay(id, { card: '4000000000009995' });
    expect(await statusOf(id)).toEqual({ status: 'WAITING', reason: 'insufficient_funds' });
    await pay(id);
    expect(await statusOf(id)).toEqual({ status: 'PAID', reason: null });
  });

  test.each([
    [true, { status: 'PAID', reason: null }, 'PAID'],
    [false, { status: 'FAILED', reason: expect.any(String) as string }, 'FAILED'],
  ])('done with a delayed method is not paid: the bank says %s', async (isPaid, end, line) => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    const { id } = await started(memberId, [lineId]);
    await pay(id, { method: 'sepa_debit' });
    expect((await statusOf(id)).status).toBe('PROCESSING');
    expect((await scene.line(lineId)).status).toBe('PENDING');
    const { rows } = await scene.api.owner.query<{ intent: string }>(
      'select payment_intent_id as intent from checkout where id = $1',
      [id],
    );
    await scene.emulator.control('settle_debit', { account: scene.accountId, payment_intent: rows[0]?.intent, isPaid });
    await scene.settled();
    expect(await statusOf(id)).toEqual(end);
    expect((await scene.line(lineId)).status).toBe(line);
  });

  test('cancelled gives its lines back; the next one is another', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId, { status: 'FAILED', status_reason: 'card_declined' });
    const first = await started(memberId, [lineId]);
    expect(await cancel(first.id)).toMatchObject({ status: 'CANCELLED' });
    await scene.settled();
    expect(await cancel(first.id)).toMatchObject({ status: 'CANCELLED' });
    expect(await scene.line(lineId)).toMatchObject({ status: 'FAILED', status_reason: 'card_declined' });
    expect(await (await page(first.shortUrl)).text()).toContain('Geannuleerd');
    expect((await started(memberId, [lineId])).id).not.toBe(first.id);
  });

  test('paid at the moment it is cancelled is paid', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    const { id } = await started(memberId, [lineId]);
    await scene.emulator.control('hold');
    const session = await sessionOf(id);
    await scene.emulator.control('pay_checkout', { account: scene.accountId, session });
    expect(await cancel(id)).toMatchObject({ status: 'PAID', isCancelling: false });
    await scene.emulator.control('release');
    await scene.settled();
    expect(await scene.line(lineId)).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 350'] });
  });

  test('runs out after an hour', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    const { id, shortUrl } = await started(memberId, [lineId]);
    await scene.advance(3601);
    expect((await statusOf(id)).status).toBe('EXPIRED');
    expect((await scene.line(lineId)).status).toBe('OPEN');
    expect(await (await page(shortUrl)).text()).toContain('Verlopen');
  });
});

describe('what stops between our books and Stripe', () => {
  test.each(['close-before', 'close-after', 'delay'])('is taken up again: %s', async (how) => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    await scene.emulator.control('fail_next', {
      how,
      path: '/v1/checkout/sessions',
      times: 2,
      ...(how === 'delay' && { ms: 50 }),
    });
    const { id, status } = await started(memberId, [lineId]);
    await scene.emulator.control('stop_failing');
    expect(status).toBe(how === 'delay' ? 'WAITING' : 'STARTING');
    expect((await scene.line(lineId)).status).toBe('PENDING');
    await lookAfterCheckouts(scene.side, scene.account);
    expect((await statusOf(id)).status).toBe('WAITING');
    expect(await sessionsAtStripe(memberId)).toBe(1);
  });

  test('a cancelled page that was never seen to open is closed', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    await scene.emulator.control('fail_next', { how: 'close-after', path: '/v1/checkout/sessions', times: 4 });
    const { id } = await started(memberId, [lineId]);
    expect(await cancel(id)).toMatchObject({ status: 'STARTING', isCancelling: true });
    await scene.emulator.control('stop_failing');
    await lookAfterCheckouts(scene.side, scene.account);
    expect((await statusOf(id)).status).toBe('CANCELLED');
    expect((await scene.line(lineId)).status).toBe('OPEN');
  });

  test('one that never reached Stripe gives its lines back in the end', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    await scene.emulator.control('fail_next', { how: 'close-before', path: '/v1/checkout/sessions', times: 2 });
    const { id } = await started(memberId, [lineId]);
    await scene.emulator.control('stop_failing');
    await scene.advance(3700);
    await lookAfterCheckouts(scene.side, scene.account);
    expect((await statusOf(id)).status).toBe('EXPIRED');
    expect((await scene.line(lineId)).status).toBe('OPEN');
  });

  test('a message that was lost is asked for', async () => {
    const memberId = await scene.addMember();
    const lineId = await scene.addLine(memberId);
    const { id } = await started(memberId, [lineId]);
    await scene.emulator.control('hold');
    await scene.emulator.control('pay_checkout', { account: scene.accountId, session: await sessionOf(id) });
    scene.api.clock.advance(121_000);
    await lookAfterCheckouts(scene.side, scene.account);
    expect((await statusOf(id)).status).toBe('PAID');
    await scene.emulator.control('release');
    await scene.settled();
    expect(await scene.line(lineId)).toMatchObject({ status: 'PAID', ledger: ['PAYMENT 350'] });
  });
});

// Lives of subscriptions through the real schema, with the daily job running at the same moment as whatever is changed. At
// the end every contract has cost what its days cost, and the database holds its invariants.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyLife } from '../../testing/billing-properties.ts';
import { referenceCost } from '../../testing/billing-reference.ts';
import type { ReferenceTerms } from '../../testing/billing-reference.ts';
import type { Step } from '../../testing/subscription-life.ts';
import { insert } from '../../testing/fixtures.ts';
import { newId } from '../../testing/gym-scene.ts';
import { openSubscriptionScene } from '../../testing/subscription-scene.ts';
import type { Preview, SubscriptionScene, Wish } from '../../testing/subscription-scene.ts';
import { addDays } from '../gym/calendar-day.ts';
import { chargeSubscriptions } from './charge-subscriptions.ts';

const LIVES = Number(process.env['LIVES'] ?? 10);
const seed = Number(process.env['SEED'] ?? 20260309);

let scene: SubscriptionScene;
let stripeAccountId: string;
beforeAll(async () => {
  scene = await openSubscriptionScene('2026-01-01T12:00:00Z');
  stripeAccountId = await insert(scene.api.owner, 'stripe_account', {
    gym_id: scene.gymId,
    mode: 'TEST',
    connected_at: '2026-01-01',
  });
});
afterAll(() => scene.api.close());

test('whatever is changed while the job runs, each contract costs what its days cost', async () => {
  const job = chargeSubscriptions(scene.api.database);
  const done = { changed: 0, undone: 0 };
  for (const { startsOn, steps } of fc.sample(anyLife, { numRuns: LIVES, seed })) {
    const memberId = await scene.addPayer();
    let today = startsOn;
    for (const step of steps) {
      today = addDays(today, step.days);
      scene.api.clock.set(`${today}T12:00:00Z`);
      const [, outcome] = await Promise.all([
        step.jobRan ? job.run(scene.api.clock.now()) : null,
        step.does === 'UNDO'
          ? undo(memberId, step.pick)
          : step.does === 'PAY'
            ? hold(memberId)
            : change(memberId, step),
      ]);
      if (outcome === 'SubscriptionChanged') done[step.does === 'UNDO' ? 'undone' : 'changed'] += 1;
    }
    await job.run(scene.api.clock.now());
    expect(await deviationsOf(memberId, today), JSON.stringify({ startsOn, steps })).toEqual([]);
  }
  expect(done.changed).toBeGreaterThan(LIVES);
  expect(done.undone).toBeGreaterThan(LIVES / 5);
  const invariants = readFileSync(new URL('../../../invariants.sql', import.meta.url), 'utf8');
  expect((await scene.api.owner.query(invariants)).rows).toEqual([]);
});

async function change(memberId: string, step: Step): Promise<string | undefined> {
  const subscriptions = await scene.subscriptionsOf(memberId);
  const offers = [scene.unlimited, scene.twice, scene.card, scene.once];
  const day = step.inDays === null ? null : addDays(scene.api.clock.now().toISOString().slice(0, 10), step.inDays);
  const wish: Wish = {
    memberId,
    kind: step.does,
    subscriptionId: step.does === 'ADD' ? null : subscriptions[step.pick % Math.max(1, subscriptions.length)]?.id,
    effective: step.moment,
    typeId: step.does === 'CANCEL' ? null : offers[step.offer],
    billing: step.billing,
    priceCents: step.priceCents,
    startsOn: step.does === 'ADD' ? day : null,
    endsOn: step.does === 'CANCEL' ? day : null,
  };
  const { answer } = await scene.ask('preview', wish);
  if (answer?.__typename !== 'SubscriptionChangePreview') return undefined;
  return carryOut(wish, answer);
}

/** The job may have written a line in the meantime: then there is a new preview. */
async function carryOut(wish: Wish, preview: Preview): Promise<string | undefined> {
  const { answer } = await scene.ask('change', { id: newId(), change: wish, token: preview.token });
  return answer?.__typename === 'SubscriptionChangeConflict' ? carryOut(wish, answer.preview) : answer?.__typename;
}

async function undo(memberId: string, pick: number): Promise<string | undefined> {
  const undoable = (await scene.subscriptionsOf(memberId)).filter((it) => it.isUndoable);
  const chosen = undoable[pick % Math.max(1, undoable.length)];
  if (!chosen) return undefined;
  const answer = await scene.undo(chosen.id);
  // What is said to be undoable is.
  expect(answer.__typename, JSON.stringify(answer)).toBe('SubscriptionChanged');
  return answer.__typename;
}

/** Some line is on its way: with Stripe, since one that is with the bank would be in a batch. */
const hold = (memberId: string): Promise<undefined> =>
  scene.api.owner
    .query(
      `with held as (update purchase set status = 'PENDING', payment_method = 'STRIPE_INVOICE'
          where id = (select id from purchase where member_id = $1 and status = 'OPEN' order by id limit 1) returning *)
       insert into stripe_invoice_item (gym_id, purchase_id, member_id, stripe_account_id, amount_cents, currency, status, asked_at)
       select gym_id, id, member_id, $2, total_cents, currency, 'WAITING', purchased_at from held`,
      [memberId, stripeAccountId],
    )
    .then(() => undefined);

async function deviationsOf(memberId: string, today: string): Promise<string[]> {
  const { rows } = await scene.api.owner.query<ReferenceTerms & { id: string; isVoided: boolean; costs: number }>(
    `select s.id, s.billing, s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", s.price_cents as "priceCents",
       s.voided_at is not null as "isVoided", (select coalesce(sum(p.total_cents), 0)::int from purchase p
         where p.subscription_id = s.id and p.status <> 'CANCELLED') as costs
     from subscription s where s.member_id = $1`,
    [memberId],
  );
  return rows.flatMap((row) => {
    const should = row.isVoided ? 0 : referenceCost(row, today);
    return row.costs === should ? [] : [`${JSON.stringify(row)} should cost ${should}`];
  });
}

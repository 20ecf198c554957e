// Carries a plan out, inside the transaction that it was worked out in: the contracts, the lines, and the record of both.
import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { UserInputError } from '../../graphql/errors.ts';
import { addLine } from '../purchase/add-line.ts';
import { PurchaseKind } from '../purchase/purchase.type.ts';
import { confirmCancellation } from './confirm-cancellation.ts';
import { describeCharge } from './describe-charge.ts';
import type { Plan, PlannedLine } from './plan-subscription-change.ts';
import { billingOf, methodOf } from './show-preview.ts';
import { subscribedFirst } from './subscription.events.ts';
import type { Facts } from './subscription-facts.ts';
import type { Terms, Wish } from './subscription-situation.ts';

/** Who does it, when, and as which change. */
export interface Occasion {
  gymId: string;
  employeeId: string | null;
  now: Date;
  changeId: string;
  intent: string;
}

/** Answers with the subscription that was made or changed. */
export async function applyPlan(
  em: EntityManager,
  facts: Facts,
  { wish, plan }: { wish: Wish; plan: Plan },
  occasion: Occasion,
): Promise<string> {
  const { voidedId, end, include, created } = plan;
  const changed = wish.kind === 'ADD' ? null : wish.contract;
  if (voidedId) await em.execute('update subscription set voided_at = ? where id = ?', [occasion.now, voidedId]);
  if (end)
    await em.execute('update subscription set ends_on = ?, cancelled_at = coalesce(?, cancelled_at) where id = ?', [
      end.endsOn,
      end.isCancelled ? occasion.now : null,
      end.contractId,
    ]);
  if (include) await replaceInclusions(em, occasion, include.contractId, include);
  const newId = created && (await insertSubscription(em, facts, created, occasion));
  if (newId && (await isFirst(em, facts.memberId, newId)))
    await subscribedFirst.emit(em, { memberId: facts.memberId, at: occasion.now });
  const purchaseIds = await writeLines(em, facts, plan, newId, occasion);
  const recorded = await em.execute<{ id: string }[]>(insertChange, [
    occasion.gymId,
    occasion.changeId,
    facts.memberId,
    wish.kind,
    changed?.id ?? null,
    newId,
    plan.effectiveOn,
    changed?.endsOn ?? null,
    occasion.intent,
    uuids(purchaseIds),
    occasion.now,
    occasion.employeeId,
  ]);
  // The id came for another member at the same moment: all of this is taken back.
  if (recorded.length === 0) throw new UserInputError('id', 'ID_REUSED', 'This id was used for something else.');
  if (end?.isCancelled && changed) await confirmCancellation(em, facts, { contract: changed, plan, occasion });
  return newId ?? changed?.id ?? '';
}

const insertChange = `insert into subscription_change (gym_id, id, member_id, kind, subscription_id, new_subscription_id,
    effective_on, former_ends_on, intent, purchase_ids, created_at, created_by)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?) on conflict do nothing returning id`;

const insertContract = `insert into subscription (gym_id, id, member_id, subscription_type_id, starts_on, ends_on, price_cents,
    currency, billing, vat_rate_bp, session_limit, first_term_ends_on, replaces_subscription_id, created_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

async function insertSubscription(
  em: EntityManager,
  { memberId, currency }: Facts,
  { terms, replacesId }: { terms: Terms; replacesId: string | null },
  { gymId, now }: Occasion,
): Promise<string> {
  const id = randomUUIDv7();
  await em.execute(insertContract, [
    gymId,
    id,
    memberId,
    terms.typeId,
    terms.startsOn,
    terms.endsOn,
    terms.priceCents,
    currency,
    terms.billing,
    terms.vatRateBp,
    terms.sessionLimit,
    terms.firstTermEndsOn,
    replacesId,
    now,
  ]);
  await replaceInclusions(em, { gymId }, id, terms);
  return id;
}

async function isFirst(em: EntityManager, memberId: string, id: string): Promise<boolean> {
  const others = await em.execute(
    'select from subscription where member_id = ? and id <> ? and voided_at is null limit 1',
    [memberId, id],
  );
  return others.length === 0;
}

/** Only what differs is written: the audit trail holds what somebody changed. */
async function replaceInclusions(
  em: EntityManager,
  { gymId }: Pick<Occasion, 'gymId'>,
  subscriptionId: string,
  { sessionTypeIds, calendarIds }: Pick<Terms, 'sessionTypeIds' | 'calendarIds'>,
): Promise<void> {
  const sets = [
    ['subscription_session_type', 'session_type_id', sessionTypeIds],
    ['subscription_calendar', 'calendar_id', calendarIds],
  ] as const;
  for (const [table, column, ids] of sets) {
    await em.execute(`delete from ${table} where subscription_id = ? and ${column} <> all (?::uuid[])`, [
      subscriptionId,
      uuids(ids),
    ]);
    await em.execute(
      `insert into ${table} (gym_id, subscription_id, ${column}) select ?, ?, it from unnest(?::uuid[]) it on conflict do nothing`,
      [gymId, subscriptionId, uuids(ids)],
    );
  }
}

export async function writeLines(
  em: EntityManager,
  facts: Facts,
  plan: Pick<Plan, 'lines' | 'created'>,
  newId: string | null,
  { now, employeeId }: Pick<Occasion, 'now' | 'employeeId'>,
): Promise<string[]> {
  const ids: string[] = [];
  for (const line of plan.lines) {
    const written = await addLine(em, {
      ...lineOf(facts, plan, line),
      id: randomUUIDv7(),
      memberId: facts.memberId,
      subscriptionId: line.subscriptionId ?? newId,
      purchasedAt: now,
      createdBy: employeeId,
      paymentMethod: methodOf(facts, line),
    });
    ids.push(written.id);
  }
  return ids;
}

const lineOf = (facts: Facts, plan: Pick<Plan, 'created'>, line: PlannedLine) => ({
  kind: PurchaseKind.SUBSCRIPTION,
  description: describeCharge(line.typeName, { ...line, billing: billingOf(facts, plan, line) }, facts.locale),
  unitPriceCents: line.totalCents,
  vatRateBp: line.vatRateBp,
  vatCents: line.vatCents,
  periodStartsOn: line.periodStartsOn,
  periodEndsOn: line.periodEndsOn,
  correctsPurchaseId: line.correctsId,
});

/** As PostgreSQL reads an array from text. */
export const uuids = (ids: readonly string[]): string => `{${ids.join(',')}}`;

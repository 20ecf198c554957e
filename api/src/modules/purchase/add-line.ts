// Writes one purchase line, once: whoever makes a line in code makes it here. Says nothing of who may; its callers do.
import type { EntityManager } from '@mikro-orm/postgresql';
import { vatWithin } from '../../database/money.ts';
import { NotFoundError, UserInputError } from '../../graphql/errors.ts';
import { chargeMethodOf, paymentMethodOf } from '../payment-details/payment-readiness.ts';
import type { PaymentMethod } from '../payment-details/payment-method.type.ts';
import { PurchaseLine } from './purchase.entity.ts';

type Optional =
  | 'shopItemId'
  | 'subscriptionId'
  | 'sessionId'
  | 'periodStartsOn'
  | 'periodEndsOn'
  | 'correctsPurchaseId';

/** What a line is made of; total and currency are worked out, and VAT and payment method unless they are given. */
export interface NewLine
  extends
    Pick<PurchaseLine, 'id' | 'memberId' | 'kind' | 'description' | 'unitPriceCents' | 'vatRateBp' | 'purchasedAt'>,
    Partial<Pick<PurchaseLine, Optional | 'correctionReason' | 'createdBy' | 'idempotencyKey' | 'vatCents'>> {
  /** 1 when absent. */
  quantity?: number;
  /** By the gym's collection and the member's payment details when absent. */
  paymentMethod?: PaymentMethod;
}

/**
 * The line with this id, or with this idempotency key (the id when there is none), or of this period: the one that is
 * there already, or a new one. Refuses an id that was used for something else.
 */
export async function addLine(em: EntityManager, line: NewLine): Promise<PurchaseLine> {
  const inserted = await em.execute<{ id: string }[]>(insertLine, valuesOf(line));
  const [{ id } = { id: null }] =
    inserted.length > 0 ? inserted : await em.execute<{ id: string }[]>(findLine, keysOf(line));
  const found = id && (await em.findOne(PurchaseLine, { id }, { refresh: true }));
  if (!found) throw new NotFoundError('There is no such member.');
  if (inserted.length === 0) assertSameIntent(found, line);
  return found;
}

const insertLine = `insert into purchase (gym_id, id, member_id, kind, description, quantity, unit_price_cents, total_cents,
    vat_rate_bp, vat_cents, currency, purchased_at, payment_method, shop_item_id, subscription_id, session_id,
    period_starts_on, period_ends_on, corrects_purchase_id, correction_reason, idempotency_key, created_by)
  select m.gym_id, ?, m.id, k.kind, ?, ?, ?, ?, ?, ?, g.currency, ?, coalesce(?, case when k.kind = 'SUBSCRIPTION' then ${chargeMethodOf} else ${paymentMethodOf} end), ?, ?, ?, ?, ?, ?, ?, ?, ?
    from member m join gym g on g.id = m.gym_id, (select ?::text as kind) k where m.id = ?
  on conflict do nothing returning id`;

function valuesOf(line: NewLine): unknown[] {
  const quantity = line.quantity ?? 1;
  const total = quantity * line.unitPriceCents;
  return [
    line.id,
    line.description,
    quantity,
    line.unitPriceCents,
    total,
    line.vatRateBp,
    line.vatCents ?? vatWithin(total, line.vatRateBp),
    line.purchasedAt,
    line.paymentMethod ?? null,
    line.shopItemId ?? null,
    line.subscriptionId ?? null,
    line.sessionId ?? null,
    line.periodStartsOn ?? null,
    line.periodEndsOn ?? null,
    line.correctsPurchaseId ?? null,
    line.correctionReason ?? null,
    line.idempotencyKey ?? line.id,
    line.createdBy ?? null,
    line.kind,
    line.memberId,
  ];
}

// In the order of the promise; a period has one line, which is the one that is no counter-line.
const findLine = `select id from purchase
   where id = ? or idempotency_key = ? or (subscription_id = ? and period_starts_on = ? and corrects_purchase_id is null)
   order by id = ? desc, idempotency_key is not distinct from ? desc limit 1`;

function keysOf(line: NewLine): unknown[] {
  const key = line.idempotencyKey ?? line.id;
  return [line.id, key, line.subscriptionId ?? null, line.periodStartsOn ?? null, line.id, key];
}

/** The price may have changed since the first time: it is no part of what was meant. */
function assertSameIntent(found: PurchaseLine, line: NewLine): void {
  const pairs = [
    [found.memberId, line.memberId.toLowerCase()],
    [found.kind, line.kind],
    [found.quantity, line.quantity ?? 1],
    [found.shopItemId, line.shopItemId ?? null],
    [found.subscriptionId, line.subscriptionId ?? null],
    [found.sessionId, line.sessionId ?? null],
    [found.periodStartsOn, line.periodStartsOn ?? null],
    [found.correctsPurchaseId, line.correctsPurchaseId ?? null],
  ];
  if (pairs.some(([was, is]) => was !== is))
    throw new UserInputError('id', 'ID_REUSED', 'This id was used for something else.');
}

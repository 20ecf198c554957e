// Reads what a change is worked out from and shown with, in one statement: for a preview, and under the member's lock for
// the change itself.
import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonList } from '../../database/json-sql.ts';
import { isUuid } from '../../database/uuid.ts';
import type { Context } from '../../graphql/context.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import type { PaymentBlock } from '../payment-details/payment-details.type.ts';
import type { PaymentMethod } from '../payment-details/payment-method.type.ts';
import { chargeMethodOf, paymentBlock } from '../payment-details/payment-readiness.ts';
import { calendarJson } from '../visit/calendar.entity.ts';
import type { Calendar } from '../visit/calendar.entity.ts';
import { sessionTypeJson } from '../visit/session-type.entity.ts';
import type { SessionType } from '../visit/session-type.entity.ts';
import type { GymLocale } from './describe-charge.ts';
import type { Situation } from './subscription-situation.ts';
import { subscriptionTypeJson } from './subscription-type.entity.ts';
import type { SubscriptionType } from './subscription-type.entity.ts';
import { vatChangesOf } from './vat-rate.ts';

/** A subscription type's terms for who begins now. */
export interface Offer {
  id: string;
  name: string;
  isRecurring: boolean;
  isArchived: boolean;
  priceCents: number;
  yearlyPriceCents: number | null;
  vatRateBp: number;
  sessionLimit: number | null;
  validityDays: number | null;
  firstTermMonths: number;
  sessionTypeIds: string[];
  calendarIds: string[];
  shown: SubscriptionType;
}

export interface Facts extends Situation {
  memberId: string;
  memberNumber: number;
  currency: string;
  locale: GymLocale;
  paymentMethod: PaymentMethod;
  /** Why the member cannot be charged; null when they can. */
  paymentBlock: PaymentBlock | null;
  /** Of the contracts, and the one that was asked for. */
  offers: Offer[];
  sessionTypes: { shown: SessionType; isArchived: boolean }[];
  calendars: { shown: Calendar; isArchived: boolean }[];
}

const ids = (table: string, column: string, owner: string, ownerColumn: string): string =>
  jsonList(
    `select i.${column} as j from ${table} i where i.gym_id = ${owner}.gym_id and i.${ownerColumn} = ${owner}.id order by i.${column}`,
  );

const contracts = jsonList(`select json_build_object(
    'id', s.id, 'billing', s.billing, 'startsOn', s.starts_on, 'endsOn', s.ends_on, 'priceCents', s.price_cents,
    'typeId', s.subscription_type_id, 'typeName', t.name, 'vatRateBp', s.vat_rate_bp, 'agreedAt', s.created_at, 'sessionLimit', s.session_limit,
    'firstTermEndsOn', s.first_term_ends_on, 'isCancelled', s.cancelled_at is not null, 'replacesId', s.replaces_subscription_id,
    'sessionTypeIds', ${ids('subscription_session_type', 'session_type_id', 's', 'subscription_id')},
    'calendarIds', ${ids('subscription_calendar', 'calendar_id', 's', 'subscription_id')}) as j
  from subscription s join subscription_type t on t.gym_id = s.gym_id and t.id = s.subscription_type_id
  where s.gym_id = m.gym_id and s.member_id = m.id and s.voided_at is null order by s.starts_on, s.id`);

/** Lines of periods that are not over before this month. */
const lines = jsonList(`select json_build_object(
    'id', p.id, 'subscriptionId', p.subscription_id, 'periodStartsOn', p.period_starts_on, 'periodEndsOn', p.period_ends_on,
    'vatRateBp', p.vat_rate_bp, 'status', p.status, 'paymentMethod', p.payment_method,
    'leftCents', case when p.status in ('CANCELLED', 'REFUNDED') then 0 else p.total_cents + c.total + r.cents end,
    'leftVatCents', case when p.status in ('CANCELLED', 'REFUNDED') then 0
      else p.vat_cents + c.vat + round(r.cents * p.vat_rate_bp / (10000.0 + p.vat_rate_bp))::int end) as j
  from purchase p
  cross join lateral (select coalesce(sum(k.total_cents), 0)::int as total, coalesce(sum(k.vat_cents), 0)::int as vat
    from purchase k where k.gym_id = p.gym_id and k.corrects_purchase_id = p.id and k.status <> 'CANCELLED') c
  cross join lateral (select coalesce(sum(y.amount_cents), 0)::int as cents from purchase k
    join payment y on y.gym_id = k.gym_id and y.purchase_id = k.id and y.kind = 'REFUND'
    where k.gym_id = p.gym_id and (k.id = p.id or k.corrects_purchase_id = p.id)) r
  where p.gym_id = m.gym_id and p.member_id = m.id and p.subscription_id is not null and p.period_starts_on is not null
    and p.corrects_purchase_id is null and (p.period_ends_on is null or p.period_ends_on >= date_trunc('month', d.today))
  order by p.period_starts_on, p.id`);

const offers = jsonList(`select json_build_object(
    'id', t.id, 'name', t.name, 'isRecurring', t.is_recurring, 'isArchived', t.archived_at is not null, 'priceCents', t.price_cents,
    'yearlyPriceCents', t.yearly_price_cents, 'vatRateBp', t.vat_rate_bp, 'sessionLimit', t.session_limit,
    'validityDays', t.validity_days, 'firstTermMonths', t.first_term_months,
    'sessionTypeIds', ${ids('subscription_type_session_type', 'session_type_id', 't', 'subscription_type_id')},
    'calendarIds', ${ids('subscription_type_calendar', 'calendar_id', 't', 'subscription_type_id')},
    'shown', ${subscriptionTypeJson('t')}) as j
  from subscription_type t
  where t.gym_id = m.gym_id and (t.id = asked.type_id or t.id in (
    select s.subscription_type_id from subscription s where s.gym_id = m.gym_id and s.member_id = m.id and s.voided_at is null))
  order by t.id`);

const factsSql = (memberId: string, now: string, typeId: string): string => `
  select json_build_object(
    'memberId', m.id, 'memberNumber', m.member_number, 'today', d.today, 'currency', g.currency, 'locale', g.locale, 'chargesFrom', g.charges_from,
    'paymentMethod', ${chargeMethodOf}, 'paymentBlock', ${paymentBlock('asked.now')},
    'vatChanges', ${vatChangesOf('m.gym_id')}, 'contracts', ${contracts}, 'lines', ${lines}, 'offers', ${offers},
    'sessionTypes', ${jsonList(`select json_build_object('shown', ${sessionTypeJson('t')}, 'isArchived', t.archived_at is not null) as j
      from session_type t where t.gym_id = m.gym_id order by t.name, t.id`)},
    'calendars', ${jsonList(`select json_build_object('shown', ${calendarJson('c')}, 'isArchived', c.archived_at is not null) as j
      from calendar c where c.gym_id = m.gym_id order by c.name, c.id`)}) as facts
  from (select ${memberId}::uuid as member_id, ${now}::timestamptz as now, ${typeId}::uuid as type_id) asked
  join member m on m.id = asked.member_id
  join gym g on g.id = m.gym_id
  cross join lateral (select (asked.now at time zone g.time_zone)::date as today) d`;

export interface Question {
  memberId: string;
  typeId?: string | null;
}

export async function getFacts(context: Context, { memberId, typeId }: Question): Promise<Facts> {
  const values = [uuidOf(memberId), context.clock.now(), uuidOf(typeId)];
  const rows = await context.db.rows<{ facts: Facts }>(factsSql('$1', '$2', '$3'), values, {
    name: 'subscription_facts',
  });
  return known(rows);
}

/** Nobody else changes this member's subscriptions, and no line of them is written, until the transaction ends. */
export async function lockFacts(em: EntityManager, { memberId, typeId }: Question, now: Date): Promise<Facts> {
  await em.execute('select from member where id = ? for no key update', [uuidOf(memberId)]);
  await em.execute('select from subscription where member_id = ? order by id for no key update', [uuidOf(memberId)]);
  return known(await em.execute<{ facts: Facts }[]>(factsSql('?', '?', '?'), [uuidOf(memberId), now, uuidOf(typeId)]));
}

/** Of a contract, or the one that was asked for: those were read. */
export function offerById({ offers: all }: Pick<Facts, 'offers'>, typeId: string): Offer {
  const offer = all.find(({ id }) => id === typeId);
  if (!offer) throw new Error(`The subscription type ${typeId} was not read.`);
  return offer;
}

const uuidOf = (id: string | null | undefined): string | null => (id && isUuid(id) ? id : null);

function known([row]: { facts: Facts }[]): Facts {
  if (!row) throw new NotFoundError('There is no such member.');
  return row.facts;
}

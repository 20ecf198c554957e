// Charges the next few subscriptions of a gym, in one transaction of bounded size. What a period costs is the subscription
// module's to say; this finds the subscriptions that lack a line and writes what they lack.
import type { EntityManager } from '@mikro-orm/postgresql';
import { vatWithin } from '../../database/money.ts';
import { addDays, laterOf } from '../gym/calendar-day.ts';
import { dayOf } from '../gym/gym-day.ts';
import { chargeMethodOf } from '../payment-details/payment-readiness.ts';
import type { BillingTerms } from '../subscription/billing-period.ts';
import { describeCharge } from '../subscription/describe-charge.ts';
import { chargesDue } from '../subscription/plan-charges.ts';
import { vatChangesOf, vatRateOn } from '../subscription/vat-rate.ts';
import type { VatChange, VatTerms } from '../subscription/vat-rate.ts';

interface Span {
  now: Date;
  batchSize: number;
  /** The id of the last subscription that was looked at. */
  after: string | null;
}

interface Charged {
  subscriptionCount: number;
  lineCount: number;
  /** Null when there are no more. */
  lastId: string | null;
}

interface GymRow {
  timeZone: string;
  locale: 'nl' | 'en';
  chargesFrom: string | null;
  vatChanges: VatChange[];
}

interface Terms extends BillingTerms, VatTerms {
  id: string;
  typeName: string;
  lastPeriodStartsOn: string | null;
}

export async function chargeBatch(em: EntityManager, { now, batchSize, after }: Span): Promise<Charged> {
  const [gym] = await em.execute<GymRow[]>(
    `select time_zone as "timeZone", locale, charges_from::text as "chargesFrom", ${vatChangesOf('g.id')} as "vatChanges" from gym g`,
  );
  if (!gym) throw new Error('There is no gym in this transaction.');
  const today = dayOf(now, gym.timeZone);
  const locked = await em.execute<{ id: string }[]>(lackingLines, [after, today, today, today, batchSize]);
  if (locked.length === 0) return { subscriptionCount: 0, lineCount: 0, lastId: null };
  const terms = await em.execute<Terms[]>(termsOf, [JSON.stringify(locked)]);
  const lines = terms.flatMap((subscription) => linesOf(subscription, gym, today));
  const written = await em.execute<{ id: string }[]>(insertLines, [JSON.stringify(lines)]);
  return {
    subscriptionCount: terms.length,
    lineCount: written.length,
    lastId: locked.length < batchSize ? null : (locked.at(-1)?.id ?? null),
  };
}

function linesOf(subscription: Terms, gym: GymRow, today: string) {
  const { id, typeName, startsOn, billing, lastPeriodStartsOn } = subscription;
  const afterLast = lastPeriodStartsOn === null ? startsOn : addDays(lastPeriodStartsOn, 1);
  return chargesDue(subscription, laterOf(afterLast, gym.chargesFrom ?? afterLast), today).map((charge) => {
    const vatRateBp = vatRateOn(subscription, charge.periodStartsOn, gym.vatChanges);
    return {
      subscription_id: id,
      description: describeCharge(typeName, { billing, ...charge }, gym.locale),
      cents: charge.totalCents,
      vat_rate_bp: vatRateBp,
      vat_cents: vatWithin(charge.totalCents, vatRateBp),
      starts_on: charge.periodStartsOn,
      ends_on: charge.periodEndsOn,
    };
  });
}

// First day of the last period of s that has begun.
const lastPeriod = `case s.billing when 'MONTHLY'
  then greatest(date_trunc('month', least(s.ends_on, ?::date)::timestamp)::date, s.starts_on) else s.starts_on end`;

// First day of the last period of s that has a line, cancelled or not. The filter is none of the search: an index of
// counter-lines would be the wrong one, which the planner cannot know of a table that has just been filled.
const lastCharged = `(select max(p.period_starts_on) filter (where p.corrects_purchase_id is null)
  from purchase p where p.gym_id = s.gym_id and p.subscription_id = s.id)`;

// Whoever is changing one of them right now goes first: it is charged in the next round, as it is then.
const lackingLines = `select s.id from subscription s join gym g on g.id = s.gym_id
  where s.id > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000') and s.voided_at is null and s.price_cents > 0
    and s.starts_on <= ?::date and ${lastPeriod} >= coalesce(g.charges_from, '-infinity')
    and coalesce(${lastCharged}, '-infinity') < ${lastPeriod}
  order by s.id limit ? for no key update of s skip locked`;

// After the lock and in a statement of its own: it sees the lines of who held the lock before.
const termsOf = `select s.id, t.name as "typeName", s.starts_on::text as "startsOn", s.ends_on::text as "endsOn", s.billing,
    s.price_cents as "priceCents", s.vat_rate_bp as "vatRateBp", s.created_at::text as "agreedAt",
    ${lastCharged}::text as "lastPeriodStartsOn"
  from jsonb_to_recordset(?::jsonb) l (id uuid) join subscription s on s.id = l.id
  join subscription_type t on t.gym_id = s.gym_id and t.id = s.subscription_type_id
  where s.voided_at is null`;

const insertLines = `insert into purchase (gym_id, member_id, kind, description, unit_price_cents, total_cents, vat_rate_bp,
    vat_cents, currency, purchased_at, payment_method, subscription_id, period_starts_on, period_ends_on)
  select s.gym_id, s.member_id, 'SUBSCRIPTION', l.description, l.cents, l.cents, l.vat_rate_bp, l.vat_cents, s.currency,
         greatest(l.starts_on::timestamp at time zone g.time_zone, s.created_at), ${chargeMethodOf},
         s.id, l.starts_on, l.ends_on
    from jsonb_to_recordset(?::jsonb) l (subscription_id uuid, description text, cents int, vat_rate_bp int, vat_cents int,
           starts_on date, ends_on date)
    join subscription s on s.id = l.subscription_id
    join member m on m.gym_id = s.gym_id and m.id = s.member_id join gym g on g.id = s.gym_id
  on conflict do nothing returning id`;

-- What is wrong with the charges of subscriptions at an instant ($1), worked out by PostgreSQL's own calendar, without the
-- code that charges: one row for each line that is missed, doubled, uncalled for or of another amount.

with gym_day as (
  select id as gym_id, time_zone, coalesce(charges_from, '-infinity') as charges_from,
         ($1::timestamptz at time zone time_zone)::date as today
    from gym
),
-- Calendar months that a monthly subscription touches; the year or the whole of any other.
period as (
  select s.gym_id, s.id, s.price_cents, g.time_zone, s.created_at, month::date as whole_starts_on,
         (month + interval '1 month')::date as whole_ends_before,
         greatest(month::date, s.starts_on) as starts_on,
         least((month + interval '1 month')::date - 1, s.ends_on) as ends_on
    from subscription s join gym_day g using (gym_id)
    cross join generate_series(date_trunc('month', s.starts_on::timestamp), least(g.today, s.ends_on)::timestamp, interval '1 month') month
   where s.billing = 'MONTHLY' and s.voided_at is null and s.starts_on <= g.today
  union all
  select s.gym_id, s.id, s.price_cents, g.time_zone, s.created_at, s.starts_on, (s.starts_on + interval '1 year')::date, s.starts_on, s.ends_on
    from subscription s join gym_day g using (gym_id)
   where s.billing <> 'MONTHLY' and s.voided_at is null and s.starts_on <= g.today
),
-- The price by the day, cumulated, so that neighbouring periods add up; what is bought once or for a year is not cut here.
expected as (
  select p.gym_id, p.id, p.starts_on, p.ends_on, p.time_zone, p.created_at,
         case when s.billing <> 'MONTHLY' then p.price_cents
              else round(p.price_cents::numeric * (p.ends_on - p.whole_starts_on + 1) / (p.whole_ends_before - p.whole_starts_on))
                 - round(p.price_cents::numeric * (p.starts_on - p.whole_starts_on) / (p.whole_ends_before - p.whole_starts_on)) end as cents
    from period p join subscription s using (gym_id, id) join gym_day g using (gym_id)
   where p.starts_on >= g.charges_from
),
written as (
  select gym_id, subscription_id as id, period_starts_on as starts_on, count(*) as lines, sum(total_cents) as cents,
         min(period_ends_on) as ends_on, min(purchased_at) as purchased_at, bool_and(vat_cents between 0 and total_cents) as has_vat
    from purchase where subscription_id is not null and corrects_purchase_id is null
   group by gym_id, subscription_id, period_starts_on
)
select case when w.id is null then 'missed' when e.id is null or w.lines > 1 then 'double' else 'wrong' end as fault,
       format('subscription %s, period of %s: %s lines of %s cents instead of %s', coalesce(w.id, e.id),
         coalesce(w.starts_on, e.starts_on), coalesce(w.lines, 0), coalesce(w.cents, 0), coalesce(e.cents, 0)) as about
  from (select * from expected where cents <> 0) e full join written w using (gym_id, id, starts_on)
 where w.id is null or e.id is null or w.lines > 1 or w.cents <> e.cents or w.ends_on is distinct from e.ends_on or not w.has_vat
    or w.purchased_at <> greatest(e.starts_on::timestamp at time zone e.time_zone, e.created_at)

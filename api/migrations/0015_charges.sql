-- What a purchase was before a payment of it got under way: when that comes to nothing, it is that again.
alter table purchase
  add column held_from text check (held_from in ('OPEN', 'FAILED', 'RETURNED')),
  add constraint purchase_held check (held_from is null or status = 'PENDING');

alter table gym
  -- Periods of subscriptions that start before this day are not charged by the daily job: they were charged by whatever
  -- the gym used before. Null: it charges all of them.
  add column charges_from date;
update gym set charges_from = (now() at time zone time_zone)::date;

-- The gyms that the daily job of charges has to look at, before it is any gym.
create function gyms_with_subscriptions() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id from gym g where exists (select from subscription s where s.gym_id = g.id) order by g.id
$$;
revoke execute on function gyms_with_subscriptions from public;
grant execute on function gyms_with_subscriptions to spotter_app;

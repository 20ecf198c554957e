-- A VAT rate of subscriptions that is another one from a day on, for contracts that run too.

create table vat_change (
  gym_id uuid not null references gym (id),
  -- Chosen by the client that planned it.
  id uuid not null,
  from_rate_bp int not null check (from_rate_bp between 0 and 10000),
  to_rate_bp int not null check (to_rate_bp between 0 and 10000),
  -- Periods that start on this day or after it are charged with the new rate.
  starts_on date not null,
  created_at timestamptz not null,
  created_by uuid,
  -- What is on offer has the new rate since; contracts that were made after it have it from there.
  applied_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (gym_id, id),
  foreign key (gym_id, created_by) references employee (gym_id, id),
  foreign key (gym_id, withdrawn_by) references employee (gym_id, id),
  check (from_rate_bp <> to_rate_bp),
  check (applied_at is null or withdrawn_at is null)
);
create index vat_change_created_by on vat_change (gym_id, created_by);
create index vat_change_withdrawn_by on vat_change (gym_id, withdrawn_by);
create unique index vat_change_once on vat_change (gym_id, starts_on, from_rate_bp) where withdrawn_at is null;
call raise_tenant_wall('vat_change');
revoke delete on vat_change from spotter_app;
create trigger record_change after insert or update or delete on vat_change for each row execute function record_change();

-- Also a gym that has no contract yet has types on offer.
create or replace function gyms_with_subscriptions() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id from gym g where exists (select from subscription s where s.gym_id = g.id)
     or exists (select from vat_change v where v.gym_id = g.id and v.applied_at is null and v.withdrawn_at is null) order by g.id
$$;

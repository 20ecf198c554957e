-- A sub-select in a policy is planned, started and filtered by once for each table of a statement: of the overview's
-- sixty plans, forty were such sub-selects and a third of its time. Read in place, the gym costs a fraction of a
-- microsecond where it is compared, which is once for each look into an index. See decision 0026.

create or replace procedure raise_tenant_wall(wall regclass, gym_column text default 'gym_id') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', wall);
  execute format('alter table %s force row level security', wall);
  execute format('create policy tenant on %s to spotter_app using (%I = current_gym()) with check (%I = current_gym())',
    wall, gym_column, gym_column);
  execute format('create policy owner on %s to %I using (true) with check (true)', wall, current_user);
  execute format('grant select, insert, update, delete on %s to spotter_app', wall);
end $$;

do $$
declare wall record;
begin
  for wall in select tablename, regexp_substr(qual, '\w+') as gym_column from pg_policies
               where schemaname = 'public' and policyname = 'tenant' and roles = '{spotter_app}'
  loop
    execute format('alter policy tenant on %I using (%I = current_gym()) with check (%I = current_gym())',
      wall.tablename, wall.gym_column, wall.gym_column);
  end loop;
end $$;

alter policy own on account using (id = current_account());
alter policy own on login_session
  using (account_id = current_account()) with check (account_id = current_account());

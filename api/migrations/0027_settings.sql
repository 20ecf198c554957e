-- What an Admin sets about the gym itself is on record like every other setting, and the record can be read a page at a time.

alter table gym
  -- How members reach the gym; the legal address on receipts may be another.
  add column email text,
  add column phone text,
  add column website text,
  add column address text;

-- The gym's own row has no gym_id: it is the gym.
do $$
declare
  source text := pg_get_functiondef('record_change()'::regprocedure);
  changed text := replace(source, $old$gym uuid := (any_row ->> 'gym_id')::uuid;$old$,
    $new$gym uuid := (case when tg_table_name = 'gym' then any_row ->> 'id' else any_row ->> 'gym_id' end)::uuid;$new$);
begin
  if changed = source then raise exception 'record_change does not look as expected'; end if;
  execute changed;
end $$;
drop trigger record_change on gym;
drop function record_collection_change();
create trigger record_change after update on gym for each row execute function record_change();

-- A page of changes takes the latest of each subject from one of these, whatever it is narrowed to: modules/audit.
create index audit_log_of_gym on audit_log (gym_id, subject, happened_at desc, id desc);
create index audit_log_of_employee on audit_log (gym_id, employee_id, subject, happened_at desc, id desc);
drop index audit_log_employee;
create index audit_log_of_member on audit_log (gym_id, member_id, subject, happened_at desc, id desc);
drop index audit_log_member;

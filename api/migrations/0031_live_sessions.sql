-- Open pages of a session are told of what changes in it: the announcement names the session too.
do $$
declare
  source text := pg_get_functiondef('record_change()'::regprocedure);
  changed text := replace(source, $old$'memberId', about, 'kind'$old$,
    $new$'memberId', about,
    'sessionId', case when tg_table_name = 'session' then any_row ->> 'id' else any_row ->> 'session_id' end, 'kind'$new$);
begin
  if changed = source then raise exception 'record_change does not look as expected'; end if;
  execute changed;
end $$;

-- The completions of a notification that were undone: modules/timeline/care-sources.ts.
create index audit_log_of_reopening on audit_log (gym_id, member_id)
  where subject = 'notification' and action = 'UPDATE' and before ->> 'completed_at' is not null;

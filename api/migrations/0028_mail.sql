-- What members are told is sent by e-mail too, where the server has a mail server: modules/member-message/mail-messages.ts.

alter table member_message
  add column mail_attempts int not null default 0 check (mail_attempts >= 0),
  -- Not tried before: the time of the next attempt, set before each so that one that is cut off is repeated then.
  add column mail_next_at timestamptz,
  add column mailed_at timestamptz,
  -- Refused for good, or tried too often.
  add column mail_failed_at timestamptz,
  add check (mailed_at is null or mail_failed_at is null);
create index member_message_to_mail on member_message (gym_id, created_at) where mailed_at is null and mail_failed_at is null;

-- That it was sent is no change that anybody made.
do $$
declare
  source text := pg_get_functiondef('record_change()'::regprocedure);
  changed text := replace(source, '''checked_at''', '''checked_at'', ''mail_attempts'', ''mail_next_at'', ''mailed_at'', ''mail_failed_at''');
begin
  if changed = source then raise exception 'record_change does not look as expected'; end if;
  execute changed;
end $$;

-- The gyms that the job of e-mail has to look at, before it is any gym.
create function gyms_with_mail(since timestamptz) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select g.id from gym g where exists (
    select from member_message t where t.gym_id = g.id and t.mailed_at is null and t.mail_failed_at is null and t.created_at >= since)
  order by g.id
$$;
revoke execute on function gyms_with_mail from public;
grant execute on function gyms_with_mail to spotter_app;

-- What Admins keep in settings leaves an audit row like everything else: the offer of subscriptions, and what sessions stand on.

do $$
declare watched text;
begin
  foreach watched in array array['session_type', 'calendar', 'subscription_type', 'subscription_type_session_type',
    'subscription_type_calendar'] loop
    execute format('create trigger record_change after insert or update or delete on %I for each row execute function record_change()', watched);
  end loop;
end $$;

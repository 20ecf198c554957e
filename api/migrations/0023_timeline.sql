-- The timeline of a member: everything that happened, the latest first, from every table by an index of its own, so that a
-- page costs the same after a day and after ten years. An index that served the foreign key alone is replaced by one that
-- also knows the time.

create index note_by_time on note (gym_id, member_id, created_at desc, id desc);
drop index note_member;

create index notification_by_completion on notification (gym_id, member_id, completed_at desc, id desc)
  where completed_at is not null;

create index checkup_by_time on checkup (gym_id, member_id, created_at desc, id desc);
drop index checkup_member;
create index checkup_by_completion on checkup (gym_id, member_id, completed_at desc, id desc) where completed_at is not null;
create index checkup_by_cancellation on checkup (gym_id, member_id, cancelled_at desc, id desc)
  where cancelled_at is not null;

-- A place that was given up happened when it was, not when the session is.
create index registration_by_cancellation on registration
  (gym_id, member_id, coalesce(status_changed_at, starts_at) desc, id desc) where status = 'CANCELLED';
create index registration_by_presence on registration (gym_id, member_id, starts_at desc, id desc)
  where status in ('ATTENDED', 'NO_SHOW');

create index subscription_by_time on subscription (gym_id, member_id, created_at desc, id desc);
create index subscription_change_by_time on subscription_change (gym_id, member_id, created_at desc, id desc);
drop index subscription_change_member;

create index payment_by_time on payment (gym_id, member_id, happened_at desc, id desc);
drop index payment_member;

create index mandate_by_time on mandate (gym_id, member_id, recorded_at desc, id desc);
drop index mandate_member;
create index mandate_by_revocation on mandate (gym_id, member_id, revoked_at desc, id desc) where revoked_at is not null;

create index benchmark_result_by_time on benchmark_result (gym_id, member_id, created_at desc, id desc);

-- What no table keeps itself: tags put on and taken off, and what staff changed. As modules/timeline/staff-changes.ts asks.
create index audit_log_of_timeline on audit_log (gym_id, member_id, happened_at desc, id desc)
  where subject = 'member_tag' or (action = 'UPDATE' and (
    (subject = 'member' and after ?| array['employee_id', 'first_name', 'particle', 'last_name', 'birth_date', 'email',
      'phone', 'street', 'house_number', 'postal_code', 'city', 'country'])
    or (subject = 'note' and after ? 'retracted_at')
    or (subject = 'notification' and after ?| array['snoozed_until', 'employee_id', 'completed_at']
      and coalesce(after -> 'completed_at', 'null') = 'null')
    or (subject = 'checkup' and after ? 'starts_at')
    or (subject = 'attachment' and after ?| array['deleted_at', 'name'] and not after ? 'state')));
-- Which change completed a notification, and which planned a check-up: what can be reverted is named by it.
create index audit_log_of_subject on audit_log (gym_id, subject_id, happened_at desc)
  where subject in ('notification', 'checkup');

-- What a PostGraphile user would write for this screen: computed columns on member, in a schema of their own.
drop schema if exists peer cascade;
create schema peer;
grant usage on schema peer to spotter_app;
create type peer.visit_week as (week_starts_on date, visit_count int, is_current boolean);

create type peer.visit_statistics as (weeks peer.visit_week[], average_per_week numeric, trend text);

-- The weeks are counted once, for all three figures.
create function peer.member_visit_statistics(m public.member) returns peer.visit_statistics language sql stable as $$
  with week as (
    select w.starts_on, count(v.week_starts_on)::int as visit_count, w.starts_on = t.this_week as is_current, t.this_week
      from public.gym g
      cross join lateral (select date_trunc('week', now() at time zone g.time_zone)::date as this_week) t
      cross join lateral (select (t.this_week - 7 * n)::date as starts_on from generate_series(0, 11) n) w
      left join (
        select date_trunc('week', r.starts_at at time zone h.time_zone)::date as week_starts_on
          from public.registration r join public.gym h on h.id = r.gym_id
         where r.gym_id = m.gym_id and r.member_id = m.id and r.status = 'ATTENDED'
           and r.starts_at >= now() - interval '13 weeks') v on v.week_starts_on = w.starts_on
     where g.id = m.gym_id
     group by w.starts_on, t.this_week)
  select array_agg((starts_on, visit_count, is_current)::peer.visit_week order by starts_on),
         avg(visit_count) filter (where not is_current),
         case when avg(visit_count) filter (where not is_current and starts_on >= this_week - 28)
                 > avg(visit_count) filter (where starts_on < this_week - 28) then 'UP' else 'DOWN' end
    from week
$$;
create function peer.member_last_visit(m public.member) returns public.registration language sql stable as $$
  select * from public.registration r where r.gym_id = m.gym_id and r.member_id = m.id and r.status = 'ATTENDED' order by r.starts_at desc limit 1
$$;
create function peer.member_next_registration(m public.member) returns public.registration language sql stable as $$
  select * from public.registration r where r.gym_id = m.gym_id and r.member_id = m.id and r.status = 'REGISTERED' and r.starts_at > now()
  order by r.starts_at limit 1
$$;
create function peer.member_previous_checkup(m public.member) returns public.checkup language sql stable as $$
  select * from public.checkup c where c.gym_id = m.gym_id and c.member_id = m.id and c.cancelled_at is null and c.starts_at < now() order by c.starts_at desc limit 1
$$;
create function peer.member_next_checkup(m public.member) returns public.checkup language sql stable as $$
  select * from public.checkup c where c.gym_id = m.gym_id and c.member_id = m.id and c.cancelled_at is null and c.completed_at is null
    and c.starts_at >= now() order by c.starts_at limit 1
$$;
create function peer.member_outstanding_cents(m public.member) returns int language sql stable as $$
  select coalesce(sum(p.total_cents), 0)::int from public.purchase p, public.gym g where g.id = m.gym_id and p.gym_id = m.gym_id and p.member_id = m.id
    and p.status in ('OPEN', 'PENDING', 'FAILED', 'RETURNED') and p.purchased_at >= date_trunc('month', now() at time zone g.time_zone) at time zone g.time_zone
$$;
create function peer.member_used_bytes(m public.member) returns bigint language sql stable as $$
  select coalesce(sum(a.size_bytes), 0)::bigint from public.attachment a where a.gym_id = m.gym_id and a.member_id = m.id and a.deleted_at is null
$$;
-- GraphQL's own word stands in the way of this table's name.
comment on table public.subscription is E'@name contract';
create function peer.member_open_notifications(m public.member) returns setof public.notification language sql stable as $$
  select * from public.notification n where n.gym_id = m.gym_id and n.member_id = m.id and n.completed_at is null order by n.due_on, n.id
$$;
create function peer.member_latest_note(m public.member) returns public.note language sql stable as $$
  select * from public.note n where n.gym_id = m.gym_id and n.member_id = m.id and n.retracted_at is null order by n.created_at desc, n.id desc limit 1
$$;
create function peer.member_saved_attachments(m public.member) returns setof public.attachment language sql stable as $$
  select * from public.attachment a where a.gym_id = m.gym_id and a.member_id = m.id and a.state = 'SAVED' and a.deleted_at is null order by a.uploaded_at desc
$$;
create function peer.member_recent_contracts(m public.member) returns setof public.subscription language sql stable as $$
  select s.* from public.subscription s, public.gym g where g.id = m.gym_id and s.gym_id = m.gym_id and s.member_id = m.id
    and (s.ends_on is null or s.ends_on >= (now() at time zone g.time_zone)::date - interval '12 months') order by s.starts_on, s.id
$$;
create function peer.subscription_status(s public.subscription) returns text language sql stable as $$
  select case when s.starts_on > (now() at time zone g.time_zone)::date then 'PENDING'
           when s.ends_on < (now() at time zone g.time_zone)::date then 'ENDED' else 'ACTIVE' end
    from public.gym g where g.id = s.gym_id
$$;

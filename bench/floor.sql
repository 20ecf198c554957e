-- The floor: the overview of one member ($1) at a moment ($2) as one statement that makes the whole answer's JSON.
-- No walls, no schema, no choice of fields: what a server can hardly be faster than.
with day as (
  select m.*, g.currency, g.time_zone, g.new_member_days, g.attachment_member_limit_bytes,
         ($2::timestamptz at time zone g.time_zone)::date as today,
         date_trunc('week', $2::timestamptz at time zone g.time_zone)::date as this_week
    from member m join gym g on g.id = m.gym_id where m.id = $1 and m.gym_id = $3
), weeks as (
  select w::date as week, (select count(*) from registration r
           where r.gym_id = d.gym_id and r.member_id = d.id and r.status = 'ATTENDED'
             and r.starts_at >= w at time zone d.time_zone and r.starts_at < (w + interval '1 week') at time zone d.time_zone) as visits
    from day d, generate_series(d.this_week - interval '11 weeks', d.this_week::timestamp, interval '1 week') w
)
select json_build_object('data', json_build_object('member', json_build_object(
  'id', d.id, 'memberNumber', d.member_number, 'fullName', d.full_name, 'birthDate', d.birth_date, 'joinedOn', d.joined_on,
  'contact', json_build_object('email', d.email, 'phone', d.phone, 'address', json_build_object('street', d.street,
      'houseNumber', d.house_number, 'postalCode', d.postal_code, 'city', d.city, 'country', d.country),
    'formattedAddress', concat_ws(E'\n', d.street || ' ' || d.house_number, d.postal_code || '  ' || d.city)),
  'tags', (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color, 'kind', 'CUSTOM') order by t.name), '[]')
     from member_tag mt join tag t on t.gym_id = mt.gym_id and t.id = mt.tag_id
    where mt.gym_id = d.gym_id and mt.member_id = d.id and t.archived_at is null),
  'openNotifications', (select coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'message', n.message, 'dueOn', n.due_on,
      'createdAt', n.created_at) order by n.due_on, n.id), '[]')
     from notification n where n.gym_id = d.gym_id and n.member_id = d.id and n.completed_at is null),
  'visitStatistics', json_build_object(
    'weeks', (select json_agg(json_build_object('weekStartsOn', week, 'visitCount', visits, 'isCurrent', week = d.this_week) order by week) from weeks),
    'averagePerWeek', (select avg(visits) from weeks where week < d.this_week),
    'trend', (select case when avg(visits) filter (where week >= d.this_week - 28) > avg(visits) filter (where week < d.this_week - 28)
      then 'UP' else 'DOWN' end from weeks where week < d.this_week),
    'lastVisit', (select json_build_object('id', r.id, 'session', json_build_object('startsAt', s.starts_at,
        'type', json_build_object('name', t.name, 'color', t.color)))
       from registration r join session s on s.gym_id = r.gym_id and s.id = r.session_id
       join session_type t on t.gym_id = s.gym_id and t.id = s.session_type_id
      where r.gym_id = d.gym_id and r.member_id = d.id and r.status = 'ATTENDED' order by r.starts_at desc limit 1),
    'nextRegistration', (select json_build_object('id', r.id, 'session', json_build_object('startsAt', s.starts_at,
        'type', json_build_object('name', t.name, 'color', t.color)))
       from registration r join session s on s.gym_id = r.gym_id and s.id = r.session_id
       join session_type t on t.gym_id = s.gym_id and t.id = s.session_type_id
      where r.gym_id = d.gym_id and r.member_id = d.id and r.status = 'REGISTERED' and r.starts_at > $2 order by r.starts_at limit 1)),
  'employee', (select json_build_object('id', e.id, 'fullName', e.full_name) from employee e where e.gym_id = d.gym_id and e.id = d.employee_id),
  'previousCheckup', (select json_build_object('id', c.id, 'startsAt', c.starts_at) from checkup c
     where c.gym_id = d.gym_id and c.member_id = d.id and c.cancelled_at is null and c.starts_at < $2 order by c.starts_at desc limit 1),
  'nextCheckup', (select json_build_object('id', c.id, 'startsAt', c.starts_at) from checkup c
     where c.gym_id = d.gym_id and c.member_id = d.id and c.cancelled_at is null and c.completed_at is null and c.starts_at >= $2
     order by c.starts_at limit 1),
  'subscriptions', (select coalesce(json_agg(json_build_object('id', s.id,
      'status', case when s.starts_on > d.today then 'PENDING' when s.ends_on < d.today then 'ENDED' else 'ACTIVE' end,
      'startsOn', s.starts_on, 'endsOn', s.ends_on, 'price', json_build_object('amountCents', s.price_cents, 'currency', s.currency),
      'type', json_build_object('id', st.id, 'name', st.name),
      'sessionTypes', (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
         from subscription_session_type i join session_type t on t.gym_id = i.gym_id and t.id = i.session_type_id
        where i.gym_id = s.gym_id and i.subscription_id = s.id),
      'calendars', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name), '[]')
         from subscription_calendar i join calendar c on c.gym_id = i.gym_id and c.id = i.calendar_id
        where i.gym_id = s.gym_id and i.subscription_id = s.id)) order by s.starts_on, s.id), '[]')
     from subscription s join subscription_type st on st.gym_id = s.gym_id and st.id = s.subscription_type_id
    where s.gym_id = d.gym_id and s.member_id = d.id and (s.ends_on is null or s.ends_on >= d.today - interval '12 months')),
  'latestNote', (select json_build_object('id', n.id, 'text', n.text, 'createdAt', n.created_at, 'author', json_build_object('fullName', e.full_name))
     from note n join employee e on e.gym_id = n.gym_id and e.id = n.author_id
    where n.gym_id = d.gym_id and n.member_id = d.id and n.retracted_at is null order by n.created_at desc, n.id desc limit 1),
  'attachments', (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'contentType', a.content_type,
      'sizeBytes', a.size_bytes, 'uploadedAt', a.uploaded_at, 'downloadUrl', '/files/' || a.id) order by a.uploaded_at desc), '[]')
     from attachment a where a.gym_id = d.gym_id and a.member_id = d.id and a.state = 'SAVED' and a.deleted_at is null),
  'attachmentStorage', (select json_build_object('usedBytes', coalesce(sum(a.size_bytes), 0), 'limitBytes', d.attachment_member_limit_bytes)
     from attachment a where a.gym_id = d.gym_id and a.member_id = d.id and a.deleted_at is null),
  'benchmarkResults', json_build_object('nodes', (select coalesce(json_agg(json_build_object('id', r.id,
      'benchmark', json_build_object('name', r.name), 'score', r.score, 'loggedOn', r.logged_on)), '[]')
     from (select r.id, b.name, r.score, r.logged_on from benchmark_result r join benchmark b on b.gym_id = r.gym_id and b.id = r.benchmark_id
            where r.gym_id = d.gym_id and r.member_id = d.id order by r.logged_on desc, r.id desc limit 5) r)),
  'outstandingAmount', (select json_build_object('amountCents', coalesce(sum(p.total_cents), 0), 'currency', d.currency)
     from purchase p where p.gym_id = d.gym_id and p.member_id = d.id and p.status in ('OPEN', 'PENDING', 'FAILED', 'RETURNED')
      and p.purchased_at >= date_trunc('month', $2::timestamptz at time zone d.time_zone) at time zone d.time_zone),
  'purchases', json_build_object('nodes', (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'description', p.description,
      'quantity', p.quantity, 'total', json_build_object('amountCents', p.total_cents, 'currency', p.currency),
      'purchasedAt', p.purchased_at, 'status', p.status)), '[]')
     from (select * from purchase p where p.gym_id = d.gym_id and p.member_id = d.id order by p.purchased_at desc, p.id desc limit 10) p),
    'pageInfo', (select json_build_object('hasNextPage', count(*) > 10, 'endCursor', '')
       from purchase p where p.gym_id = d.gym_id and p.member_id = d.id)),
  'permissions', '["ADD_TAG"]'::json)))::text as answer
from day d

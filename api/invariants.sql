-- What always holds in a database of Spotter: run by the owner, it returns a row for everything that does not.
-- Tests run it after the migrations, drills after what they do to a running server.

with
app as (select oid from pg_roles where rolname = 'spotter_app'),
tenant_table as (
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relowner,
         a.attnum as gym_column, a.attnotnull as is_gym_given,
         format('(%s = current_gym())', a.attname) as wall
    from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and a.attname = case c.relname when 'gym' then 'id' else 'gym_id' end
),
foreign_key as (
  select k.oid, k.conname, k.conrelid, k.confrelid, k.conkey, k.confkey, t.relname,
         own.gym_column as gym_column, target.gym_column as target_gym_column
    from pg_constraint k join pg_class t on t.oid = k.conrelid
    left join tenant_table own on own.oid = k.conrelid
    left join tenant_table target on target.oid = k.confrelid
   where k.contype = 'f' and k.connamespace = 'public'::regnamespace
),
shareable as (
  -- What the app role may touch without a gym: its own account's rows behind their own walls, and throttling by hashes.
  select unnest(array['account', 'login_session', 'sign_in_throttle']) as relname
),

problem (invariant, detail) as (
  select 'row-level security is enabled and forced', relname from tenant_table
   where not relrowsecurity or not relforcerowsecurity or not is_gym_given

  union all
  select 'the wall is the only way in', format('%s has no wall', t.relname) from tenant_table t
   where not exists (
     select from pg_policy p, app where p.polrelid = t.oid and p.polroles = array[app.oid] and p.polcmd = '*'
        and pg_get_expr(p.polqual, t.oid) = t.wall and pg_get_expr(p.polwithcheck, t.oid) = t.wall)

  union all
  select 'the wall is the only way in', format('%s: policy %s', t.relname, p.polname)
    from tenant_table t join pg_policy p on p.polrelid = t.oid cross join app
   where p.polpermissive and p.polroles <> array[t.relowner]
     and (p.polroles <> array[app.oid] or pg_get_expr(p.polqual, t.oid) is distinct from t.wall
       or pg_get_expr(p.polwithcheck, t.oid) is distinct from t.wall)

  union all
  select 'a table without a gym is not for the app role', c.relname
    from pg_class c, app
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
     and c.oid not in (select oid from tenant_table) and c.relname not in (select relname from shareable)
     and has_table_privilege(app.oid, c.oid, 'select, insert, update, delete, truncate, references, trigger')

  union all
  select 'accounts have a wall of their own', relname from pg_class
   where oid in ('account'::regclass, 'login_session'::regclass) and not (relrowsecurity and relforcerowsecurity)

  union all
  select 'the app role may not go round the wall', format('%s on %s', privilege, t.relname)
    from tenant_table t, app, unnest(array['truncate', 'references', 'trigger']) privilege
   where has_table_privilege(app.oid, t.oid, privilege)

  union all
  select 'what happened stays on record', format('%s on %s', privilege, kept.name)
    from app, (values ('audit_log', 'update'), ('audit_log', 'delete'), ('health_tag_view', 'update'), ('health_tag_view', 'delete'), ('note', 'delete'), ('purchase', 'delete'),
      ('payment', 'update'), ('payment', 'delete'), ('mandate', 'delete'), ('mandate_text', 'update'), ('mandate_text', 'delete')) kept (name, privilege)
   where has_table_privilege(app.oid, kept.name::regclass, kept.privilege)

  union all
  select 'the app role has no power', rolname from pg_roles
   where rolname = 'spotter_app' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
  union all
  select 'the app role has no power', 'there is no such role' where not exists (select from app)
  union all
  select 'the app role has no power', format('it is a member of %s', m.roleid::regrole) from pg_auth_members m, app where m.member = app.oid
  union all
  select 'the app role has no power', 'it may create in schema public' from app where has_schema_privilege(app.oid, 'public', 'create')
  union all
  select 'the app role owns nothing', pg_describe_object(d.classid, d.objid, d.objsubid)
    from pg_shdepend d join app on app.oid = d.refobjid join pg_database b on b.oid = d.dbid and b.datname = current_database()
   where d.deptype = 'o'

  union all
  select 'functions of the owner pin their search path', p.proname from pg_proc p
   where p.pronamespace = 'public'::regnamespace and p.prosecdef
     and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%')
  union all
  select 'functions of the owner are for the app role alone', p.proname from pg_proc p
   where p.pronamespace = 'public'::regnamespace and p.prosecdef
     and (p.proacl is null or exists (select from aclexplode(p.proacl) it where it.grantee = 0))

  union all
  select 'a foreign key between tenant tables includes the gym', format('%s.%s', relname, conname) from foreign_key
   where gym_column is not null and target_gym_column is not null
     and not exists (
       select from unnest(conkey, confkey) pair (own, target) where own = gym_column and target = target_gym_column)

  union all
  select 'a foreign key has an index', format('%s.%s', relname, conname) from foreign_key k
   where not exists (
     select from pg_index i
      where i.indrelid = k.conrelid and i.indisvalid and i.indpred is null
        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)

  union all
  select 'every change to a member is recorded', relname from tenant_table t
   where exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'member_id' and not a.attisdropped)
     -- These are records themselves.
     and relname not in ('audit_log', 'health_tag_view')
     and not exists (
       select from pg_trigger g where g.tgrelid = t.oid and g.tgfoid = 'record_change'::regproc and g.tgenabled in ('O', 'A')
          -- After each row: insert, delete and update.
          and g.tgtype & 1 = 1 and g.tgtype & 2 = 0 and g.tgtype & 28 = 28)

  union all
  select 'a member''s last visit is the latest one attended', m.id::text from member m
   where m.last_visit_at is distinct from (
     select max(r.starts_at) from registration r where r.gym_id = m.gym_id and r.member_id = m.id and r.status = 'ATTENDED')

  union all
  select 'a member is subscribed until the last subscription ends', m.id::text from member m
   where m.subscribed_until is distinct from (
     select case when bool_or(s.ends_on is null) then null else max(s.ends_on) end
       from subscription s where s.gym_id = m.gym_id and s.member_id = m.id and s.voided_at is null)

  union all
  select 'places taken are counted', s.id::text
    from session s left join lateral (
      select count(*) as taken, count(*) filter (where r.is_extra) as extra from registration r
       where r.gym_id = s.gym_id and r.session_id = s.id and r.status <> 'CANCELLED') r on true
   where (s.places_taken, s.extra_taken) is distinct from (r.taken, r.extra)
  union all
  select 'no session is sold beyond its places', s.id::text
    from session s join registration r on r.gym_id = s.gym_id and r.session_id = s.id and r.status <> 'CANCELLED' and not r.is_extra
   group by s.gym_id, s.id having count(*) > s.places
  union all
  select 'a member is in a session once', format('%s in %s', r.member_id, r.session_id) from registration r
   where r.status <> 'CANCELLED' group by r.gym_id, r.session_id, r.member_id having count(*) > 1
  union all
  select 'a waiting list has one order', format('%s of %s', w.number, w.session_id) from waiting_list_entry w
   group by w.gym_id, w.session_id, w.number having count(*) > 1
  union all
  select 'who waits waits once, and is not in it', format('%s for %s', w.member_id, w.session_id) from waiting_list_entry w
   where w.ended_at is null
   group by w.gym_id, w.session_id, w.member_id
  having count(*) > 1 or exists (select from registration r where r.gym_id = w.gym_id and r.session_id = w.session_id
     and r.member_id = w.member_id and r.status <> 'CANCELLED')
  union all
  select 'who got a place after waiting was given it then', w.id::text from waiting_list_entry w
   where w.ended_as in ('MOVED_UP', 'REGISTERED') and not exists (
     select from registration r where r.gym_id = w.gym_id and r.session_id = w.session_id and r.member_id = w.member_id
        and r.registered_at = w.ended_at)

  -- A column for IBANs holds sealed bytes, or what may be shown of one.
  union all
  select 'an IBAN is kept sealed', format('%s.%s is %s', a.attrelid::regclass, a.attname, format_type(a.atttypid, null))
    from pg_attribute a join tenant_table t on t.oid = a.attrelid
   where a.attname like '%iban%' and not a.attisdropped and a.attname !~ '(masked_iban|iban_country)$'
     and not (a.attname like '%\_sealed' and a.atttypid = 'bytea'::regtype)
  union all
  select 'an IBAN is kept sealed', format('mandate %s', id) from mandate
   where get_byte(iban_sealed, 0) <> 1 or octet_length(iban_sealed) < 33 or length(replace(translate(masked_iban, '•', ''), ' ', '')) > 8
  union all
  select 'an IBAN is kept sealed', format('the creditor of %s', gym_id) from payment_settings
   where get_byte(creditor_iban_sealed, 0) <> 1 or octet_length(creditor_iban_sealed) < 33
      or length(replace(translate(creditor_masked_iban, '•', ''), ' ', '')) > 8
  union all
  select 'an IBAN is kept sealed', format('audit row %s', l.id) from audit_log l
   where l.subject in ('mandate', 'payment_settings')
     and exists (select from jsonb_object_keys(coalesce(l.before, '{}') || coalesce(l.after, '{}')) key
                  where key like '%iban%' and key !~ '(masked_iban|iban_country)$')
  union all
  select 'an account is moved within one mandate', d.id::text
    from mandate d join mandate o on o.gym_id = d.gym_id and o.id = d.replaces_mandate_id
   where (d.member_id, d.reference, d.signed_on) is distinct from (o.member_id, o.reference, o.signed_on)

  union all
  select 'a purchase is in the currency of its gym', p.id::text from purchase p join gym g on g.id = p.gym_id where p.currency <> g.currency
  union all
  select 'VAT lies within the total', p.id::text from purchase p
   where abs(p.vat_cents) > abs(p.total_cents) or sign(p.vat_cents) * sign(p.total_cents) < 0
  union all
  select 'the ledger of payments balances with the state of the purchase', format('%s is %s', p.id, p.status)
    from purchase p
    left join lateral (
      select coalesce(sum(y.amount_cents), 0) as balance_cents,
             coalesce(sum(y.amount_cents) filter (where y.kind <> 'REFUND'), 0) as paid_cents
        from payment y where y.gym_id = p.gym_id and y.purchase_id = p.id) y on true
   -- A line that was refunded in part, taken back and paid again holds its total only with the refund.
   where case p.status when 'PAID' then p.total_cents not in (y.paid_cents, y.balance_cents) else y.balance_cents <> 0 end
  union all
  select 'what is paid says where that can be looked up', p.id::text from purchase p
   where p.status = 'PAID' and p.total_cents <> 0
     and not exists (select from payment y where y.gym_id = p.gym_id and y.purchase_id = p.id and y.kind = 'PAYMENT' and y.reference <> '')
  union all
  select 'a payment is of the member and in the currency of its purchase', y.id::text
    from payment y join purchase p on p.gym_id = y.gym_id and p.id = y.purchase_id
   where y.member_id <> p.member_id or y.currency <> p.currency
  union all
  select 'a subscription has one line a period', format('%s from %s', p.subscription_id, p.period_starts_on)
    from purchase p where p.period_starts_on is not null and p.corrects_purchase_id is null
   group by p.gym_id, p.subscription_id, p.period_starts_on having count(*) > 1
  union all
  select 'lines of a subscription charge no day twice', format('%s from %s', it.subscription_id, it.period_starts_on)
    from (select p.subscription_id, p.period_starts_on,
                 lag(coalesce(p.period_ends_on, 'infinity')) over (partition by p.gym_id, p.subscription_id order by p.period_starts_on) as charged_until
            from purchase p
           where p.subscription_id is not null and p.period_starts_on is not null and p.corrects_purchase_id is null
             and p.status <> 'CANCELLED') it
   where it.charged_until >= it.period_starts_on
  union all
  select 'a counter-line is of the member and in the currency of its line', c.id::text
    from purchase c join purchase p on p.gym_id = c.gym_id and p.id = c.corrects_purchase_id
   where c.member_id <> p.member_id or c.currency <> p.currency
  union all
  select 'counter-lines take back no more than their line', p.id::text
    from purchase p join purchase c on c.gym_id = p.gym_id and c.corrects_purchase_id = p.id and c.status <> 'CANCELLED'
   group by p.gym_id, p.id, p.total_cents having p.total_cents + sum(c.total_cents) < 0
  union all
  select 'a subscription that was taken back costs nothing', s.id::text
    from subscription s join purchase p on p.gym_id = s.gym_id and p.subscription_id = s.id and p.status not in ('CANCELLED', 'REFUNDED')
    left join purchase o on o.gym_id = p.gym_id and o.id = p.corrects_purchase_id
   where s.voided_at is not null and o.status is distinct from 'REFUNDED'
   group by s.gym_id, s.id having sum(p.total_cents + coalesce((select sum(y.amount_cents) from payment y
     where y.gym_id = p.gym_id and y.purchase_id = p.id and y.kind = 'REFUND'), 0)) <> 0
  union all
  select 'a cancellation says when its subscription ends', c.id::text
    from subscription_cancellation c join subscription s on s.gym_id = c.gym_id and s.id = c.subscription_id
   where c.withdrawn_at is null and (s.cancelled_at is null or s.ends_on is distinct from c.ends_on)
  union all
  select 'a line is in one live batch at most', l.purchase_id::text from payment_batch_line l
   where l.released_at is null group by l.gym_id, l.purchase_id having count(*) > 1
  union all
  select 'what is being collected on account is in a batch that is under way', p.id::text from purchase p
   where p.status = 'PENDING' and p.payment_method = 'ACCOUNT' and not exists (
     select from payment_batch_line l join payment_batch b on b.gym_id = l.gym_id and b.id = l.batch_id
      where l.gym_id = p.gym_id and l.purchase_id = p.id and l.released_at is null and b.state in ('DRAFT', 'EXPORTED', 'SUBMITTED'))
  union all
  select 'a batch under way holds its lines', l.purchase_id::text
    from payment_batch_line l join payment_batch b on b.gym_id = l.gym_id and b.id = l.batch_id
    join purchase p on p.gym_id = l.gym_id and p.id = l.purchase_id
   where l.released_at is null
     and case when b.state in ('DRAFT', 'EXPORTED', 'SUBMITTED') then p.status <> 'PENDING' else b.state = 'CANCELLED' end
  union all
  select 'sums and counts of a batch are those of its collections', b.id::text
    from payment_batch b left join collection c on c.gym_id = b.gym_id and c.batch_id = b.id
   group by b.gym_id, b.id
  having (b.collection_count, b.line_count, b.total_cents) is distinct from (count(c.id)::int, sum(c.line_count)::int, sum(c.amount_cents))
  union all
  select 'a collection is the sum of its lines', c.id::text
    from collection c left join payment_batch_line l on l.gym_id = c.gym_id and l.collection_id = c.id
   group by c.gym_id, c.id
  having (c.line_count, c.amount_cents) is distinct from (count(l.purchase_id)::int, sum(l.amount_cents)::int)
  union all
  select 'a collection holds lines of its own batch and member', c.id::text
    from collection c join mandate d on d.gym_id = c.gym_id and d.id = c.mandate_id
    join payment_batch_line l on l.gym_id = c.gym_id and l.collection_id = c.id
    join purchase p on p.gym_id = l.gym_id and p.id = l.purchase_id
   where l.batch_id <> c.batch_id or p.member_id <> d.member_id or p.total_cents <> l.amount_cents
      or (c.state in ('RETURNED', 'CANCELLED')) <> (l.released_at is not null)
  union all
  select 'what is being collected through Stripe waits in a checkout or for an invoice', p.id::text from purchase p
   where p.status = 'PENDING' and p.payment_method <> 'ACCOUNT'
     and not exists (select from checkout_line l where l.gym_id = p.gym_id and l.purchase_id = p.id and l.is_live)
     and not exists (select from stripe_invoice_item i where i.gym_id = p.gym_id and i.purchase_id = p.id and i.ended_at is null)
  union all
  select 'a checkout under way holds its lines', l.purchase_id::text
    from checkout_line l join checkout c on c.gym_id = l.gym_id and c.id = l.checkout_id
    join purchase p on p.gym_id = l.gym_id and p.id = l.purchase_id
   where l.is_live and (c.ended_at is not null or p.status <> 'PENDING')
  union all
  select 'a checkout is the sum of its lines', c.id::text
    from checkout c left join checkout_line l on l.gym_id = c.gym_id and l.checkout_id = c.id
   group by c.gym_id, c.id having c.amount_cents <> coalesce(sum(l.amount_cents), 0)
  union all
  -- FAILED: Stripe goes on trying.
  select 'an invoice item under way holds its line', i.purchase_id::text
    from stripe_invoice_item i join purchase p on p.gym_id = i.gym_id and p.id = i.purchase_id
   where i.ended_at is null and (p.status not in ('PENDING', 'FAILED') or p.member_id <> i.member_id or p.total_cents <> i.amount_cents)
  union all
  select 'a refund that is done is in the ledger, and one that is not is not', r.id::text from stripe_refund r
   where (r.status = 'DONE') <> exists (select from payment y where y.gym_id = r.gym_id and y.purchase_id = r.purchase_id
       and y.kind = 'REFUND' and y.reference = r.refund_id)
     -- What could not be booked, or the bank refused afterwards, is listed.
     and not exists (select from stripe_difference d where d.gym_id = r.gym_id and d.object_id = r.refund_id)
  union all
  select 'an event of Stripe is there once', e.event_id from stripe_event e group by e.gym_id, e.event_id having count(*) > 1
  union all
  select 'an event of Stripe keeps what it says until it is worked off', e.event_id from stripe_event e
   where e.processed_at is null and e.payload is null
  union all
  -- Of a line that was paid already, the money is listed.
  select 'what was paid at Stripe is in the ledger', format('%s for %s', it.reference, it.purchase_id)
    from (select l.gym_id, l.purchase_id, coalesce(c.payment_intent_id, c.session_id) as reference
            from checkout c join checkout_line l on l.gym_id = c.gym_id and l.checkout_id = c.id
           where c.status = 'PAID' and c.session_id is not null
          union all
          select i.gym_id, i.purchase_id, i.invoice_id from stripe_invoice_item i where i.status = 'PAID') it
   where not exists (select from payment y where y.gym_id = it.gym_id and y.purchase_id = it.purchase_id
       and y.kind = 'PAYMENT' and y.method = 'STRIPE' and y.reference = it.reference)
     and not exists (select from stripe_difference d where d.gym_id = it.gym_id and d.object_id = it.reference)
  union all
  select 'what was under way at an account that was left waits no more', it.id::text
    from (select id, left_at, ended_at from checkout union all select id, left_at, ended_at from stripe_invoice_item) it
   where it.left_at is not null and it.ended_at is null
  union all
  select 'money is whole cents', format('%s.%s is %s', a.attrelid::regclass, a.attname, format_type(a.atttypid, null))
    from pg_attribute a join tenant_table t on t.oid = a.attrelid
   where a.attname like '%\_cents' and not a.attisdropped and a.atttypid not in ('int4'::regtype, 'int8'::regtype)
)
select invariant, detail from problem order by invariant, detail;

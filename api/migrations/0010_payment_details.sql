-- Mandates with sealed IBANs, their evidence and their history; what a gym collects with.

-- An IBAN is a secret: neither it nor what it is sealed in goes to the audit trail. That a mandate was used is no change
-- that anybody made; the batch that used it says so.
do $$
declare
  source text := pg_get_functiondef('record_change'::regproc);
  changed text := replace(source, $old$'token_hash', 'last_used_at', 'storage_key'$old$,
    $new$'token_hash', 'last_used_at', 'storage_key', 'iban', 'unsealed_iban', 'iban_sealed', 'last_used_on', 'counts_from', 'creditor_iban_sealed'$new$);
begin
  if changed = source then raise exception 'record_change does not look as expected'; end if;
  execute changed;
end $$;
update audit_log set before = before - 'iban', after = after - 'iban' where subject = 'mandate';

alter table mandate disable trigger user;
drop index mandate_reference;
alter table mandate rename iban to unsealed_iban;
alter table mandate
  alter unsealed_iban drop not null,
  -- AES-256-GCM by adapters/secrets, about "mandate.iban_sealed:<gym>:<id>".
  add iban_sealed bytea,
  -- As people may see it: the country, the check digits and the last four characters.
  add masked_iban text,
  add iban_country text check (iban_country ~ '^[A-Z]{2}$'),
  -- The evidence: which text was signed (0: Spotter's own; else mandate_text), how, who noted it and when.
  add text_version int not null default 0 check (text_version >= 0),
  add signed_how text not null default 'IMPORT' check (signed_how in ('PAPER', 'DESK', 'APP', 'IMPORT')),
  add recorded_at timestamptz not null default now(),
  add recorded_by uuid,
  -- A mandate that moved to another account is a new row under the same reference, which replaces the old one.
  add replaces_mandate_id uuid,
  -- The row whose account the bank knows the mandate by: told as "original" until this one has been collected with.
  add original_mandate_id uuid,
  add replaced_at timestamptz,
  add revoked_by uuid,
  add revoked_reason text check (length(revoked_reason) between 1 and 200),
  -- The last collection with this account, and the day that 36 months are counted from: that of the signature, or of the
  -- mandate's last collection.
  add last_used_on date,
  add counts_from date,
  add foreign key (gym_id, recorded_by) references employee (gym_id, id),
  add foreign key (gym_id, revoked_by) references employee (gym_id, id),
  add foreign key (gym_id, replaces_mandate_id) references mandate (gym_id, id),
  add foreign key (gym_id, original_mandate_id) references mandate (gym_id, id);
update mandate
   set masked_iban = left(unsealed_iban, 4) || ' ' ||
         rtrim(regexp_replace(repeat('•', length(unsealed_iban) - 8), '(••••)', '\1 ', 'g')) || ' ' || right(unsealed_iban, 4),
       iban_country = left(unsealed_iban, 2),
       counts_from = signed_on, recorded_at = signed_on;
-- One mandate of a member is in force: the one that was signed last.
update mandate d set revoked_at = now(), revoked_reason = 'A later mandate was in force.'
 where d.revoked_at is null and exists (select from mandate o where o.gym_id = d.gym_id and o.member_id = d.member_id
   and o.revoked_at is null and (o.signed_on, o.id) > (d.signed_on, d.id));
alter table mandate
  alter masked_iban set not null, alter iban_country set not null, alter counts_from set not null,
  add constraint mandate_end check (revoked_at is null or replaced_at is null);
create unique index mandate_reference on mandate (gym_id, reference) where replaces_mandate_id is null;
create unique index mandate_in_force on mandate (gym_id, member_id) where revoked_at is null and replaced_at is null;
create index mandate_recorded_by on mandate (gym_id, recorded_by);
create index mandate_revoked_by on mandate (gym_id, revoked_by);
create index mandate_replaces on mandate (gym_id, replaces_mandate_id);
create index mandate_original on mandate (gym_id, original_mandate_id);
alter table mandate enable trigger user;
revoke delete on mandate from spotter_app;

-- Sealing needs the key: what there is, the server seals at its next start (database/seal-ibans.ts) and then does this too.
do $$ begin
  if not exists (select from mandate) then
    alter table mandate alter iban_sealed set not null, drop column unsealed_iban;
  end if;
end $$;

-- What the gym collects with; without a row, the defaults hold. How it collects is gym.payment_collection.
create table payment_settings (
  gym_id uuid primary key references gym (id),
  creditor_name text check (length(creditor_name) between 1 and 70),
  creditor_id text check (creditor_id ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$'),
  -- About "payment_settings.creditor_iban_sealed:<gym>:<gym>".
  creditor_iban_sealed bytea,
  creditor_masked_iban text,
  creditor_bic text check (creditor_bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
  -- Business days of TARGET between the file and the day of collection.
  lead_days int not null default 2 check (lead_days between 1 and 14),
  pain_version text not null default 'PAIN_008_001_08' check (pain_version in ('PAIN_008_001_08', 'PAIN_008_001_02')),
  -- The day of the month that is proposed for collecting.
  collection_day int not null default 1 check (collection_day between 1 and 28),
  subscription_vat_rate_bp int not null default 900 check (subscription_vat_rate_bp between 0 and 10000),
  shop_vat_rate_bp int not null default 900 check (shop_vat_rate_bp between 0 and 10000),
  -- A collection above it is pointed out before it goes to the bank.
  unusual_amount_cents int not null default 25000 check (unusual_amount_cents > 0)
);
call raise_tenant_wall('payment_settings');
create trigger record_change after insert or update or delete on payment_settings for each row execute function record_change();

-- The gym's own wording of the mandate. Each version stays: mandates were signed on it.
create table mandate_text (
  gym_id uuid not null references gym (id),
  version int not null check (version > 0),
  text text not null check (length(text) between 1 and 5000),
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (gym_id, version),
  foreign key (gym_id, created_by) references employee (gym_id, id)
);
create index mandate_text_created_by on mandate_text (gym_id, created_by);
call raise_tenant_wall('mandate_text');
revoke update, delete on mandate_text from spotter_app;
create trigger record_change after insert or update or delete on mandate_text for each row execute function record_change();

-- How a gym collects is a setting that people will ask about: who switched it, and when.
create function record_collection_change() returns trigger language plpgsql as $$
begin
  insert into audit_log (gym_id, subject, subject_id, action, before, after, employee_id, account_id, request_id)
  values (new.id, 'gym', new.id, 'UPDATE', jsonb_build_object('payment_collection', old.payment_collection),
    jsonb_build_object('payment_collection', new.payment_collection),
    nullif(current_setting('app.employee_id', true), '')::uuid,
    nullif(current_setting('app.account_id', true), '')::uuid,
    nullif(current_setting('app.request_id', true), ''));
  return null;
end $$;
create trigger record_change after update on gym for each row
  when (old.payment_collection is distinct from new.payment_collection) execute function record_collection_change();

-- SEPA direct debit: batches of collections, which lines are in them, and mandates that a bank no longer takes.

alter table mandate
  -- The bank said that it cannot be collected with (MD01, AC04 …): until it is mended, which makes a new row.
  add column blocked_at timestamptz,
  add column blocked_reason text check (length(blocked_reason) between 1 and 100),
  -- For one collection only (OOFF); else for recurring ones (RCUR).
  add column is_one_off boolean not null default false,
  add constraint mandate_blocked check ((blocked_at is null) = (blocked_reason is null));

-- What went to the bank as one pain.008 file. What was meant is kept as it was, so that the same file can be made again;
-- only its state moves on.
create table payment_batch (
  gym_id uuid not null references gym (id),
  id uuid not null,
  number int not null check (number > 0),
  -- EXPORTED: the file was made. SUBMITTED: the bank has it. SETTLED: the money is there.
  state text not null default 'DRAFT' check (state in ('DRAFT', 'EXPORTED', 'SUBMITTED', 'SETTLED', 'CANCELLED')),
  -- Lines up to and including this day, in the gym's time zone.
  until_on date not null,
  collection_on date not null,
  pain_version text not null check (pain_version in ('PAIN_008_001_08', 'PAIN_008_001_02')),
  -- What the bank knows it by, unique for ever. The ids of its collections start with it.
  message_id text not null check (length(message_id) between 1 and 28),
  creditor_name text not null check (length(creditor_name) between 1 and 70),
  creditor_id text not null check (length(creditor_id) between 8 and 35),
  -- About "payment_batch.creditor_iban_sealed:<gym>:<id>".
  creditor_iban_sealed bytea not null,
  creditor_masked_iban text not null,
  creditor_bic text,
  -- Business days of TARGET that the bank wants before the collection.
  lead_days int not null check (lead_days between 1 and 14),
  currency char(3) not null check (currency = 'EUR'),
  collection_count int not null check (collection_count > 0),
  line_count int not null check (line_count >= collection_count),
  total_cents bigint not null check (total_cents > 0),
  created_at timestamptz not null,
  created_by uuid,
  exported_at timestamptz,
  submitted_at timestamptz,
  settled_at timestamptz,
  cancelled_at timestamptz,
  -- The bank's code, when it refused all of it.
  rejected_reason text check (length(rejected_reason) between 1 and 35),
  primary key (gym_id, id),
  foreign key (gym_id, created_by) references employee (gym_id, id),
  constraint payment_batch_exported check (exported_at is not null or state in ('DRAFT', 'CANCELLED')),
  constraint payment_batch_submitted check (submitted_at is not null or state <> 'SUBMITTED' and state <> 'SETTLED'),
  constraint payment_batch_settled check ((settled_at is not null) = (state = 'SETTLED')),
  constraint payment_batch_cancelled check ((cancelled_at is not null) = (state = 'CANCELLED'))
);
create unique index payment_batch_number on payment_batch (gym_id, number);
create unique index payment_batch_message_id on payment_batch (gym_id, message_id);
create index payment_batch_created_by on payment_batch (gym_id, created_by);
call raise_tenant_wall('payment_batch');
revoke update, delete on payment_batch from spotter_app;
grant update (state, exported_at, submitted_at, settled_at, cancelled_at, rejected_reason) on payment_batch to spotter_app;
create trigger record_change after insert or update or delete on payment_batch for each row execute function record_change();

-- One direct debit of a batch: all that a member's lines in it come to, from one account.
create table collection (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  batch_id uuid not null,
  mandate_id uuid not null,
  -- The mandate's row of the account that the bank knows, when this is the first collection from another one.
  original_mandate_id uuid,
  -- Its place in the file, from 1.
  position int not null check (position > 0),
  end_to_end_id text not null check (length(end_to_end_id) between 1 and 35),
  sequence_type text not null check (sequence_type in ('RCUR', 'OOFF')),
  -- As they stand in the file.
  mandate_reference text not null check (length(mandate_reference) between 1 and 35),
  signed_on date not null,
  holder text not null check (length(holder) between 1 and 70),
  remittance text not null check (length(remittance) between 1 and 140),
  amount_cents int not null check (amount_cents > 0),
  line_count int not null check (line_count > 0),
  state text not null default 'PENDING' check (state in ('PENDING', 'PAID', 'RETURNED', 'CANCELLED')),
  -- The bank's code (AM04).
  return_reason text check (length(return_reason) between 1 and 35),
  returned_at timestamptz,
  primary key (gym_id, id),
  foreign key (gym_id, batch_id) references payment_batch (gym_id, id),
  foreign key (gym_id, mandate_id) references mandate (gym_id, id),
  foreign key (gym_id, original_mandate_id) references mandate (gym_id, id),
  constraint collection_returned check ((state = 'RETURNED') = (return_reason is not null) and (state = 'RETURNED') = (returned_at is not null))
);
create unique index collection_position on collection (gym_id, batch_id, position);
create unique index collection_end_to_end_id on collection (gym_id, end_to_end_id);
create unique index collection_mandate on collection (gym_id, mandate_id, batch_id);
create index collection_original_mandate on collection (gym_id, original_mandate_id);
call raise_tenant_wall('collection');
revoke update, delete on collection from spotter_app;
grant update (state, return_reason, returned_at) on collection to spotter_app;

-- Which lines a collection is made of. Released: the batch was cancelled or the collection came back, and the line may go
-- into another one. A line that a batch settled against the same member's credit has no collection and is released at once.
create table payment_batch_line (
  gym_id uuid not null references gym (id),
  batch_id uuid not null,
  collection_id uuid,
  purchase_id uuid not null,
  amount_cents int not null,
  released_at timestamptz,
  primary key (gym_id, batch_id, purchase_id),
  foreign key (gym_id, batch_id) references payment_batch (gym_id, id),
  foreign key (gym_id, collection_id) references collection (gym_id, id),
  foreign key (gym_id, purchase_id) references purchase (gym_id, id),
  constraint payment_batch_line_offset check (collection_id is not null or released_at is not null)
);
create index payment_batch_line_purchase on payment_batch_line (gym_id, purchase_id);
create index payment_batch_line_collection on payment_batch_line (gym_id, collection_id);
-- A line is in one live batch at most, whoever makes another at the same moment.
create unique index payment_batch_line_live on payment_batch_line (gym_id, purchase_id) where released_at is null;
call raise_tenant_wall('payment_batch_line');
revoke update, delete on payment_batch_line from spotter_app;
grant update (released_at) on payment_batch_line to spotter_app;

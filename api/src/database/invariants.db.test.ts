// Runs invariants.sql on a migrated database, and proves for each invariant that it can fail.
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addEmployee,
  addGym,
  addMandate,
  addMember,
  addRegistration,
  addSubscription,
  insert,
} from '../testing/fixtures.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';

const invariants = readFileSync(new URL('../../invariants.sql', import.meta.url), 'utf8');

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  const gymId = await addGym(db.owner);
  const memberId = await addMember(db.owner, gymId, { employee_id: await addEmployee(db.owner, gymId) });
  await addRegistration(db.owner, gymId, memberId, '2026-03-01T10:00:00Z');
  await addSubscription(db.owner, gymId, memberId, { ends_on: '2026-12-31' });
  const signed = await addMandate(db.owner, gymId, memberId, { replaced_at: '2026-02-01', reference: 'A' });
  await addMandate(db.owner, gymId, memberId, { replaces_mandate_id: signed, reference: 'A' });
  await insert(db.owner, 'purchase', {
    gym_id: gymId,
    member_id: memberId,
    kind: 'SHOP',
    description: 'Shake',
    unit_price_cents: 350,
    total_cents: 350,
    vat_rate_bp: 900,
    vat_cents: 29,
    currency: 'EUR',
    purchased_at: '2026-03-01T10:00:00Z',
  });
});
afterAll(() => db.close());

interface Problem {
  invariant: string;
  detail: string;
}

/** What is wrong after a change that is taken back again. */
async function problemsAfter(change: string): Promise<Problem[]> {
  const client: pg.PoolClient = await db.owner.connect();
  try {
    await client.query('begin');
    await client.query(change);
    return (await client.query<Problem>(invariants)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('hold after the migrations', async () => {
  expect(await problemsAfter('select 1')).toEqual([]);
});

const newTable =
  'create table leak (gym_id uuid not null references gym (id), id uuid not null, member_id uuid, primary key (gym_id, id))';

test.each([
  ['row-level security is enabled and forced', 'alter table note no force row level security', 'note'],
  ['row-level security is enabled and forced', 'alter table tag disable row level security', 'tag'],
  ['row-level security is enabled and forced', newTable, 'leak'],
  ['the wall is the only way in', 'drop policy tenant on note', 'note has no wall'],
  [
    'the wall is the only way in',
    'create policy extra on note for select to spotter_app using (true)',
    'note: policy extra',
  ],
  ['the wall is the only way in', 'create policy extra on note using (true)', 'note: policy extra'],
  ['the wall is the only way in', 'alter policy tenant on tag with check (true)', 'tag has no wall'],
  [
    'a table without a gym is not for the app role',
    'create view everybody as select * from member; grant select on everybody to spotter_app',
    'everybody',
  ],
  [
    'a table without a gym is not for the app role',
    'grant select on schema_migration to spotter_app',
    'schema_migration',
  ],
  ['accounts have a wall of their own', 'alter table account no force row level security', 'account'],
  ['the app role may not go round the wall', 'grant truncate on note to spotter_app', 'truncate on note'],
  ['what happened stays on record', 'grant delete on audit_log to spotter_app', 'delete on audit_log'],
  ['what happened stays on record', 'grant update on audit_log to public', 'update on audit_log'],
  ['what happened stays on record', 'grant delete on health_tag_view to spotter_app', 'delete on health_tag_view'],
  ['the app role has no power', 'alter role spotter_app bypassrls', 'spotter_app'],
  ['the app role has no power', 'grant pg_read_all_data to spotter_app', 'it is a member of pg_read_all_data'],
  ['the app role has no power', 'grant create on schema public to spotter_app', 'it may create in schema public'],
  ['the app role owns nothing', 'alter table tag owner to spotter_app', 'table tag'],
  [
    'functions of the owner pin their search path',
    'alter function seat_of_account reset search_path',
    'seat_of_account',
  ],
  [
    'functions of the owner are for the app role alone',
    'grant execute on function token_viewer to public',
    'token_viewer',
  ],
  [
    'a foreign key between tenant tables includes the gym',
    `alter table member add unique (id); ${newTable}; alter table leak add foreign key (member_id) references member (id)`,
    'leak.leak_member_id_fkey',
  ],
  ['a foreign key has an index', 'drop index note_author', 'note.note_gym_id_author_id_fkey'],
  ['every change to a member is recorded', 'alter table note disable trigger record_change', 'note'],
  ['every change to a member is recorded', newTable, 'leak'],
  ['what happened stays on record', 'grant delete on mandate to spotter_app', 'delete on mandate'],
  ['an IBAN is kept sealed', 'alter table mandate add column plain_iban text', 'mandate.plain_iban is text'],
  ['an IBAN is kept sealed', 'alter table gym add column iban_sealed text', 'gym.iban_sealed is text'],
  ['money is whole cents', 'alter table note add column price_cents numeric', 'note.price_cents is numeric'],
])('%s: fails after %s', async (invariant, change, detail) => {
  expect(await problemsAfter(change)).toContainEqual({ invariant, detail });
});

const paid = (
  kind: string,
) => `(gym_id, member_id, purchase_id, kind, method, amount_cents, currency, reference, happened_at)
  select gym_id, member_id, id, '${kind}', 'DESK', total_cents, currency, 'receipt', now() from purchase`;

const refundOf = paid('REFUND').replace('total_cents', '-total_cents');

const nowPaid = `update purchase set status = 'PAID', paid_at = now()`;

const columns = `gym_id, member_id, unit_price_cents, total_cents, currency, kind, description, vat_rate_bp, vat_cents, purchased_at`;

/** Lines of the subscription for 31 days from each of these. */
const periods = (
  ...days: string[]
) => `insert into purchase (${columns}, subscription_id, period_starts_on, period_ends_on)
  select gym_id, member_id, 100, 100, currency, 'SUBSCRIPTION', 'Unlimited', 900, 8, now(), id, day, day + 30
    from subscription, unnest('{${days.join(',')}}'::date[]) day`;

const counterLine = (memberId: string, cents: number) => `insert into purchase (${columns}, corrects_purchase_id)
  select gym_id, ${memberId}, ${cents}, ${cents}, currency, kind, description, vat_rate_bp, 0, purchased_at, id from purchase`;

const pending = (method: string) =>
  `update purchase set status = 'PENDING', held_from = 'OPEN', payment_method = '${method}';`;

/** A batch of the one line, as createPaymentBatch leaves it. */
const batch = (number = 1) => `
  insert into payment_batch (gym_id, id, number, until_on, collection_on, pain_version, message_id, creditor_name, creditor_id,
      creditor_iban_sealed, creditor_masked_iban, lead_days, currency, collection_count, line_count, total_cents, created_at)
    select id, uuidv7(), ${number}, '2026-03-31', '2026-04-06', 'PAIN_008_001_08', 'SP${number}', 'Gym', 'NL69ZZZ123456780000',
      '\\x01', 'NL91 •••• •••• •• 4300', 2, 'EUR', 1, 1, 350, now() from gym;
  insert into collection (gym_id, batch_id, mandate_id, position, end_to_end_id, sequence_type, mandate_reference, signed_on, holder,
      remittance, amount_cents, line_count)
    select b.gym_id, b.id, d.id, 1, 'SP${number}-1', 'RCUR', 'A', '2024-01-15', 'Z', 'Shake', 350, 1
      from payment_batch b, mandate d where b.number = ${number} and d.replaced_at is null;
  insert into payment_batch_line (gym_id, batch_id, collection_id, purchase_id, amount_cents)
    select c.gym_id, c.batch_id, c.id, p.id, 350 from collection c, purchase p where c.end_to_end_id = 'SP${number}-1';
  ${pending('ACCOUNT')}`;

const account = `insert into stripe_account (gym_id, mode, connected_at) select id, 'TEST', now() from gym;`;

const checkout = `${account}
  insert into checkout (gym_id, id, member_id, stripe_account_id, kind, short_code, status, amount_cents, currency, created_at, expires_at)
    select p.gym_id, uuidv7(), p.member_id, a.id, 'PAYMENT', repeat('c', 22), 'WAITING', 350, 'EUR', now(), now() from purchase p, stripe_account a;
  insert into checkout_line (gym_id, checkout_id, purchase_id, amount_cents) select c.gym_id, c.id, p.id, 350 from checkout c, purchase p;
  ${pending('STRIPE_CHECKOUT')}`;

const item = `${account}
  insert into stripe_invoice_item (gym_id, purchase_id, member_id, stripe_account_id, amount_cents, currency, status, asked_at)
    select p.gym_id, p.id, p.member_id, a.id, 350, 'EUR', 'WAITING', now() from purchase p, stripe_account a;
  ${pending('STRIPE_INVOICE')}`;

const refund = (status: string) => `${account}
  insert into stripe_refund (gym_id, id, purchase_id, member_id, stripe_account_id, payment_intent_id, amount_cents, currency, status, refund_id, asked_at, ended_at)
    select p.gym_id, uuidv7(), p.id, p.member_id, a.id, 'pi_1', 350, 'EUR', '${status}', 'receipt', now(), now() from purchase p, stripe_account a;`;

const others = (count: number) => `with other as (
  insert into member (gym_id, member_number, first_name, last_name, joined_on)
    select id, n, 'Ada', 'Berg', '2026-01-01' from gym, generate_series(1, ${count}) n returning gym_id, id)`;

const registered = `insert into registration (gym_id, session_id, starts_at, member_id, status)
  select s.gym_id, s.id, s.starts_at, o.id, 'REGISTERED'`;

const waiting = 'insert into waiting_list_entry (gym_id, session_id, member_id, number)';

const nowOpen = `update purchase set status = 'OPEN', held_from = null;`;

const event = (times: number) => `
  insert into stripe_event (gym_id, event_id, type, payload, happened_at, received_at, next_attempt_at)
    select id, 'evt_1', 'invoice.paid', '{}', now(), now(), now() from gym, generate_series(1, ${times});`;

test.each([
  ['a batch', batch()],
  ['a checkout', checkout],
  ['an invoice item', item],
  [
    'a refund',
    `${refund('DONE')} insert into payment ${paid('PAYMENT')}; insert into payment ${refundOf}; update purchase set status = 'REFUNDED'`,
  ],
])('%s as it is made breaks none', async (_, made) => {
  expect(await problemsAfter(made)).toEqual([]);
});

test.each([
  ['a line is in one live batch at most', `drop index payment_batch_line_live; ${batch()} ${batch(2)}`],
  ['what is being collected on account is in a batch that is under way', pending('ACCOUNT')],
  ['a batch under way holds its lines', `${batch()} update purchase set status = 'OPEN', held_from = null`],
  ['sums and counts of a batch are those of its collections', `${batch()} update payment_batch set total_cents = 351`],
  [
    'a collection is the sum of its lines',
    `${batch()} update collection set amount_cents = 351; update payment_batch set total_cents = 351`,
  ],
  ['a collection holds lines of its own batch and member', `${batch()} update collection set state = 'CANCELLED'`],
  ['what is being collected through Stripe waits in a checkout or for an invoice', pending('STRIPE_CHECKOUT')],
  [
    'what is being collected through Stripe waits in a checkout or for an invoice',
    `${checkout} update checkout_line set is_live = false`,
  ],
  ['a checkout under way holds its lines', `${checkout} update purchase set status = 'OPEN', held_from = null`],
  ['a checkout under way holds its lines', `${checkout} update checkout set status = 'EXPIRED', ended_at = now()`],
  ['a checkout is the sum of its lines', `${checkout} update checkout set amount_cents = 351`],
  ['an invoice item under way holds its line', `${item} update purchase set status = 'OPEN', held_from = null`],
  ['an invoice item under way holds its line', `${item} update stripe_invoice_item set amount_cents = 351`],
  ['a refund that is done is in the ledger, and one that is not is not', refund('DONE')],
  [
    'a refund that is done is in the ledger, and one that is not is not',
    `${refund('FAILED')} insert into payment ${paid('PAYMENT')}; insert into payment ${refundOf}; update purchase set status = 'REFUNDED'`,
  ],
  ['an event of Stripe is there once', `drop index stripe_event_once; ${event(2)}`],
  [
    'an event of Stripe keeps what it says until it is worked off',
    `${event(1)} update stripe_event set payload = null`,
  ],
  [
    'what was paid at Stripe is in the ledger',
    `${checkout} ${nowOpen} update checkout set status = 'PAID', ended_at = now(), session_id = 'cs_1', payment_intent_id = 'pi_1';
     update checkout_line set is_live = false`,
  ],
  [
    'what was paid at Stripe is in the ledger',
    `${item} ${nowOpen} update stripe_invoice_item set status = 'PAID', ended_at = now(), invoice_id = 'in_1'`,
  ],
  ['what was under way at an account that was left waits no more', `${checkout} update checkout set left_at = now()`],
  [
    'what was under way at an account that was left waits no more',
    `${item} update stripe_invoice_item set left_at = now()`,
  ],
  ['a member’s last visit is the latest one attended', 'update member set last_visit_at = null'],
  ['a member is subscribed until the last subscription ends', `update member set subscribed_until = '2030-01-01'`],
  ['places taken are counted', 'update session set places_taken = 2'],
  [
    'no session is sold beyond its places',
    `alter table session drop constraint session_not_oversold; update session set places = 1; ${others(1)} ${registered} from session s, other o`,
  ],
  [
    'a member is in a session once',
    `drop index registration_once; ${registered} from session s join registration r on r.session_id = s.id join member o on o.id = r.member_id`,
  ],
  [
    'a waiting list has one order',
    `drop index waiting_list_number; create index on waiting_list_entry (gym_id, session_id); ${others(2)} ${waiting} select s.gym_id, s.id, o.id, 1 from session s, other o`,
  ],
  [
    'who waits waits once, and is not in it',
    `drop index waiting_list_once; ${others(1)} ${waiting} select s.gym_id, s.id, o.id, n from session s, other o, generate_series(1, 2) n`,
  ],
  ['who waits waits once, and is not in it', `${waiting} select gym_id, session_id, member_id, 1 from registration`],
  [
    'who got a place after waiting was given it then',
    `${others(1)} ${waiting} select s.gym_id, s.id, o.id, 1 from session s, other o;
     update waiting_list_entry set ended_at = now(), ended_as = 'MOVED_UP'`,
  ],
  [
    'a purchase is in the currency of its gym',
    `alter table gym disable trigger currency_stays; update gym set currency = 'USD'`,
  ],
  [
    'an IBAN is kept sealed',
    `update mandate set iban_sealed = 'NL91ABNA0417164300 and then some more' where replaced_at is null`,
  ],
  ['an IBAN is kept sealed', `update mandate set masked_iban = 'NL91ABNA0417164300' where replaced_at is null`],
  [
    'an IBAN is kept sealed',
    `insert into payment_settings (gym_id, creditor_masked_iban) select id, 'NL91ABNA0417164300' from gym`,
  ],
  [
    'an IBAN is kept sealed',
    `insert into audit_log (gym_id, subject, action, after) select id, 'mandate', 'INSERT', '{"iban": "NL91"}' from gym`,
  ],
  ['an account is moved within one mandate', `update mandate set reference = 'B' where replaced_at is null`],
  ['VAT lies within the total', 'update purchase set vat_cents = 351'],
  ['what is paid says where that can be looked up', `insert into payment ${paid('DISPUTE')}; ${nowPaid}`],
  ['the ledger of payments balances with the state of the purchase', `insert into payment ${paid('PAYMENT')}`],
  [
    'a payment is of the member and in the currency of its purchase',
    `insert into payment ${paid('PAYMENT')}; ${nowPaid}; update payment set currency = 'USD'`,
  ],
  [
    'a subscription has one line a period',
    `drop index purchase_once_per_period; ${periods('2026-03-01', '2026-03-01')};
     update purchase set status = 'CANCELLED'`,
  ],
  ['lines of a subscription charge no day twice', periods('2026-03-01', '2026-03-31')],
  ['counter-lines take back no more than their line', counterLine('member_id', -351)],
  [
    'a counter-line is of the member and in the currency of its line',
    `insert into member (gym_id, member_number, first_name, last_name, joined_on) select id, 1, 'Ada', 'Berg', '2026-01-01' from gym;
     ${counterLine('(select id from member where member_number = 1)', -350)}`,
  ],
  [
    'a subscription that was taken back costs nothing',
    `insert into subscription (gym_id, member_id, subscription_type_id, starts_on, ends_on, price_cents, currency, voided_at)
       select gym_id, member_id, subscription_type_id, starts_on, ends_on, 1, currency, now() from subscription;
     update purchase set subscription_id = (select id from subscription where voided_at is not null)`,
  ],
  [
    'a cancellation says when its subscription ends',
    `insert into subscription_cancellation (gym_id, member_id, subscription_id, cancelled_at, cancelled_on, earliest_ends_on, ends_on, confirmation_number, confirmation)
       select gym_id, member_id, id, now(), '2026-03-01', '2026-04-01', '2026-04-01', 'C-1', 'Cancelled' from subscription;
     update subscription set cancelled_at = now()`,
  ],
])('%s: fails after %s', async (invariant, change) => {
  expect((await problemsAfter(change)).map((problem) => problem.invariant)).toEqual([invariant.replace('’', "'")]);
});

// What could be collected: every unpaid line on account, by member, with the reason why it cannot be, as SQL. The one
// definition, for the pre-flight and for the batch that is made of it.
import { isKnownToBank } from '../payment-details/known-to-bank.ts';
import { isReadable, sepaText, sepaTextSql } from './sepa-text.ts';

/** 999,999.99: what every bank takes in one direct debit. */
const mostCents = 99_999_999;
/** Far above what a member is used to: this many times as much, and at least so many cents more. */
const usualTimes = 3;
const usualMoreCents = 5000;

export const longestName = 70;

const holderText = sepaTextSql('d.holder', longestName);

/** The creditor's name as the file has it; null when nothing of it can be read by a bank. */
export function creditorNameOf(name: string): string | null {
  const text = sepaText(name, longestName);
  return isReadable(text) ? text : null;
}

// A batch that was under way when the mandate was moved may have been taken back since: then the bank knows what came before.
const originalOf = `(select case when ${isKnownToBank('k')} then k.id else k.original_mandate_id end
  from mandate k where k.gym_id = d.gym_id and k.id = d.original_mandate_id)`;

/**
 * Begins a `with`. `asked` is a row of (until_at timestamptz, collection_on date): lines before that instant, collected on
 * that day. Ends with `candidate`: a row for each member, one for each of their live batches, and one for lines of Stripe.
 */
export const candidates = (asked: string): string => `asked as (${asked}),
  setting as (
    select g.currency, g.payment_collection = 'SEPA' as is_sepa, coalesce(s.unusual_amount_cents, 25000) as unusual_cents,
           s.creditor_name is not null and s.creditor_id is not null and s.creditor_iban_sealed is not null as has_creditor
      from gym g left join payment_settings s on s.gym_id = g.id),
  line as (
    select p.gym_id, p.id, p.member_id, p.total_cents, p.status, p.purchased_at, p.description,
           case when p.status = 'PENDING' then l.batch_id end as batch_id, p.payment_method <> 'ACCOUNT' as is_by_stripe
      from asked, setting s, purchase p
      left join payment_batch_line l on l.gym_id = p.gym_id and l.purchase_id = p.id and l.released_at is null
     -- What was sold when the gym collected through Stripe is not collected here, and not left out without a word.
     where (p.payment_method = 'ACCOUNT' or (s.is_sepa and p.status <> 'PENDING')) and p.purchased_at < asked.until_at
       and p.status in ('OPEN', 'PENDING', 'FAILED', 'RETURNED') and (p.status <> 'PENDING' or l.batch_id is not null)),
  owed as (
    select gym_id, member_id, batch_id, is_by_stripe, count(*)::int as line_count, sum(total_cents) as total_cents,
           count(*) filter (where status = 'RETURNED')::int as returned_count
      from line group by 1, 2, 3, 4),
  usual as (
    select d.member_id, avg(c.amount_cents) as cents
      from asked, payment_batch b
      join collection c on c.gym_id = b.gym_id and c.batch_id = b.id and c.state <> 'CANCELLED'
      join mandate d on d.gym_id = c.gym_id and d.id = c.mandate_id
     where b.state in ('SUBMITTED', 'SETTLED') and b.collection_on > asked.collection_on - 366
     group by 1 having count(*) >= 2),
  candidate as (
    select o.*, m.full_name, m.member_number, d.id as mandate_id, d.reference as mandate_reference, d.signed_on,
           d.masked_iban, d.holder, h.text as holder_in_file, case when d.is_one_off then 'OOFF' else 'RCUR' end as sequence_type,
           case when d.last_used_on is null then ${originalOf} end as original_mandate_id,
           round(u.cents)::int as usual_cents,
           case when o.total_cents > s.unusual_cents then 'ABOVE_LIMIT'
                when o.total_cents > ${usualTimes} * u.cents and o.total_cents >= u.cents + ${usualMoreCents} then 'ABOVE_USUAL' end as unusual,
           case when o.is_by_stripe then 'BY_STRIPE'
                when o.batch_id is not null then 'IN_OTHER_BATCH'
                when s.currency <> 'EUR' then 'CURRENCY'
                when o.total_cents <= 0 then 'NOTHING_TO_COLLECT'
                when o.total_cents > ${mostCents} then 'AMOUNT_TOO_HIGH'
                when d.id is null then 'NO_MANDATE'
                when d.revoked_at is not null then 'MANDATE_REVOKED'
                when d.blocked_at is not null then 'MANDATE_BLOCKED'
                when (d.counts_from + interval '36 months')::date <= asked.collection_on then 'MANDATE_LAPSED'
                when d.is_one_off and exists (select from collection c where c.gym_id = d.gym_id and c.mandate_id = d.id
                  and c.state in ('PENDING', 'PAID')) then 'MANDATE_USED'
                when h.text !~ '[A-Za-z0-9]' then 'UNREADABLE_HOLDER'
                when not s.has_creditor then 'NO_CREDITOR' end as block
      from asked, setting s, owed o
      join member m on m.gym_id = o.gym_id and m.id = o.member_id
      left join lateral (
        select * from mandate d where d.gym_id = o.gym_id and d.member_id = o.member_id and d.replaced_at is null
         order by d.revoked_at is null desc, d.revoked_at desc, d.id desc limit 1) d on true
      left join lateral (select ${holderText} as text) h on true
      left join usual u on u.member_id = o.member_id)`;

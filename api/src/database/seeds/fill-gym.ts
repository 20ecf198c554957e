// Writes one gym's rows in the running transaction.
import type pg from 'pg';
import { copyTable } from './copy.ts';
import type { LastVisits } from './gym.ts';
import type { GymPlan } from './gym-plan.ts';
import type { TableRows } from './row.ts';

/** The rows of a gym, and what is known only after the last of them. */
export interface GymRows {
  plan: GymPlan;
  tables(): Iterable<TableRows>;
  lastVisits(): LastVisits;
}

export async function fillGym(
  client: pg.ClientBase,
  gym: GymRows,
  onRows: (count: number) => void = () => {},
): Promise<void> {
  for (const table of gym.tables()) await copyTable(client, table, onRows);
  // PostgreSQL may have noted that these are empty, after a filling that was cut off: what follows would take minutes.
  await client.query('analyze member, session, registration, purchase');
  const { memberIds, at } = gym.lastVisits();
  await client.query(
    `update member m set last_visit_at = v.at from unnest($2::uuid[], $3::timestamptz[]) v (id, at) where m.gym_id = $1 and m.id = v.id`,
    [gym.plan.gymId, memberIds, at],
  );
  await client.query(placesOfGym, [gym.plan.gymId]);
  await client.query(paymentsOfGym, [gym.plan.gymId]);
}

// What the triggers would have counted.
const placesOfGym = `
  update session s set places_taken = t.taken
    from (select r.session_id, count(*) as taken from registration r
           where r.gym_id = $1 and r.status <> 'CANCELLED' group by r.session_id) t
   where s.gym_id = $1 and s.id = t.session_id`;

// The ledger behind the states of the purchases: what was paid, now and then in cash, and what came back. Ids follow from the
// purchase's.
const paymentsOfGym = `
  insert into payment (gym_id, id, member_id, purchase_id, kind, method, amount_cents, currency, reference, happened_at)
  select p.gym_id, md5(p.id || k.kind)::uuid, p.member_id, p.id, k.kind,
         case when p.kind = 'SHOP' and p.status = 'PAID' and left(md5(p.id::text), 1) = '0' then 'CASH'
              when g.payment_collection = 'SEPA' then 'SEPA' else 'STRIPE' end,
         case k.kind when 'PAYMENT' then p.total_cents else -p.total_cents end, p.currency,
         'E2E-' || upper(left(replace(p.id::text, '-', ''), 24)),
         coalesce(p.paid_at, date_trunc('month', p.purchased_at) + interval '1 month 5 days')
           + case k.kind when 'PAYMENT' then interval '0' else interval '3 days' end
    from purchase p join gym g on g.id = p.gym_id
    cross join (values ('PAYMENT'), ('REFUND'), ('RETURN')) k (kind)
   where p.gym_id = $1 and p.total_cents <> 0
     and case k.kind when 'PAYMENT' then p.status in ('PAID', 'REFUNDED', 'RETURNED')
                     when 'REFUND' then p.status = 'REFUNDED' else p.status = 'RETURNED' end`;

// Makes a member known to Stripe, once per account: before, call, after. The call repeats under the id of our row.
import { randomUUID } from 'node:crypto';
import type { ConnectedAccount, GymStripe } from './gym-stripe.ts';

interface CustomerRow {
  id: string;
  customerId: string | null;
  name: string;
  email: string | null;
  locale: string;
}

/** Stripe's id of the customer. Throws a StripeFailure. */
export async function ensureCustomer(side: GymStripe, account: ConnectedAccount, memberId: string): Promise<string> {
  const row = await side.db.write(async (em) => {
    await em.execute(
      `update stripe_customer set is_current = false where member_id = ? and is_current and stripe_account_id <> ?`,
      [memberId, account.id],
    );
    await em.execute(
      `insert into stripe_customer (gym_id, member_id, stripe_account_id) values (?, ?, ?)
       on conflict (gym_id, stripe_account_id, member_id) do update set is_current = true where not stripe_customer.is_current`,
      [side.gymId, memberId, account.id],
    );
    const [found] = await em.execute<CustomerRow[]>(
      `select c.id, c.customer_id as "customerId", m.full_name as name, m.email, g.locale
         from stripe_customer c join member m on m.gym_id = c.gym_id and m.id = c.member_id join gym g on g.id = c.gym_id
        where c.member_id = ? and c.stripe_account_id = ?`,
      [memberId, account.id],
    );
    return found;
  });
  if (!row) throw new Error('The customer has no row.');
  if (row.customerId) return row.customerId;
  // Nothing in it may change between two tries, or the key would stand for something else.
  const metadata = { spotter_gym: side.gymId, spotter_member: memberId };
  const made = await account.stripe.customers.create(row.id, { metadata });
  await account.stripe.customers.change(randomUUID(), made.id, {
    name: row.name,
    locale: row.locale,
    ...(row.email && { email: row.email }),
  });
  await side.db.write((em) =>
    em.execute(`update stripe_customer set customer_id = ? where id = ? and customer_id is null`, [made.id, row.id]),
  );
  return made.id;
}

// Lets one transaction bring rows in by COPY: no audit rows, no messages to open screens, no derived columns kept row by row.
import pg from 'pg';

const tables = [
  'gym',
  'account',
  'employee',
  'member',
  'tag',
  'member_tag',
  'notification',
  'session_type',
  'calendar',
  'session',
  'registration',
  'checkup',
  'subscription_type',
  'subscription_type_session_type',
  'subscription_type_calendar',
  'subscription',
  'subscription_session_type',
  'subscription_calendar',
  'mandate',
  'shop_category',
  'shop_item',
  'purchase',
  'note',
  'attachment',
  'benchmark',
  'benchmark_result',
];

/**
 * Everything that `work` does is kept, or nothing. A superuser skips the checks of foreign keys too, which are most of
 * the work; any other owner has to switch off triggers and forced row-level security, which locks the tables until the
 * end, and puts them back before it commits.
 */
export async function inQuietTransaction<T>(
  client: pg.ClientBase,
  work: () => Promise<T>,
  mayTrustKeys: boolean,
): Promise<T> {
  await client.query('begin');
  try {
    const { rows } = await client.query<{ is_superuser: boolean }>(
      'select rolsuper as is_superuser from pg_roles where rolname = current_user',
    );
    const isSuperuser = rows[0]?.is_superuser ?? false;
    const trustsKeys = isSuperuser && mayTrustKeys;
    if (trustsKeys) await client.query('set local session_replication_role = replica');
    else
      await client.query(
        tables.map((table) => `alter table ${table} disable trigger user, no force row level security`).join(';'),
      );
    const result = await work();
    if (!trustsKeys)
      await client.query(
        tables.map((table) => `alter table ${table} enable trigger user, force row level security`).join(';'),
      );
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** The owner is not bound to one gym. */
export async function connectOwner(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // A lost connection fails the statement that is under way or comes next; without a listener it ends the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}

export async function analyzeTables(client: pg.ClientBase): Promise<void> {
  await client.query(`vacuum (analyze) ${tables.join(', ')}`);
}

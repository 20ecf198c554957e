// Lets one transaction bring rows in by COPY: no audit rows, no messages to open screens, no derived columns kept row by row.
import pg from 'pg';

const tables = [
  'gym',
  'account',
  'employee',
  'employee_invitation',
  'member',
  'tag',
  'member_tag',
  'audit_log',
  'notification',
  'notification_rule',
  'session_type',
  'calendar',
  'schedule_slot',
  'session',
  'registration',
  'registration_override',
  'waiting_list_entry',
  'checkup',
  'subscription_type',
  'subscription_type_session_type',
  'subscription_type_calendar',
  'subscription',
  'subscription_session_type',
  'subscription_calendar',
  'subscription_change',
  'subscription_cancellation',
  'mandate',
  'payment_settings',
  'shop_category',
  'shop_item',
  'purchase',
  'payment',
  'payment_batch',
  'collection',
  'payment_batch_line',
  'note',
  'attachment',
  'benchmark',
  'benchmark_result',
  'checklist_template',
  'checklist_template_action',
  'checklist',
  'checklist_action',
];

export interface QuietOptions {
  /** Skips the checks of foreign keys, most of the work of large amounts, when the owner is a superuser. */
  mayTrustKeys?: boolean;
}

/** Everything that `work` does is kept, or nothing; the tables are as loud as before when it is done. */
export async function inQuietTransaction<T>(
  client: pg.ClientBase,
  work: () => Promise<T>,
  { mayTrustKeys = false }: QuietOptions = {},
): Promise<T> {
  await client.query('begin');
  try {
    const trustsKeys = mayTrustKeys && (await isSuperuser(client));
    // Switching off locks the tables until the end. COPY is refused on a table whose forced wall binds its owner.
    if (trustsKeys) await client.query('set local session_replication_role = replica');
    else await alterTables(client, 'disable trigger user, no force row level security');
    const result = await work();
    if (!trustsKeys) await alterTables(client, 'enable trigger user, force row level security');
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function isSuperuser(client: pg.ClientBase): Promise<boolean> {
  return (await client.query('select from pg_roles where rolname = current_user and rolsuper')).rowCount === 1;
}

async function alterTables(client: pg.ClientBase, change: string): Promise<void> {
  await client.query(tables.map((table) => `alter table ${table} ${change}`).join(';'));
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

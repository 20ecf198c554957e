// The tables that belong to gyms, as the catalog of the database knows them, and statements against them as the app role.
import pg from 'pg';

export interface TenantTable {
  name: string;
  /** `id` for the gym itself. */
  gymColumn: string;
  /** Those that can be written. */
  columns: string[];
}

export async function tenantTables(owner: pg.Pool): Promise<TenantTable[]> {
  const { rows } = await owner.query<TenantTable>(`
    select table_name as name, case table_name when 'gym' then 'id' else 'gym_id' end as "gymColumn",
           array_agg(column_name::text order by ordinal_position) filter (where is_generated = 'NEVER') as columns
      from information_schema.columns where table_schema = 'public' group by 1
    having bool_or(column_name = 'gym_id') or table_name = 'gym' order by 1`);
  return rows;
}

export interface ForeignKey {
  name: string;
  table: string;
  target: string;
  /** Pairs of columns beside the gym's. */
  columns: string[];
  targetColumns: string[];
}

/** The foreign keys from one gym's table to another's. */
export async function tenantForeignKeys(owner: pg.Pool): Promise<ForeignKey[]> {
  const { rows } = await owner.query<ForeignKey>(`
    select k.conname as name, k.conrelid::regclass::text as table, k.confrelid::regclass::text as target,
           array_agg(own.attname::text order by pair.place) as columns, array_agg(target.attname::text order by pair.place) as "targetColumns"
      from pg_constraint k, unnest(k.conkey, k.confkey) with ordinality pair (own, target, place)
      join pg_attribute own on true join pg_attribute target on true
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace and own.attrelid = k.conrelid and own.attnum = pair.own
       and target.attrelid = k.confrelid and target.attnum = pair.target and own.attname <> 'gym_id'
       and exists (select from pg_attribute g where g.attrelid = k.confrelid and g.attname = 'gym_id')
       and exists (select from pg_attribute g where g.attrelid = k.conrelid and g.attname = 'gym_id')
     group by 1, 2, 3 order by 2, 1`);
  return rows;
}

/** Runs one statement in a transaction that is taken back. The answer is its rows, or the code of its error. */
export async function attempt(
  pool: pg.Pool,
  gymId: string | null,
  text: string,
  values: unknown[] = [],
): Promise<pg.QueryResult | string> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    if (gymId) await client.query(`select set_config('app.gym_id', $1, true)`, [gymId]);
    return await client.query(text, values);
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

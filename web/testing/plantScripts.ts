// A gym whose every text is an attack: one row of everything, and then each text column overwritten by the owner. The
// columns come from the database's catalogue, so that one added later is planted too.
import { createRequire } from 'node:module';
import { addGymLife, type GymLife } from '../../api/src/testing/matrix/gym-life.ts';

type Owner = Parameters<typeof addGymLife>[0];

/** The longest that a column takes is planted, followed by the column's name. Each, if it ran, would set the same flag. */
export const scripts = [
  `javascript:__spotterOwned=1//"'></title><script>__spotterOwned=2</script><img src=x onerror=__spotterOwned=3>` +
    `<svg onload=__spotterOwned=4>{{constructor.constructor('__spotterOwned=5')()}}`,
  `javascript:__spotterOwned=1//"'></title><script>__spotterOwned=2</script><img src=x onerror=__spotterOwned=3>`,
  `<img src=x onerror=__spotterOwned=3>`,
  `<svg onload=__spotterOwned=4>`,
] as const;

/** Texts that must stay what they are, or nothing is shown at all. */
const KEPT = ['gym.time_zone'];

export interface Planted {
  gym: GymLife;
  /** The columns that hold a script now, as "table.column". */
  columns: string[];
  /** The columns whose constraints let no script in. */
  refused: string[];
  /** When it has been looked at. */
  leave: () => Promise<void>;
}

export async function plantScripts(databaseUrl: string, today: string): Promise<Planted> {
  const { Pool } = createRequire(new URL('../../api/package.json', import.meta.url))('pg') as {
    Pool: new (options: object) => Owner;
  };
  const owner = new Pool({ connectionString: databaseUrl });
  // Stripe does not know the planted account: the comparison of the day would find it taken away, and leave it. And lines
  // that are charged later would stand before the planted ones.
  const release = await keepFromRunning(owner, 'reconcile-stripe', 'charge-subscriptions');
  const { rows } = await owner.query<{ hash: string }>(
    `select password_hash as hash from account where email = 'admin@lift.example'`,
  );
  const gym = await addGymLife(owner, 'planted', today, rows[0]?.hash ?? '');
  const columns: string[] = [];
  const refused: string[] = [];
  for (const column of await textColumns(owner))
    ((await plant(owner, gym.gymId, column)) ? columns : refused).push(nameOf(column));
  const leave = async () => {
    release();
    await owner.end();
  };
  return { gym, columns, refused, leave };
}

/** As one process at a time runs a job, as long as somebody holds its lock nobody does. */
async function keepFromRunning(owner: Owner, ...jobs: string[]): Promise<() => void> {
  const holder = await owner.connect();
  for (const job of jobs) await holder.query(`select pg_advisory_lock(hashtext('spotter job ${job}'))`);
  return () => holder.release();
}

interface TextColumn {
  table: string;
  column: string;
}

const nameOf = ({ table, column }: TextColumn) => `${table}.${column}`;

async function textColumns(owner: Owner): Promise<TextColumn[]> {
  const { rows } = await owner.query<TextColumn>(`
    select c.table_name as table, c.column_name as column
      from information_schema.columns c
     where c.table_schema = 'public' and c.data_type in ('text', 'character varying') and c.is_generated = 'NEVER'
       and (c.table_name = 'gym' or exists (select from information_schema.columns o
         where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'gym_id'))
     order by c.table_name, c.ordinal_position`);
  return rows.filter((column) => !KEPT.includes(nameOf(column)));
}

/** Numbered, since some texts are there once per gym. */
async function plant(owner: Owner, gymId: string, { table, column }: TextColumn): Promise<boolean> {
  const endings = [...scripts.map((script) => `${script}${nameOf({ table, column })}`), scripts[3]];
  // A text that is bound to another, like an occurrence to its kind, is planted where there is one.
  for (const where of ['true', `${column} is not null`])
    for (const text of endings) {
      const set = `update ${table} t set ${column} = $1 || numbered.nr
        from (select ctid as place, row_number() over () as nr from ${table}
               where ${table === 'gym' ? 'id' : 'gym_id'} = $2 and ${where}) numbered
        where t.ctid = numbered.place`;
      try {
        const { rowCount } = await owner.query(set, [text, gymId]);
        return (rowCount ?? 0) > 0;
      } catch (error) {
        const isRefusedByCheck = (error as { code?: string }).code === '23514';
        if (!isRefusedByCheck) throw error;
      }
    }
  return false;
}

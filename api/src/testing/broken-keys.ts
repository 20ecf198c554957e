// What the database itself would refuse, for rows that came in with the checks of foreign keys off.
import type pg from 'pg';

/** For each foreign key, the rows that point at nothing. */
export async function brokenKeys(owner: pg.Pool): Promise<string[]> {
  const { rows: keys } = await owner.query<{ name: string; broken: string }>(`
    select c.conname as name, format('select count(*)::int as count from %s a where (%s) and not exists (select from %s b where %s)',
      c.conrelid::regclass, string_agg(format('a.%I is not null', x.attname), ' and '), c.confrelid::regclass,
      string_agg(format('a.%I = b.%I', x.attname, y.attname), ' and ')) as broken
    from pg_constraint c, unnest(c.conkey, c.confkey) k (x, y)
    join pg_attribute x on true join pg_attribute y on true
    where c.contype = 'f' and x.attrelid = c.conrelid and x.attnum = k.x and y.attrelid = c.confrelid and y.attnum = k.y
    group by c.oid, c.conname, c.conrelid, c.confrelid`);
  if (keys.length < 50) throw new Error(`Only ${keys.length} foreign keys were found.`);
  const broken: string[] = [];
  for (const { name, broken: sql } of keys) {
    const { rows } = await owner.query<{ count: number }>(sql);
    if (rows[0]?.count !== 0) broken.push(`${name}: ${rows[0]?.count}`);
  }
  return broken;
}

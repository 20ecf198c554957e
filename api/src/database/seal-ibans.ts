// Seals the IBANs that were kept as plain text before migration 0010, and drops their column. Run by the owner at the
// start, before the doors open: a piece at a time, so that a start that was cut off goes on where it stopped.
import pg from 'pg';
import type { Secrets } from '../adapters/secrets/secrets.ts';
import { aboutMandateIban } from './iban.ts';

const pieceLength = 1000;

/** Returns how many it sealed. Safe to repeat, and from several processes at once. */
export async function sealIbans(ownerUrl: string, secrets: Secrets): Promise<number> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`select pg_advisory_lock(hashtext('spotter sealing of IBANs'))`);
    if (!(await hasPlainColumn(owner))) return 0;
    let count = 0;
    for (let sealed = -1; sealed !== 0; count += sealed) sealed = await sealPiece(owner, secrets);
    await owner.query('alter table mandate alter iban_sealed set not null, drop column unsealed_iban');
    // What was dropped is still on the pages of the table until they are written anew.
    await owner.query('vacuum (full, analyze) mandate');
    return count;
  } finally {
    await owner.end();
  }
}

async function hasPlainColumn(owner: pg.Client): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select from information_schema.columns where table_schema = 'public' and table_name = 'mandate' and column_name = 'unsealed_iban'`,
  );
  return rowCount === 1;
}

async function sealPiece(owner: pg.Client, secrets: Secrets): Promise<number> {
  const { rows } = await owner.query<{ gymId: string; id: string; iban: string }>(
    `select gym_id as "gymId", id, unsealed_iban as iban from mandate where iban_sealed is null limit ${pieceLength}`,
  );
  const sealed = rows.map(({ gymId, id, iban }) => secrets.seal(iban, aboutMandateIban(gymId, id)));
  await owner.query('begin');
  // How something is kept is no change that anybody made.
  await owner.query('alter table mandate disable trigger user');
  await owner.query(
    `update mandate d set iban_sealed = s.sealed, unsealed_iban = null
       from unnest($1::uuid[], $2::uuid[], $3::bytea[]) s (gym_id, id, sealed) where d.gym_id = s.gym_id and d.id = s.id`,
    [rows.map((row) => row.gymId), rows.map((row) => row.id), sealed],
  );
  await owner.query('alter table mandate enable trigger user');
  await owner.query('commit');
  return rows.length;
}

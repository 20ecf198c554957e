// Finds the key that the secrets of a database are sealed with, or makes one for a database without secrets. A wrong or
// lost key is one sentence at the start: never a server that cannot open what it keeps.
import pg from 'pg';
import { keyFileIn, makeKeyFile, readKeyFile } from '../adapters/secrets/key-file.ts';
import { keyIdOf, SecretError, Secrets } from '../adapters/secrets/secrets.ts';

export interface SecretsOptions {
  /** The owner's connection, to a migrated database. */
  ownerUrl: string;
  /** The configured key; null: the one of the key file. */
  key: Buffer | null;
  /** Where the key file lies. */
  directory: string;
}

export async function unlockSecrets({ ownerUrl, key, directory }: SecretsOptions): Promise<Secrets> {
  const sealed = await sealedColumns(ownerUrl);
  const found = key ?? (await readKeyFile(directory));
  const where = key ? 'SECRETS_KEY' : keyFileIn(directory);
  const [first] = sealed;
  if (!found && first)
    throw new SecretError(
      `The database holds secrets (${first.column}) and their key is missing: put ${where} back from a backup, or give the key as SECRETS_KEY.`,
    );
  const secrets = new Secrets(found ?? (await makeKeyFile(directory)));
  const foreign = sealed.find(({ keyId }) => keyId !== secrets.keyId);
  if (foreign)
    throw new SecretError(
      `The secrets in the database (${foreign.column}) were sealed with another key than that of ${where}: put the right key (${foreign.keyId}) back.`,
    );
  return secrets;
}

/** Every column of sealed secrets that holds any, and the key of one: a server with another key never got to seal more. */
async function sealedColumns(ownerUrl: string): Promise<{ column: string; keyId: string }[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows: columns } = await owner.query<{ table: string; column: string }>(
      String.raw`select table_name as table, column_name as column from information_schema.columns
        where table_schema = 'public' and data_type in ('bytea', 'text') and column_name like '%\_sealed' order by 1, 2`,
    );
    const found: { column: string; keyId: string }[] = [];
    for (const { table, column } of columns) {
      const { rows } = await owner.query<{ sealed: Buffer | string }>(
        `select ${column} as sealed from ${table} where ${column} is not null limit 1`,
      );
      if (rows[0]) found.push({ column: `${table}.${column}`, keyId: keyIdOf(bytesOf(rows[0].sealed)) });
    }
    return found;
  } finally {
    await owner.end();
  }
}

/** A column of text holds them in base64. */
const bytesOf = (sealed: Buffer | string): Buffer =>
  typeof sealed === 'string' ? Buffer.from(sealed, 'base64') : sealed;

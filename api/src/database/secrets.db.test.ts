// Sealed IBANs in a real database: those that were plain text before are sealed once, and a wrong or lost key is told at
// the start.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addGym, addMandate, addMember, insert, sampleIban } from '../testing/fixtures.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { testSecrets } from '../testing/test-secrets.ts';
import { aboutMandateIban } from './iban.ts';
import { migrate } from './migrate.ts';
import { sealIbans } from './seal-ibans.ts';
import { unlockSecrets } from './unlock-secrets.ts';

let database: TestDatabase;
let directory: string;
let gymId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'spotter-secrets-'));
  gymId = await addGym(database.owner);
});
afterAll(async () => {
  await database.close();
  await rm(directory, { recursive: true });
});

const unlock = (key: Buffer | null, from = directory) =>
  unlockSecrets({ ownerUrl: database.ownerUrl, key, directory: from });
const rightKey = Buffer.alloc(32, 'tests only');
const audits = async () =>
  (await database.owner.query<{ n: number }>('select count(*)::int as n from audit_log')).rows[0]!.n;

test('a database without secrets makes its key, and finds it again', async () => {
  const first = await unlock(null);
  expect((await unlock(null)).keyId).toBe(first.keyId);
  expect((await unlock(rightKey)).keyId).toBe(testSecrets.keyId);
});

test('plain IBANs are sealed and their column goes; going on where it stopped, and once', async () => {
  const { owner } = database;
  const ids: string[] = [];
  for (let index = 0; index < 5; index += 1)
    ids.push(await addMandate(owner, gymId, await addMember(owner, gymId), { reference: `M-${index}` }));
  // As migration 0010 leaves them; one was sealed before the start was cut off.
  await owner.query('alter table mandate alter iban_sealed drop not null, add column unsealed_iban text');
  await owner.query('update mandate set iban_sealed = null, unsealed_iban = $1 where id <> $2', [sampleIban, ids[0]]);
  const before = await audits();
  expect(await Promise.all([1, 2].map(() => sealIbans(database.ownerUrl, testSecrets)))).toEqual(
    expect.arrayContaining([4, 0]),
  );
  expect(await sealIbans(database.ownerUrl, testSecrets)).toBe(0);
  expect(await audits()).toBe(before);
  const { rows } = await owner.query<{ id: string; iban_sealed: Buffer }>('select * from mandate');
  expect(rows).toHaveLength(5);
  for (const row of rows) {
    expect(row).not.toHaveProperty('unsealed_iban');
    expect(testSecrets.open(row.iban_sealed, aboutMandateIban(gymId, row.id))).toBe(sampleIban);
  }
  await expect(owner.query('update mandate set iban_sealed = null')).rejects.toThrow('not-null');
});

test('a database of before is brought up to date with its plain IBANs sealed, and none left behind', async () => {
  const url = new URL(database.ownerUrl);
  url.pathname = `${url.pathname}_before`;
  const name = url.pathname.slice(1);
  await database.owner.query(`create database ${name}`);
  const old = new pg.Pool({ connectionString: url.href });
  // Dropping the database may end connections that are just being closed.
  old.on('connect', (client) => client.on('error', () => undefined));
  old.on('error', () => undefined);
  try {
    await migrateTo(old, '0009');
    const oldGym = await addGym(old);
    const row = { gym_id: oldGym, member_id: await addMember(old, oldGym), holder: 'Z. Berg', iban: sampleIban };
    await insert(old, 'mandate', { ...row, reference: 'A', signed_on: '2020-01-01' });
    const id = await insert(old, 'mandate', { ...row, reference: 'B', signed_on: '2024-01-01' });
    await migrate(url.href);
    expect(await sealIbans(url.href, testSecrets)).toBe(2);
    const { rows } = await old.query('select * from mandate order by reference');
    expect(rows.map((it) => [it.reference, it.masked_iban, it.revoked_at !== null])).toEqual([
      ['A', 'NL91 •••• •••• •• 4300', true],
      ['B', 'NL91 •••• •••• •• 4300', false],
    ]);
    expect(testSecrets.open(rows[1].iban_sealed, aboutMandateIban(oldGym, id))).toBe(sampleIban);
    const { rows: texts } = await old.query(
      `select (to_jsonb(d) - 'iban_sealed')::text from mandate d union all select l::text from audit_log l`,
    );
    expect(texts.length).toBeGreaterThan(2);
    expect(JSON.stringify(texts)).not.toContain('ABNA');
    const { rows: problems } = await old.query(readFileSync(new URL('../../invariants.sql', import.meta.url), 'utf8'));
    expect(problems).toEqual([]);
  } finally {
    await old.end();
    await database.owner.query(`drop database ${name} with (force)`);
  }
});

/** The migrations up to this one, as a database that was last started with them has applied them. */
async function migrateTo(owner: pg.Pool, last: string): Promise<void> {
  const folder = new URL('../../migrations/', import.meta.url);
  await owner.query(
    'create table schema_migration (name text primary key, checksum text not null, applied_at timestamptz default now())',
  );
  for (const file of readdirSync(folder).sort()) {
    if (file.slice(0, 4) > last) continue;
    const sql = readFileSync(new URL(file, folder), 'utf8');
    await owner.query(sql);
    const checksum = createHash('sha256').update(sql).digest('hex');
    await owner.query('insert into schema_migration (name, checksum) values ($1, $2)', [file, checksum]);
  }
}

test('secrets without their key, or with another one, are one sentence at the start', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'spotter-secrets-'));
  await expect(unlock(null, empty)).rejects.toThrow(
    `The database holds secrets (mandate.iban_sealed) and their key is missing: put ${empty}/secrets.key back from a backup, or give the key as SECRETS_KEY.`,
  );
  await expect(unlock(Buffer.alloc(32, 9))).rejects.toThrow(
    `The secrets in the database (mandate.iban_sealed) were sealed with another key than that of SECRETS_KEY: put the right key (${testSecrets.keyId}) back.`,
  );
  await expect(unlock(null)).rejects.toThrow(`than that of ${directory}/secrets.key`);
  await rm(empty, { recursive: true });
});

// Sealed IBANs in a real database: those that were plain text before are sealed once, and a wrong or lost key is told at
// the start.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addGym, addMandate, addMember, sampleIban } from '../testing/fixtures.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { testSecrets } from '../testing/test-secrets.ts';
import { aboutMandateIban } from './iban.ts';
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

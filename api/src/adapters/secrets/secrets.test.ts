import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyFileIn, makeKeyFile, readKeyFile } from './key-file.ts';
import { keyIdOf, Secrets } from './secrets.ts';

const secrets = new Secrets(Buffer.alloc(32, 1));
const about = 'mandate.iban_sealed:gym:row';

describe('what is sealed', () => {
  it('opens to what it was, and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, about) => {
        const sealed = secrets.seal(text, about);
        expect(secrets.open(sealed, about)).toBe(text);
        expect(sealed.equals(secrets.seal(text, about))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('does not open elsewhere, changed or cut', () => {
    const sealed = secrets.seal('NL91ABNA0417164300', about);
    expect(() => secrets.open(sealed, 'mandate.iban_sealed:gym:another')).toThrow('was changed');
    for (let at = 0; at < sealed.length; at += 1) {
      const bent = Buffer.from(sealed);
      bent[at]! ^= 1;
      expect(() => secrets.open(bent, about)).toThrow(about);
      expect(() => secrets.open(sealed.subarray(0, at), about)).toThrow(about);
    }
  });

  it('does not open with another key, and says so', () => {
    const other = new Secrets(Buffer.alloc(32, 2));
    expect(() => other.open(secrets.seal('x', about), about)).toThrow('was sealed with another key');
    expect(keyIdOf(secrets.seal('x', about))).toBe(secrets.keyId);
    expect(other.keyId).not.toBe(secrets.keyId);
  });

  it('shows nothing of what it holds', () => {
    const sealed = secrets.seal('NL91ABNA0417164300', about);
    expect(sealed.toString('latin1')).not.toContain('ABNA');
  });
});

describe('the key file', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'spotter-key-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('is made once, for its user alone, whoever comes at the same moment', async () => {
    const deeper = join(directory, 'data');
    expect(await readKeyFile(deeper)).toBeNull();
    const keys = await Promise.all(Array.from({ length: 10 }, () => makeKeyFile(deeper)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect((await stat(keyFileIn(deeper))).mode & 0o777).toBe(0o600);
    expect(await readdir(deeper)).toEqual(['secrets.key']);
    expect(await readKeyFile(deeper)).toEqual(keys[0]);
    expect(Buffer.from(await readFile(keyFileIn(deeper), 'utf8'), 'base64')).toEqual(keys[0]);
  });

  it('that is damaged is named', async () => {
    await writeFile(keyFileIn(directory), 'half a k');
    await expect(readKeyFile(directory)).rejects.toThrow(/secrets\.key holds no key of 32 bytes/);
  });
});

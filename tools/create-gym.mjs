// `npm run create-gym -- --name "Iron Hall" --admin ada@iron.example --first-name Ada --last-name Brandt`: a gym and its
// first administrator, on the server of DATABASE_URL or the embedded one.
import { join, resolve } from 'node:path';
import process from 'node:process';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createGym, NewGymError } from '../api/src/create-gym.ts';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { Problem } from './problem.mjs';
import { stopWithStarter } from './stop-with-starter.mjs';
import { root } from './toolchain.mjs';

const usage = `Usage: npm run create-gym -- --name NAME --admin EMAIL --first-name NAME --last-name NAME [options]

  --password-stdin   read the administrator's password from standard input; without it one is made up and printed
  --time-zone ZONE   (Europe/Amsterdam)
  --currency CODE    (EUR)
  --country CODE     (NL)
  --locale nl|en     (nl)`;

const options = {
  name: { type: 'string' },
  admin: { type: 'string' },
  'first-name': { type: 'string' },
  'last-name': { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  'time-zone': { type: 'string', default: 'Europe/Amsterdam' },
  currency: { type: 'string', default: 'EUR' },
  country: { type: 'string', default: 'NL' },
  locale: { type: 'string', default: 'nl' },
};

let postgres;
stopWithStarter();
try {
  await run();
} catch (error) {
  console.error(error instanceof Problem || error instanceof NewGymError || error.code ? `\n${error.message}` : error);
  process.exitCode = 1;
} finally {
  await postgres?.stop();
}

async function run() {
  const values = readValues();
  const made = values['password-stdin'] ? undefined : randomBytes(15).toString('base64url');
  const password = made ?? (await text(process.stdin)).replace(/\r?\n$/, '');
  await createGym(process.env.DATABASE_URL?.trim() || (await startPostgres()), {
    name: values.name,
    timeZone: values['time-zone'],
    currency: values.currency,
    country: values.country,
    locale: values.locale,
    adminEmail: values.admin,
    adminFirstName: values['first-name'],
    adminLastName: values['last-name'],
    password,
  });
  console.log(
    `${String(values.name)} is there; ${String(values.admin)} administers it${made ? `, with the password ${made}` : ''}.`,
  );
}

function readValues() {
  try {
    const { values } = parseArgs({ options });
    for (const name of ['name', 'admin', 'first-name', 'last-name'])
      if (!values[name]) throw new Error(`--${name} is missing.`);
    return values;
  } catch (error) {
    throw new Problem(`${error.message}\n\n${usage}`);
  }
}

async function startPostgres() {
  const dataDir = resolve(root, process.env.DATA_DIR?.trim() || '.data');
  postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log: (line) => console.log(line) });
  return postgres.ownerUrl;
}

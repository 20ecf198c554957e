// The monthly direct debit: a batch of all that is open in a gym of so many members, and its file for the bank, made in a
// process of its own with little memory. Twice the size tells how it grows.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const run = fileURLToPath(new URL('sepa-export-run.mjs', import.meta.url));
const HEAP_MIB = 96;
const IBAN = 'NL91ABNA0417164300';
const ROWS_AT_ONCE = 5000;
const LINES = [
  ['Unlimited, February 2026', 4950],
  ['Coffee', 250],
];

export async function benchSepaExport({ databaseUrl, members }) {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  const gymId = await fill(owner, members);
  await owner.query('vacuum (analyze) gym, member, mandate, purchase');
  await owner.end();
  const lines = LINES.length * members;
  const totalCents = members * LINES.reduce((sum, [, cents]) => sum + cents, 0);
  return { members, lines, ...(await exportBatch([databaseUrl, gymId, members, totalCents].map(String))) };
}

/** Members with a mandate and two open lines each; made quietly, since that is not measured. */
async function fill(owner, members) {
  const { Secrets } = await import('../api/dist/adapters/secrets/secrets.js');
  const { aboutCreditorIban, aboutMandateIban, maskedIban } = await import('../api/dist/database/iban.js');
  const secrets = new Secrets(Buffer.alloc(32, 'bench'));
  await owner.query('begin');
  await owner.query('set local session_replication_role = replica');
  const {
    rows: [{ id: gymId }],
  } = await owner.query(`insert into gym (name) values ('Bench') returning id`);
  await owner.query(
    `insert into payment_settings (gym_id, creditor_name, creditor_id, creditor_iban_sealed, creditor_masked_iban)
     values ($1, 'Bench', 'NL40ZZZ001024930000', $2, $3)`,
    [gymId, secrets.seal(IBAN, aboutCreditorIban(gymId)), maskedIban(IBAN)],
  );
  await owner.query(
    `insert into member (gym_id, member_number, first_name, last_name, joined_on)
     select $1, n, 'Member', n::text, '2025-01-01' from generate_series(1, $2::int) n`,
    [gymId, members],
  );
  const { rows } = await owner.query(
    'select id, member_number as number, uuidv7() as "mandateId" from member order by member_number',
  );
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const part = rows.slice(from, from + ROWS_AT_ONCE);
    await owner.query(
      `insert into mandate (gym_id, id, member_id, reference, holder, iban_sealed, masked_iban, iban_country, signed_on, counts_from)
       select $1, t.id, t.member_id, 'M' || t.number, 'Member ' || t.number, t.sealed, $2, 'NL', '2025-12-01', '2025-12-01'
         from unnest($3::uuid[], $4::uuid[], $5::int[], $6::bytea[]) t (id, member_id, number, sealed)`,
      [
        gymId,
        maskedIban(IBAN),
        part.map((row) => row.mandateId),
        part.map((row) => row.id),
        part.map((row) => row.number),
        part.map((row) => secrets.seal(IBAN, aboutMandateIban(gymId, row.mandateId))),
      ],
    );
  }
  await owner.query(
    `insert into purchase (gym_id, member_id, kind, description, unit_price_cents, total_cents, vat_rate_bp, vat_cents, currency, purchased_at)
     select m.gym_id, m.id, 'SHOP', l.name, l.cents, l.cents, 900, round(l.cents * 900 / 10900.0), 'EUR', '2026-02-10'
       from member m cross join unnest($1::text[], $2::int[]) l (name, cents)`,
    [LINES.map(([name]) => name), LINES.map(([, cents]) => cents)],
  );
  await owner.query('commit');
  return gymId;
}

async function exportBatch(words) {
  // It may hold so many objects and no more: were memory to grow with the gym, it would end here.
  const args = [`--max-old-space-size=${HEAP_MIB}`, '--max-semi-space-size=8'];
  const child = spawn(process.execPath, [...args, run, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`The export ended with ${code}.`);
  return JSON.parse(text);
}

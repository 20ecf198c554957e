// Member search as a coach types it, one keystroke after the other, through HTTP with everything on.
import pg from 'pg';
import { afterTheNights } from './after-the-nights.mjs';
import { startServer } from './server.mjs';
import { signIn } from './sign-in.mjs';

const query = 'query ($query: String!) { memberSearch(query: $query) { id fullName memberNumber } }';

export async function benchSearch({ databaseUrl, dataDir, queries }) {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  const { rows } = await owner.query(`select count(*)::int as members from member`);
  const texts = await queryMix(owner, queries);
  const spotter = await startServer('Spotter', new URL('../api/dist/server/main.js', import.meta.url).pathname, {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: '0',
    SPOTTER_DEMO: '0',
  });
  try {
    await afterTheNights(owner);
    const cookie = await signIn(spotter.url, 'admin@gym-1.example', 'spotter-demo');
    const ask = (text) => timed(spotter.url, cookie, text);
    for (const text of texts.slice(0, 50)) await ask(text);
    const times = [];
    for (const text of texts) times.push(await ask(text));
    times.sort((a, b) => a - b);
    return {
      members: rows[0].members,
      p50Ms: at(times, 0.5),
      p95Ms: at(times, 0.95),
      maxMs: at(times, 1),
      queries: texts.length,
    };
  } finally {
    await spotter.stop();
    await owner.end();
  }
}

/** Names whole, in part, turned round, without accents, with a typo; phones, e-mails, numbers; and names nobody has. */
async function queryMix(owner, count) {
  const { rows } = await owner.query(
    `select first_name, last_name, email, phone, member_number from member order by md5(id::text || 'mix') limit $1`,
    [count],
  );
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '');
  const typo = (text) => (text.length < 5 ? text : text.slice(0, 2) + text[3] + text[2] + text.slice(4));
  const shapes = [
    (m) => m.first_name.slice(0, 3),
    (m) => m.last_name.slice(0, 4),
    (m) => `${m.first_name} ${m.last_name}`,
    (m) => `${m.last_name} ${m.first_name.slice(0, 2)}`,
    (m) => plain(`${m.first_name} ${m.last_name}`).toLowerCase(),
    (m) => `${m.first_name} ${typo(m.last_name)}`,
    (m) => typo(m.last_name),
    (m) => m.email ?? m.last_name,
    (m) => m.phone ?? m.first_name,
    (m) => String(m.member_number),
    (m) => `${m.last_name.slice(0, 3)}qx`,
  ];
  return rows.map((member, index) => shapes[index % shapes.length](member));
}

async function timed(url, cookie, text) {
  const started = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables: { query: text } }),
  });
  const { errors } = await response.json();
  if (errors) throw new Error(`memberSearch(${JSON.stringify(text)}): ${JSON.stringify(errors)}`);
  return performance.now() - started;
}

const at = (sorted, part) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] * 10) / 10;

// The member overview through us, PostGraphile (with the same tenant wall, and with none) and a bare server, on the same
// data, in turns.
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterTheNights } from './after-the-nights.mjs';
import { best, load } from './load.mjs';
import { rssMiB, startServer } from './server.mjs';
import { signIn } from './sign-in.mjs';

const here = (name) => new URL(name, import.meta.url);

export async function benchOverview({ databaseUrl, dataDir, seconds, rounds }) {
  // Not at the top: in a fresh clone there is nothing to import until the bench has built it.
  const { ensureAppRole } = await import('../api/dist/database/app-role.js');
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  const spotter = await startServer('Spotter', here('../api/dist/server/main.js').pathname, {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: '0',
    SPOTTER_DEMO: '0',
  });
  // Now that the server has made the app role.
  await owner.query(await readFile(here('peer.sql'), 'utf8'));
  const { gymId, ids } = await sampleMembers(owner);
  const startPeer = (name, env) =>
    startServer(name, here('postgraphile-server.mjs').pathname, { GRAPHILE_ENV: 'production', ...env });
  const walled = await startPeer('PostGraphile, tenant wall on', {
    DATABASE_URL: await ensureAppRole(databaseUrl),
    GYM_HEADER: 'x-gym-id',
  });
  const bare = await startPeer('PostGraphile', { DATABASE_URL: databaseUrl });
  const floor = await startServer('bare server', here('floor-server.mjs').pathname, { DATABASE_URL: databaseUrl });
  try {
    const cookie = await signIn(spotter.url, 'admin@gym-1.example', 'spotter-demo');
    const ours = await readFile(here('../web/graphiql/examples/member-overview.graphql'), 'utf8');
    const theirs = await readFile(here('peer-overview.graphql'), 'utf8');
    const entries = [
      {
        server: spotter,
        path: '/graphql',
        headers: { cookie },
        bodies: ids.map((id) => JSON.stringify({ query: ours, variables: { id } })),
      },
      ...[walled, bare].map((server) => ({
        server,
        path: '/graphql',
        headers: server === walled ? { 'x-gym-id': gymId } : {},
        bodies: ids.map((id) => JSON.stringify({ query: theirs, variables: { id, gymId } })),
      })),
      { server: floor, path: '/', headers: {}, bodies: ids.map((id) => JSON.stringify({ variables: { id, gymId } })) },
    ];
    await afterTheNights(owner);
    await assertSameAnswers(entries);
    for (const entry of entries) await load(entry.server, { ...entry, seconds: Math.min(seconds, 4) });
    const statements = await statementsPerRequest(owner, entries[0]);
    const results = new Map(entries.map((entry) => [entry.server.name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const entry of entries) results.get(entry.server.name).push(await load(entry.server, { ...entry, seconds }));
    }
    const memory = await memoryAfter(spotter, entries[0], 10_000);
    return { statements, rssMiB: memory, rows: [...results].map(([name, all]) => ({ name, ...best(all) })) };
  } finally {
    await Promise.all([spotter.stop(), walled.stop(), bare.stop(), floor.stop()]);
    await owner.end();
  }
}

async function sampleMembers(owner) {
  const { rows } = await owner.query(
    `select e.gym_id from account a join employee e on e.account_id = a.id where a.email = 'admin@gym-1.example'`,
  );
  const gymId = rows[0].gym_id;
  const members = await owner.query('select id from member where gym_id = $1 order by md5(id::text) limit 300', [
    gymId,
  ]);
  return { gymId, ids: members.rows.map((row) => row.id) };
}

/** What can be compared of an answer, whichever server gave it. */
const facts = {
  ours: (member) => ({
    name: member.fullName,
    weeks: member.visitStatistics.weeks.map((week) => week.visitCount),
    lastVisit: member.visitStatistics.lastVisit?.id,
    open: member.openNotifications.length,
    subscriptions: member.subscriptions.map(({ id, status }) => [id, status]),
    purchases: member.purchases.nodes.length,
    results: member.benchmarkResults.nodes.length,
    note: member.latestNote?.text,
    outstanding: member.outstandingAmount.amountCents,
  }),
  peer: (member) => ({
    name: member.fullName,
    weeks: member.visitStatistics.weeks.map((week) => week.visitCount),
    lastVisit: member.lastVisit?.rowId,
    open: member.openNotifications.nodes.length,
    subscriptions: member.recentContracts.nodes.map(({ rowId, status }) => [rowId, status]),
    purchases: member.purchasesByGymIdAndMemberId.nodes.length,
    results: member.benchmarkResultsByGymIdAndMemberId.nodes.length,
    note: member.latestNote?.text,
    outstanding: member.outstandingCents,
  }),
};

/** All must tell the same about a member, or the race is none. */
async function assertSameAnswers(entries) {
  for (const index of [0, 7, 42]) {
    const answers = [];
    for (const entry of entries) {
      const member = await answerOf(entry, index);
      answers.push(JSON.stringify(member.rowId ? facts.peer(member) : facts.ours(member)));
    }
    if (new Set(answers).size > 1) throw new Error(`The servers differ:\n${answers.join('\n')}`);
  }
}

async function answerOf({ server, path, headers, bodies }, index) {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: bodies[index],
  });
  const { data, errors } = await response.json();
  if (errors?.length || !data?.member) throw new Error(`${server.name}: ${JSON.stringify(errors ?? data)}`);
  return data.member;
}

/** Statements that reach PostgreSQL for one overview, begin and commit aside, counted by PostgreSQL itself. */
async function statementsPerRequest(owner, entry) {
  await owner.query('create extension if not exists pg_stat_statements');
  await owner.query('select pg_stat_statements_reset()');
  const count = 50;
  for (let index = 0; index < count; index += 1) await answerOf(entry, index);
  const { rows } = await owner.query(
    `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements s join pg_roles r on r.oid = s.userid
      where r.rolname = 'spotter_app' and query !~* '^(begin|commit|rollback)'`,
  );
  return Math.round((rows[0].calls / count) * 100) / 100;
}

async function memoryAfter(server, entry, requests) {
  const seconds = 5;
  for (let done = 0; done < requests;) done += (await load(server, { ...entry, seconds })).count;
  return rssMiB(server.pid);
}

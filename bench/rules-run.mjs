// One process that runs the rules of a gym at the moments it is given, and says how long each took, what it made, and how
// much memory: of the process, and of the database's process that worked for it.
import '../api/node_modules/reflect-metadata/Reflect.js';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import pg from 'pg';
import { ensureAppRole } from '../api/dist/database/app-role.js';
import { openDatabase } from '../api/dist/database/database.js';
import { entities } from '../api/dist/entities.js';
import { nightlyRules } from '../api/dist/modules/notification-rule/nightly-rules.js';

const [databaseUrl, ...moments] = process.argv.slice(2);
const database = await openDatabase({ appUrl: await ensureAppRole(databaseUrl), entities, poolSize: 2 });
const watcher = new pg.Client({ connectionString: databaseUrl });
await watcher.connect();
const job = nightlyRules(database);
const rounds = [];
for (const moment of moments) {
  const now = new Date(moment);
  let peakMiB = 0;
  const look = async () => {
    const { rows } = await watcher.query(`select pid from pg_stat_activity where usename = 'spotter_app'`);
    const database = rows.reduce((sum, { pid }) => sum + anonymousMiB(pid), 0);
    peakMiB = Math.max(peakMiB, process.memoryUsage().rss / 2 ** 20 + database);
  };
  const watch = setInterval(() => void look(), 250);
  const startedAt = performance.now();
  const total = { made: 0, closed: 0 };
  for (const gymId of await job.dueIn(now)) {
    const run = await job.run(gymId, now);
    total.made += run.made;
    total.closed += run.closed;
  }
  clearInterval(watch);
  rounds.push({ ...total, seconds: (performance.now() - startedAt) / 1000, peakMiB });
}
await watcher.end();
await database.close();
process.stdout.write(JSON.stringify(rounds));

/** What a process of the database has for itself, without the cache that all of them share. */
function anonymousMiB(pid) {
  try {
    return Number(/RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

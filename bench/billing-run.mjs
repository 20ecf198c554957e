// One process that charges subscriptions at the moments it is given, and says how long each took and how much memory.
import '../api/node_modules/reflect-metadata/Reflect.js';
import process from 'node:process';
import { ensureAppRole } from '../api/dist/database/app-role.js';
import { openDatabase } from '../api/dist/database/database.js';
import { entities } from '../api/dist/entities.js';
import { chargeSubscriptions } from '../api/dist/modules/charge/charge-subscriptions.js';

const [databaseUrl, ...moments] = process.argv.slice(2);
const database = await openDatabase({ appUrl: await ensureAppRole(databaseUrl), entities });
const job = chargeSubscriptions(database);
const rounds = [];
for (const moment of moments) {
  const startMiB = process.memoryUsage().rss / 2 ** 20;
  let peakMiB = startMiB;
  const watch = setInterval(() => (peakMiB = Math.max(peakMiB, process.memoryUsage().rss / 2 ** 20)), 20);
  const startedAt = performance.now();
  const { lines } = await job.run(new Date(moment));
  clearInterval(watch);
  rounds.push({ lines, seconds: (performance.now() - startedAt) / 1000, startMiB, peakMiB });
}
await database.close();
process.stdout.write(JSON.stringify(rounds));

// A process that does the nights of gyms by the job queue, as the server does, and says when it begins and ends one. Whoever
// started it may kill it.
import 'reflect-metadata';
import process from 'node:process';
import { openDatabase } from '../dist/database/database.js';
import { entities } from '../dist/entities.js';
import { startNights } from '../dist/jobs/job-queue.js';
import { createLogger } from '../dist/logging.js';
import { nightlyRules } from '../dist/modules/notification-rule/nightly-rules.js';

const [appUrl, heartbeatSeconds, superviseSeconds] = process.argv.slice(2);
const database = await openDatabase({ appUrl, entities, poolSize: 4 });
const job = nightlyRules(database);
const told = {
  ...job,
  run: async (gymId, now) => {
    process.send?.('begins');
    const figures = await job.run(gymId, now);
    process.send?.('ends');
    return figures;
  },
};
const surroundings = { database, clock: { now: () => new Date() }, log: createLogger('silent') };
await startNights([told], surroundings, {
  heartbeatSeconds: Number(heartbeatSeconds),
  superviseSeconds: Number(superviseSeconds),
});
process.send?.('ready');

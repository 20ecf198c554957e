// A process that charges subscriptions when told to, and dies on the spot (-9) at the point it is told: what a server's
// crash looks like to the database. Started by billing.mjs, with which it talks over IPC.
import 'reflect-metadata';
import process from 'node:process';
import { openDatabase } from '../dist/database/database.js';
import { entities } from '../dist/entities.js';
import { chargeSubscriptions } from '../dist/modules/charge/charge-subscriptions.js';

const BATCH = 15;

/** The statements that a point is before; of `sent` ones the server has got hold of when the process dies. */
const POINTS = {
  'before looking for gyms': { text: /gyms_with_subscriptions/ },
  'before the lock': { text: /for no key update/ },
  'while locking': { text: /for no key update/, isSent: true },
  'with the lock': { text: /lastPeriodStartsOn/ },
  'before writing': { text: /insert into purchase/ },
  'while writing': { text: /insert into purchase/, isSent: true },
  'before the commit': { text: /^commit/i },
  'while committing': { text: /^commit/i, isSent: true },
};

let deadly;
const database = await openDatabase({ appUrl: process.argv[2], entities, poolSize: 2, onStatement: dieHere });
const job = chargeSubscriptions(database, BATCH);

process.on('message', ({ now, point, occurrence }) => {
  deadly = point && { ...POINTS[point], left: occurrence };
  job.run(new Date(now)).then(
    (figures) => process.send({ figures }),
    (error) => process.send({ error: String(error?.errors?.[0]?.stack ?? error?.stack ?? error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send({ isReady: true });

function dieHere(text) {
  if (!deadly?.text.test(text) || (deadly.left -= 1) > 0) return;
  const die = () => process.kill(process.pid, 'SIGKILL');
  // After this turn the statement is on its way, and nobody will hear the answer.
  if (deadly.isSent) setImmediate(die);
  else die();
}

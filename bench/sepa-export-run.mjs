// One process that makes a batch of all that is open, exports it and writes its file to nowhere; says how long each took and
// how much memory.
import '../api/node_modules/reflect-metadata/Reflect.js';
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { Secrets } from '../api/dist/adapters/secrets/secrets.js';
import { ensureAppRole } from '../api/dist/database/app-role.js';
import { openDatabase } from '../api/dist/database/database.js';
import { GymDatabase } from '../api/dist/database/gym-database.js';
import { entities } from '../api/dist/entities.js';
import { getBatchFile } from '../api/dist/modules/payment-batch/batch-file.js';
import { createPaymentBatch } from '../api/dist/modules/payment-batch/create-payment-batch.js';
import { exportPaymentBatch } from '../api/dist/modules/payment-batch/move-payment-batch.js';

const [databaseUrl, gymId, count, totalCents] = process.argv.slice(2);
const database = await openDatabase({ appUrl: await ensureAppRole(databaseUrl), entities });
const viewer = {
  kind: 'EMPLOYEE',
  role: 'ADMIN',
  scope: 'WRITE',
  via: 'SESSION',
  gymId,
  timeZone: 'Europe/Amsterdam',
  accountId: null,
  employeeId: null,
  memberId: null,
};
const context = {
  viewer,
  clock: { now: () => new Date('2026-02-25T09:00:00Z') },
  db: new GymDatabase(database, viewer, 'bench'),
  secrets: new Secrets(Buffer.alloc(32, 'bench')),
};

const startMiB = rssMiB();
let peakMiB = startMiB;
const watch = setInterval(() => (peakMiB = Math.max(peakMiB, rssMiB())), 20);
const id = randomUUID();
const createSeconds = await seconds(async () => {
  const input = {
    id,
    untilOn: '2026-02-25',
    collectionOn: '2026-03-02',
    count: Number(count),
    totalCents: Number(totalCents),
  };
  const made = await createPaymentBatch(context, input);
  if (!made.paymentBatch) throw new Error(`No batch was made: ${made.reason}`);
  await exportPaymentBatch(context, { id });
});
let bytes = 0;
const fileSeconds = await seconds(async () => {
  const { pieces } = await getBatchFile(context, id);
  for await (const piece of pieces) bytes += piece.length;
});
clearInterval(watch);
await database.close();
process.stdout.write(JSON.stringify({ createSeconds, fileSeconds, bytes, startMiB, peakMiB }));

function rssMiB() {
  return process.memoryUsage().rss / 2 ** 20;
}

async function seconds(work) {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

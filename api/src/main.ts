// Starts everything in order — configuration, migrations, database, live updates, doors — and stops it in reverse.
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { Readable } from 'node:stream';
import type { FileStore } from './adapters/files/file-store.ts';
import { openFileStore } from './adapters/files/open-file-store.ts';
import { openMail } from './adapters/mail/open-mail.ts';
import { openStripe } from './adapters/stripe/open-stripe.ts';
import { buildApp } from './app.ts';
import { connectDemoGyms } from './connect-demo-gym.ts';
import { ConfigError, describe, readConfig, type Config } from './config.ts';
import { contextFactory } from './create-context.ts';
import { ensureAppRole } from './database/app-role.ts';
import { openDatabase, type Database } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { sealIbans } from './database/seal-ibans.ts';
import { seedDemo } from './database/seeds/demo.ts';
import { unlockSecrets } from './database/unlock-secrets.ts';
import { entities } from './entities.ts';
import { systemClock } from './graphql/clock.ts';
import { createLive } from './graphql/live.ts';
import { jobsOf, nightlyJobsOf } from './job-list.ts';
import { prepareJobQueue, startNights, type NightlyJob } from './jobs/job-queue.ts';
import { startJobs } from './jobs/job-runner.ts';
import { createLogger, type Logger } from './logging.ts';
import { registerFileRoutes } from './modules/attachment/file-routes.ts';
import { registerRevenueRoutes } from './modules/revenue/revenue-routes.ts';
import { registerStripeRoutes } from './modules/stripe/stripe-routes.ts';
import { registerBatchRoutes } from './modules/payment-batch/batch-routes.ts';
import { createSchema } from './schema.ts';

type Stop = () => Promise<unknown>;

async function start(config: Config, log: Logger): Promise<Stop> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say(`Configuration:\n${describe(config)}`);
  // The role first: the migrations grant it what it may do.
  const appUrl = config.databaseAppUrl ?? (await ensureAppRole(config.databaseUrl));
  await migrate(config.databaseUrl, say);
  await prepareJobQueue(config.databaseUrl);
  const ownerUrl = config.databaseUrl;
  const secrets = await unlockSecrets({ ownerUrl, key: config.secretsKey, directory: config.dataDirectory });
  await sealIbans(ownerUrl, secrets);
  const files = await openFileStore(config.files);
  const isNew =
    config.isDemo &&
    (await seedDemo({ ownerUrl, now: systemClock.now(), secrets, putFile: demoFileKeeper(files), log: say }));
  const stops: Stop[] = [];
  const stop = async () => {
    for (const step of stops.splice(0).reverse()) await step();
  };
  try {
    const database = await openDatabase({ appUrl, entities, poolSize: config.databasePoolSize });
    stops.push(() => database.close());
    // Without a listener, a restart of PostgreSQL would end this process too; the pool makes new connections by itself.
    database.pool.on('error', (error) => log.warn({ err: error }, 'a database connection was lost'));
    // The demo shows what its rules make from the first moment.
    if (isNew) for (const job of nightlyJobsOf(database)) await runNow(job);
    const live = createLive(appUrl, { log });
    stops.push(() => live.close());
    const stripe = config.stripe && openStripe(config.stripe);
    const shared = { database, clock: systemClock, publicUrl: config.publicUrl };
    const jobs = startJobs(
      jobsOf(database, {
        files,
        stripe: stripe && { ...shared, gateway: stripe },
        mail: config.mail && openMail(config.mail),
      }),
      {
        database,
        clock: systemClock,
        log,
      },
    );
    stops.push(() => jobs.stop());
    const nights = await startNights(nightlyJobsOf(database), { database, clock: systemClock, log });
    stops.push(() => nights.stop());
    const app = await buildApp({
      config,
      log,
      schema: createSchema(),
      createContext: contextFactory({
        database,
        clock: systemClock,
        secrets,
        live,
        stripe,
        publicUrl: config.publicUrl,
        storageLimits: config.storageLimits,
        isSecure: config.cookieSecure,
      }),
      registerRoutes: async (doors, contextOf) => {
        await registerFileRoutes(doors, { files, contextOf });
        await registerRevenueRoutes(doors, contextOf);
        await registerBatchRoutes(doors, { contextOf });
        await registerStripeRoutes(doors, { ...shared, gateway: stripe, secrets });
      },
      readiness: () => databaseAnswers(database),
      pool: () => ({
        total: database.pool.totalCount,
        idle: database.pool.idleCount,
        waiting: database.pool.waitingCount,
      }),
    });
    stops.push(() => app.close());
    await app.listen({ port: config.port, host: config.host });
    const { address, port, family } = app.server.address() as AddressInfo;
    if (config.isDemo && config.stripe && stripe)
      await connectDemoGyms({
        ownerUrl,
        secrets,
        config: config.stripe,
        server: { ...shared, gateway: stripe },
      }).catch((error: unknown) => log.warn({ err: error }, 'the demonstration is not connected to the emulator'));
    say(`listening on http://${family === 'IPv6' ? `[${address}]` : address}:${port}`);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function runNow({ dueIn, run }: NightlyJob): Promise<void> {
  const now = systemClock.now();
  for (const gymId of await dueIn(now)) await run(gymId, now);
}

/** Over what an interrupted first start may have left: the demo's keys are the same each time. */
function demoFileKeeper(files: FileStore): (key: string, bytes: Buffer) => Promise<void> {
  return async (key, bytes) => {
    await files.delete(key);
    await files.put(key, Readable.from([bytes]));
  };
}

/** The doors open after migrating, so a database that answers is one that is migrated. */
async function databaseAnswers(database: Database): Promise<string | null> {
  await database.pool.query('select 1');
  return null;
}

function stopOnSignals(stop: Stop, graceMs: number, log: Logger): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      log.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), graceMs).unref();
      stop().then(
        () => log.flush(() => process.exit(0)),
        () => process.exit(1),
      );
    });
  }
}

/** What went wrong at the start, in one sentence for whoever typed the command. */
function sentenceOf(error: unknown, config: Config | undefined): string {
  if (error instanceof ConfigError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `Port ${config?.port} is taken by another program. Stop it, or choose another with PORT=4001.`;
  if (code === 'EACCES')
    return `Port ${config?.port} needs more rights than this user has. Choose one above 1023 with PORT.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return 'The database of DATABASE_URL cannot be reached.';
  if (code === '28P01' || code === '28000') return 'The database refuses the user or the password of DATABASE_URL.';
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist.';
  return message;
}

let config: Config | undefined;
try {
  config = readConfig(process.env);
  const log = createLogger(config.logLevel);
  stopOnSignals(await start(config, log), config.shutdownGraceMs, log);
} catch (error) {
  process.stderr.write(`Spotter cannot start: ${sentenceOf(error, config)}\n`);
  process.exit(1);
}

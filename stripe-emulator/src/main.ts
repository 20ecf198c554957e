// The emulator as a process of its own, as `npm start` runs it for the demo. Says where it listens; ends on a signal.
import process from 'node:process';
import { openEmulator } from './open-emulator.ts';

const { PORT, HOST, PUBLIC_URL, STRIPE_SECRET_KEY, JOURNAL } = process.env;

async function open(port: number) {
  return openEmulator({
    port,
    host: HOST || '127.0.0.1',
    ...(PUBLIC_URL && { publicUrl: PUBLIC_URL }),
    ...(STRIPE_SECRET_KEY && { secretKey: STRIPE_SECRET_KEY }),
    ...(JOURNAL && { journalPath: JOURNAL }),
  });
}

try {
  // The port that was asked for, so that addresses of yesterday still work; any other when it is taken.
  const emulator = await open(Number(PORT) || 0).catch(() => open(0));
  process.stdout.write(`listening on ${emulator.url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => void emulator.close().then(() => process.exit(0)));
} catch (error) {
  process.stderr.write(`The stand-in for Stripe cannot start: ${(error as Error).message}\n`);
  process.exit(1);
}

// Runs the stand-in for Stripe beside the server, starts it again when it ends by itself, and stops it. Its state lies in
// the data directory, so that what was begun yesterday can be paid today.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './problem.mjs';
import { root } from './toolchain.mjs';

const KEY = 'sk_test_emulator';
const STOP_AFTER_MS = 5000;

/**
 * `port`: the wanted one; when it is taken, another. `publicHost`: how browsers reach this machine.
 * Resolves with the `env` that makes the server use it.
 */
export async function startStripeEmulator({ host, publicHost, port, dataDir, log }) {
  const localHost = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  let running;
  let isStopping = false;

  async function start(wantedPort) {
    running = launch({ host, publicHost, port: wantedPort, dataDir });
    const started = running;
    const listening = await running.listening;
    void started.whenGone.then(() => restart(started, listening));
    return listening;
  }

  async function restart(gone, listening) {
    if (isStopping || running !== gone) return;
    log('The stand-in for Stripe ended unexpectedly; starting it again …');
    await sleep(200);
    if (isStopping) return;
    // The server keeps the address that it was given: on another port nobody would find it.
    await start(listening).catch((error) => log(error.message));
  }

  const listening = await start(port);
  return {
    publicUrl: `http://${publicHost}:${listening}`,
    env: { STRIPE_SECRET_KEY: KEY, STRIPE_API_BASE: `http://${addressOf(localHost)}:${listening}` },
    async stop() {
      isStopping = true;
      running.child.kill('SIGTERM');
      const late = setTimeout(() => running.child.kill('SIGKILL'), STOP_AFTER_MS);
      await running.whenGone;
      clearTimeout(late);
    },
  };
}

function launch({ host, publicHost, port, dataDir }) {
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'tools', 'stop-with-starter.mjs'), join(root, 'stripe-emulator', 'src', 'main.ts')],
    {
      cwd: root,
      detached: true, // as the server: Ctrl-C is for the one who started both
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        SPOTTER_STARTER: String(process.pid),
        HOST: host,
        PORT: String(port),
        PUBLIC_URL: `http://${publicHost}:{port}`,
        STRIPE_SECRET_KEY: KEY,
        DATA_DIR: dataDir,
        JOURNAL: join(dataDir, 'stripe-emulator.jsonl'),
      },
    },
  );
  const whenGone = new Promise((done) => child.once('exit', done));
  const listening = new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /listening on http:\/\/\S+:(\d+)/.exec(said);
      if (found) done(Number(found[1]));
    });
    void whenGone.then(() => fail(new Problem('The stand-in for Stripe cannot start.')));
  });
  return { child, whenGone, listening };
}

function addressOf(name) {
  return name.includes(':') ? `[${name}]` : name;
}

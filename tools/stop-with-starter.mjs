// Ends this process in order when the process that started it is gone, even by kill -9, which no signal announces.
// When npm put `sh -c` between itself and us, npm is the grandparent and is watched too: that shell survives npm.
// As a preload (`node --import ./tools/stop-with-starter.mjs x.js`) it gives the same to a program that knows nothing of it.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const PERIOD_MS = 300;
const GRACE_MS = 30_000;
const PRELOADED_GRACE_MS = 3000; // a server whose database is stopping too has nothing to finish

export function stopWithStarter(graceMs = GRACE_MS) {
  const starter = Number(process.env.SPOTTER_STARTER);
  // A starter that lives and is not our parent is one further up, whose environment was handed down: not ours to watch.
  if (starter && (process.ppid === starter || !isAlive(starter))) watch(() => process.ppid === starter, graceMs);
  else if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    const grandparent = isShellCommand(parent) ? parentOf(parent) : undefined;
    watch(() => process.ppid === parent && (!grandparent || parentOf(parent) === grandparent), graceMs);
  }
}

function watch(isThere, graceMs) {
  const timer = setInterval(() => {
    if (isThere()) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMs).unref();
  }, PERIOD_MS);
  timer.unref();
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isShellCommand(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[1] === '-c';
  } catch {
    return false;
  }
}

function parentOf(pid) {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) \S+ /s, '')
        .split(' ')[0],
    );
  } catch {
    return undefined; // no /proc on this system: the parent alone has to do
  }
}

if (process.execArgv.some((argument) => argument.includes('stop-with-starter'))) stopWithStarter(PRELOADED_GRACE_MS);

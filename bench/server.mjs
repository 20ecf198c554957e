// Starts a server as a process of its own, and tells what it costs.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const ticksPerSecond = 100;

/** Starts `node file` and waits for its line `listening on …`. */
export async function startServer(name, file, env) {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = [];
  const port = await new Promise((resolve, reject) => {
    const listen = (chunk) => {
      output.push(chunk.toString());
      const found = /listening on \D*(?:[\w.]+:)?(\d+)/.exec(output.join(''));
      if (found) resolve(Number(found[1]));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', (chunk) => output.push(chunk.toString()));
    child.once('exit', (code) =>
      reject(new Error(`${name} ended with ${code} before it listened:\n${output.join('').slice(-2000)}`)),
    );
    setTimeout(
      () => reject(new Error(`${name} did not listen within 60 s:\n${output.join('').slice(-2000)}`)),
      60_000,
    ).unref();
  });
  // From here the log is only kept from filling the pipe.
  child.stdout.removeAllListeners('data').resume();
  child.removeAllListeners('exit');
  return { name, port, url: `http://127.0.0.1:${port}`, pid: child.pid, stop: () => stop(child) };
}

/** Processor time of a process so far, in milliseconds. */
export async function cpuMs(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

export async function rssMiB(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function stop(child) {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  await ended;
}

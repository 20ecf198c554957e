// Runs a command with the pinned Node and pnpm and the installed dependencies, whatever Node started it:
// `node tools/run.mjs <command> [arguments]`. Passes signals on, and ends with whoever started it.
import process from 'node:process';

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Spotter needs Node 20 or newer to start; this is ${process.version}.`);
  process.exit(1);
}
const { spawn } = await import('node:child_process');
const { constants } = await import('node:os');
const { failWith, Problem } = await import('./problem.mjs');
const { prepareToolchain, root } = await import('./toolchain.mjs');
const { stopWithStarter } = await import('./stop-with-starter.mjs');

const exitCode = (code, signal) => code ?? 128 + constants.signals[signal];
let child;
let stoppedBy;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    stoppedBy = signal;
    child?.kill(signal);
  });
stopWithStarter();

/** Runs one program without a shell; resolves with its exit code and, when captured, its output. */
function runProgram(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    child = spawn(file, args, { cwd: root, stdio: 'inherit', ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
    child.once('error', (error) =>
      reject(error.code === 'ENOENT' ? new Problem(`There is no program named ${file}.`) : error),
    );
    child.once('close', (code, signal) => {
      child = undefined;
      if (stoppedBy && options.isStep) process.exit(128 + constants.signals[stoppedBy]);
      resolve({ code: exitCode(code, signal), output });
    });
  });
}

try {
  const [command, ...args] = process.argv.slice(2);
  if (!command) throw new Problem('Usage: node tools/run.mjs <command> [arguments]');
  const env = await prepareToolchain((file, rest, options) => runProgram(file, rest, { isStep: true, ...options }));
  const { code } = await runProgram(command, args, { env: { ...env, SPOTTER_STARTER: String(process.pid) } });
  process.exit(code);
} catch (error) {
  failWith(error);
}

// A Chromium for the tests without installing one: unpacked once per person and version, complete or not at all.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const webFolder = join(import.meta.dirname, '..');

let browser: Browser | undefined;

/** One for all files of a worker, which it ends with; another when it crashed. */
export async function theBrowser(): Promise<Browser> {
  if (!browser?.isConnected()) browser = await launchChromium();
  return browser;
}

/** Only the binary of the package is used: its arguments would switch protections off that the tests are about. */
async function launchChromium(): Promise<Browser> {
  const folder = unpackChromium();
  const executablePath = join(folder, 'chromium');
  return chromium.launch({
    executablePath,
    headless: true,
    // A document lives for seconds here: optimizing its code costs a sixth of all that a test takes, and never pays.
    args: ['--js-flags=--no-maglev,--no-opt'],
    // Playwright lets its processes share files on disk, since containers may have next to no memory for it.
    ignoreDefaultArgs: (await hasSharedMemory()) ? ['--disable-dev-shm-usage'] : [],
    env: { ...process.env, ...missingOnThisMachine(folder, executablePath) } as Record<string, string>,
  });
}

async function hasSharedMemory(): Promise<boolean> {
  const { hasMemoryFor } = (await import(join(webFolder, '../tools/memory.mjs'))) as {
    hasMemoryFor: (bytes: number) => boolean;
  };
  return hasMemoryFor(1024 ** 3);
}

function unpackChromium(): string {
  const { version } = JSON.parse(
    readFileSync(join(webFolder, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string };
  const folder = join(tmpdir(), `spotter-chromium-${version}-${userInfo().uid}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  const fresh = `${folder}.new-${process.pid}`;
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  const script = `await (await import('@sparticuz/chromium')).default.executablePath()`;
  // The package unpacks to TMPDIR; on Lambda it also brings the libraries that a bare machine lacks.
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: webFolder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    renameSync(fresh, folder);
  } catch {
    // Another run was quicker: its copy is as good.
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

function missingOnThisMachine(folder: string, executable: string): Record<string, string> {
  const linked = spawnSync('ldd', [executable], { encoding: 'utf8' });
  const isLibraryMissing = linked.error !== undefined || linked.stdout.includes('not found');
  return {
    ...(isLibraryMissing && { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }),
    ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
}

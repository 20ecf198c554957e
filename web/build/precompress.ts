// Writes .br and .gz beside every text file of the build, so that the server only has to send them.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const smallest = 1024;

export function precompress(brotliQuality = constants.BROTLI_MAX_QUALITY): Plugin {
  let directory = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      directory = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const entries = await readdir(directory, { recursive: true });
      await Promise.all(
        entries
          .filter((name) => /\.(js|css|html|svg|json)$/.test(name))
          .map((name) => compress(join(directory, name), brotliQuality)),
      );
    },
  };
}

async function compress(path: string, brotliQuality: number): Promise<void> {
  const content = await readFile(path);
  if (content.length < smallest) return;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
  await Promise.all([
    writeFile(`${path}.br`, await brotli(content, { params: quality })),
    writeFile(`${path}.gz`, await zip(content, { level: 9 })),
  ]);
}

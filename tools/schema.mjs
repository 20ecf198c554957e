// `npm run schema`: writes schema.graphql from the code.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { buildStale } from './build.mjs';
import { failWith } from './problem.mjs';
import { root } from './toolchain.mjs';

await buildStale({ only: ['api'] }).catch(failWith);
const emitted = [join(root, 'api', 'dist', 'schema.js'), '--emit', join(root, 'schema.graphql')];
process.exitCode = spawnSync(process.execPath, emitted, { stdio: 'inherit' }).status ?? 1;

// Holds the promises about what makes staff open Spotter against what happens:
// `npm run drill:engagement -- [--quick] [--only rules,lastPlace] [--seed 7]`. A part that is not there is left out.
import { existsSync } from 'node:fs';
import { runDrill } from './drill-frame.mjs';

const parts = { rules: './rules.mjs', lastPlace: './last-place.mjs', replay: './attendance-replay.mjs' };

await runDrill(
  'drill:engagement',
  Object.fromEntries(Object.entries(parts).filter(([, file]) => existsSync(new URL(file, import.meta.url)))),
);

// The part of the engagement drill about rules: random lives in gyms of several time zones, around leap days, week 53 and
// clock changes. Every night is run twice, at once or one after the other, some after a process that was killed at it; each
// time all notifications are compared with a slow plain reference.
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { root } from '../../tools/toolchain.mjs';
import { takeOver } from './takeover.mjs';

const pg = createRequire(join(root, 'api', 'package.json'))('pg');
const child = fileURLToPath(new URL('rules-process.mjs', import.meta.url));

const SCENES = [
  { timeZone: 'Europe/Amsterdam', at: '2026-02-25T02:10:00Z' },
  { timeZone: 'America/New_York', at: '2024-02-28T08:10:00Z' },
  { timeZone: 'Pacific/Auckland', at: '2020-12-30T14:10:00Z' },
  { timeZone: 'Asia/Kolkata', at: '2026-10-24T22:10:00Z' },
  { timeZone: 'America/Sao_Paulo', at: '2027-12-27T05:10:00Z' },
];
const QUICK = { scenes: 2, members: 40, runsAfterDays: [1, 3, 33], killed: 0.3 };
const FULL = { scenes: 5, members: 500, runsAfterDays: [1, 2, 3, 9, 16, 33, 60, 90], killed: 0.5 };

export async function drill({ isQuick, chance, log, newDatabase }) {
  const { openDatabase } = await import('../dist/database/database.js');
  const { entities } = await import('../dist/entities.js');
  const { playRules } = await import('../dist/testing/rule-properties.js');
  const { ownerUrl, appUrl } = await newDatabase();
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  const database = await openDatabase({ appUrl, entities });
  const { scenes, members, runsAfterDays, killed } = isQuick ? QUICK : FULL;
  const figures = { members: 0, seconds: 0, peakMiB: 0, deviations: 0, secondRunCreated: 0 };
  const [faults, kills] = [[], { killed: 0, survived: 0 }];
  const planted = { planted: 0, found: 0 };
  try {
    for (const [index, scene] of SCENES.slice(0, scenes).entries()) {
      const disturb = async (gymId, now) => {
        if (chance() < killed) await killAtIt({ appUrl, gymId, now, afterMs: chance() * 120 }, kills);
      };
      const seed = Math.floor(chance() * 2 ** 31);
      const isLast = index === scenes - 1;
      const played = await playRules(database, owner, {
        ...scene,
        seed,
        members,
        runsAfterDays,
        disturb,
        isPlanted: isLast,
      });
      log(`${scene.timeZone}: ${played.runs} nights made ${played.made} and closed ${played.closed}`);
      figures.members += played.members;
      figures.seconds += played.seconds;
      figures.deviations += played.deviations.length;
      figures.secondRunCreated += played.secondRunCreated;
      faults.push(...played.deviations);
      if (played.secondRunCreated > 0) faults.push(`${scene.timeZone}: a second run made ${played.secondRunCreated}`);
      if (played.planted) Object.assign(planted, played.planted);
    }
  } finally {
    await database.close();
    await owner.end();
  }
  // It takes as long as the queue waits for a sign of life: not when it has to be quick.
  if (!isQuick) faults.push(...(await takeOver({ ...(await newDatabase()), log })));
  log(`${kills.killed} processes were killed at it, ${kills.survived} were done before`);
  figures.seconds = Number(figures.seconds.toFixed(2));
  figures.peakMiB = Math.round(process.resourceUsage().maxRSS / 1024);
  return { figures, faults, planted };
}

/** A process that is at the rules of this gym dies; what it did by then stays. */
async function killAtIt({ appUrl, gymId, now, afterMs }, kills) {
  const process = fork(child, [appUrl, gymId, now.toISOString()]);
  const ended = new Promise((done) => process.once('exit', (_, signal) => done(signal)));
  await Promise.race([new Promise((ready) => process.once('message', ready)), ended]);
  await sleep(afterMs);
  process.kill('SIGKILL');
  kills[(await ended) === 'SIGKILL' ? 'killed' : 'survived'] += 1;
}

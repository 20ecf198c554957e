// Runs the rules of one gym: each in a transaction of its own, so that a run that is cut off has kept what it did, and the
// next one goes on from there. Run twice, also at once, the second makes nothing.
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GymDatabase } from '../../database/gym-database.ts';
import { ruleStatement } from './rule-statement.ts';
import { factsOf, settingsOf, settingsSql } from './rule-settings.ts';
import type { RuleSettings } from './rule-settings.ts';

export interface RulesRun {
  made: number;
  closed: number;
}

export async function runRules(db: GymDatabase, now: Date): Promise<RulesRun> {
  const total: RulesRun = { made: 0, closed: 0 };
  const [settings] = await db.rows<RuleSettings>(settingsSql);
  if (!settings) return total;
  for (const { rule, isOn, parameters } of settingsOf(settings)) {
    const statement = ruleStatement(rule, factsOf(settings, now, parameters), isOn);
    const { made, closed } = await db.write((em) => runOne(em, settings.gymId, statement));
    total.made += made;
    total.closed += closed;
  }
  return total;
}

/** One run at a time in a gym: the statement after the lock sees what the run before it did. */
async function runOne(em: EntityManager, gymId: string, statement: string): Promise<RulesRun> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('notification rules ' || ?))`, [gymId]);
  const [run] = await em.execute<RulesRun[]>(statement);
  return run ?? { made: 0, closed: 0 };
}

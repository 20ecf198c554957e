// The demo: two gyms that share nothing, the same for everyone who starts on the same day.
import type pg from 'pg';
import type { Secrets } from '../../adapters/secrets/secrets.ts';
import { neighbourhoods } from './addresses.ts';
import { LocalTime, mondayOf } from './calendar-days.ts';
import { liftCast } from './cast.ts';
import { demoPassword, hashPassword } from './demo-password.ts';
import { fillGym } from './fill-gym.ts';
import { GymModel } from './gym.ts';
import type { GymPlan } from './gym-plan.ts';
import { sealerOf } from './mandates.ts';
import type { Seal } from './mandates.ts';
import { analyzeTables, connectOwner, inQuietTransaction } from './quiet-tables.ts';
import { Random } from './random.ts';
import { fullTimetable, smallTimetable } from './schedule.ts';

export interface DemoOptions {
  /** The owner's connection: it is not bound to one gym. */
  ownerUrl: string;
  now: Date;
  /** Seals the IBANs. */
  secrets: Secrets;
  /** Puts a file where the attachments' storage keys are looked up. Called before the rows are kept; may overwrite. */
  putFile: (key: string, bytes: Buffer) => Promise<void>;
  log?: (line: string) => void;
}

/** Fills a database without a gym, all or nothing; false when there is one already. */
export async function seedDemo({ ownerUrl, now, secrets, putFile, log = () => {} }: DemoOptions): Promise<boolean> {
  const client = await connectOwner(ownerUrl);
  try {
    if (await hasGym(client)) return false;
    log('Filling the empty database with the demo …');
    const gyms = await planDemo(now.getTime(), sealerOf(secrets));
    const fill = async () => {
      await client.query(`select pg_advisory_xact_lock(hashtext('spotter demo'))`);
      if (await hasGym(client)) return false;
      for (const gym of gyms) {
        await fillGym(client, gym);
        for (const { key, bytes } of gym.files()) await putFile(key, bytes);
      }
      return true;
    };
    const isFilled = await inQuietTransaction(client, fill, { mayTrustKeys: true });
    if (isFilled) await analyzeTables(client);
    return isFilled;
  } finally {
    await client.end();
  }
}

async function hasGym(client: pg.Client): Promise<boolean> {
  return (await client.query('select from gym limit 1')).rowCount === 1;
}

export async function planDemo(nowMs: number, seal: Seal): Promise<GymModel[]> {
  return [await planLift(nowMs, seal), await planOther(nowMs, seal)].map((plan) => new GymModel(plan));
}

async function planLift(nowMs: number, seal: Seal): Promise<GymPlan> {
  const time = new LocalTime('Europe/Amsterdam', nowMs);
  const random = new Random('spotter demo: lift');
  return {
    gymId: random.fork('gym').uuid(Date.UTC(2019, 8, 1, 8)),
    name: 'Lift Utrecht',
    locale: 'nl',
    paymentCollection: 'SEPA',
    towns: neighbourhoods.utrecht,
    mailDomains: ['post.example', 'mail.example', 'thuis.example'],
    memberCount: 250,
    nameOffset: 0,
    locations: [['Grote zaal', 'Studio']],
    timetable: fullTimetable,
    historyStart: mondayOf(time.today - 730),
    time,
    random,
    seal,
    accounts: [
      { email: 'admin@lift.example', as: { employee: 0 } },
      { email: 'coach@lift.example', as: { employee: 1 } },
      { email: 'member@lift.example', as: { castMember: 'member' } },
    ],
    cast: liftCast,
    passwordHash: await hashPassword(demoPassword, random),
  };
}

async function planOther(nowMs: number, seal: Seal): Promise<GymPlan> {
  const time = new LocalTime('Europe/Amsterdam', nowMs);
  const random = new Random('spotter demo: other');
  return {
    gymId: random.fork('gym').uuid(Date.UTC(2020, 2, 2, 8)),
    name: 'Boxgym Noord',
    locale: 'en',
    paymentCollection: 'STRIPE',
    towns: neighbourhoods.groningen,
    mailDomains: ['noord.example'],
    memberCount: 40,
    nameOffset: 20_000,
    locations: [['Boxing hall', 'Upstairs']],
    timetable: smallTimetable,
    historyStart: mondayOf(time.today - 365),
    time,
    random,
    seal,
    accounts: [{ email: 'admin@other.example', as: { employee: 0 } }],
    cast: [],
    passwordHash: await hashPassword(demoPassword, random),
  };
}

// Fills a database with as many gyms as asked for, one transaction a gym: what benchmarks run on.
import type pg from 'pg';
import type { Secrets } from '../../adapters/secrets/secrets.ts';
import { ensureAppRole } from '../app-role.ts';
import { migrate } from '../migrate.ts';
import { townsOfGym } from './addresses.ts';
import { LocalTime, mondayOf } from './calendar-days.ts';
import { demoPassword, hashPassword } from './demo-password.ts';
import { fillGym } from './fill-gym.ts';
import { GymModel } from './gym.ts';
import type { GymPlan } from './gym-plan.ts';
import { sealerOf } from './mandates.ts';
import type { Seal } from './mandates.ts';
import { analyzeTables, connectOwner, inQuietTransaction } from './quiet-tables.ts';
import { Random } from './random.ts';
import { fullTimetable } from './schedule.ts';
import { SearchGymModel } from './search-gym.ts';

export interface GenerateOptions {
  ownerUrl: string;
  /** Asked once the database is migrated. */
  unlock: () => Promise<Secrets>;
  now: Date;
  gyms: number;
  /** Per gym. */
  members: number;
  years: number;
  seed: string;
  /** SEARCH makes members only, without anything that hangs on them. */
  profile: 'FULL' | 'SEARCH';
  /** Adds to the gyms that are there instead of refusing. */
  mayAppend: boolean;
  onProgress?: (progress: Progress) => void;
}

export interface Progress {
  gymsDone: number;
  gyms: number;
  rows: number;
  /** 0 to 1, by an estimate of the rows to come. */
  share: number;
}

export class DatabaseNotEmptyError extends Error {}

const membersPerLocation = 300;

/** Making rows takes less time than storing them: two gyms at a time keep the server busy. */
const connectionCount = 2;

/** Returns the number of rows written. */
export async function generate(options: GenerateOptions): Promise<number> {
  await ensureAppRole(options.ownerUrl);
  await migrate(options.ownerUrl);
  const secrets = await options.unlock();
  const client = await connectOwner(options.ownerUrl);
  try {
    const present = await presentGyms(client);
    if (present.count > 0 && !options.mayAppend) {
      throw new DatabaseNotEmptyError(`The database has ${present.count} gyms already; --append adds to them.`);
    }
    const rows = await addGyms(options, present.highestNumber, sealerOf(secrets));
    await analyzeTables(client);
    return rows;
  } finally {
    await client.end();
  }
}

async function presentGyms(client: pg.Client): Promise<{ count: number; highestNumber: number }> {
  const { rows } = await client.query<{ count: number; highestNumber: number }>(
    String.raw`select (select count(*)::int from gym) as count,
      coalesce(max(substring(email from '^admin@gym-(\d+)\.example$')::int), 0) as "highestNumber" from account`,
  );
  return rows[0] ?? { count: 0, highestNumber: 0 };
}

async function addGyms(options: GenerateOptions, highestNumber: number, seal: Seal): Promise<number> {
  const { gyms, onProgress = () => {} } = options;
  const passwordHash = await hashPassword(demoPassword, new Random(options.seed));
  const time = new LocalTime('Europe/Amsterdam', options.now.getTime());
  let [started, gymsDone, rows] = [0, 0, 0];
  let expectedRows = gyms * estimateRows(options);
  const report = (count: number) => {
    rows += count;
    onProgress({ gymsDone, gyms, rows, share: Math.min(0.99, rows / expectedRows) });
  };
  const fillGyms = async (client: pg.Client) => {
    while (started < gyms) {
      const plan = planGym(options, highestNumber + ++started, time, passwordHash, seal);
      const gym = options.profile === 'SEARCH' ? new SearchGymModel(plan) : new GymModel(plan);
      let count = 0;
      const onRows = (more: number) => {
        count += more;
        report(more);
      };
      await inQuietTransaction(client, () => fillGym(client, gym, onRows), { mayTrustKeys: true });
      gymsDone++;
      expectedRows = gyms * count; // better than the guess
    }
  };
  await onConnections(options.ownerUrl, Math.min(gyms, connectionCount), fillGyms);
  onProgress({ gymsDone, gyms, rows, share: 1 });
  return rows;
}

async function onConnections(
  ownerUrl: string,
  count: number,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const clients = await Promise.all(Array.from({ length: count }, () => connectOwner(ownerUrl)));
  try {
    await Promise.all(clients.map(work));
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** Before the first gym is there to go by: measured on gyms of 1,000 members. */
function estimateRows({ profile, members, years }: GenerateOptions): number {
  return profile === 'SEARCH' ? members : members * (30 + 75 * years);
}

export function planGym(
  options: Pick<GenerateOptions, 'seed' | 'members' | 'years'>,
  number: number,
  time: LocalTime,
  passwordHash: string,
  seal: Seal,
): GymPlan {
  const random = new Random(`generated: ${options.seed}, ${number}`);
  const towns = townsOfGym(number);
  const locationCount = Math.max(1, Math.ceil(options.members / membersPerLocation));
  return {
    gymId: random.fork('gym').uuid(Date.UTC(2019, 8, 1, 8) + number * 60_000),
    name: `Gym ${number} ${towns[0]?.city}`,
    locale: 'nl',
    paymentCollection: number % 5 === 0 ? 'STRIPE' : 'SEPA',
    towns,
    mailDomains: [`gym-${number}-post.example`, `gym-${number}-mail.example`],
    memberCount: options.members,
    nameOffset: number * 7919,
    locations: Array.from(
      { length: locationCount },
      (_, index) => [`Zaal ${index + 1}`, `Studio ${index + 1}`] as const,
    ),
    timetable: fullTimetable,
    historyStart: mondayOf(time.today - Math.round(options.years * 365)),
    time,
    random,
    seal,
    accounts: [{ email: `admin@gym-${number}.example`, as: { employee: 0 } }],
    cast: [],
    passwordHash,
  };
}

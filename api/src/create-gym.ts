// Makes a gym with its first administrator, as the owner of the database: `npm run create-gym`. Everything else about a
// gym is done by its people, signed in.
import pg from 'pg';
import { ensureAppRole } from './database/app-role.ts';
import { migrate } from './database/migrate.ts';
import { hashPassword, SHORTEST_PASSWORD } from './modules/account/password.ts';

export interface NewGym {
  name: string;
  /** IANA name; every day and week of the gym is counted in it. */
  timeZone: string;
  /** ISO 4217, of all its amounts. */
  currency: string;
  /** ISO 3166, for phone numbers written without one. */
  country: string;
  locale: string;
  adminEmail: string;
  adminFirstName: string;
  adminLastName: string;
  password: string;
}

/** A value that a gym cannot be made with; the message names it. */
export class NewGymError extends Error {}

export async function createGym(ownerUrl: string, gym: NewGym): Promise<void> {
  assertIsRight(gym);
  await ensureAppRole(ownerUrl);
  await migrate(ownerUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    const { rows } = await owner.query<{ gym_id: string }>(
      `with made as (insert into gym (name, time_zone, currency, country, locale, charges_from)
           values ($1, $2, $3, $4, $5, (now() at time zone $2)::date) returning id),
            login as (insert into account (email, password_hash) values (lower($6), $9) returning id, email)
       insert into employee (gym_id, account_id, first_name, last_name, email, role)
       select made.id, login.id, $7, $8, login.email, 'ADMIN' from made, login returning gym_id`,
      [
        gym.name,
        gym.timeZone,
        gym.currency,
        gym.country,
        gym.locale,
        gym.adminEmail,
        gym.adminFirstName,
        gym.adminLastName,
        await hashPassword(gym.password),
      ],
    );
    await owner.query('call add_first_checklist($1)', [rows[0]?.gym_id]);
    await owner.query('commit');
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'account_email') throw error;
    throw new NewGymError(`There is an account of ${gym.adminEmail} already.`, { cause: error });
  } finally {
    await owner.end();
  }
}

function assertIsRight(gym: NewGym): void {
  const rules: [isRight: boolean, message: string][] = [
    [gym.name.trim() !== '', 'The gym needs a name.'],
    [isTimeZone(gym.timeZone), `"${gym.timeZone}" is no time zone, such as Europe/Amsterdam.`],
    [/^[A-Z]{3}$/.test(gym.currency), `"${gym.currency}" is no currency, such as EUR.`],
    [/^[A-Z]{2}$/.test(gym.country), `"${gym.country}" is no country, such as NL.`],
    [['nl', 'en'].includes(gym.locale), `"${gym.locale}" is no language of Spotter: nl or en.`],
    [/^[^\s@]+@[^\s@]+$/.test(gym.adminEmail), `"${gym.adminEmail}" is no e-mail address.`],
    [
      gym.adminFirstName.trim() !== '' && gym.adminLastName.trim() !== '',
      'The administrator needs a first and a last name.',
    ],
    [gym.password.length >= SHORTEST_PASSWORD, `The password needs at least ${SHORTEST_PASSWORD} characters.`],
  ];
  const broken = rules.find(([isRight]) => !isRight);
  if (broken) throw new NewGymError(broken[1]);
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

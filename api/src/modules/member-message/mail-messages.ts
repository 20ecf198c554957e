// Sends by e-mail what members are told: after the transaction that told them, once. An attempt is noted before it is made
// and its success after it: one that is cut off in between is made again, under the same Message-ID, and never more than
// once for each time that it is cut off.
import { MailFailure } from '../../adapters/mail/open-mail.ts';
import type { MailGateway } from '../../adapters/mail/open-mail.ts';
import type { Database } from '../../database/database.ts';
import { GymDatabase } from '../../database/gym-database.ts';
import type { Job } from '../../jobs/job.ts';
import { mailOf } from './mail-text.ts';
import type { MailRow } from './mail-text.ts';

const minuteMs = 60_000;
/** What is older is no news any more: mail that is switched on later does not send the past. */
const newsMs = 24 * 60 * minuteMs;
const mostAttempts = 5;
const batch = 50;

interface DueMail extends MailRow {
  attempts: number;
}

interface Figures {
  sent: number;
  failed: number;
  postponed: number;
}

export const mailMessages = (database: Database, mail: MailGateway): Job => ({
  name: 'mail-messages',
  everyMinutes: 1,
  run: async (now) => {
    const { rows } = await database.pool.query<{ gym_id: string }>('select gyms_with_mail($1) as gym_id', [since(now)]);
    const figures: Figures = { sent: 0, failed: 0, postponed: 0 };
    for (const { gym_id: gymId } of rows) {
      const db = new GymDatabase(database, { gymId, accountId: null, employeeId: null }, 'mail-messages');
      // Who cannot be spoken to now cannot for the next gym either.
      if (!(await mailGym(db, mail, now, figures))) break;
    }
    return { ...figures };
  },
});

const since = (now: Date): Date => new Date(now.getTime() - newsMs);

/** False: the mail server cannot be spoken to. */
async function mailGym(db: GymDatabase, mail: MailGateway, now: Date, figures: Figures): Promise<boolean> {
  let due: DueMail[];
  do {
    due = await dueMail(db, now);
    for (const row of due) if (!(await mailOne(db, mail, row, now, figures))) return false;
  } while (due.length === batch);
  return true;
}

const dueMail = (db: GymDatabase, now: Date): Promise<DueMail[]> =>
  db.rows<DueMail>(
    `select t.id, t.subject, t.body, t.mail_attempts as attempts, m.email, m.full_name as "fullName", g.name as "gymName",
       g.email as "gymEmail", g.phone as "gymPhone", g.website as "gymWebsite", g.address as "gymAddress", g.locale
     from member_message t join member m on m.gym_id = t.gym_id and m.id = t.member_id join gym g on g.id = t.gym_id
     where t.mailed_at is null and t.mail_failed_at is null and t.created_at >= $1 and m.email is not null
       and (t.mail_next_at is null or t.mail_next_at <= $2)
     order by t.created_at, t.id limit ${batch}`,
    [since(now), now],
    { name: 'due_mail' },
  );

async function mailOne(
  db: GymDatabase,
  mail: MailGateway,
  row: DueMail,
  now: Date,
  figures: Figures,
): Promise<boolean> {
  if (!(await begin(db, row, now))) return true;
  try {
    await mail.send(mailOf(row));
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    const isOver = error.isFinal || row.attempts + 1 >= mostAttempts;
    if (isOver) await end(db, row.id, 'mail_failed_at', now);
    figures[isOver ? 'failed' : 'postponed'] += 1;
    return !error.isServer;
  }
  await end(db, row.id, 'mailed_at', now);
  figures.sent += 1;
  return true;
}

/** Notes the attempt and when it would be repeated: after 5, 15, 45 … minutes. False: another process has begun it. */
async function begin(db: GymDatabase, { id, attempts }: DueMail, now: Date): Promise<boolean> {
  const next = new Date(now.getTime() + 5 * 3 ** attempts * minuteMs);
  const begun = await db.write((em) =>
    em.execute<object[]>(
      `update member_message set mail_attempts = mail_attempts + 1, mail_next_at = ?
        where id = ? and mail_attempts = ? and mailed_at is null and mail_failed_at is null returning id`,
      [next, id, attempts],
    ),
  );
  return begun.length > 0;
}

const end = (db: GymDatabase, id: string, column: 'mailed_at' | 'mail_failed_at', now: Date): Promise<unknown> =>
  db.write((em) => em.execute(`update member_message set ${column} = ?, mail_next_at = null where id = ?`, [now, id]));

// The part of the engagement drill about attendance: devices at the door mark members without a connection, and send what they
// have later, in any order, twice and more, cut off halfway, several at once. In the end everybody is what the latest mark says,
// each change is on record once, and nobody has a visit too many.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Door, openSessionGym, pg } from './session-gym.mjs';

const SIZE = { quick: { sessions: 2, members: 20, reports: 12 }, full: { sessions: 20, members: 40, reports: 40 } };
const AT_ONCE = 6;
const CUT_OFF = 0.2;
const STATUSES = ['ATTENDED', 'ATTENDED', 'NO_SHOW', 'REGISTERED'];

const register = `mutation ($input: RegisterMemberInput!) { registerMember(input: $input) { __typename ... on MemberRegistered { registration { id } } } }`;
const mark = `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { marks { outcome } } }`;

export async function drill(world) {
  const { ownerUrl } = await world.newDatabase();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const size = SIZE[world.isQuick ? 'quick' : 'full'];
  const gym = await openSessionGym(owner, { ...size, places: size.members, startsIn: '-10 minutes' });
  const server = await world.startServer({ ownerUrl });
  const door = new Door(server);
  await door.signIn(gym.credentials);
  const places = await registerAll(door, gym);
  const reports = reportsOf(places, size.reports, world.chance);
  const requests = await sendAll(door, reports, world.chance);
  await server.stop();
  const marks = reports.reduce((sum, report) => sum + report.marks.length, 0);
  world.log(`${reports.length} reports of ${marks} marks in ${requests.sent} requests, ${requests.cutOff} cut off`);
  const expected = latestOf(reports);
  const { doubled, wrong } = await look(owner, expected);
  const faults = [
    ...(doubled > 0 ? [`${doubled} visits or changes too many`] : []),
    ...(wrong > 0 ? [`${wrong} members are not what the latest mark says`] : []),
  ];
  const planted = await plant(owner, expected);
  await owner.end();
  return { figures: { marks, doubled }, faults, planted, databaseUrl: ownerUrl };
}

async function registerAll(door, { sessions, members }) {
  const places = [];
  for (const sessionId of sessions) {
    const answers = await Promise.all(
      members.map((memberId) => door.ask(register, { id: randomUUID(), sessionId, memberId })),
    );
    places.push({ sessionId, ids: answers.map(({ registerMember }) => registerMember.registration.id) });
  }
  return places;
}

/** Each of a device: some members of one session, at moments of its clock. */
function reportsOf(places, count, chance) {
  const start = Date.now() - 600_000;
  return places.flatMap(({ sessionId, ids }) =>
    Array.from({ length: count }, () => ({
      id: randomUUID(),
      sessionId,
      marks: ids
        .filter(() => chance() < 0.4)
        .map((registrationId) => ({
          registrationId,
          status: STATUSES[Math.floor(chance() * STATUSES.length)],
          markedAt: new Date(start + Math.floor(chance() * 500_000)).toISOString(),
        })),
    })),
  );
}

/** Every report two or three times, shuffled, several at once; who is cut off sends it again, at last. */
async function sendAll(door, reports, chance) {
  const queue = reports
    .flatMap((report) => Array(2 + Math.round(chance())).fill(report))
    .toSorted(() => chance() - 0.5);
  const counts = { sent: 0, cutOff: 0 };
  let next = 0;
  const device = async () => {
    while (next < queue.length) {
      const report = queue[next++];
      for (;;) {
        counts.sent += 1;
        const isCut = chance() < CUT_OFF;
        const cut = new AbortController();
        const timer = isCut ? setTimeout(() => cut.abort(), chance() * 20) : undefined;
        const answer = await door
          .ask(mark, report, AbortSignal.any([cut.signal, AbortSignal.timeout(60_000)]))
          .catch((error) => {
            if (!cut.signal.aborted) throw error;
          });
        clearTimeout(timer);
        if (answer) break;
        counts.cutOff += 1;
        await sleep(chance() * 30);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, device));
  return counts;
}

/** Told plainly: of each registration the mark that was made last, of the same moment that of the greater report. */
function latestOf(reports) {
  const latest = new Map();
  for (const { id, marks } of reports)
    for (const { registrationId, status, markedAt } of marks) {
      const key = `${markedAt} ${id}`;
      if (key > (latest.get(registrationId)?.key ?? '')) latest.set(registrationId, { key, status });
    }
  return JSON.stringify([...latest].map(([id, { status }]) => ({ id, status })));
}

/** Changes that are on record twice in a row, visits of one member in one session twice, and who is not as they should be. */
async function look(owner, expected) {
  const { rows } = await owner.query(
    `with change as (
         select subject_id, after ->> 'marked_at' as marked_at, after ->> 'mark_id' as mark_id from audit_log
          where subject = 'registration' and action = 'UPDATE'),
       twice as (select 1 from change where marked_at is not null group by subject_id, marked_at, mark_id having count(*) > 1),
       visits as (select 1 from registration where status = 'ATTENDED' group by session_id, member_id having count(*) > 1)
     select ((select count(*) from twice) + (select count(*) from visits))::int as doubled,
            (select count(*)::int from json_to_recordset($1) e (id uuid, status text) join registration r using (id) where r.status <> e.status) as wrong`,
    [expected],
  );
  return rows[0];
}

/** A visit twice, and a mark that an older one has undone. Taken back again. */
async function plant(owner, expected) {
  await owner.query('begin');
  await owner.query('drop index registration_once');
  await owner.query(
    `insert into registration (gym_id, session_id, starts_at, member_id, status, is_extra)
     select gym_id, session_id, starts_at, member_id, 'ATTENDED', true from registration where status = 'ATTENDED' order by id limit 1`,
  );
  await owner.query(
    `update registration set status = 'NO_SHOW' where id = (select e.id from json_to_recordset($1) e (id uuid, status text) where e.status = 'ATTENDED' order by e.id desc limit 1)`,
    [expected],
  );
  const { doubled, wrong } = await look(owner, expected);
  await owner.query('rollback');
  return { planted: 2, found: Math.min(1, doubled) + Math.min(1, wrong) };
}

// The part of the engagement drill about places: round after round fifty members want what is left of a session at once, some
// of them go again meanwhile, and those who wait move up. No session ever holds more than its places, and none is left free
// while somebody waits.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Door, openSessionGym, pg } from './session-gym.mjs';

const RACERS = 50;
const ROUNDS = { quick: 4, full: 60 };
const PLACES = 3;
const WAITING = 8;
const invariants = readFileSync(new URL('../invariants.sql', import.meta.url), 'utf8');

const someRegistration = `select gym_id, session_id, starts_at, member_id, 'REGISTERED' from registration where session_id = $1 and status <> 'CANCELLED' limit 1`;

/** What the invariants of the database must name. $1: a session that was raced for. */
const misdeeds = {
  'places taken are counted': ['update session set places_taken = places_taken - 1 where id = $1'],
  'no session is sold beyond its places': [
    'alter table session drop constraint session_not_oversold',
    'update session set places = 1 where id = $1',
  ],
  'a member is in a session once': [
    'drop index registration_once',
    'update session set places = places + 1 where id = $1',
    `insert into registration (gym_id, session_id, starts_at, member_id, status) ${someRegistration}`,
  ],
  'a waiting list has one order': [
    'drop index waiting_list_number',
    'create index on waiting_list_entry (gym_id, session_id)',
    'update waiting_list_entry set number = 1 where session_id = $1',
  ],
  'who waits waits once, and is not in it': [
    `update waiting_list_entry set ended_at = null, ended_as = null where session_id = $1 and ended_as = 'MOVED_UP'`,
  ],
  'who got a place after waiting was given it then': [
    `update waiting_list_entry set ended_at = now(), ended_as = 'MOVED_UP' where session_id = $1 and ended_at is null`,
  ],
};

const register = `mutation ($input: RegisterMemberInput!) { registerMember(input: $input) {
  __typename ... on MemberRegistered { registration { id } } ... on RegistrationRefused { reasons { code } } } }`;
const join = `mutation ($input: JoinWaitingListInput!) { joinWaitingList(input: $input) { __typename } }`;
const cancel = `mutation ($input: RegistrationIdInput!) { cancelRegistration(input: $input) { movedUp { id } } }`;

export async function drill(world) {
  const { ownerUrl } = await world.newDatabase();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const rounds = ROUNDS[world.isQuick ? 'quick' : 'full'];
  const gym = await openSessionGym(owner, { members: RACERS, sessions: rounds, places: PLACES, startsIn: '2 days' });
  const server = await world.startServer({ ownerUrl });
  const door = new Door(server);
  await door.signIn(gym.credentials);
  const faults = [];
  let racers = 0;
  let moved = 0;
  for (const sessionId of gym.sessions) {
    const outcome = await race(door, { sessionId, members: gym.members, chance: world.chance });
    racers += RACERS;
    moved += outcome.moved;
    faults.push(...outcome.faults);
  }
  await server.stop();
  world.log(`${rounds} sessions of ${PLACES} places, ${moved} members moved up from the waiting list`);
  const oversold = await oversoldIn(owner);
  const idle = await idleIn(owner);
  if (oversold > 0) faults.push(`${oversold} sessions hold more members than places`);
  if (idle > 0) faults.push(`${idle} sessions have a place free while somebody waits`);
  const planted = await plant(owner, gym.sessions);
  await owner.end();
  return { figures: { racers, oversold }, faults, planted, databaseUrl: ownerUrl };
}

/** Everybody at once; then some join the list, and those who are in it go at once. */
async function race(door, { sessionId, members, chance }) {
  const faults = [];
  const answers = await Promise.all(
    members.map((memberId) => door.ask(register, { id: randomUUID(), sessionId, memberId })),
  );
  const outcomes = answers.map(({ registerMember }) => registerMember);
  const inIt = outcomes.filter(({ registration }) => registration);
  if (inIt.length !== PLACES) faults.push(`${inIt.length} were told that they have one of ${PLACES} places`);
  const told = outcomes.flatMap(({ reasons = [] }) => reasons.map(({ code }) => code));
  if (told.some((code) => code !== 'FULL')) faults.push(`somebody was told ${[...new Set(told)].join()}`);
  const others = members.filter((_, index) => !outcomes[index].registration).toSorted(() => chance() - 0.5);
  await Promise.all(
    others.slice(0, WAITING).map((memberId) => door.ask(join, { id: randomUUID(), sessionId, memberId })),
  );
  const gone = await Promise.all(inIt.map(({ registration }) => door.ask(cancel, { id: registration.id })));
  const moved = gone.reduce((sum, { cancelRegistration }) => sum + cancelRegistration.movedUp.length, 0);
  if (moved !== PLACES) faults.push(`${moved} moved up to ${PLACES} places`);
  return { faults, moved };
}

/** By counting, not by what the session says of itself. */
async function oversoldIn(owner) {
  const { rows } = await owner.query(
    `select count(*)::int as count from session s cross join lateral (select count(*) as taken from registration r
       where r.gym_id = s.gym_id and r.session_id = s.id and r.status <> 'CANCELLED') t
      where t.taken > s.places or t.taken <> s.places_taken`,
  );
  return rows[0].count;
}

async function idleIn(owner) {
  const { rows } = await owner.query(
    `select count(*)::int as count from session s where exists (select from waiting_list_entry w where w.session_id = s.id and w.ended_at is null)
        and (select count(*) from registration r where r.session_id = s.id and r.status <> 'CANCELLED') < s.places`,
  );
  return rows[0].count;
}

/** One too many behind the back of the triggers, and a place that nobody was given. Taken back again. */
async function plant(owner, [first, second]) {
  await owner.query('begin');
  await owner.query('alter table registration disable trigger keep_places_taken');
  await owner.query(
    `insert into registration (gym_id, session_id, starts_at, member_id, status)
     select s.gym_id, s.id, s.starts_at, m.id, 'REGISTERED' from session s join member m on m.gym_id = s.gym_id
      where s.id = $1 and not exists (select from registration r where r.session_id = s.id and r.member_id = m.id and r.status <> 'CANCELLED') limit 1`,
    [first],
  );
  const oversold = await oversoldIn(owner);
  await owner.query('update session set places = places + 1 where id = $1', [second]);
  const idle = await idleIn(owner);
  await owner.query('rollback');
  let found = Math.min(1, oversold) + Math.min(1, idle);
  for (const [invariant, deeds] of Object.entries(misdeeds))
    if (await isNamed(owner, invariant, deeds, first)) found += 1;
  return { planted: 2 + Object.keys(misdeeds).length, found };
}

/** Whether the invariants name this one, and no other, after the misdeed. */
async function isNamed(owner, invariant, deeds, sessionId) {
  await owner.query('begin');
  for (const deed of deeds) await owner.query(deed, deed.includes('$1') ? [sessionId] : []);
  const { rows } = await owner.query(invariants);
  await owner.query('rollback');
  return rows.length > 0 && rows.every((row) => row.invariant === invariant);
}

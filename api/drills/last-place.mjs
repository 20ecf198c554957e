// The part of the engagement drill about places: round after round fifty members want what is left of a session at once, some
// of them go again meanwhile, and those who wait move up. No session ever holds more than its places, and none is left free
// while somebody waits.
import { randomUUID } from 'node:crypto';
import { Door, openSessionGym, pg } from './session-gym.mjs';

const RACERS = 50;
const ROUNDS = { quick: 4, full: 60 };
const PLACES = 3;
const WAITING = 8;

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
  return { planted: 2, found: Math.min(1, oversold) + Math.min(1, idle) };
}

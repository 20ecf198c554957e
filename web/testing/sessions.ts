// Sessions of a test's own in the demo: planned by the server, with members of the demo registered, today when they must be.
import { inDatabase } from './database.ts';
import { dayFromNow } from './overview.ts';
import { testServer } from './server.ts';
import { askAs } from './visitor.ts';

export interface Planned {
  id: string;
  type: string;
  /** In the order of the roster. */
  members: { id: string; fullName: string }[];
}

interface Offer {
  sessionTypes: { id: string; name: string; singleSessionPrice: object | null }[];
  calendars: { id: string; name: string }[];
  members: { items: { id: string; fullName: string }[] };
}

const admin = 'admin@lift.example';
// Each test takes members of its own: those of another may be registered at the same time.
const taken = { ACTIVE: 0, FORMER: 0 };

export async function membersOf(
  status: 'ACTIVE' | 'FORMER',
  count: number,
): Promise<{ id: string; fullName: string }[]> {
  const { members } = await askAs<Pick<Offer, 'members'>>(
    admin,
    `query ($status: [MemberStatus!]) { members(filter: { status: $status }, pageSize: 100) { items { id fullName } } }`,
    { status: [status] },
  );
  const chosen = members.items.slice(taken[status], taken[status] + count);
  if (chosen.length < count) throw new Error(`The demo has too few members who are ${status}.`);
  taken[status] += count;
  return chosen;
}

export async function planSession({ places = 12, memberCount = 0 } = {}): Promise<Planned> {
  const { sessionTypes, calendars } = await askAs<Offer>(
    admin,
    '{ sessionTypes { id name singleSessionPrice { amountCents } } calendars { id name } }',
  );
  const type = sessionTypes.find(({ singleSessionPrice }) => singleSessionPrice);
  const [calendar] = calendars;
  if (!type || !calendar) throw new Error('The demo sells no session.');
  const input = {
    sessionTypeId: type.id,
    calendarId: calendar.id,
    on: dayFromNow(2),
    at: '12:00',
    durationMinutes: 60,
    places,
  };
  const { addSession } = await askAs<{ addSession: { session: { id: string } } }>(
    admin,
    'mutation ($input: AddSessionInput!) { addSession(input: $input) { session { id } } }',
    { input },
  );
  const { id } = addSession.session;
  const members = await membersOf('ACTIVE', memberCount);
  for (const member of members) {
    const { registerMember } = await askAs<{ registerMember: { __typename: string } }>(
      admin,
      'mutation ($input: RegisterMemberInput!) { registerMember(input: $input) { __typename } }',
      { input: { id: crypto.randomUUID(), sessionId: id, memberId: member.id, override: { reason: 'A test' } } },
    );
    if (registerMember.__typename !== 'MemberRegistered') throw new Error(`${member.fullName} was refused.`);
  }
  return { id, type: type.name, members };
}

/** No session can be planned in the past: it is moved there behind the server's back. False where there is no database at hand. */
export async function beginNow({ id }: Planned): Promise<boolean> {
  const { databaseUrl } = testServer();
  if (!databaseUrl) return false;
  await inDatabase(databaseUrl, `update session set starts_at = now() where id = '${id}'`);
  return true;
}

interface Roster {
  session: { registrations: { id: string; status: string; member: { fullName: string } }[] };
}

const readRoster = ({ id }: Planned) =>
  askAs<Roster>(admin, 'query ($id: ID!) { session(id: $id) { registrations { id status member { fullName } } } }', {
    id,
  });

/** What the server keeps, by member. */
export async function statusesOf(planned: Planned): Promise<Record<string, string>> {
  const { session } = await readRoster(planned);
  return Object.fromEntries(session.registrations.map(({ status, member }) => [member.fullName, status]));
}

export async function removeMember(planned: Planned, fullName: string): Promise<void> {
  const { session } = await readRoster(planned);
  const id = session.registrations.find(({ member }) => member.fullName === fullName)?.id;
  await askAs(
    admin,
    'mutation ($input: RegistrationIdInput!) { cancelRegistration(input: $input) { session { id } } }',
    { input: { id } },
  );
}

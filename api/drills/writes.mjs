// The kinds of writes the drill sends, and how to see in the database what became of each. A kind has
//   document, variables   what is sent; the client makes the ids
//   look                  SQL over keys $1 (json): per key how often it is there, half of it is there, and audited
import { createHash, randomUUID } from 'node:crypto';

const mutation = (name, input, selection) => `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} } }`;

/** Rows that were inserted under the client's own id. */
const lookForRow = (table) => `
  select k.key, (select count(*)::int from ${table} where id = k.key::uuid) as present, 0 as half,
    (select count(*)::int from audit_log a where a.subject = '${table}' and a.subject_id = k.key::uuid and a.action = 'INSERT') as audits
  from json_array_elements_text($1) as k (key)`;

const created = (name, table, selection, input) => ({
  name,
  document: mutation(name, `${name[0].toUpperCase()}${name.slice(1)}Input`, selection),
  look: lookForRow(table),
  make: (world) => {
    const id = randomUUID();
    return { key: id, variables: { input: { id, ...input(world) } } };
  },
});

const kinds = [
  created('addNote', 'note', 'note { id }', (world) => ({
    memberId: world.anyMember(),
    // Now and then something that must be refused: what is refused must not be there either.
    text: world.chance(0.1) ? ' ' : `note ${world.next()}`,
  })),
  created('scheduleNotification', 'notification', 'notification { id }', (world) => ({
    memberId: world.anyMember(),
    dueOn: world.chance(0.1) ? '2020-01-01' : world.inDays(30),
    message: `notification ${world.next()}`,
  })),
  created('createApiToken', 'api_token', 'apiToken { id } secret', (world) => ({
    name: `token ${world.next()}`,
    scope: 'READ',
    expiresOn: world.inDays(60),
  })),
  {
    name: 'addTagToMember',
    document: mutation('addTagToMember', 'MemberTagInput', 'tag { id }'),
    look: `
      select k.key, (select count(*)::int from member_tag t where t.member_id = p.member and t.tag_id = p.tag) as present, 0 as half,
        (select count(*)::int from audit_log a
          where a.subject = 'member_tag' and a.subject_id = p.tag and a.member_id = p.member and a.action = 'INSERT') as audits
      from json_array_elements_text($1) as k (key),
        lateral (select split_part(k.key, ' ', 1)::uuid as member, split_part(k.key, ' ', 2)::uuid as tag) p`,
    make: (world) => {
      const pair = world.freshPair();
      return pair && { key: `${pair.memberId} ${pair.tagId}`, variables: { input: pair } };
    },
  },
  {
    name: 'completeNotification',
    document: mutation('completeNotification', 'CompleteNotificationInput', 'notification { id }'),
    look: `
      select n.id::text as key, (n.completed_at is not null)::int as present,
        ((n.completed_at is null) <> (n.completed_by is null))::int as half,
        (select count(*)::int from audit_log a where a.subject = 'notification' and a.subject_id = n.id and a.action = 'UPDATE') as audits
      from notification n where n.id in (select value::uuid from json_array_elements_text($1))`,
    make: (world) => {
      const id = world.takeOpenNotification();
      return id && { key: id, variables: { input: { id } } };
    },
  },
  {
    name: 'signIn',
    document: mutation('signIn', 'SignInInput', 'viewer { id }'),
    // Of a sign-in that was not answered nobody holds the token, so there is nothing to look for.
    look: `
      select k.key, count(s.id)::int as present, 0 as half, null as audits
      from json_array_elements_text($1) as k (key) left join login_session s on s.token_hash = decode(k.key, 'hex') group by k.key`,
    // Without the writer's cookie: signing in over a session ends it.
    make: (world) => ({ key: null, variables: { input: world.anyCredentials() }, cookie: undefined }),
    keyFrom: (cookie) => createHash('sha256').update(cookie.split('=')[1]).digest('hex'),
  },
  {
    name: 'signOut',
    document: 'mutation { signOut { endedSessionCount } }',
    look: `
      select k.key, (not exists (select from login_session s where s.token_hash = decode(k.key, 'hex') and s.revoked_at is null))::int as present,
        0 as half, null as audits
      from json_array_elements_text($1) as k (key)`,
    make: (world) => {
      const session = world.takeSession();
      return session && { key: session.key, variables: {}, cookie: session.cookie };
    },
  },
];

export const kindOf = (name) => kinds.find((kind) => kind.name === name);

/** A kind and its variables, chosen by the world's dice; undefined when this kind has nothing to work on now. */
export function makeWrite(world) {
  const kind = world.choose(kinds);
  const made = kind.make(world);
  return made && { kind: kind.name, ...made };
}

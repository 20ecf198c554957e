// Would the matrix notice? One guard at a time is taken away, in memory, and the same questions are asked again: each time
// something must be found, or the next wall must refuse. A guard that nobody misses is one that no question looks at.
import { defaultFieldResolver, getNamedType, isObjectType, parse, subscribe } from 'graphql';
import type { DocumentNode, GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { audienceOf, enforceAudience, isInAudience } from './graphql/audience.ts';
import type { Context } from './graphql/context.ts';
import type { Viewer } from './graphql/viewer.ts';
import { createUnguardedSchema } from './schema.ts';
import { addEmployee } from './testing/fixtures.ts';
import { Arguments } from './testing/matrix/arguments.ts';
import { leaksIn } from './testing/matrix/canaries.ts';
import { openMatrixWorld } from './testing/matrix/matrix-world.ts';
import type { MatrixWorld, Who } from './testing/matrix/matrix-world.ts';
import { POLICIES, without } from './testing/matrix/policy-switch.ts';
import { objectTypes, pathDocument, pathsFrom, wholeDocument } from './testing/matrix/schema-walk.ts';
import type { Field } from './testing/matrix/schema-walk.ts';
import { attempt, tenantTables } from './testing/matrix/tenant-tables.ts';
import { trackFields } from './testing/matrix/track-fields.ts';

vi.mock(import('./modules/member/member.policy.ts'), async (original) =>
  (await switching).switchable(await original()),
);
vi.mock(import('./modules/note/note.policy.ts'), async (original) => (await switching).switchable(await original()));
vi.mock(import('./modules/tag/tag.policy.ts'), async (original) => (await switching).switchable(await original()));
vi.mock(import('./modules/account/viewer.policy.ts'), async (original) =>
  (await switching).switchable(await original()),
);
vi.mock(import('./modules/payment-batch/payment-batch.policy.ts'), async (original) =>
  (await switching).switchable(await original()),
);
const { switching } = vi.hoisted(() => ({ switching: import('./testing/matrix/policy-switch.ts') }));

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** A field whose audience is enforced. */
interface Guarded {
  name: string;
  type: GraphQLObjectType;
  field: Field;
}

const schema = createUnguardedSchema();
const query = schema.getQueryType()!;
const mutation = schema.getMutationType()!;
/** The guards that are away now, and by which of them anybody came. */
const away = new Set<string>();
const reached = new Set<string>();
const guards = raiseGuards();
const tracked = trackFields(schema);

let world: MatrixWorld;
beforeAll(async () => {
  world = await openMatrixWorld();
});
afterAll(() => world.api.close());

/** Enforces the audiences, each in a way that can be taken away again. */
function raiseGuards(): Guarded[] {
  const fields = objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({
      type,
      field: field as Field,
      plain: field.resolve as Resolve | undefined,
    })),
  );
  enforceAudience(schema);
  return fields
    .filter(({ field, plain }) => field.resolve !== plain)
    .map(({ type, field, plain = defaultFieldResolver }) => {
      const name = `${type.name}.${field.name}`;
      const guarded = field.resolve as Resolve;
      field.resolve = (root, args, context, info) => {
        if (!away.has(name)) return guarded(root, args, context as Context, info);
        reached.add(name);
        return plain(root, args, context as Context, info);
      };
      return { name, type, field };
    });
}

interface Question {
  document: DocumentNode;
  root: Field;
  /** The fields on the way. */
  through: string[];
}

/** The shortest way to a field: a mutation, a query, or what a query leads to. */
function questionFor({ name, type, field }: Guarded): Question {
  if (type === mutation) return { document: wholeDocument('mutation', mutation, field, 2), root: field, through: [] };
  if (type === query) return { document: wholeDocument('query', query, field, 3), root: field, through: [] };
  const ways = Object.values(query.getFields()).flatMap((root) =>
    pathsFrom(query, root as Field)
      .filter((path) => path.type === type)
      .map((path) => ({ root: root as Field, path })),
  );
  const [way] = ways.toSorted(
    (a, b) =>
      Number(b.root.name === 'member') - Number(a.root.name === 'member') || a.path.names.length - b.path.names.length,
  );
  if (!way) throw new Error(`No query leads to ${name}.`);
  const target = getNamedType(field.type);
  const path = { names: [...way.path.names, field.name], type: isObjectType(target) ? target : null };
  return { document: pathDocument(way.root, path), root: way.root, through: fieldsAlong(way.path.names) };
}

function fieldsAlong(names: string[]): string[] {
  let type: GraphQLObjectType | undefined = query;
  return names.map((name) => {
    const field: Field | undefined = type?.getFields()[name];
    const along = `${type?.name}.${name}`;
    const target = field && getNamedType(field.type);
    type = isObjectType(target) ? target : undefined;
    return along;
  });
}

type Verdict = 'found' | 'refused' | 'unseen';

/** Who is kept out of a field. */
function outsidersOf({ type, field }: Guarded): Who[] {
  const audience = audienceOf(type, field)!;
  const isOut = (who: Who) => !isInAudience(world.viewers[who], audience) || (type === mutation && who === 'readToken');
  return (['member', 'readToken', 'anonymous'] as const).filter(isOut);
}

/** What the matrix says when a guard is away and everybody outside the field's audience asks for it. */
async function verdictWithout(guarded: Guarded, isWayOpen = false): Promise<Verdict> {
  const { document, root, through } = questionFor(guarded);
  const isMutation = guarded.type === mutation;
  reached.clear();
  for (const who of outsidersOf(guarded)) {
    tracked.shownOutside.clear();
    const { values } = new Arguments(root, isMutation, world).sets()[0]!;
    const before = isMutation ? (await world.fingerprints()).own : '';
    for (const name of [guarded.name, ...(isWayOpen ? through : [])]) away.add(name);
    const answer = await world.ask(world.viewers[who], document, values, { schema });
    away.clear();
    const leaks = isWayOpen ? [] : leaksIn(JSON.stringify(answer), world.forbidden[who]);
    const isChanged = isMutation && (await world.fingerprints()).own !== before;
    if (leaks.length > 0 || isChanged || tracked.shownOutside.has(guarded.name)) return 'found';
  }
  return reached.has(guarded.name) ? 'refused' : 'unseen';
}

// Only who has just signed in comes by the first, and they are in its audience. The second is null on a mandate that can
// be collected with, as that of the member who asks is. The third is open to whoever holds a link.
const EXEMPT = ['SignInPayload.viewer', 'Mandate.blockedReason', 'Query.invitationBehindLink'];
// A token has no session to end, and says so before anything else is asked. A line of money is asked once more whose it is,
// and a message whether its member reads it. Who changes roles is asked for their own once more with the roles locked, and
// an invitation opens to nobody without its secret.
const HELD_THRICE = [
  'Mutation.signOut',
  'Mutation.signOutEverywhere',
  'Mutation.changePassword',
  'Mutation.markMessageRead',
  'Mutation.undoPurchase',
  'Mutation.correctPurchase',
  'Mutation.inviteEmployee',
  'Mutation.revokeEmployeeInvitation',
  'Mutation.acceptEmployeeInvitation',
  'Mutation.changeEmployeeRole',
  'Mutation.removeEmployee',
  'Mutation.reopenEmployee',
];

const named = guards
  .filter(({ name, type }) => type !== schema.getSubscriptionType() && !EXEMPT.includes(name))
  .map((guarded) => [guarded.name, guarded] as const);
const refusedAlone: Guarded[] = [];

test.each(named)('without the guard of %s something is found, or the next wall refuses', async (_, guarded) => {
  let verdict = await verdictWithout(guarded);
  // It stands behind another guard: that one has to go too.
  if (verdict === 'unseen') verdict = await verdictWithout(guarded, true);
  // And behind a policy of the way there.
  if (verdict === 'unseen') await without(POLICIES, async () => void (verdict = await verdictWithout(guarded, true)));
  if (verdict === 'refused') refusedAlone.push(guarded);
  expect(verdict).not.toBe('unseen');
});

test('where the next wall refused, something is found without both', async () => {
  const stillRefused: string[] = [];
  await without(POLICIES, async () => {
    for (const guarded of refusedAlone)
      if ((await verdictWithout(guarded)) !== 'found') stillRefused.push(guarded.name);
  });
  console.log(
    `Guards: ${named.length}; ${named.length - refusedAlone.length} are missed alone, ${refusedAlone.length - stillRefused.length} together with the policies.`,
  );
  // Strangers carry no gym: without one the database gives nothing.
  const forStrangers = refusedAlone
    .filter((guarded) => outsidersOf(guarded).join() === 'anonymous')
    .map(({ name }) => name);
  expect(stillRefused.filter((name) => !forStrangers.includes(name))).toEqual(HELD_THRICE);
});

test('without the guard of the live updates, a member would hear', async () => {
  const watching = async (it: GraphQLSchema, document: DocumentNode) => {
    const events = await subscribe({
      schema: it,
      document,
      variableValues: { id: world.own.memberId },
      contextValue: world.contextFor(world.viewers.member),
    });
    return Symbol.asyncIterator in events;
  };
  for (const field of ['memberChanged(memberId: $id)', 'sessionChanged(sessionId: $id)', 'gymChanged']) {
    const document = parse(`subscription ${field.includes('$') ? '($id: ID!)' : ''} { ${field} { kind } }`);
    const heard = [await watching(schema, document), await watching(createUnguardedSchema(), document)];
    expect([field, ...heard]).toEqual([field, false, true]);
  }
});

describe('without one policy something is found', () => {
  const changes = async (viewer: Viewer, name: string, input: object, policy: string) => {
    const document = wholeDocument('mutation', mutation, mutation.getFields()[name] as Field, 2);
    const outcome = async () => {
      const before = (await world.fingerprints()).own;
      await world.ask(viewer, document, { input }, { schema });
      return (await world.fingerprints()).own !== before;
    };
    const withIt = await outcome();
    let withoutIt = false;
    await without([policy], async () => {
      withoutIt = await outcome();
    });
    return { withIt, withoutIt };
  };

  test('canSeeMember', async () => {
    const field = query.getFields()['member'] as Field;
    const ask = () =>
      world.ask(
        world.viewers.member,
        wholeDocument('query', query, field),
        { id: world.own.otherMemberId },
        { schema },
      );
    expect(leaksIn(JSON.stringify(await ask()), world.forbidden.member)).toEqual([]);
    await without(['canSeeMember'], async () =>
      expect(leaksIn(JSON.stringify(await ask()), world.forbidden.member)).toContain('otherMember'),
    );
  });

  test('assertMayRetract', async () => {
    const colleague = {
      ...(world.viewers.employee as Viewer),
      employeeId: await addEmployee(world.api.owner, world.own.gymId),
    };
    const input = { id: world.own.otherMembers.noteId };
    expect(await changes(colleague, 'retractNote', input, 'assertMayRetract')).toEqual({
      withIt: false,
      withoutIt: true,
    });
  });

  test('canSeeHealthTags', async () => {
    const ask = async () => {
      const answers = await Promise.all(
        ['member', 'members', 'tags'].map((name) => {
          const field = query.getFields()[name] as Field;
          const document = wholeDocument('query', query, field, 4);
          return world.ask(world.viewers.readToken, document, name === 'member' ? { id: world.own.memberId } : {}, {
            schema,
          });
        }),
      );
      return answers.map((answer) => leaksIn(JSON.stringify(answer), world.forbidden.readToken));
    };
    expect(await ask()).toEqual([[], [], []]);
    await without(['canSeeHealthTags'], async () => expect(await ask()).toEqual([['health'], ['health'], ['health']]));
  });

  test('assertCanMarkHealthData', async () => {
    const input = { name: 'Diabetes', color: '#123456', isHealthData: true };
    expect(await changes(world.viewers.writeToken as Viewer, 'createTag', input, 'assertCanMarkHealthData')).toEqual({
      withIt: false,
      withoutIt: true,
    });
  });

  test('assertMayInGym', async () => {
    const input = { name: 'More', scope: 'WRITE', expiresOn: '2026-06-01' };
    expect(await changes(world.viewers.writeToken as Viewer, 'createApiToken', input, 'assertMayInGym')).toEqual({
      withIt: false,
      withoutIt: true,
    });
  });

  // Behind the guard of the mutation: with both away the test above finds them.
  test('assertMay and assertCanManageTags refuse by themselves', async () => {
    const input = { id: world.own.archivedTagId, name: 'Renamed' };
    away.add('Mutation.renameTag').add('Mutation.linkEmployee');
    expect(await changes(world.viewers.member as Viewer, 'renameTag', input, 'assertCanManageTags')).toEqual({
      withIt: false,
      withoutIt: true,
    });
    const link = { memberId: world.own.spareMemberId, employeeId: world.own.colleagueId };
    expect(await changes(world.viewers.member as Viewer, 'linkEmployee', link, 'assertMay')).toEqual({
      withIt: false,
      withoutIt: true,
    });
    away.clear();
  });
});

test('without the wall of one table, its rows of the other gym are found', async () => {
  const app = new pg.Pool({ connectionString: world.api.appUrl, max: 1 });
  const seen = async (table: string, gymColumn: string) =>
    (
      (await attempt(
        app,
        world.own.gymId,
        `select from ${table} where ${gymColumn} = '${world.foreign.gymId}'`,
      )) as pg.QueryResult
    ).rowCount;
  const found: string[] = [];
  const tables = await tenantTables(world.api.owner);
  for (const { name, gymColumn } of tables) {
    expect({ name, rows: await seen(name, gymColumn) }).toEqual({ name, rows: 0 });
    await world.api.owner.query(`alter table ${name} disable row level security`);
    if (((await seen(name, gymColumn)) ?? 0) > 0) found.push(name);
    await world.api.owner.query(`alter table ${name} enable row level security`);
  }
  await app.end();
  expect(found).toEqual(tables.map(({ name }) => name));
});

// Not memberSearch: the words it looks for carry the gym themselves.
test('without the wall of one table, answers show it', async () => {
  const asked = { tag: 'tags', employee: 'employees', member: 'members' };
  for (const [table, name] of Object.entries(asked)) {
    const field = query.getFields()[name] as Field;
    const ask = async () =>
      leaksIn(
        JSON.stringify(await world.ask(world.viewers.admin, wholeDocument('query', query, field), {}, { schema })),
        world.forbidden.admin,
      );
    expect([name, ...(await ask())]).toEqual([name]);
    // Members are joined to their gym: its wall has to go as well.
    for (const it of new Set([table, 'gym']))
      await world.api.owner.query(`alter table ${it} disable row level security`);
    expect([name, ...(await ask())]).toContain('otherGym');
    for (const it of new Set([table, 'gym']))
      await world.api.owner.query(`alter table ${it} enable row level security`);
  }
});

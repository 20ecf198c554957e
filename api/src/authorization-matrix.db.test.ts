// Everybody asks for everything: each path through the schema and each mutation, as each kind of viewer, with ids of their
// own, of another member, of another gym and of nobody. What no answer may hold is marked in the database, so a leak is
// found by a search, whatever rule was forgotten. The walls one by one are in authorization-walls.db.test.ts.
import { parse, subscribe } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audienceOf, isInAudience } from './graphql/audience.ts';
import { Arguments, isClientMade, texts } from './testing/matrix/arguments.ts';
import type { ArgumentSet } from './testing/matrix/arguments.ts';
import { sampleIban } from './testing/fixtures.ts';
import { sampleCreditorIban } from './testing/matrix/gym-life.ts';
import { leaksIn, MARKS } from './testing/matrix/canaries.ts';
import { openMatrixWorld } from './testing/matrix/matrix-world.ts';
import type { Fingerprints, MatrixWorld, Who } from './testing/matrix/matrix-world.ts';
import {
  depthsOf,
  fieldNames,
  objectTypes,
  pathDocument,
  pathsFrom,
  wholeDocument,
} from './testing/matrix/schema-walk.ts';
import type { Field } from './testing/matrix/schema-walk.ts';
import { trackFields } from './testing/matrix/track-fields.ts';
import { createSchema } from './schema.ts';

const schema = createSchema();
const query = schema.getQueryType()!;
const mutation = schema.getMutationType()!;
const fieldsOf = (type: typeof query) => Object.values(type.getFields());

const depths = depthsOf(query);

let world: MatrixWorld;
const tracked = trackFields(schema);
const succeeded = new Set<string>();
const counts = { queries: 0, mutations: 0 };
beforeAll(async () => {
  world = await openMatrixWorld();
});
afterAll(async () => {
  console.log(
    `Authorization matrix: ${counts.queries} queries, ${counts.mutations} mutations, ${tracked.gaveValue.size} fields seen.`,
  );
  await world.api.close();
});

const everybody: Who[] = ['anonymous', 'member', 'employee', 'admin', 'readToken', 'writeToken'];

/** Fails for what the viewer may not know, and for errors that nobody foresaw. */
function assertNothingLeaks(who: Who, answer: ExecutionResult, about: string): void {
  const leaks = leaksIn(JSON.stringify(answer), world.forbidden[who]);
  if (leaks.length > 0)
    throw new Error(`${who} learns ${leaks.join(', ')} from ${about}: ${JSON.stringify(answer).slice(0, 600)}`);
  if (leaksIban(answer) && !(who === 'admin' && /^(revealIban|paymentSettings|savePaymentSettings)\b/.test(about)))
    throw new Error(`${who} learns an IBAN from ${about}`);
  const unforeseen = answer.errors?.find((error) => typeof error.extensions['code'] !== 'string');
  if (unforeseen) throw new Error(`${who} meets an unforeseen error at ${about}: ${unforeseen.stack}`);
}

const ibans = [sampleIban, sampleCreditorIban, texts['iban'], texts['creditorIban']];
const leaksIban = (answer: ExecutionResult) => {
  const text = JSON.stringify(answer).replaceAll(' ', '');
  return ibans.some((iban) => iban && text.includes(iban));
};

/** What is another gym's, and for a member what is another member's. */
function isHidden(who: Who, { choice }: ArgumentSet): boolean {
  return (
    choice === 'foreign' ||
    choice === 'foreignOtherType' ||
    (choice === 'otherMember' && (who === 'member' || who === 'anonymous'))
  );
}

/** What is hidden looks the same as what is nowhere. */
function assertLooksTheSame(who: Who, set: ArgumentSet, answers: Map<string, string>, about: string): void {
  if (!isHidden(who, set)) return;
  expect(answers.get(`${set.varied} ${set.choice}`), `${who}: ${about}(${set.varied}: ${set.choice})`).toBe(
    answers.get(`${set.varied} nowhere`),
  );
}

test('every text in the database is marked, but for those that a constraint binds', () => {
  expect(world.unmarked).toEqual([
    'api_token.scope',
    'attachment.state',
    'audit_log.action',
    'benchmark.unit',
    'checkout.kind',
    'checkout.status',
    'checkout.currency',
    'collection.sequence_type',
    'collection.state',
    'employee.role',
    'employee_invitation.role',
    'gym.currency',
    'gym.country',
    'gym.locale',
    'gym.payment_collection',
    'mandate.iban_country',
    'mandate.signed_how',
    'member.country',
    'member_message.kind',
    'notification.kind',
    'notification.outcome',
    'notification.closed_reason',
    'notification_rule.rule',
    'payment.kind',
    'payment.method',
    'payment.currency',
    'payment_batch.state',
    'payment_batch.pain_version',
    'payment_batch.currency',
    'payment_settings.creditor_id',
    'payment_settings.creditor_bic',
    'payment_settings.pain_version',
    'purchase.kind',
    'purchase.currency',
    'purchase.status',
    'purchase.payment_method',
    'registration.status',
    'registration.paid_with',
    'session_type.color',
    'stripe_account.mode',
    'stripe_customer.consumables_status',
    'stripe_difference.kind',
    'stripe_difference.currency',
    'stripe_event.outcome',
    'stripe_invoice_item.currency',
    'stripe_invoice_item.status',
    'stripe_refund.currency',
    'stripe_refund.status',
    'subscription.currency',
    'subscription.billing',
    'subscription_change.kind',
    'tag.color',
    'waiting_list_entry.pay_with',
    'waiting_list_entry.ended_as',
  ]);
});

test('every field has an audience', () => {
  for (const type of objectTypes(schema))
    for (const field of Object.values(type.getFields())) {
      expect(audienceOf(type, field), `${type.name}.${field.name}`).toBeDefined();
    }
});

// By field, so that what is compiled for one is there for the others.
describe.each(fieldsOf(query).map((field) => [field.name, field] as const))('query %s', (_, field) => {
  test.each(everybody)('%s asks for all below it', async (who) => {
    const viewer = world.viewers[who];
    const document = wholeDocument('query', query, field, depths.get(field.name));
    const sets = new Arguments(field, false, world).sets();
    const answers = new Map<string, string>();
    for (const set of sets) {
      const answer = await world.ask(viewer, document, set.values, { schema, isComparing: true });
      counts.queries += 1;
      assertNothingLeaks(who, answer, `${field.name}(${set.varied}: ${set.choice})`);
      answers.set(`${set.varied} ${set.choice}`, JSON.stringify(answer));
    }
    for (const set of sets) assertLooksTheSame(who, set, answers, field.name);
  });

  test.each(everybody)('%s asks for each path below it by itself', async (who) => {
    const sets = new Arguments(field, false, world)
      .sets()
      .filter((set) => set.choice === 'own' || set.choice === 'foreign' || isHidden(who, set));
    const questions = pathsFrom(query, field, depths.get(field.name)).flatMap((path) => {
      const document = pathDocument(field, path);
      return sets.map((set) => ({ document, set, about: `${path.names.join('.')}(${set.varied}: ${set.choice})` }));
    });
    counts.queries += questions.length;
    await Promise.all(
      questions.map(async ({ document, set, about }) =>
        assertNothingLeaks(who, await world.ask(world.viewers[who], document, set.values, { schema }), about),
      ),
    );
  });
});

test.each(['ours', 'otherMember'] as const)(
  'staff find %s by searching, so that not finding the other gym says something',
  async (mark) => {
    const field = query.getFields()['memberSearch'] as Field;
    const answer = await world.ask(
      world.viewers.employee,
      wholeDocument('query', query, field),
      { query: MARKS[mark] },
      { schema },
    );
    expect(JSON.stringify(answer)).toContain(MARKS[mark]);
  },
);

test('the marks are seen by those who may: the search can find them', async () => {
  const field = query.getFields()['members'] as Field;
  const document = wholeDocument('query', query, field);
  const ours = JSON.stringify(await world.ask(world.viewers.admin, document, {}, { schema }));
  for (const mark of ['ours', 'staff', 'otherMember', 'health'] as const)
    expect(leaksIn(ours, { marks: [mark], ids: [] })).toEqual([mark]);
  const theirs = JSON.stringify(await world.ask(world.foreignAdmin, document, {}, { schema }));
  expect(theirs).toContain(MARKS.otherGym);
  expect(leaksIn(theirs, world.forbidden.admin)).toEqual(expect.arrayContaining(['otherGym', world.foreign.memberId]));
});

test('staff are shown who let a member in against the rules', async () => {
  const document = parse(
    '{ weekSessions(from: "2026-03-02") { registrations { override { reason employee { id } } } } }',
  );
  const answer = await world.ask(world.viewers.employee, document, {}, { schema });
  assertNothingLeaks('employee', answer, 'weekSessions');
  expect(JSON.stringify(answer)).toContain(world.own.adminId);
});

// What was there after one mutation is there before the next.
let last: Fingerprints | undefined;

describe.each(['anonymous', 'member', 'readToken', 'writeToken', 'employee', 'admin'] as const)('%s changes', (who) => {
  test.each(fieldsOf(mutation).map((field) => [field.name, field] as const))('%s', async (_, field) => {
    const viewer = world.viewers[who];
    const isLetIn = isInAudience(viewer, audienceOf(mutation, field)!) && viewer?.scope !== 'READ';
    const before = last ?? (await world.fingerprints());
    last = undefined;
    const document = wholeDocument('mutation', mutation, field);
    const answers = new Map<string, string>();
    const letThrough: string[] = [];
    // One's own last: what is refused must find the same state each time.
    const sets = new Arguments(field, true, world).sets().toReversed();
    for (const set of sets) {
      const answer = await world.ask(viewer, document, set.values, { schema });
      counts.mutations += 1;
      if (isClientMade(field, set.varied)) forgetId(set);
      else if ((!isLetIn || isHidden(who, set)) && !answer.errors) letThrough.push(`${set.varied}: ${set.choice}`);
      // Who has just signed in may see what they see.
      const isCoachNow = field.name === 'signIn' && set.choice === 'own';
      assertNothingLeaks(isCoachNow ? 'employee' : who, answer, `${field.name}(${set.varied}: ${set.choice})`);
      if (answer.data?.[field.name] && !answer.errors) succeeded.add(field.name);
      answers.set(`${set.varied} ${set.choice}`, JSON.stringify(answer));
    }
    for (const set of sets) if (!isClientMade(field, set.varied)) assertLooksTheSame(who, set, answers, field.name);
    const after = await world.fingerprints();
    expect(after.foreign, 'nothing of the other gym changes').toBe(before.foreign);
    const isChanged = after.own !== before.own;
    last = after;
    expect({ letThrough, isChanged: isChanged && !isLetIn }).toEqual({ letThrough: [], isChanged: false });
  });
});

/** An id of another gym's may be chosen for something of one's own: from then on both gyms have one, and each sees its own. */
function forgetId({ values }: ArgumentSet): void {
  const { id } = values['input'] as { id: string };
  for (const { ids } of Object.values(world.forbidden)) for (const set of ids) set.delete(id);
}

test('an admin is shown what a change of a subscription costs, makes it, and is refused or told of a conflict', async () => {
  const { memberId: _, ...own } = world.own;
  // The mandate that was signed above would let them start a subscription.
  await world.api.owner.query('update mandate set revoked_at = now() where member_id = $1 and replaced_at is null', [
    own.spareMemberId,
  ]);
  const change = { memberId: own.otherMemberId, kind: 'CHANGE', subscriptionId: own.otherMembers.subscriptionId };
  const ask = async (type: typeof query, name: string, input: object) => {
    const document = wholeDocument(type === query ? 'query' : 'mutation', type, type.getFields()[name] as Field);
    const answer = await world.ask(world.viewers.admin, document, { input }, { schema });
    return answer.data?.[name] as { __typename: string; token: string };
  };
  await ask(mutation, 'undoSubscriptionChange', { subscriptionId: change.subscriptionId });
  await ask(query, 'previewSubscriptionChange', { ...change, kind: 'CANCEL' });
  const preview = await ask(query, 'previewSubscriptionChange', { ...change, priceCents: 1234 });
  const answers = [
    await ask(query, 'previewSubscriptionChange', {
      memberId: own.spareMemberId,
      kind: 'ADD',
      typeId: own.subscriptionTypeId,
    }),
    await ask(mutation, 'changeSubscription', { change, token: preview.token }),
    await ask(mutation, 'changeSubscription', { change: { ...change, priceCents: 1234 }, token: 'old' }),
    await ask(mutation, 'changeSubscription', { change: { ...change, priceCents: 1234 }, token: preview.token }),
  ];
  expect(answers.map(({ __typename }) => __typename)).toEqual([
    'SubscriptionChangeRefused',
    'SubscriptionChangeRefused',
    'SubscriptionChangeConflict',
    'SubscriptionChanged',
  ]);
});

test('an admin deletes all notifications that are open', async () => {
  const field = mutation.getFields()['deleteOpenNotifications'] as Field;
  const [open] = (
    await world.api.owner.query<{ count: number }>(
      'select count(*)::int as count from notification where gym_id = $1 and completed_at is null',
      [world.own.gymId],
    )
  ).rows;
  const input = { includeCustom: true, expectedCount: open?.count };
  const { data } = await world.ask(
    world.viewers.admin,
    wholeDocument('mutation', mutation, field),
    { input },
    { schema },
  );
  expect(data?.['deleteOpenNotifications']).toMatchObject({ __typename: 'OpenNotificationsDeleted' });
});

test('who cannot have a place is told why, and a week that is filled twice what was there', async () => {
  const { own } = world;
  const ask = async (name: string, input: object) => {
    const document = wholeDocument('mutation', mutation, mutation.getFields()[name] as Field);
    const answer = await world.ask(world.viewers.admin, document, { input }, { schema });
    return answer.data?.[name] as { __typename?: string; created?: { id: string }[]; skipped?: object[] };
  };
  const week = { calendarId: own.calendarId, weekStartsOn: '2026-03-16' };
  const place = { sessionId: own.spareSessionId, memberId: own.spareMemberId };
  await ask('restoreSession', { id: own.spareSessionId });
  const filled = (await ask('fillWeek', week)).created?.map(({ id }) => id) ?? [];
  expect((await ask('fillWeek', week)).skipped?.length).toBeGreaterThan(0);
  const answers = [
    await ask('registerMember', { id: crypto.randomUUID(), ...place }),
    await ask('joinWaitingList', { id: crypto.randomUUID(), ...place }),
    await ask('registerMember', { id: crypto.randomUUID(), ...place, payWith: 'SINGLE_SESSION' }),
  ];
  expect(answers.map((answer) => answer.__typename)).toEqual([
    'RegistrationRefused',
    'RegistrationRefused',
    'MemberRegistered',
  ]);
  await world.api.owner.query(
    `update subscription set session_limit = 1, voided_at = case when billing = 'ONCE' then now() end where member_id = $1`,
    [own.otherMemberId],
  );
  const limited = [];
  for (const sessionId of filled.slice(0, 2))
    limited.push(await ask('registerMember', { id: crypto.randomUUID(), sessionId, memberId: own.otherMemberId }));
  expect(limited.map((answer) => answer.__typename)).toEqual(['MemberRegistered', 'RegistrationRefused']);
});

test('whoever holds the link of an invitation is shown it and lets themself in, and an admin hands over', async () => {
  const ask = async (who: Who, name: string, values: object) => {
    const root = query.getFields()[name] ? query : mutation;
    const document = wholeDocument(root === query ? 'query' : 'mutation', root, root.getFields()[name] as Field, 3);
    const answer = await world.ask(world.viewers[who], document, { ...values }, { schema });
    if (answer.data?.[name] && !answer.errors) succeeded.add(name);
    return answer.data?.[name] as Record<string, string> | null;
  };
  const person = { firstName: 'Iris', lastName: 'Vos', email: 'iris@mail.example', role: 'EMPLOYEE' };
  const invited = await ask('admin', 'inviteEmployee', { input: person });
  const secret = invited?.['url']?.split('#')[1];
  expect(await ask('anonymous', 'invitationBehindLink', { secret })).toMatchObject({ firstName: 'Iris' });
  const accepted = await ask('anonymous', 'acceptEmployeeInvitation', { input: { secret, password: world.password } });
  expect(accepted).toMatchObject({ viewer: { kind: 'EMPLOYEE' } });
  expect(await ask('anonymous', 'invitationBehindLink', { secret })).toBeNull();
  const wish = { employeeId: world.own.employeeId, takerId: world.own.colleagueId };
  const preview = await ask('admin', 'handOverPreview', { input: wish });
  const handedOver = await ask('admin', 'handOver', { input: { wish, token: preview?.['token'] } });
  expect(handedOver).toMatchObject({ __typename: 'HandedOver' });
});

test('every mutation was let through for somebody', () => {
  expect(
    fieldsOf(mutation)
      .map(({ name }) => name)
      .filter((name) => !succeeded.has(name)),
  ).toEqual([]);
});

const watched = everybody.flatMap((who) => [[who, 'member'] as const, [who, 'session'] as const]);

test.each(watched)('%s watches a %s', async (who, what) => {
  const document = parse(`subscription ($id: ID!) { ${what}Changed(${what}Id: $id) { ${what}Id kind } }`);
  const heard = async (id: string) => {
    const events = await subscribe({
      schema,
      document,
      variableValues: { id },
      contextValue: world.contextFor(world.viewers[who]),
    });
    if (!(Symbol.asyncIterator in events)) return JSON.stringify(events);
    const all: unknown[] = [];
    for await (const event of events) all.push(event);
    return JSON.stringify(all);
  };
  const isStaff = who !== 'anonymous' && who !== 'member';
  expect((await heard(world.own[`${what}Id`])).includes('NOTE')).toBe(isStaff);
  expect(await heard(world.foreign[`${what}Id`])).toBe(await heard(crypto.randomUUID()));
});

test.each(everybody)('%s watches the gym', async (who) => {
  const events = await subscribe({
    schema,
    document: parse('subscription { gymChanged { kind } }'),
    contextValue: world.contextFor(world.viewers[who]),
  });
  const isStaff = who !== 'anonymous' && who !== 'member';
  expect(Symbol.asyncIterator in events).toBe(isStaff);
  if (!(Symbol.asyncIterator in events)) return;
  for await (const event of events) expect(event.data).toEqual({ gymChanged: { kind: 'NOTE' } });
});

test('no field was shown to anybody outside its audience', () => {
  expect([...tracked.shownOutside]).toEqual([]);
});

test('every field was shown to somebody', () => {
  expect(fieldNames(schema).filter((name) => !tracked.gaveValue.has(name))).toEqual([]);
});

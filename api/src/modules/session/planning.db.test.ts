import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { addEmployee, insert } from '../../testing/fixtures.ts';
import { newId, refusalOf } from '../../testing/gym-scene.ts';
import { addTrainee, join, openSessionScene, planSession, register } from '../../testing/session-scene.ts';
import type { SessionScene } from '../../testing/session-scene.ts';

let scene: SessionScene;
beforeAll(async () => {
  scene = await openSessionScene();
});
afterAll(() => scene.api.close());

const thursday = '2026-03-05T17:30:00Z';
const fields = `id startsAt endsAt durationMinutes places isCancelled cancellationReason isOver permissions registrationCount
  type { name } employee { id } registrations { id status }`;
const documents = {
  addSession: `mutation ($input: AddSessionInput!) { addSession(input: $input) { session { ${fields} } } }`,
  changeSession: `mutation ($input: ChangeSessionInput!) { changeSession(input: $input) { toldCount session { ${fields} } movedUp { member { id } } } }`,
  cancelSession: `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { toldCount session { ${fields} } } }`,
  restoreSession: `mutation ($input: SessionIdInput!) { restoreSession(input: $input) { toldCount session { ${fields} } } }`,
};
type Verb = keyof typeof documents;

interface Shown {
  id: string;
  startsAt: string;
  endsAt: string;
  places: number;
  isCancelled: boolean;
  cancellationReason: string | null;
  isOver: boolean;
  permissions: string[];
  employee: { id: string } | null;
  registrations: { id: string; status: string }[];
}
interface Payload {
  toldCount: number;
  session: Shown;
  movedUp: { member: { id: string } }[];
}

const ask = (verb: Verb, input: object, viewer: Viewer | null = scene.coach) =>
  scene.api.ask<Record<Verb, Payload>>(viewer, documents[verb], { input });
const run = async (verb: Verb, input: object): Promise<Payload> => {
  const { data, errors } = await ask(verb, input);
  if (!data) throw new Error(JSON.stringify(errors));
  return data[verb];
};
const wish = (values: object = {}) => ({
  id: newId(),
  sessionTypeId: scene.typeId,
  calendarId: scene.calendarId,
  on: '2026-03-30',
  at: '18:30',
  durationMinutes: 75,
  places: 12,
  ...values,
});
const auditOf = async (id: string) => {
  const { rows } = await scene.api.owner.query<{ action: string; after: object }>(
    `select action, after from audit_log where subject = 'session' and subject_id = $1 order by id`,
    [id],
  );
  return rows;
};

describe('adding', () => {
  test('on the gym’s clock, once, and on record', async () => {
    const input = wish({ employeeId: scene.coach.employeeId });
    const answers = await Promise.all([1, 2, 3].map(() => run('addSession', input)));
    for (const { session } of answers)
      expect(session).toMatchObject({
        id: input.id,
        startsAt: '2026-03-30T16:30:00.000Z',
        endsAt: '2026-03-30T17:45:00.000Z',
        employee: { id: scene.coach.employeeId },
        isOver: false,
        permissions: ['CHANGE', 'CANCEL', 'REGISTER', 'MARK_ATTENDANCE'],
      });
    expect(await auditOf(input.id)).toHaveLength(1);
  });

  test.each([
    [{ at: '25:00' }, 'at INVALID_TIME'],
    [{ on: '2026-03-04', at: '13:00' }, 'on IN_PAST'],
    [{ durationMinutes: 4 }, 'durationMinutes TOO_LOW'],
    [{ places: 0 }, 'places TOO_LOW'],
    [{ places: 1001 }, 'places TOO_HIGH'],
    [{ sessionTypeId: 'x' }, 'sessionTypeId UNKNOWN_SESSION_TYPE'],
    [{ calendarId: newId() }, 'calendarId UNKNOWN_CALENDAR'],
    [{ employeeId: newId() }, 'employeeId UNKNOWN_EMPLOYEE'],
  ])('bad input is named: %o', async (values, refusal) => {
    expect(refusalOf(await ask('addSession', wish(values)))).toBe(`BAD_USER_INPUT ${refusal}`);
  });

  test('nothing of a type or on a calendar that is archived', async () => {
    const archived = { gym_id: scene.gymId, name: 'Old', archived_at: '2026-01-01' };
    const [sessionTypeId, calendarId] = [
      await insert(scene.api.owner, 'session_type', { ...archived, color: '#112233' }),
      await insert(scene.api.owner, 'calendar', archived),
    ];
    expect(refusalOf(await ask('addSession', wish({ sessionTypeId })))).toContain('ARCHIVED_SESSION_TYPE');
    expect(refusalOf(await ask('addSession', wish({ calendarId })))).toContain('ARCHIVED_CALENDAR');
    const there = await planSession(scene, thursday, { session_type_id: sessionTypeId });
    expect((await run('changeSession', { id: there, sessionTypeId, places: 5 })).session.places).toBe(5);
  });
});

describe('changing', () => {
  test('only what is named; a new time keeps its registrations, and what did not change is no change', async () => {
    const sessionId = await planSession(scene, thursday);
    const memberId = await addTrainee(scene, {});
    const { registration } = await register(scene, [memberId, sessionId]);
    const moved = await run('changeSession', { id: sessionId, on: '2026-03-29' });
    expect(moved.session).toMatchObject({ startsAt: '2026-03-29T16:30:00.000Z', places: 12 });
    expect(moved.session.registrations).toEqual([{ id: registration?.id, status: 'REGISTERED' }]);
    await run('changeSession', { id: sessionId, on: '2026-03-29', at: '18:30' });
    expect(await auditOf(sessionId)).toHaveLength(2);
    const { rows } = await scene.api.owner.query('select starts_at from registration where member_id = $1', [memberId]);
    expect(rows).toEqual([{ starts_at: new Date('2026-03-29T16:30:00Z') }]);
  });

  test('places not below those that are taken; more places move up who waits', async () => {
    const sessionId = await planSession(scene, thursday, { places: 2 });
    const members = await Promise.all([1, 2, 3, 4].map(() => addTrainee(scene, {})));
    for (const memberId of members.slice(0, 2)) await register(scene, [memberId, sessionId]);
    for (const memberId of members.slice(2)) await join(scene, [memberId, sessionId]);
    expect(refusalOf(await ask('changeSession', { id: sessionId, places: 1 }))).toBe(
      'BAD_USER_INPUT places PLACES_TAKEN',
    );
    const { movedUp } = await run('changeSession', { id: sessionId, places: 3 });
    expect(movedUp.map(({ member }) => member.id)).toEqual([members[2]]);
  });

  test('not when it is over or called off; its start not when it has begun, and not into the past', async () => {
    const over = await planSession(scene, '2026-03-04T10:30:00Z');
    const running = await planSession(scene, '2026-03-04T11:30:00Z');
    const cancelled = await planSession(scene, thursday, { cancelled_at: '2026-03-01' });
    const refusal = async (id: string, change: object) => refusalOf(await ask('changeSession', { id, ...change }));
    expect(await refusal(over, { places: 5 })).toBe('BAD_USER_INPUT id SESSION_OVER');
    expect(await refusal(cancelled, { places: 5 })).toBe('BAD_USER_INPUT id SESSION_CANCELLED');
    expect(await refusal(running, { at: '23:00' })).toBe('BAD_USER_INPUT on SESSION_STARTED');
    expect(await refusal(running, { places: 5, employeeId: null })).toBeUndefined();
    const ahead = await planSession(scene, thursday);
    expect(await refusal(ahead, { on: '2026-03-04', at: '12:30' })).toBe('BAD_USER_INPUT on IN_PAST');
  });
});

describe('calling off', () => {
  test('keeps who would have come on show, is safe to repeat, and undone it goes on', async () => {
    const sessionId = await planSession(scene, thursday);
    const { registration } = await register(scene, [await addTrainee(scene, {}), sessionId]);
    const first = await run('cancelSession', { id: sessionId, reason: ' The coach  is ill ' });
    expect(first.session).toMatchObject({
      isCancelled: true,
      cancellationReason: 'The coach is ill',
      permissions: ['RESTORE'],
      registrations: [{ id: registration?.id, status: 'REGISTERED' }],
    });
    expect((await run('cancelSession', { id: sessionId })).session).toEqual(first.session);
    const restored = await run('restoreSession', { id: sessionId });
    expect(restored.session).toMatchObject({ isCancelled: false, cancellationReason: null });
    expect(await auditOf(sessionId)).toHaveLength(3);
  });

  test('takes back what was sold by the session, and sells it again when it goes on', async () => {
    const typeId = await insert(scene.api.owner, 'session_type', {
      gym_id: scene.gymId,
      name: 'Yoga',
      color: '#112233',
      single_session_price_cents: 1500,
      single_session_vat_rate_bp: 900,
    });
    const sessionId = await planSession(scene, thursday, { session_type_id: typeId });
    const memberId = await addTrainee(scene);
    await register(scene, [memberId, sessionId], { payWith: 'SINGLE_SESSION' });
    const lines = async () =>
      (
        await scene.api.owner.query(
          'select status, total_cents from purchase where member_id = $1 order by purchased_at, id',
          [memberId],
        )
      ).rows;
    await run('cancelSession', { id: sessionId });
    expect(await lines()).toEqual([{ status: 'CANCELLED', total_cents: 1500 }]);
    await scene.api.owner.query('update session_type set single_session_price_cents = 1700 where id = $1', [typeId]);
    await run('restoreSession', { id: sessionId });
    await run('restoreSession', { id: sessionId });
    expect((await lines()).toSorted((a, b) => (a.status < b.status ? -1 : 1))).toEqual([
      { status: 'CANCELLED', total_cents: 1500 },
      { status: 'OPEN', total_cents: 1500 },
    ]);
  });

  test('not what is over, and not what somebody attended', async () => {
    const over = await planSession(scene, '2026-03-04T10:30:00Z');
    expect(refusalOf(await ask('cancelSession', { id: over }))).toBe('BAD_USER_INPUT id SESSION_OVER');
    const running = await planSession(scene, '2026-03-04T11:30:00Z');
    await register(scene, [await addTrainee(scene, {}), running]);
    await scene.api.owner.query(`update registration set status = 'ATTENDED' where session_id = $1`, [running]);
    expect(refusalOf(await ask('cancelSession', { id: running }))).toBe('BAD_USER_INPUT id HAS_ATTENDANCE');
  });
});

test('who is in it or waits is told of a new time, of calling off and going on, once each; who moves up too', async () => {
  const sessionId = await planSession(scene, thursday, { places: 1 });
  const [holder, waits] = [await addTrainee(scene, {}), await addTrainee(scene, {})];
  await register(scene, [holder, sessionId]);
  await join(scene, [waits, sessionId]);
  const told = [
    await run('changeSession', { id: sessionId, at: '19:00' }),
    await run('changeSession', { id: sessionId, at: '19:00', employeeId: scene.coach.employeeId }),
    await run('cancelSession', { id: sessionId, reason: 'De coach is ziek' }),
    await run('cancelSession', { id: sessionId }),
  ];
  scene.api.clock.advance(60_000);
  told.push(await run('restoreSession', { id: sessionId }), await run('changeSession', { id: sessionId, places: 2 }));
  expect(told.map(({ toldCount }) => toldCount)).toEqual([2, 0, 2, 0, 2, 0]);
  const { rows } = await scene.api.owner.query(
    'select subject, body from member_message where member_id = $1 order by created_at, id',
    [waits],
  );
  expect(rows).toEqual([
    {
      subject: 'CrossFit is verplaatst',
      body: 'Was: CrossFit, 5 mrt 2026 18:30.\nWordt: CrossFit, 5 mrt 2026 19:00.',
    },
    { subject: 'CrossFit gaat niet door', body: 'CrossFit, 5 mrt 2026 19:00 gaat niet door.\nDe coach is ziek' },
    { subject: 'CrossFit gaat toch door', body: 'CrossFit, 5 mrt 2026 19:00 gaat toch door.' },
    {
      subject: 'Je hebt een plek: CrossFit',
      body: 'Er is een plek vrijgekomen. Je staat ingeschreven voor CrossFit, 5 mrt 2026 19:00.',
    },
  ]);
  scene.api.clock.set('2026-03-04T12:00:00Z');
});

test('only staff who may write, and nothing of another gym', async () => {
  const id = await planSession(scene, thursday);
  const { readToken, member, otherGym } = scene.outsiders;
  for (const [verb, input] of [
    ['changeSession', { id, places: 3 }],
    ['cancelSession', { id }],
    ['restoreSession', { id }],
  ] as const) {
    for (const viewer of [readToken, member]) expect(refusalOf(await ask(verb, input, viewer))).toBe('FORBIDDEN');
    expect(refusalOf(await ask(verb, input, otherGym))).toBe('NOT_FOUND');
  }
  expect(refusalOf(await ask('addSession', wish(), readToken))).toBe('FORBIDDEN');
  expect(refusalOf(await ask('addSession', wish(), otherGym))).toContain('UNKNOWN_SESSION_TYPE');
});

describe('reading', () => {
  test('days in a row on the gym’s calendar, of one calendar or all, and the next one', async () => {
    const parkId = await insert(scene.api.owner, 'calendar', { gym_id: scene.gymId, name: 'Park' });
    const coachId = await addEmployee(scene.api.owner, scene.gymId);
    const row = { calendar_id: parkId, employee_id: coachId };
    const [late, gone, next] = [
      await planSession(scene, '2026-06-07T21:59:00Z', row),
      await planSession(scene, '2026-06-01T22:00:00Z', { ...row, cancelled_at: '2026-03-01' }),
      await planSession(scene, '2026-06-07T22:00:00Z', row),
    ];
    const ids = async (source: string) => {
      const { found } = await scene.api.get<{ found: { id: string }[] }>(scene.coach, `{ found: ${source} { id } }`);
      return found.map(({ id }) => id);
    };
    expect(await ids(`weekSessions(from: "2026-06-01", calendarId: "${parkId}")`)).toEqual([gone, late]);
    expect(await ids(`weekSessions(from: "2026-06-08", days: 1)`)).toEqual([next]);
    expect(await ids(`weekSessions(from: "2026-06-01", calendarId: "${scene.calendarId}")`)).toEqual([]);
    const { soon, here } = await scene.api.get<Record<string, { id: string } | null>>(
      scene.coach,
      `{ soon: nextSession(employeeId: "${coachId}") { id } here: nextSession(calendarId: "${newId()}") { id } }`,
    );
    expect([soon?.id, here]).toEqual([late, null]);
    const wrong = await scene.api.ask(scene.coach, '{ weekSessions(from: "2026-06-01", days: 32) { id } }');
    expect(refusalOf(wrong)).toBe('BAD_USER_INPUT days TOO_HIGH');
  });

  test('of one employee, from today on', async () => {
    const coachId = await addEmployee(scene.api.owner, scene.gymId);
    const row = { employee_id: coachId };
    const [early, today, tomorrow] = [
      await planSession(scene, '2026-03-03T22:59:00Z', row),
      await planSession(scene, '2026-03-03T23:00:00Z', row),
      await planSession(scene, thursday, row),
    ];
    const { one, two, before } = (
      await scene.api.get<{ employee: Record<string, { id: string; type: { name: string } }[]> }>(
        scene.coach,
        `query ($id: ID) { employee(id: $id) { one: sessions { id type { name } } two: sessions(days: 2) { id } before: sessions(from: "2026-03-03") { id } } }`,
        { id: coachId },
      )
    ).employee;
    expect(one).toEqual([{ id: today, type: { name: 'CrossFit' } }]);
    expect([two, before].map((list) => list?.map(({ id }) => id))).toEqual([[today, tomorrow], [early]]);
  });

  test('as many statements for a session of twelve and a week of sessions as for one', async () => {
    const session = `id isFull waitingCount waitingList { place member { fullName } } permissions type { name } calendar { name } employee { fullName }
      registrations { id status isFirstSession override { reason } purchase { status } member { id fullName tags { kind name } } }`;
    const statementsOf = async (source: string) => {
      scene.api.statements.length = 0;
      await scene.api.get(scene.coach, source);
      return scene.api.statements.length;
    };
    const one = await planSession(scene, '2026-05-05T17:30:00Z');
    await register(scene, [await addTrainee(scene, {}), one]);
    const details = await statementsOf(`{ session(id: "${one}") { ${session} } }`);
    const week = await statementsOf(`{ weekSessions(from: "2026-05-04") { ${session} } }`);
    for (let index = 0; index < 11; index += 1) await register(scene, [await addTrainee(scene, {}), one]);
    for (let index = 0; index < 3; index += 1) await join(scene, [await addTrainee(scene, {}), one]);
    const other = await planSession(scene, '2026-05-06T17:30:00Z');
    await register(scene, [await addTrainee(scene, {}), other]);
    // Who waits is read beside who is registered, by the same statement.
    expect(await statementsOf(`{ session(id: "${one}") { ${session} } }`)).toBe(details);
    expect(await statementsOf(`{ weekSessions(from: "2026-05-04") { ${session} } }`)).toBe(week);
  });

  test('a first session stands out, with its tag, until the day is over', async () => {
    const memberId = await addTrainee(scene, {});
    const [first, second] = [await planSession(scene, thursday), await planSession(scene, '2026-03-06T17:30:00Z')];
    await register(scene, [memberId, second]);
    await register(scene, [memberId, first]);
    const firsts = async () => {
      const source = `query ($id: ID!) { session(id: $id) { registrations { isFirstSession member { tags { kind } } } } }`;
      const shown = [];
      for (const id of [first, second]) {
        const { session } = await scene.api.get<{
          session: { registrations: { isFirstSession: boolean; member: { tags: { kind: string }[] } }[] };
        }>(scene.coach, source, { id });
        shown.push(
          session.registrations.map((it) => [
            it.isFirstSession,
            it.member.tags.some((tag) => tag.kind === 'FIRST_SESSION'),
          ]),
        );
      }
      return shown.flat();
    };
    expect(await firsts()).toEqual([
      [true, true],
      [false, true],
    ]);
    scene.api.clock.set('2026-03-06T08:00:00Z');
    await scene.api.owner.query(`update registration set status = 'ATTENDED' where session_id = $1`, [first]);
    expect(await firsts()).toEqual([
      [true, false],
      [false, false],
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { insert } from '../../testing/fixtures.ts';
import { newId, refusalOf } from '../../testing/gym-scene.ts';
import { openSessionScene } from '../../testing/session-scene.ts';
import type { SessionScene } from '../../testing/session-scene.ts';

let scene: SessionScene;
beforeAll(async () => {
  scene = await openSessionScene();
});
afterAll(() => scene.api.close());

const slotFields = `id weekday startsAt durationMinutes places type { id } calendar { id } employee { id }`;
const documents = {
  createScheduleSlot: `mutation ($input: CreateScheduleSlotInput!) { createScheduleSlot(input: $input) { slot { ${slotFields} } } }`,
  changeScheduleSlot: `mutation ($input: ChangeScheduleSlotInput!) { changeScheduleSlot(input: $input) { slot { ${slotFields} } } }`,
  deleteScheduleSlot: `mutation ($input: ScheduleSlotIdInput!) { deleteScheduleSlot(input: $input) { deletedId } }`,
  fillWeek: `mutation ($input: FillWeekInput!) { fillWeek(input: $input) {
    created { id startsAt places employee { id } } skipped { reason on startsAt slot { id } session { id } } } }`,
};
type Verb = keyof typeof documents;

interface Slot {
  id: string;
  startsAt: string;
  employee: { id: string } | null;
}
interface Filled {
  created: { id: string; startsAt: string; employee: { id: string } | null }[];
  skipped: { reason: string; on: string; slot: { id: string }; session: { id: string } | null }[];
}

const ask = (verb: Verb, input: object, viewer: Viewer | null = scene.admin) =>
  scene.api.ask<Record<Verb, { slot: Slot }>>(viewer, documents[verb], { input });
const fill = async (calendarId: string, weekStartsOn: string): Promise<Filled> =>
  (await scene.api.get<{ fillWeek: Filled }>(scene.coach, documents.fillWeek, { input: { calendarId, weekStartsOn } }))
    .fillWeek;
const newCalendar = () => insert(scene.api.owner, 'calendar', { gym_id: scene.gymId, name: `Hall ${newId()}` });
const wish = (values: object = {}) => ({
  id: newId(),
  calendarId: scene.calendarId,
  sessionTypeId: scene.typeId,
  weekday: 7,
  startsAt: '18:30',
  durationMinutes: 60,
  places: 12,
  employeeId: scene.coach.employeeId,
  ...values,
});

describe('the schedule', () => {
  test('is made once, changed and deleted by an Admin, and every change is on record', async () => {
    const input = wish();
    const made = await Promise.all([1, 2, 3].map(() => ask('createScheduleSlot', input)));
    for (const { data } of made)
      expect(data?.createScheduleSlot.slot).toMatchObject({ id: input.id, startsAt: '18:30' });
    const changed = await ask('changeScheduleSlot', { id: input.id, startsAt: '07:05', employeeId: null });
    expect(changed.data?.changeScheduleSlot.slot).toMatchObject({
      startsAt: '07:05',
      weekday: 7,
      employee: null,
      calendar: { id: scene.calendarId },
    });
    const { scheduleSlots } = await scene.api.get<{ scheduleSlots: Slot[] }>(
      scene.coach,
      `{ scheduleSlots(calendarId: "${scene.calendarId}") { id } }`,
    );
    expect(scheduleSlots.map(({ id }) => id)).toContain(input.id);
    await ask('deleteScheduleSlot', { id: input.id });
    expect(refusalOf(await ask('deleteScheduleSlot', { id: input.id }))).toBe('NOT_FOUND');
    const { rows } = await scene.api.owner.query(
      `select action, employee_id from audit_log where subject = 'schedule_slot' and subject_id = $1 order by id`,
      [input.id],
    );
    expect(rows).toEqual(
      ['INSERT', 'UPDATE', 'DELETE'].map((action) => ({ action, employee_id: scene.admin.employeeId })),
    );
  });

  test.each([
    [{ weekday: 0 }, 'weekday TOO_LOW'],
    [{ weekday: 8 }, 'weekday TOO_HIGH'],
    [{ startsAt: '7:30' }, 'startsAt INVALID_TIME'],
    [{ durationMinutes: 1441 }, 'durationMinutes TOO_HIGH'],
    [{ places: 0 }, 'places TOO_LOW'],
    [{ sessionTypeId: newId() }, 'sessionTypeId UNKNOWN_SESSION_TYPE'],
    [{ calendarId: newId() }, 'calendarId UNKNOWN_CALENDAR'],
    [{ employeeId: newId() }, 'employeeId UNKNOWN_EMPLOYEE'],
    [{ id: 'x' }, 'id INVALID_ID'],
  ])('bad input is named: %o', async (values, refusal) => {
    expect(refusalOf(await ask('createScheduleSlot', wish(values)))).toBe(`BAD_USER_INPUT ${refusal}`);
  });

  test('only an Admin, and nothing of another gym', async () => {
    const { id } = wish();
    await ask('createScheduleSlot', wish({ id }));
    for (const viewer of [scene.coach, scene.outsiders.readToken, scene.outsiders.member]) {
      expect(refusalOf(await ask('createScheduleSlot', wish(), viewer))).toBe('FORBIDDEN');
      expect(refusalOf(await ask('changeScheduleSlot', { id, places: 3 }, viewer))).toBe('FORBIDDEN');
      expect(refusalOf(await ask('deleteScheduleSlot', { id }, viewer))).toBe('FORBIDDEN');
    }
    expect(refusalOf(await ask('changeScheduleSlot', { id, places: 3 }, scene.outsiders.otherGym))).toBe('NOT_FOUND');
    expect(refusalOf(await ask('deleteScheduleSlot', { id }, scene.outsiders.otherGym))).toBe('NOT_FOUND');
  });
});

describe('filling a week', () => {
  test('makes what lacks, once, also when two do it; in summer and winter at the same time on the clock', async () => {
    const calendarId = await newCalendar();
    for (const weekday of [1, 6, 7]) await ask('createScheduleSlot', wish({ calendarId, weekday }));
    const both = await Promise.all([1, 2].map(() => fill(calendarId, '2026-03-23')));
    const created = both.flatMap((filled) => filled.created);
    expect(created.map(({ startsAt }) => startsAt)).toEqual([
      '2026-03-23T17:30:00.000Z',
      '2026-03-28T17:30:00.000Z',
      '2026-03-29T16:30:00.000Z',
    ]);
    const again = await fill(calendarId, '2026-03-23');
    expect(again.created).toEqual([]);
    expect(again.skipped.map(({ reason, session }) => [reason, session?.id])).toEqual(
      created.map(({ id }) => ['ALREADY_THERE', id]),
    );
    expect((await fill(calendarId, '2026-10-19')).created.map(({ startsAt }) => startsAt)).toEqual([
      '2026-10-19T16:30:00.000Z',
      '2026-10-24T16:30:00.000Z',
      '2026-10-25T17:30:00.000Z',
    ]);
  });

  test('leaves what was moved, called off or made by hand; not the past, not what is archived', async () => {
    const calendarId = await newCalendar();
    const add = (row: object) =>
      insert(scene.api.owner, 'session', {
        gym_id: scene.gymId,
        calendar_id: calendarId,
        session_type_id: scene.typeId,
        duration_minutes: 60,
        places: 12,
        ...row,
      });
    const slot = async (values: object) => {
      const input = wish({ calendarId, ...values });
      await ask('createScheduleSlot', input);
      return input.id;
    };
    const oldTypeId = await insert(scene.api.owner, 'session_type', {
      gym_id: scene.gymId,
      name: 'Old',
      color: '#112233',
    });
    await slot({ weekday: 3, startsAt: '12:59' });
    const moved = await slot({ weekday: 4, startsAt: '10:00' });
    const cancelled = await slot({ weekday: 4, startsAt: '11:00' });
    await slot({ weekday: 5 });
    await slot({ weekday: 6, sessionTypeId: oldTypeId });
    await scene.api.owner.query('update session_type set archived_at = now() where id = $1', [oldTypeId]);
    const made = { scheduled_on: '2026-03-05' };
    await add({ ...made, schedule_slot_id: moved, starts_at: '2026-03-14T09:00:00Z' });
    await add({ ...made, schedule_slot_id: cancelled, starts_at: '2026-03-05T10:00:00Z', cancelled_at: '2026-03-01' });
    await add({ starts_at: '2026-03-06T17:30:00Z' });
    const filled = await fill(calendarId, '2026-03-02');
    expect(filled.created).toEqual([]);
    expect(filled.skipped.map(({ on, reason }) => [on, reason])).toEqual([
      ['2026-03-04', 'IN_PAST'],
      ['2026-03-05', 'ALREADY_THERE'],
      ['2026-03-05', 'CANCELLED'],
      ['2026-03-06', 'ALREADY_THERE'],
      ['2026-03-07', 'SESSION_TYPE_ARCHIVED'],
    ]);
  });

  test('with nobody in charge when they no longer work here; what was deleted comes back under its id', async () => {
    const calendarId = await newCalendar();
    const gone = await insert(scene.api.owner, 'employee', {
      gym_id: scene.gymId,
      first_name: 'Bo',
      last_name: 'Smit',
      email: 'bo@gym.example',
      role: 'EMPLOYEE',
    });
    const input = wish({ calendarId, employeeId: gone });
    await ask('createScheduleSlot', input);
    await scene.api.owner.query('update employee set archived_at = now() where id = $1', [gone]);
    const [made] = (await fill(calendarId, '2026-03-09')).created;
    expect(made?.employee).toBeNull();
    await ask('deleteScheduleSlot', { id: input.id });
    expect((await fill(calendarId, '2026-03-09')).skipped).toEqual([]);
    await ask('createScheduleSlot', { ...input, employeeId: null });
    expect((await fill(calendarId, '2026-03-09')).skipped).toMatchObject([{ reason: 'ALREADY_THERE' }]);
  });

  test('is refused for what is no week, is over, or nobody’s calendar', async () => {
    const refusal = async (input: object, viewer: Viewer = scene.coach) =>
      refusalOf(await ask('fillWeek', { calendarId: scene.calendarId, weekStartsOn: '2026-03-09', ...input }, viewer));
    expect(await refusal({ weekStartsOn: '2026-03-10' })).toBe('BAD_USER_INPUT weekStartsOn NOT_MONDAY');
    expect(await refusal({ weekStartsOn: '2026-02-23' })).toBe('BAD_USER_INPUT weekStartsOn IN_PAST');
    expect(await refusal({ calendarId: newId() })).toBe('BAD_USER_INPUT calendarId UNKNOWN_CALENDAR');
    expect(await refusal({}, scene.outsiders.otherGym)).toBe('BAD_USER_INPUT calendarId UNKNOWN_CALENDAR');
    expect(await refusal({}, scene.outsiders.readToken)).toBe('FORBIDDEN');
  });
});

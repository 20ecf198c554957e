import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSession } from '../../testing/fixtures.ts';
import { newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene();
});
afterAll(() => scene.api.close());

interface Kept {
  id: string;
  name: string;
  isArchived: boolean;
  isUsed: boolean;
}

describe.each([
  ['SessionType', 'sessionType', 'session_type', { color: '#2F6FB0' }],
  ['Calendar', 'calendar', 'calendar', {}],
])('%s', (type, field, table, others) => {
  const run = (viewer: Viewer | null, verb: string, input: object) =>
    scene.api.ask<Record<string, Record<string, Kept>>>(
      viewer,
      `mutation ($input: ${verb === 'create' || verb === 'change' ? `${verb === 'create' ? 'Create' : 'Change'}${type}` : `${type}Id`}Input!) {
        ${verb}${type}(input: $input) { ${verb === 'delete' ? 'deletedId' : `${field} { id name isArchived isUsed }`} } }`,
      { input },
    );
  const made = async (name: string, id = newId()): Promise<Kept> => {
    const { data } = await run(scene.admin, 'create', { id, name, ...others });
    return data?.[`create${type}`]?.[field] as Kept;
  };
  const all = async (includeArchived: boolean, viewer: Viewer = scene.coach) =>
    (
      await scene.api.get<Record<string, Kept[]>>(
        viewer,
        `query ($all: Boolean!) { ${field}s(includeArchived: $all) { id name isArchived isUsed } }`,
        { all: includeArchived },
      )
    )[`${field}s`] as Kept[];

  test('is made once, changed, archived, restored and deleted, and every change is on record', async () => {
    const id = newId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => run(scene.admin, 'create', { id, name: ' Pilates  zaal ', ...others })),
    );
    expect(answers.map(({ data }) => data?.[`create${type}`]?.[field])).toEqual(
      Array(5).fill({ id, name: 'Pilates zaal', isArchived: false, isUsed: false }),
    );
    await run(scene.admin, 'change', { id, name: 'Reformer' });
    await run(scene.admin, 'change', { id, name: 'Reformer' });
    await run(scene.admin, 'archive', { id });
    expect((await all(false)).map((one) => one.id)).not.toContain(id);
    expect((await all(true)).at(-1)).toMatchObject({ id, name: 'Reformer', isArchived: true });
    await run(scene.admin, 'restore', { id });
    expect(await all(false)).toContainEqual({ id, name: 'Reformer', isArchived: false, isUsed: false });
    expect((await run(scene.admin, 'delete', { id })).data?.[`delete${type}`]).toEqual({ deletedId: id });
    expect(refusalOf(await run(scene.admin, 'delete', { id }))).toBe('NOT_FOUND');
    const who = scene.admin.employeeId;
    const { rows } = await scene.api.owner.query(
      'select action, employee_id from audit_log where subject = $1 and subject_id = $2 order by id',
      [table, id],
    );
    expect(rows).toEqual(
      ['INSERT', 'UPDATE', 'UPDATE', 'UPDATE', 'DELETE'].map((action) => ({ action, employee_id: who })),
    );
  });

  test('with a session on it, it is archived, not deleted', async () => {
    const { id } = await made('Busy');
    await addSession(scene.api.owner, scene.gymId, '2026-03-06T18:00:00Z', { [`${table}_id`]: id });
    expect(refusalOf(await run(scene.admin, 'delete', { id }))).toBe('BAD_USER_INPUT id IN_USE');
    expect(await all(false)).toContainEqual({ id, name: 'Busy', isArchived: false, isUsed: true });
    expect(refusalOf(await run(scene.admin, 'archive', { id }))).toBeUndefined();
  });

  test('a name belongs to one at a time; archiving frees it', async () => {
    const [first, second] = [await made('Box'), await made('Ring')];
    expect(refusalOf(await run(scene.admin, 'create', { name: 'bóx', ...others }))).toBe(
      'BAD_USER_INPUT name NAME_TAKEN',
    );
    expect(refusalOf(await run(scene.admin, 'change', { id: second.id, name: 'BOX' }))).toBe(
      'BAD_USER_INPUT name NAME_TAKEN',
    );
    await run(scene.admin, 'archive', { id: first.id });
    expect(refusalOf(await run(scene.admin, 'change', { id: second.id, name: 'Box' }))).toBeUndefined();
    expect(refusalOf(await run(scene.admin, 'restore', { id: first.id }))).toBe('BAD_USER_INPUT name NAME_TAKEN');
  });

  test('a name is given once, also in a race', async () => {
    const answers = await Promise.all(
      ['Race', 'race', 'RACE'].map((name) => run(scene.admin, 'create', { name, ...others })),
    );
    expect(answers.map(refusalOf).filter(Boolean)).toEqual(Array(2).fill('BAD_USER_INPUT name NAME_TAKEN'));
  });

  test('only administrators, and nothing of another gym', async () => {
    const { id } = await made('Ours');
    for (const viewer of [scene.coach, scene.outsiders.readToken, scene.outsiders.member])
      for (const verb of ['archive', 'restore', 'delete'])
        expect(refusalOf(await run(viewer, verb, { id }))).toBe('FORBIDDEN');
    for (const verb of ['archive', 'restore', 'delete'])
      expect(refusalOf(await run(scene.outsiders.otherGym, verb, { id }))).toBe('NOT_FOUND');
    expect(await all(true, scene.outsiders.otherGym)).toEqual([]);
  });

  test.each([
    [{ name: ' ' }, 'name REQUIRED'],
    [{ name: 'x'.repeat(61) }, 'name TOO_LONG'],
    [{ id: '1', name: 'x' }, 'id INVALID_ID'],
  ])('bad input is named: %o', async (input, refusal) => {
    expect(refusalOf(await run(scene.admin, 'create', { ...others, ...input }))).toBe(`BAD_USER_INPUT ${refusal}`);
  });
});

test('a colour is one that can be drawn', async () => {
  const source =
    'mutation ($input: CreateSessionTypeInput!) { createSessionType(input: $input) { sessionType { color } } }';
  const answer = await scene.api.ask(scene.admin, source, { input: { name: 'Red', color: 'red' } });
  expect(refusalOf(answer)).toBe('BAD_USER_INPUT color INVALID_COLOR');
});

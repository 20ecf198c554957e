import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEmployee, addMember } from '../../testing/fixtures.ts';
import { auditOf, newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import { viewerOf } from '../../testing/test-api.ts';
import type { Viewer } from '../../graphql/viewer.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene();
});
afterAll(() => scene.api.close());

interface NoteAnswer {
  note: { id: string; text: string; isRetracted: boolean; author: { fullName: string }; permissions: string[] };
  member: { latestNote: { id: string; text: string } | null };
}

const fields = `{ note { id text isRetracted author { fullName } permissions } member { latestNote { id text } } }`;
const add = (viewer: Viewer | null, input: object) =>
  scene.api.ask<{ addNote: NoteAnswer }>(
    viewer,
    `mutation ($input: AddNoteInput!) { addNote(input: $input) ${fields} }`,
    { input },
  );
const change = (verb: 'retractNote' | 'restoreNote', viewer: Viewer | null, id: string) =>
  scene.api.ask<Record<string, NoteAnswer>>(
    viewer,
    `mutation ($input: NoteIdInput!) { ${verb}(input: $input) ${fields} }`,
    { input: { id } },
  );

test('a note is kept as typed and is the latest', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const { data } = await add(scene.coach, { memberId, text: '\n\n  Knee: no jumps\nuntil May. \n' });
  expect(data?.addNote.note).toMatchObject({
    text: '  Knee: no jumps\nuntil May.',
    isRetracted: false,
    permissions: ['RETRACT'],
  });
  expect(data?.addNote.member.latestNote?.id).toBe(data?.addNote.note.id);
  expect(await auditOf(scene.api, 'note', memberId)).toEqual([
    { action: 'INSERT', employee_id: scene.coach.employeeId },
  ]);
});

test('twenty submits of one note make one note', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const id = newId();
  const answers = await Promise.all(Array.from({ length: 20 }, () => add(scene.coach, { id, memberId, text: 'Once' })));
  expect(answers.map((answer) => answer.data?.addNote.note.id)).toEqual(Array(20).fill(id));
  expect(await auditOf(scene.api, 'note', memberId)).toHaveLength(1);
});

test('the author and an admin may retract and restore, nobody else', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  const first = await add(scene.coach, { memberId, text: 'First' });
  scene.api.clock.advance(1000);
  const id = (await add(scene.coach, { memberId, text: 'Second' })).data?.addNote.note.id ?? '';
  const colleague = viewerOf(scene.gymId, { employeeId: await addEmployee(scene.api.owner, scene.gymId) });
  expect(refusalOf(await change('retractNote', colleague, id))).toBe('FORBIDDEN');
  const retracted = await change('retractNote', scene.coach, id);
  expect(retracted.data?.['retractNote']).toMatchObject({
    note: { isRetracted: true },
    member: { latestNote: { id: first.data?.addNote.note.id } },
  });
  await change('retractNote', scene.coach, id);
  expect((await change('restoreNote', scene.admin, id)).data?.['restoreNote']?.member.latestNote?.id).toBe(id);
  expect((await auditOf(scene.api, 'note', memberId)).map((row) => row.action)).toEqual([
    'INSERT',
    'INSERT',
    'UPDATE',
    'UPDATE',
  ]);
});

test('the history is paged, latest first', async () => {
  const memberId = await addMember(scene.api.owner, scene.gymId);
  for (const text of ['a', 'b', 'c']) {
    scene.api.clock.advance(1000);
    await add(scene.coach, { memberId, text });
  }
  const page = (after: string | null) =>
    scene.api.get<{
      member: {
        notes: { nodes: { text: string }[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    }>(
      scene.coach,
      `query ($id: ID!, $after: String) { member(id: $id) { notes(first: 2, after: $after) { nodes { text } totalCount pageInfo { hasNextPage endCursor } } } }`,
      { id: memberId, after },
    );
  const { notes: first } = (await page(null)).member;
  expect(first).toMatchObject({
    nodes: [{ text: 'c' }, { text: 'b' }],
    totalCount: 3,
    pageInfo: { hasNextPage: true },
  });
  const { notes: last } = (await page(first.pageInfo.endCursor)).member;
  expect(last).toMatchObject({ nodes: [{ text: 'a' }], pageInfo: { hasNextPage: false } });
});

test('who may not is refused, and learns nothing of another gym', async () => {
  const { memberId, outsiders } = scene;
  expect(refusalOf(await add(outsiders.readToken, { memberId, text: 'x' }))).toBe('FORBIDDEN');
  expect(refusalOf(await add(outsiders.member, { memberId, text: 'x' }))).toBe('FORBIDDEN');
  expect(refusalOf(await add(outsiders.stranger, { memberId, text: 'x' }))).toBe('UNAUTHENTICATED');
  const [there, nowhere] = [
    await add(outsiders.otherGym, { memberId, text: 'x' }),
    await add(outsiders.otherGym, { memberId: newId(), text: 'x' }),
  ];
  expect(JSON.stringify(there)).toBe(JSON.stringify(nowhere));
  const id = (await add(scene.coach, { memberId, text: 'ours' })).data?.addNote.note.id ?? '';
  expect(JSON.stringify(await change('retractNote', outsiders.otherGym, id))).toBe(
    JSON.stringify(await change('retractNote', outsiders.otherGym, newId())),
  );
  // Nor by taking the id of another gym's note for a note of one's own.
  expect(refusalOf(await add(outsiders.otherGym, { id, memberId: scene.otherMemberId, text: 'x' }))).toBeUndefined();
});

test.each([
  [{ text: '  \n ' }, 'text REQUIRED'],
  [{ text: 'x'.repeat(10_001) }, 'text TOO_LONG'],
  [{ text: 'nul\u0000' }, 'text INVALID_CHARACTERS'],
  [{ text: 'x', id: 'no-uuid' }, 'id INVALID_ID'],
])('bad input is named: %o', async (input, refusal) => {
  expect(refusalOf(await add(scene.coach, { memberId: scene.memberId, ...input }))).toBe(`BAD_USER_INPUT ${refusal}`);
});

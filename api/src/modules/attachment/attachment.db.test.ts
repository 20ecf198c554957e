import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { addEmployee, addGym, addMember, insert } from '../../testing/fixtures.ts';
import { openTestApi, viewerOf } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';

const KB = 1024;
let api: TestApi;
let gymId: string;
let coachId: string;
let coach: Viewer;
let memberId: string;

beforeAll(async () => {
  api = await openTestApi();
  gymId = await addGym(api.owner, { attachment_file_limit_bytes: 10 * KB, attachment_member_limit_bytes: 50 * KB });
  coachId = await addEmployee(api.owner, gymId);
  coach = viewerOf(gymId, { employeeId: coachId });
});
afterAll(() => api.close());
beforeEach(async () => {
  memberId = await addMember(api.owner, gymId);
});

const startMutation =
  'mutation ($input: StartAttachmentUploadInput!) { startAttachmentUpload(input: $input) { attachmentId uploadUrl } }';
const overview = `query ($id: ID!) { member(id: $id) {
  attachments { id name contentType sizeBytes uploadedAt uploadedBy { id } downloadUrl }
  attachmentStorage { usedBytes limitBytes fileLimitBytes } } }`;

interface Overview {
  member: { attachments: { id: string; name: string }[] | null; attachmentStorage: { usedBytes: number } | null };
}

const start = (viewer: Viewer, input: object) =>
  api.ask<{ startAttachmentUpload: { attachmentId: string; uploadUrl: string } }>(viewer, startMutation, { input });
const change = (viewer: Viewer, verb: string, input: { id: string; name?: string }) =>
  api.ask<Record<string, { attachment: { name: string }; member: Overview['member'] }>>(
    viewer,
    `mutation ($input: ${verb === 'deleteAttachment' || verb === 'restoreAttachment' ? 'AttachmentIdInput' : `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`}!) {
      ${verb}(input: $input) { attachment { name } member { attachments { id name } attachmentStorage { usedBytes } } } }`,
    { input },
  );
const read = async (viewer = coach) => (await api.get<Overview>(viewer, overview, { id: memberId })).member;
const reasonOf = (answer: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  answer.errors?.[0]?.extensions['reason'] ?? answer.errors?.[0]?.extensions['code'];

function addFile(sizeBytes: number, row: Record<string, unknown> = {}): Promise<string> {
  return insert(api.owner, 'attachment', {
    gym_id: gymId,
    member_id: memberId,
    name: 'scan.pdf',
    content_type: 'application/pdf',
    size_bytes: sizeBytes,
    storage_key: randomUUID(),
    state: 'SAVED',
    uploaded_at: '2026-03-01T10:00:00Z',
    uploaded_by: coachId,
    ...row,
  });
}

test('lists what is saved and not deleted, latest first, with the space that is used', async () => {
  const older = await addFile(2 * KB);
  const newer = await addFile(3 * KB, { uploaded_at: '2026-03-02T10:00:00Z', name: 'Zoë – intake.pdf' });
  await addFile(4 * KB, { state: 'UPLOADED' });
  await addFile(5 * KB, { deleted_at: '2026-03-03T10:00:00Z' });
  await addFile(6 * KB, { state: 'DISCARDED' });
  expect(await read()).toEqual({
    attachments: [
      {
        id: newer,
        name: 'Zoë – intake.pdf',
        contentType: 'application/pdf',
        sizeBytes: 3 * KB,
        uploadedAt: '2026-03-02T10:00:00.000Z',
        uploadedBy: { id: coachId },
        downloadUrl: `/files/${newer}`,
      },
      expect.objectContaining({ id: older }),
    ],
    attachmentStorage: { usedBytes: 9 * KB, limitBytes: 50 * KB, fileLimitBytes: 10 * KB },
  });
});

test('a member sees neither attachments nor their space', async () => {
  await addFile(KB);
  expect(await read(viewerOf(gymId, { memberId }))).toEqual({ attachments: null, attachmentStorage: null });
});

test('starting an upload reserves its space, once for an id however often it is sent', async () => {
  const input = { id: randomUUID(), memberId, name: '../Zoë.pdf', sizeBytes: 3 * KB };
  const answers = await Promise.all([1, 2, 3, 4].map(() => start(coach, input)));
  for (const { data } of answers)
    expect(data?.startAttachmentUpload).toEqual({ attachmentId: input.id, uploadUrl: `/files/${input.id}` });
  expect(await read()).toMatchObject({ attachments: [], attachmentStorage: { usedBytes: 3 * KB } });
  const stranger = await addMember(api.owner, gymId);
  expect(reasonOf(await start(coach, { ...input, memberId: stranger }))).toBe('ID_TAKEN');
});

test('20 uploads started at once never pass the limit together', async () => {
  await addFile(5 * KB);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => start(coach, { memberId, name: 'a.pdf', sizeBytes: 10 * KB })),
  );
  const reasons = answers.map(reasonOf);
  expect(reasons.filter((reason) => reason === undefined)).toHaveLength(4);
  expect(reasons.filter((reason) => reason === 'STORAGE_FULL')).toHaveLength(16);
  expect((await read()).attachmentStorage?.usedBytes).toBe(45 * KB);
  expect(answers.find((answer) => answer.errors)?.errors?.[0]?.message).toBe(
    'The file has 0.01 MB (10240 bytes), but only 0 MB (5120 bytes) of 0.05 MB (51200 bytes) are left for this member.',
  );
});

test.each([
  [10 * KB + 1, 'FILE_TOO_LARGE'],
  [0, 'EMPTY_FILE'],
  [-1, 'EMPTY_FILE'],
])('a file of %i bytes is refused: %s', async (sizeBytes, reason) => {
  const answer = await start(coach, { memberId, name: 'a.pdf', sizeBytes });
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'sizeBytes', reason });
});

test('saving gives the name and makes it appear; what has not arrived cannot be saved; saving twice is saving once', async () => {
  const id = await addFile(KB, { state: 'UPLOADING', uploaded_at: null });
  expect(reasonOf(await change(coach, 'saveAttachment', { id, name: 'intake' }))).toBe('NOT_UPLOADED');
  await api.owner.query(`update attachment set state = 'UPLOADED', uploaded_at = now() where id = $1`, [id]);
  for (let round = 0; round < 2; round += 1) {
    const { data } = await change(coach, 'saveAttachment', { id, name: ' in\u202etake\r\n' });
    expect(data?.['saveAttachment']?.member.attachments).toEqual([{ id, name: 'intake.pdf' }]);
  }
  const { rows } = await api.owner.query(
    `select count(*)::int from audit_log where subject_id = $1 and after ->> 'state' = 'SAVED'`,
    [id],
  );
  expect(rows).toEqual([{ count: 1 }]);
});

test('renaming keeps the extension and refuses a name of nothing', async () => {
  const id = await addFile(KB);
  expect(
    (await change(coach, 'renameAttachment', { id, name: 'intake' })).data?.['renameAttachment']?.attachment.name,
  ).toBe('intake.pdf');
  expect((await change(coach, 'renameAttachment', { id, name: ' . ' })).errors?.[0]?.extensions).toMatchObject({
    field: 'name',
    reason: 'REQUIRED',
  });
  const unsaved = await addFile(KB, { state: 'UPLOADED' });
  expect(reasonOf(await change(coach, 'renameAttachment', { id: unsaved, name: 'a' }))).toBe('NOT_FOUND');
});

test('deleting frees the space at once and can be undone while there is room', async () => {
  const id = await addFile(10 * KB);
  for (let round = 0; round < 2; round += 1) {
    const { data } = await change(coach, 'deleteAttachment', { id });
    expect(data?.['deleteAttachment']?.member).toEqual({ attachments: [], attachmentStorage: { usedBytes: 0 } });
  }
  for (let round = 0; round < 2; round += 1) {
    const { data } = await change(coach, 'restoreAttachment', { id });
    expect(data?.['restoreAttachment']?.member).toMatchObject({
      attachments: [{ id }],
      attachmentStorage: { usedBytes: 10 * KB },
    });
  }
  await change(coach, 'deleteAttachment', { id });
  await addFile(45 * KB);
  expect((await change(coach, 'restoreAttachment', { id })).errors?.[0]?.extensions).toMatchObject({
    field: 'id',
    reason: 'STORAGE_FULL',
  });
});

test('restores raced never pass the limit together', async () => {
  const ids = await Promise.all(
    Array.from({ length: 8 }, () => addFile(10 * KB, { deleted_at: '2026-03-03T10:00:00Z' })),
  );
  const answers = await Promise.all(ids.map((id) => change(coach, 'restoreAttachment', { id })));
  expect(answers.filter((answer) => !answer.errors)).toHaveLength(5);
  expect((await read()).attachmentStorage?.usedBytes).toBe(50 * KB);
});

test('an upload that was never saved is discarded by deleting it', async () => {
  const id = await addFile(KB, { state: 'UPLOADED' });
  const { data } = await change(coach, 'deleteAttachment', { id });
  expect(data?.['deleteAttachment']?.member.attachmentStorage?.usedBytes).toBe(0);
  expect(reasonOf(await change(coach, 'restoreAttachment', { id }))).toBe('NOT_FOUND');
});

const verbs = ['saveAttachment', 'renameAttachment', 'deleteAttachment', 'restoreAttachment'];
const inputOf = (verb: string, id: string) =>
  verb === 'saveAttachment' || verb === 'renameAttachment' ? { id, name: 'a' } : { id };

test('a read token and a member are refused', async () => {
  const id = await addFile(KB);
  for (const viewer of [{ ...coach, scope: 'READ' as const }, viewerOf(gymId, { memberId })]) {
    expect(reasonOf(await start(viewer, { memberId, name: 'a', sizeBytes: 1 }))).toBe('FORBIDDEN');
    for (const verb of verbs) expect(reasonOf(await change(viewer, verb, inputOf(verb, id)))).toBe('FORBIDDEN');
  }
});

test("another gym's attachments and members look like those that do not exist", async () => {
  const id = await addFile(KB);
  const otherGym = await addGym(api.owner);
  const outsider = viewerOf(otherGym, { employeeId: await addEmployee(api.owner, otherGym) });
  for (const verb of verbs) {
    const [known, unknown, nonsense] = await Promise.all(
      [id, randomUUID(), 'nonsense'].map((it) => change(outsider, verb, inputOf(verb, it))),
    );
    expect(reasonOf(known!)).toBe('NOT_FOUND');
    expect(JSON.stringify(known)).toBe(JSON.stringify(unknown));
    expect(JSON.stringify(known)).toBe(JSON.stringify(nonsense));
  }
  expect(reasonOf(await start(outsider, { memberId, name: 'a', sizeBytes: 1 }))).toBe('NOT_FOUND');
});

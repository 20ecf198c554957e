// Uploads and downloads through the real doors: whatever happens on the way, rows and files agree and the limits hold.
import { randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { filePath } from '../../adapters/files/file-path.ts';
import { StoreFullError } from '../../adapters/files/file-store.ts';
import { runJob } from '../../jobs/job-runner.ts';
import { createLogger } from '../../logging.ts';
import { cookieOf, openFileDoors, tokenOf } from '../../testing/file-doors.ts';
import type { FileDoors } from '../../testing/file-doors.ts';
import { addEmployee, addGym, addMember, insert } from '../../testing/fixtures.ts';
import { openTestApi } from '../../testing/test-api.ts';
import type { TestApi } from '../../testing/test-api.ts';
import { attachmentFileProblems } from './check-attachment-files.ts';
import { removeAbandonedFiles } from './remove-abandoned-files.ts';

const KB = 1024;
type Headers = Record<string, string>;
let api: TestApi;
let doors: FileDoors;
let gymId: string;
let coach: Headers;
let memberId: string;

beforeAll(async () => {
  api = await openTestApi();
  doors = await openFileDoors(api);
  gymId = await addGym(api.owner, { attachment_file_limit_bytes: 300 * KB, attachment_member_limit_bytes: 1000 * KB });
  coach = await tokenOf(api, gymId, await addEmployee(api.owner, gymId));
});
afterAll(async () => {
  await doors.close();
  await api.close();
});
beforeEach(async () => {
  api.clock.set('2026-03-04T12:00:00Z');
  memberId = await addMember(api.owner, gymId);
});
afterEach(async () => {
  doors.files.putError = null;
  doors.files.deleteError = null;
  const problems = await attachmentFileProblems(api.owner, doors.files);
  if (problems.length > 0) throw new Error(problems.join('\n'));
});

async function mutate<T>(verb: string, input: object, headers: Headers = coach): Promise<T> {
  const type = verb.startsWith('delete') ? 'AttachmentIdInput' : `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
  const fields = verb.startsWith('start')
    ? 'attachmentId uploadUrl'
    : 'attachment { id name contentType sizeBytes downloadUrl }';
  const query = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`;
  const answer = await fetch(`${doors.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data, errors } = (await answer.json()) as {
    data?: Record<string, T>;
    errors?: { extensions: { reason: string } }[];
  };
  if (errors?.[0]) throw new Error(errors[0].extensions.reason);
  return data![verb]!;
}

const start = (sizeBytes: number, name = 'scan.pdf') =>
  mutate<{ attachmentId: string; uploadUrl: string }>('startAttachmentUpload', { memberId, name, sizeBytes });
const put = (path: string, body: BodyInit, headers: Headers = coach) =>
  fetch(doors.url + path, { method: 'PUT', body, headers, duplex: 'half' } as RequestInit);
const get = (path: string, headers: Headers = coach) => fetch(doors.url + path, { headers });
const left = async () =>
  (await api.owner.query<{ state: string }>('select state from attachment where member_id = $1', [memberId])).rows;

async function addSaved(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  type = 'application/octet-stream',
): Promise<string> {
  const { attachmentId, uploadUrl } = await start(bytes.length, name);
  expect((await put(uploadUrl, bytes, { ...coach, 'content-type': type })).status).toBe(200);
  await mutate('saveAttachment', { id: attachmentId, name });
  return uploadUrl;
}

async function* chunks(count: number, size: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) yield randomBytes(size);
}
const streamed = (count: number, size: number) =>
  Readable.toWeb(Readable.from(chunks(count, size))) as unknown as BodyInit;

test('what was uploaded comes back byte for byte, as a download that nothing can run', async () => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200 * KB)]);
  const { attachmentId, uploadUrl } = await start(bytes.length);
  const uploaded = await put(uploadUrl, bytes, { ...coach, 'content-type': 'text/html' });
  expect(await uploaded.json()).toEqual({ attachmentId, contentType: 'application/pdf', sizeBytes: bytes.length });
  expect((await get(uploadUrl)).status).toBe(404);
  const saved = await mutate('saveAttachment', { id: attachmentId, name: 'Zoë – intake\r\nX: y"' });
  expect(saved).toEqual({
    attachment: {
      id: attachmentId,
      name: 'Zoë – intake X: y".pdf',
      contentType: 'application/pdf',
      sizeBytes: bytes.length,
      downloadUrl: uploadUrl,
    },
  });
  const answer = await get(uploadUrl);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename="Zo_ _ intake X: y_.pdf"; filename*=UTF-8''Zo%C3%AB%20%E2%80%93%20intake%20X%3A%20y%22.pdf`,
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
    etag: `"${attachmentId}"`,
  });
  expect(answer.headers.has('x')).toBe(false);
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
});

test('parts of a file are given by Range, as long as it is the file that is meant', async () => {
  const path = await addSaved(Buffer.from('0123456789'), 'digits.txt');
  const ask = async (headers: Headers) => {
    const answer = await get(path, { ...coach, ...headers });
    return [answer.status, answer.headers.get('content-range'), await answer.text()];
  };
  expect(await ask({ range: 'bytes=2-4' })).toEqual([206, 'bytes 2-4/10', '234']);
  expect(await ask({ range: 'bytes=-2' })).toEqual([206, 'bytes 8-9/10', '89']);
  expect(await ask({ range: 'bytes=10-' })).toEqual([416, 'bytes */10', '']);
  expect(await ask({ range: 'bytes=2-4', 'if-range': '"other"' })).toEqual([200, null, '0123456789']);
  const head = await fetch(doors.url + path, { method: 'HEAD', headers: coach });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
});

test('20 parallel uploads: as many as fit, each with its file', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      try {
        const { attachmentId, uploadUrl } = await start(150 * KB, `${index}.bin`);
        const { status } = await put(uploadUrl, randomBytes(150 * KB));
        await mutate('saveAttachment', { id: attachmentId, name: `${index}.bin` });
        return status;
      } catch (error) {
        return (error as Error).message;
      }
    }),
  );
  expect(outcomes.filter((outcome) => outcome === 200)).toHaveLength(6);
  expect(outcomes.filter((outcome) => outcome === 'STORAGE_FULL')).toHaveLength(14);
  expect(await left()).toEqual(Array.from({ length: 6 }, () => ({ state: 'SAVED' })));
});

test('fewer bytes than reserved: the real size counts', async () => {
  const { uploadUrl } = await start(200 * KB);
  const answer = await put(uploadUrl, streamed(3, 10 * KB));
  expect(await answer.json()).toMatchObject({ sizeBytes: 30 * KB });
  const { rows } = await api.owner.query<{ size: number }>(
    'select size_bytes::int as size from attachment where member_id = $1',
    [memberId],
  );
  expect(rows).toEqual([{ size: 30 * KB }]);
});

test.each([
  ['said in advance', () => randomBytes(101 * KB) as BodyInit],
  ['found out on the way', () => streamed(20, 10 * KB)],
])('more bytes than reserved, %s, are cut off and nothing is kept', async (_, body) => {
  const { uploadUrl } = await start(100 * KB);
  const outcome = await put(uploadUrl, body()).then(
    (answer) => answer.status,
    // The connection is closed on a sender who goes on: some see that before they read the answer.
    () => 413,
  );
  expect(outcome).toBe(413);
  await vi.waitUntil(async () => (await left()).length === 0);
});

test('an empty file is refused', async () => {
  const { uploadUrl } = await start(10);
  const answer = await put(uploadUrl, '');
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ error: 'BAD_USER_INPUT', field: 'sizeBytes', reason: 'EMPTY_FILE' });
  expect(await left()).toEqual([]);
});

test('an upload that is broken off leaves nothing', async () => {
  const { uploadUrl } = await start(200 * KB);
  const sending = request(doors.url + uploadUrl, { method: 'PUT', headers: { ...coach, 'content-length': 200 * KB } });
  sending.on('error', () => undefined);
  sending.write(randomBytes(90 * KB));
  await vi.waitUntil(
    async () =>
      (await api.owner.query('select 1 from attachment where member_id = $1 and storage_key is not null', [memberId]))
        .rowCount === 1,
  );
  sending.destroy();
  await vi.waitUntil(async () => (await left()).length === 0);
  expect(doors.log.join('')).not.toContain('could not be kept');
});

test('the bytes of an upload are taken once', async () => {
  const { uploadUrl } = await start(10);
  const answers = await Promise.all([1, 2, 3, 4].map(() => put(uploadUrl, '0123456789')));
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  expect(await left()).toEqual([{ state: 'UPLOADED' }]);
});

test.each([
  [new StoreFullError(null), 507, 'STORE_FULL'],
  [new Error('connection to store.example lost'), 503, 'STORE_UNAVAILABLE'],
])('a store that fails on the way (%s) keeps nothing and says so', async (error, status, code) => {
  const { uploadUrl } = await start(200 * KB);
  doors.files.putError = { error, afterBytes: 50 * KB };
  const answer = await put(uploadUrl, streamed(10, 20 * KB));
  expect(answer.status).toBe(status);
  const body = await answer.text();
  expect(JSON.parse(body)).toMatchObject({ error: code });
  expect(body).not.toContain('store.example');
  expect(await left()).toEqual([]);
});

test('what was left behind by a process that ended is swept after an hour, and not before', async () => {
  const interrupted = randomBytes(16).toString('hex');
  const row = {
    gym_id: gymId,
    member_id: memberId,
    name: 'a',
    content_type: 'text/plain',
    size_bytes: 5,
    started_at: '2026-03-04T12:00:00Z',
  };
  await insert(api.owner, 'attachment', { ...row, storage_key: interrupted });
  await expect(doors.files.put(interrupted, chunks(2, 10))).resolves.toBeUndefined();
  await insert(api.owner, 'attachment', row);
  const { uploadUrl } = await start(10);
  await put(uploadUrl, '0123456789');
  await addSaved(Buffer.from('kept'), 'kept.txt');
  const sweep = () => removeAbandonedFiles(api.database, doors.files).run(api.clock.now());
  api.clock.set('2026-03-04T12:59:00Z');
  expect(await sweep()).toMatchObject({ removed: 0 });
  expect(await left()).toHaveLength(4);
  api.clock.set('2026-03-04T13:01:00Z');
  expect(await sweep()).toMatchObject({ failed: 0 });
  expect(await left()).toEqual([{ state: 'SAVED' }]);
  expect(await doors.files.size(interrupted)).toBeNull();
});

test('the bin is emptied after 30 days; a store that is down loses no track of the file', async () => {
  const path = await addSaved(Buffer.from('gone soon'), 'gone.txt');
  await mutate('deleteAttachment', { id: path.slice('/files/'.length) });
  expect((await get(path)).status).toBe(404);
  const sweep = () => removeAbandonedFiles(api.database, doors.files).run(api.clock.now());
  api.clock.set('2026-04-03T11:00:00Z');
  expect(await sweep()).toMatchObject({ removed: 0, failed: 0 });
  api.clock.set('2026-04-03T13:00:00Z');
  doors.files.deleteError = new Error('store is down');
  expect(await sweep()).toMatchObject({ removed: 0, failed: 1 });
  expect(await left()).toEqual([{ state: 'DISCARDED' }]);
  doors.files.deleteError = null;
  const log = createLogger('silent');
  expect(
    await runJob(removeAbandonedFiles(api.database, doors.files), { database: api.database, clock: api.clock, log }),
  ).toBe('DONE');
  expect(await left()).toEqual([]);
});

test('a picture may be shown in place, in a sandbox; nothing else is, whatever it says it is', async () => {
  const gif = Buffer.concat([Buffer.from('GIF89a/*'), Buffer.alloc(6), Buffer.from('*/=1;<script>alert(1)</script>')]);
  const seen = async (bytes: Uint8Array<ArrayBuffer>, name: string, type: string) => {
    const answer = await get(`${await addSaved(bytes, name, type)}?inline`);
    await answer.arrayBuffer();
    return [
      answer.headers.get('content-type'),
      answer.headers.get('content-disposition')?.split(';')[0],
      answer.headers.get('x-content-type-options'),
    ];
  };
  expect(await seen(gif, 'polyglot.html', 'text/html')).toEqual(['image/gif', 'inline', 'nosniff']);
  expect(await seen(Buffer.from('<script>alert(1)</script>'), 'a.html', 'text/html')).toEqual([
    'application/octet-stream',
    'attachment',
    'nosniff',
  ]);
  expect(await seen(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 'image/svg+xml')).toEqual([
    'application/octet-stream',
    'attachment',
    'nosniff',
  ]);
  expect(await seen(Buffer.from('%PDF-1.7'), 'a.pdf', 'application/pdf')).toEqual([
    'application/pdf',
    'attachment',
    'nosniff',
  ]);
});

test('strangers, members and tokens that may only read put and get nothing that is not theirs', async () => {
  const saved = await addSaved(Buffer.from('private'), 'private.txt');
  const { uploadUrl } = await start(10);
  const memberAccount = await insert(api.owner, 'account', {
    email: `${randomUUID()}@gym.example`,
    password_hash: 'none',
  });
  await api.owner.query('update member set account_id = $1 where id = $2', [memberAccount, memberId]);
  const member = await cookieOf(api, memberAccount);
  const reader = await tokenOf(api, gymId, await addEmployee(api.owner, gymId), 'READ');
  const status = async (answer: Promise<Response>) => (await answer).status;
  expect(await status(put(uploadUrl, '1', {}))).toBe(401);
  expect(await status(put(uploadUrl, '1', member))).toBe(403);
  expect(await status(put(uploadUrl, '1', reader))).toBe(403);
  expect(await status(get(saved, {}))).toBe(401);
  expect(await status(get(saved, member))).toBe(403);
  expect(await status(get(saved, reader))).toBe(200);
});

test("another gym's file looks like one that does not exist", async () => {
  const saved = await addSaved(Buffer.from('private'), 'private.txt');
  const { uploadUrl } = await start(10);
  const otherGym = await addGym(api.owner);
  const outsider = await tokenOf(api, otherGym, await addEmployee(api.owner, otherGym));
  const seen = async (answer: Promise<Response>) => {
    const { status, headers } = await answer;
    const body = (await (await answer).json()) as object;
    return { status, type: headers.get('content-type'), ...body, requestId: null };
  };
  for (const path of [saved, uploadUrl]) {
    for (const unknown of [`/files/${randomUUID()}`, '/files/nonsense', '/files/..%2f..%2fetc%2fpasswd']) {
      expect(await seen(get(path, outsider))).toEqual(await seen(get(unknown, outsider)));
      expect(await seen(put(path, '1', outsider))).toEqual(await seen(put(unknown, '1', outsider)));
    }
  }
  expect((await seen(get(saved, outsider))).status).toBe(404);
});

test('a signed-in browser uploads from our own pages only', async () => {
  const employeeId = await addEmployee(api.owner, gymId);
  const { rows } = await api.owner.query<{ id: string }>('select account_id as id from employee where id = $1', [
    employeeId,
  ]);
  const { cookie } = await cookieOf(api, rows[0]!.id);
  const { uploadUrl } = await start(10);
  // Sent without fetch, which keeps these headers to itself.
  const send = (headers: Headers) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(doors.url + uploadUrl, { method: 'PUT', headers: { cookie, ...headers } }, (answer) =>
        resolve(answer.resume().statusCode),
      )
        .on('error', reject)
        .end('0123456789');
    });
  expect(await send({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(403);
  expect(await send({ 'sec-fetch-site': 'same-site', origin: 'https://shop.gym.example' })).toBe(403);
  expect(await send({ origin: 'https://evil.example' })).toBe(403);
  expect(await send({ 'sec-fetch-site': 'same-origin', origin: doors.url })).toBe(200);
});

test('a file that the store has lost is said to be unreadable for now, without its key', async () => {
  const path = await addSaved(Buffer.from('lost'), 'lost.txt');
  const { rows } = await api.owner.query<{ key: string }>(
    'select storage_key as key from attachment where member_id = $1',
    [memberId],
  );
  await doors.files.delete(rows[0]!.key);
  const answer = await get(path);
  expect(answer.status).toBe(503);
  expect(await answer.text()).not.toContain(rows[0]!.key);
  expect(await attachmentFileProblems(api.owner, doors.files)).toEqual([expect.stringContaining('has no file')]);
  expect(filePath(doors.directory, rows[0]!.key)).toContain(`/${rows[0]!.key.slice(0, 2)}/`);
  await doors.files.put(rows[0]!.key, Readable.from([Buffer.from('lost')]));
});

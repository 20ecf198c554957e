// The doors for the files of banks: who is given one, and who may bring one.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBatchScene } from '../../testing/batch-scene.ts';
import type { Batch, BatchScene } from '../../testing/batch-scene.ts';
import { cookieOf, openFileDoors, tokenOf } from '../../testing/file-doors.ts';
import type { FileDoors } from '../../testing/file-doors.ts';
import { addEmployee, addGym, insert } from '../../testing/fixtures.ts';
import { newId } from '../../testing/gym-scene.ts';
import { statusReport } from '../../testing/status-report.ts';

type Headers = Record<string, string>;
let scene: BatchScene;
let doors: FileDoors;
let batch: Batch;
let admin: Headers;
let browser: Headers;
let refused: Record<'coach' | 'otherGym' | 'readToken' | 'nobody', Headers>;

beforeAll(async () => {
  scene = await openBatchScene();
  const { api, gymId } = scene;
  doors = await openFileDoors(api);
  await scene.owing([350]);
  const { paymentBatch } = await scene.create();
  if (!paymentBatch) throw new Error('No batch was made.');
  await scene.move('exportPaymentBatch', paymentBatch.id);
  batch = await scene.move('submitPaymentBatch', paymentBatch.id);
  const account = await insert(api.owner, 'account', { email: 'admin@gym.example', password_hash: 'none' });
  const adminId = await addEmployee(api.owner, gymId, { role: 'ADMIN', account_id: account });
  const otherGymId = await addGym(api.owner);
  admin = await tokenOf(api, gymId, adminId);
  browser = await cookieOf(api, account);
  refused = {
    coach: await tokenOf(api, gymId, await addEmployee(api.owner, gymId)),
    otherGym: await tokenOf(api, otherGymId, await addEmployee(api.owner, otherGymId, { role: 'ADMIN' })),
    readToken: await tokenOf(api, gymId, adminId, 'READ'),
    nobody: {},
  };
});
afterAll(async () => {
  await doors.close();
  await scene.api.close();
});

const fileOf = (headers: Headers, id = batch.id) => fetch(`${doors.url}/payment-batches/${id}/file`, { headers });
const bring = (headers: Headers) => {
  const [collection] = batch.collections.items;
  const body = statusReport({
    messageId: batch.messageId,
    returned: [{ endToEndId: collection?.endToEndId ?? '', reason: 'AM04' }],
  });
  return fetch(`${doors.url}/status-reports`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/xml', ...headers },
  });
};
const stateOf = async () =>
  (await scene.api.owner.query<{ state: string }>('select state from collection')).rows.map(({ state }) => state);

test('a file is for admins of the gym', async () => {
  const given = await fileOf(admin);
  expect(given.status).toBe(200);
  expect(await given.text()).toContain(batch.messageId);
  expect((await fileOf(browser)).status).toBe(200);
  const expected = { coach: 403, otherGym: 404, readToken: 403, nobody: 401 };
  for (const [who, status] of Object.entries(expected)) {
    const answer = await fileOf(refused[who as keyof typeof refused]);
    expect([who, answer.status]).toEqual([who, status]);
    expect(await answer.text()).not.toContain('NL');
  }
  const unknown = await fileOf(refused.otherGym, newId());
  expect(unknown.status).toBe(404);
});

test('a status report of who may not bring one changes nothing', async () => {
  const expected = { coach: 403, readToken: 403, nobody: 401 };
  for (const [who, status] of Object.entries(expected))
    expect([who, (await bring(refused[who as keyof typeof refused])).status]).toEqual([who, status]);
  // In another gym it is about nothing.
  expect((await bring(refused.otherGym)).ok).toBe(false);
  expect((await bring({ ...browser, origin: 'https://evil.example' })).status).toBe(403);
  expect(await stateOf()).toEqual(['PENDING']);
  expect((await bring({ ...browser, origin: doors.url })).status).toBe(200);
  expect(await stateOf()).toEqual(['RETURNED']);
});

// The state survives the process, also one that was killed while it wrote.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openEmulator } from './src/open-emulator.ts';
import { coffee, DAY, NOW, openScene, sdkOf } from './testing.ts';

const directory = mkdtempSync(join(tmpdir(), 'stripe-emulator-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('everything is there again: objects, keys, secrets, and the half line of a kill is not', async () => {
  const journalPath = join(directory, 'journal.jsonl');
  const scene = await openScene({ journalPath });
  const on = { ...scene.on, idempotencyKey: 'kept' };
  const customer = await scene.sdk.customers.create({ name: 'Zoë' }, on);
  const session = await scene.sdk.checkout.sessions.create(coffee({ customer: customer.id }), scene.on);
  const { secret } = await scene.sdk.webhookEndpoints.create(
    { url: 'http://127.0.0.1:9/', enabled_events: ['*'] },
    scene.on,
  );
  for (let time = 0; time < 50; time += 1)
    await scene.sdk.customers.update(customer.id, { phone: `${time}` }, scene.on);
  await scene.close();
  const before = statSync(journalPath).size;
  appendFileSync(journalPath, '{"account":"acct_cut","object":{"id":"cus_');

  const again = await openEmulator({ now: NOW, journalPath });
  expect(statSync(journalPath).size).toBeLessThan(before * 0.8);
  expect(readFileSync(journalPath, 'utf8')).not.toContain('acct_cut');
  expect(statSync(journalPath).mode & 0o077).toBe(0);
  const sdk = sdkOf(again);
  expect(await sdk.customers.retrieve(customer.id, undefined, scene.on)).toMatchObject({ name: 'Zoë', phone: '49' });
  expect((await sdk.customers.create({ name: 'Zoë' }, on)).id).toBe(customer.id);
  expect((await sdk.checkout.sessions.retrieve(session.id, undefined, scene.on)).status).toBe('open');
  const [endpoint] = (await sdk.webhookEndpoints.list({}, scene.on)).data;
  expect(again.world.shelf(scene.account).hidden(endpoint!.id).secret).toBe(secret);
  await again.close();
});

test('time that was moved ahead stays ahead', async () => {
  const journalPath = join(directory, 'moved.jsonl');
  const first = await openEmulator({ journalPath });
  first.world.advance(40 * DAY);
  await first.close();
  const again = await openEmulator({ journalPath });
  expect(again.world.now - Date.now() / 1000).toBeGreaterThan(40 * DAY - 60);
  await again.close();
});

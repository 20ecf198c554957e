import { expect, test } from 'vitest';
import { LiveQueue } from './live-queue.ts';

test('kinds that wait are kept once, in the order they came', async () => {
  const queue = new LiveQueue(() => {});
  for (const kind of ['NOTE', 'TAG', 'NOTE', 'NOTE', 'CHECKUP']) queue.push(kind);
  const kinds: string[] = [];
  for await (const { kind } of queue) {
    kinds.push(kind);
    if (kind === 'CHECKUP') break;
  }
  expect(kinds).toEqual(['NOTE', 'TAG', 'CHECKUP']);
});

test('a reader who waits is served first, and ending releases all who wait', async () => {
  let ends = 0;
  const queue = new LiveQueue(() => (ends += 1));
  const [first, second, third] = [queue.next(), queue.next(), queue.next()];
  queue.push('NOTE');
  expect(await first).toEqual({ done: false, value: { kind: 'NOTE' } });
  queue.end();
  expect([await second, await third]).toEqual([{ done: true }, { done: true }]);
  queue.push('LATE');
  await queue.return();
  expect(await queue.next()).toEqual({ done: true });
  expect(ends).toBe(1);
});

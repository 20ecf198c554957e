import { expect, test } from 'vitest';
import { Turnstile } from './turnstile.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

test('so many run, so many wait, the next is turned away, and everybody who waited gets a turn', async () => {
  const turnstile = new Turnstile({ places: 2, queue: 3 });
  const finish: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => finish.push(resolve));
    running -= 1;
    return 'done';
  };
  const passes = Array.from({ length: 5 }, () => turnstile.pass(work));
  await expect(turnstile.pass(work)).rejects.toMatchObject({
    extensions: { code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 1 },
  });
  for (let finished = 0; finished < 5; finished += 1) {
    await tick();
    finish.shift()?.();
  }
  expect(await Promise.all(passes)).toEqual(Array(5).fill('done'));
  expect(most).toBe(2);
  expect(await turnstile.pass(async () => 'free again')).toBe('free again');
});

test('work that fails leaves its place to the next', async () => {
  const turnstile = new Turnstile({ places: 1, queue: 1 });
  const failing = turnstile.pass(() => Promise.reject(new Error('no')));
  const waiting = turnstile.pass(async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await waiting).toBe('done');
});

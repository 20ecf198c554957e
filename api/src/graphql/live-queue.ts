// The changes one listener has not read yet. A kind that waits already is not added again, so a slow listener costs little.
import type { LiveChange } from './live.ts';

type Result = IteratorResult<LiveChange, undefined>;

export class LiveQueue implements AsyncIterableIterator<LiveChange> {
  readonly #pending = new Set<string>();
  readonly #onEnd: () => void;
  #readers: ((result: Result) => void)[] = [];
  #hasEnded = false;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  push(kind: string): void {
    if (this.#hasEnded) return;
    const reader = this.#readers.shift();
    if (reader) reader({ done: false, value: { kind } });
    else this.#pending.add(kind);
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#pending.clear();
    for (const reader of this.#readers) reader({ done: true, value: undefined });
    this.#readers = [];
    this.#onEnd();
  }

  next(): Promise<Result> {
    if (this.#hasEnded) return Promise.resolve({ done: true, value: undefined });
    const [kind] = this.#pending;
    if (kind === undefined) return new Promise((reader) => this.#readers.push(reader));
    this.#pending.delete(kind);
    return Promise.resolve({ done: false, value: { kind } });
  }

  return(): Promise<Result> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

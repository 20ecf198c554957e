// Lets a few pieces of work run at a time and a few wait; who comes after that is turned away.
import { ThrottledError } from '../graphql/errors.ts';

export interface TurnstileOptions {
  /** How many run at a time. */
  places: number;
  /** How many may wait. */
  queue: number;
}

export class Turnstile {
  readonly #options: TurnstileOptions;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(options: TurnstileOptions) {
    this.#options = options;
  }

  get places(): number {
    return this.#options.places;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // The place is handed over rather than freed, so nobody slips in between.
      if (next) next();
      else this.#running -= 1;
    }
  }

  async #enter(): Promise<void> {
    if (this.#running < this.#options.places) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= this.#options.queue) throw new ThrottledError(1);
    await new Promise<void>((proceed) => this.#waiting.push(proceed));
  }
}

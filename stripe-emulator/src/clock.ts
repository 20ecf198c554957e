// The emulator's own time: real time, moved ahead as often as wanted; or standing still until it is moved.
export class Clock {
  #offset = 0;
  #standsAt: number | null;
  readonly #listeners = new Set<() => void>();

  constructor(standsAt: Date | null = null) {
    this.#standsAt = standsAt?.getTime() ?? null;
  }

  /** Milliseconds. */
  get time(): number {
    return this.#standsAt ?? Date.now() + this.#offset;
  }

  /** Stripe's: whole seconds. */
  get now(): number {
    return Math.floor(this.time / 1000);
  }

  get offset(): number {
    return this.#offset;
  }

  advance(milliseconds: number): void {
    if (this.#standsAt === null) this.#offset += milliseconds;
    else this.#standsAt += milliseconds;
    for (const tell of this.#listeners) tell();
  }

  onAdvance(tell: () => void): void {
    this.#listeners.add(tell);
  }
}

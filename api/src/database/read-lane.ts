// One connection that answers several brief reads in turn: each is sent before the last one is answered, so that its process at
// PostgreSQL goes from one to the next, with all of the statement at hand, and never waits for us in between.
import type pg from 'pg';
import { sendRead, type GymRead } from './gym-read.ts';

/** Sent and not yet answered. With three the process waits for us now and then; with more, more wait for one that is slow. */
export const MOST_SENT = 6;

export class ReadLane {
  readonly #client: Promise<pg.PoolClient>;
  readonly #heldUpMs: number;
  #sent = 0;
  /** Since when the first of those that were sent is the one to be answered, or the connection to be had. */
  #firstSince = performance.now();
  #isLost = false;

  constructor(pool: pg.Pool, heldUpMs: number) {
    this.#client = pool.connect();
    this.#heldUpMs = heldUpMs;
  }

  get isEmpty(): boolean {
    return this.#sent === 0;
  }

  get isMoving(): boolean {
    return !this.#isLost && performance.now() - this.#firstSince < this.#heldUpMs;
  }

  get hasRoom(): boolean {
    return this.#sent < MOST_SENT;
  }

  async rows<T extends object>(read: GymRead): Promise<T[]> {
    this.#sent += 1;
    try {
      return await sendRead<T>(await this.#client, read);
    } catch (error) {
      this.#isLost ||= !read.leavesConnection(error);
      throw error;
    } finally {
      this.#sent -= 1;
      this.#firstSince = performance.now();
    }
  }

  /** Gives the connection back to the pool. */
  end(): void {
    void this.#client.then(
      (client) => client.release(this.#isLost),
      () => undefined, // whoever waited for it was told
    );
  }
}

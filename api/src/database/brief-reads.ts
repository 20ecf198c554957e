// Reads of a millisecond or two, such as an overview, one after the other on one connection. Spread over several they cost the
// database nearly twice as much, since as many processes take turns on the processors and push each other's plans out of the
// caches. Only when a read is slow, those that come after it get another connection.
import type pg from 'pg';
import type { GymRead } from './gym-read.ts';
import { ReadLane } from './read-lane.ts';

export interface BriefReadsOptions {
  mostLanes: number;
  /** A read that takes longer holds up those that were sent after it; who comes then goes elsewhere. */
  heldUpMs?: number;
}

export class BriefReads {
  readonly #pool: pg.Pool;
  readonly #mostLanes: number;
  readonly #heldUpMs: number;
  readonly #lanes = new Set<ReadLane>();
  readonly #waiting: ((lane: ReadLane) => void)[] = [];
  #nextLook: NodeJS.Timeout | undefined;

  constructor(pool: pg.Pool, { mostLanes, heldUpMs = 25 }: BriefReadsOptions) {
    this.#pool = pool;
    this.#mostLanes = mostLanes;
    this.#heldUpMs = heldUpMs;
  }

  rows<T extends object>(read: GymRead): Promise<T[]> {
    return new Promise((resolve) => {
      this.#waiting.push((lane) => resolve(this.#rowsOn<T>(lane, read)));
      this.#sendWaiting();
    });
  }

  async #rowsOn<T extends object>(lane: ReadLane, read: GymRead): Promise<T[]> {
    try {
      return await lane.rows<T>(read);
    } finally {
      this.#sendWaiting();
      // Two that are answered at once both find it empty.
      if (lane.isEmpty && this.#lanes.delete(lane)) lane.end();
    }
  }

  #sendWaiting(): void {
    while (this.#waiting.length > 0) {
      const lane = this.#laneWithRoom();
      if (!lane) return this.#lookAgain();
      this.#waiting.shift()?.(lane);
    }
  }

  #laneWithRoom(): ReadLane | undefined {
    // Only the first: another that moves again is left to its end.
    const moving = [...this.#lanes].find((lane) => lane.isMoving);
    if (moving) return moving.hasRoom ? moving : undefined;
    if (this.#lanes.size >= this.#mostLanes) return undefined;
    const lane = new ReadLane(this.#pool, this.#heldUpMs);
    this.#lanes.add(lane);
    return lane;
  }

  /** A lane that has come to a stop tells nobody. */
  #lookAgain(): void {
    if (this.#nextLook) return;
    this.#nextLook = setTimeout(() => {
      this.#nextLook = undefined;
      this.#sendWaiting();
    }, this.#heldUpMs).unref();
  }
}

// Misfortunes ordered in advance: the next requests of a kind fail, hang, or lose their answer after they took effect.
export type FaultKind =
  /** Answered with this status; nothing was done. */
  | { how: 'status'; status: number; code?: string }
  /** The connection ends before anything was done. */
  | { how: 'close-before' }
  /** It was done, and the connection ends before the answer. */
  | { how: 'close-after' }
  /** Answered after so many milliseconds; with a key, others with the same key find it under way. */
  | { how: 'delay'; ms: number }
  /** Never answered; it was done. */
  | { how: 'hang' };

export type Fault = FaultKind & { method?: string; path?: string; times?: number };

export class FaultPlan {
  #plan: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#plan.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#plan = [];
  }

  /** The misfortune of this request, counted as used. `path` is a beginning. */
  next(method: string, path: string): FaultKind | null {
    const found = this.#plan.find(
      ({ fault, left }) =>
        left > 0 && (!fault.method || fault.method === method) && (!fault.path || path.startsWith(fault.path)),
    );
    if (!found) return null;
    found.left -= 1;
    return found.fault;
  }
}

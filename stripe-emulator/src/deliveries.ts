// Webhooks on their way: signed when they are sent, again after a while when nobody took them. Held back, doubled, dropped
// or put in another order when a test says so.
import { createHmac } from 'node:crypto';
import type { Clock } from './clock.ts';
import { newId } from './ids.ts';
import type { WireEvent } from './wire.ts';

export interface Delivery {
  id: string;
  event: WireEvent;
  url: string;
  secret: string;
  status: 'waiting' | 'delivered' | 'failed' | 'dropped';
  attempts: { at: number; status: number | null }[];
  /** Seconds, on the emulator's clock. */
  dueAt: number;
}

/** Seconds after the attempt before. */
const RETRIES = [5, 60, 600, 3600, 6 * 3600, 24 * 3600];
const TIMEOUT_MS = 10_000;

export class Deliveries {
  readonly #all: Delivery[] = [];
  readonly #clock: Clock;
  #isHeld = false;
  #isClosed = false;
  #sending: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    clock.onAdvance(() => this.#wake());
  }

  all(): readonly Delivery[] {
    return this.#all;
  }

  add(message: Pick<Delivery, 'event' | 'url' | 'secret'>): void {
    this.#all.push({ ...message, id: newId('whdl', 16), status: 'waiting', attempts: [], dueAt: this.#clock.now });
    this.#wake();
  }

  /** Nothing is sent by itself from now on. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Sends what waits, in the order in which it happened. */
  release(): void {
    this.#isHeld = false;
    this.#wake();
  }

  drop(delivery: Delivery): void {
    delivery.status = 'dropped';
  }

  /** Sends one now, whatever became of it before; resolves with the status that came back, null when none did. */
  async send(delivery: Delivery, signedAt = this.#clock.now): Promise<number | null> {
    const status = await post(delivery, signedAt);
    delivery.attempts.push({ at: this.#clock.now, status });
    const isTaken = status !== null && status >= 200 && status < 300;
    if (isTaken) delivery.status = 'delivered';
    else if (delivery.status === 'waiting') this.#later(delivery);
    return status;
  }

  /** Resolves when nothing that is due is under way. */
  async settled(): Promise<void> {
    let before;
    do {
      before = this.#sending;
      await before;
    } while (before !== this.#sending || (!this.#isHeld && this.#due().length > 0));
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #later(delivery: Delivery): void {
    const wait = RETRIES[delivery.attempts.length - 1];
    if (wait === undefined) delivery.status = 'failed';
    else delivery.dueAt = this.#clock.now + wait;
  }

  #due(): Delivery[] {
    return this.#all.filter(({ status, dueAt }) => status === 'waiting' && dueAt <= this.#clock.now);
  }

  /** One after the other, each round after the one before; the next one when the next retry is due. */
  #wake(): void {
    if (this.#isHeld || this.#isClosed) return;
    const before = this.#sending;
    this.#sending = this.#sendDue(before);
  }

  async #sendDue(before: Promise<void>): Promise<void> {
    await before;
    // What is done in one request belongs together: its answer goes first.
    await new Promise((done) => setImmediate(done));
    for (let [next] = this.#due(); next && !this.#isHeld && !this.#isClosed; [next] = this.#due())
      await this.send(next);
    this.#setTimer();
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    const next = Math.min(...this.#all.filter(({ status }) => status === 'waiting').map(({ dueAt }) => dueAt));
    if (!Number.isFinite(next) || this.#isHeld || this.#isClosed) return;
    this.#timer = setTimeout(() => this.#wake(), Math.max(200, (next - this.#clock.now) * 1000)).unref();
  }
}

/** As Stripe signs: the time and the body, so that neither can be changed. */
export function signatureOf(body: string, secret: string, at: number): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}

export const bodyOf = (event: WireEvent): string => JSON.stringify(event, null, 2);

async function post({ event, url, secret }: Delivery, signedAt: number): Promise<number | null> {
  const body = bodyOf(event);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    'stripe-signature': signatureOf(body, secret, signedAt),
  };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}

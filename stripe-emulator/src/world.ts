// Everything the emulator knows: accounts with their shelves, the clock, idempotency keys, webhooks under way.
import { Clock } from './clock.ts';
import { Deliveries } from './deliveries.ts';
import { FaultPlan } from './fault-plan.ts';
import { IdempotencyKeys, type SavedAnswer } from './idempotency.ts';
import { newId } from './ids.ts';
import { Journal } from './journal.ts';
import { Shelf } from './shelf.ts';
import type { Kind, Kinds, WireEvent } from './wire.ts';

/** The version whose shapes these are; the SDK of the same number pins it. */
export const API_VERSION = '2026-10-28.endive';
export const PLATFORM = 'acct_platform';

export interface WorldOptions {
  secretKey: string;
  /** Stands still when given. */
  now?: Date;
  journalPath?: string;
}

export class World {
  readonly secretKey: string;
  readonly clock: Clock;
  readonly keys = new IdempotencyKeys();
  readonly faults = new FaultPlan();
  readonly journal: Journal;
  readonly deliveries: Deliveries;
  /** Where browsers reach us: stands in the addresses of our pages. */
  publicUrl = '';
  readonly #shelves = new Map<string, Shelf>();

  constructor({ secretKey, now, journalPath }: WorldOptions) {
    this.secretKey = secretKey;
    this.clock = new Clock(now ?? null);
    this.journal = new Journal(journalPath ?? null);
    this.deliveries = new Deliveries(this.clock);
    this.#restore();
    this.shelf(PLATFORM);
  }

  /** Seconds. */
  get now(): number {
    return this.clock.now;
  }

  shelves(): Shelf[] {
    return [...this.#shelves.values()];
  }

  shelf(account: string): Shelf {
    const known =
      this.#shelves.get(account) ??
      new Shelf(account, (owner, object) => this.journal.note({ account: owner, object }));
    this.#shelves.set(account, known);
    return known;
  }

  /** The connected account of this id, or null: accounts come to be on the platform. */
  shelfOf(account: string): Shelf | null {
    return this.shelf(PLATFORM).find('account', account) ? this.shelf(account) : null;
  }

  /** The shelf on which an object of this id lies: pages are opened without naming the account. */
  whereIs<K extends Kind>(kind: K, id: string): { shelf: Shelf; object: Kinds[K] } | null {
    for (const shelf of this.#shelves.values()) {
      const object = shelf.find(kind, id);
      if (object) return { shelf, object };
    }
    return null;
  }

  /** Notes what happened and tells the endpoints that asked for it. */
  emit(shelf: Shelf, type: string, object: object, previous?: Record<string, unknown>): WireEvent {
    const endpoints = shelf
      .all('webhook_endpoint')
      .filter(
        ({ enabled_events: wanted, status }) => status === 'enabled' && (wanted.includes('*') || wanted.includes(type)),
      );
    const event = shelf.put<WireEvent>({
      id: newId('evt'),
      object: 'event',
      api_version: API_VERSION,
      created: this.now,
      data: { object: structuredClone(object), ...(previous && { previous_attributes: previous }) },
      livemode: false,
      pending_webhooks: endpoints.length,
      request: { id: null, idempotency_key: null },
      type,
    });
    for (const endpoint of endpoints)
      this.deliveries.add({ event, url: endpoint.url, secret: shelf.hidden(endpoint.id).secret ?? '' });
    return event;
  }

  save(answer: SavedAnswer): void {
    this.journal.note({ saved: answer });
  }

  advance(seconds: number): void {
    this.clock.advance(seconds * 1000);
    this.journal.note({ offset: this.clock.offset });
  }

  /** Stripe keeps events for 30 days. */
  #isForgotten(object: Kinds[Kind]): boolean {
    return object.object === 'event' && object.created < this.now - 30 * 86_400;
  }

  #restore(): void {
    for (const entry of this.journal.read()) {
      if ('object' in entry) this.shelf(entry.account).restore(entry.object as Kinds[Kind]);
      else if ('saved' in entry) this.keys.restore(entry.saved as SavedAnswer);
      else if (entry.offset > this.clock.offset) this.clock.advance(entry.offset - this.clock.offset);
    }
    this.journal.compact([
      { offset: this.clock.offset },
      ...this.shelves().flatMap((shelf) =>
        shelf
          .everything()
          .filter((object) => !this.#isForgotten(object))
          .map((object) => ({ account: shelf.account, object })),
      ),
      ...this.keys.all(this.now).map((saved) => ({ saved })),
    ]);
  }
}

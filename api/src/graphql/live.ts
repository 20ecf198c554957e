// Tells open screens that something about a member, in a session or in the gym changed. Changes are announced by triggers of the database (NOTIFY), so
// every process hears of every change, whoever made it. Announcements carry ids only.
import pg from 'pg';
import type { Logger } from 'pino';
import { LiveQueue } from './live-queue.ts';

export const LIVE_CHANNEL = 'spotter_live';
/** Sent to everybody after the connection was lost: whatever happened meanwhile was not heard. */
export const UNKNOWN_CHANGE = 'UNKNOWN';

export interface LiveTopic {
  gymId: string;
  /** Neither a member nor a session: whatever changes in the gym. */
  memberId?: string;
  sessionId?: string;
  /** Kinds of the gym's own things that are heard of too, whoever carries them: TAG, when one is renamed. */
  gymKinds?: string[];
}

export interface LiveChange {
  /** Upper-case name of the kind of thing that changed, e.g. NOTE. */
  kind: string;
}

export interface Live {
  subscribe(topic: LiveTopic): AsyncIterableIterator<LiveChange>;
  /** Ends every subscription and the connection. */
  close(): Promise<void>;
}

export interface LiveOptions {
  log?: Logger;
  firstRetryMs?: number;
  pingMs?: number;
}

const LONGEST_RETRY_MS = 5000;

export function createLive(connectionString: string, options: LiveOptions = {}): Live {
  return new PostgresLive(connectionString, options);
}

class PostgresLive implements Live {
  readonly #queues = new Map<string, Set<LiveQueue>>();
  readonly #options: Required<Omit<LiveOptions, 'log'>> & Pick<LiveOptions, 'log'>;
  readonly #connectionString: string;
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #retryMs: number;
  #isClosed = false;
  #wasConnected = false;

  constructor(connectionString: string, options: LiveOptions) {
    this.#connectionString = connectionString;
    this.#options = { firstRetryMs: 250, pingMs: 20_000, ...options };
    this.#retryMs = this.#options.firstRetryMs;
    void this.#connect();
  }

  subscribe(topic: LiveTopic): AsyncIterableIterator<LiveChange> {
    const keys = keysOf(topic);
    const queue = new LiveQueue(() => keys.forEach((key) => this.#leave(key, queue)));
    for (const key of keys) this.#queues.set(key, (this.#queues.get(key) ?? new Set()).add(queue));
    if (this.#isClosed) queue.end();
    return queue;
  }

  #leave(key: string, queue: LiveQueue): void {
    const queues = this.#queues.get(key);
    queues?.delete(queue);
    if (queues?.size === 0) this.#queues.delete(key);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const queues of [...this.#queues.values()]) for (const queue of [...queues]) queue.end();
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#connectionString,
      application_name: 'spotter live',
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
    });
    this.#client = client;
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ payload }) => this.#announce(payload));
    try {
      await client.connect();
      await client.query(`listen ${LIVE_CHANNEL}`);
    } catch {
      return this.#lost(client);
    }
    if (this.#client !== client) return;
    this.#retryMs = this.#options.firstRetryMs;
    if (this.#wasConnected) this.#announceToAll();
    this.#wasConnected = true;
    this.#pingLater(client);
  }

  /** A connection can die without a word; asking now and then is how one finds out. */
  #pingLater(client: pg.Client): void {
    const ping = async () => {
      try {
        await client.query('select 1');
        if (this.#client === client) this.#pingLater(client);
      } catch {
        this.#lost(client);
      }
    };
    this.#timer = setTimeout(() => void ping(), this.#options.pingMs).unref();
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client || this.#isClosed) return;
    this.#client = null;
    clearTimeout(this.#timer);
    void client.end().catch(() => undefined);
    this.#options.log?.warn({ retryMs: this.#retryMs }, 'live updates lost their connection');
    this.#timer = setTimeout(() => void this.#connect(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
  }

  #announce(payload: string | undefined): void {
    const change = parseChange(payload);
    if (!change) return;
    for (const key of change.keys) for (const queue of this.#queues.get(key) ?? []) queue.push(change.kind);
  }

  #announceToAll(): void {
    for (const queues of this.#queues.values()) for (const queue of queues) queue.push(UNKNOWN_CHANGE);
  }
}

const memberKey = (gymId: string, memberId: string) => `${gymId} ${memberId}`;
const sessionKey = (gymId: string, sessionId: string) => `${gymId} session ${sessionId}`;
const wholeGymKey = (gymId: string) => `${gymId} whole`;
const gymKey = (gymId: string, kind: string) => `${gymId} every ${kind}`;

function keysOf({ gymId, memberId, sessionId, gymKinds = [] }: LiveTopic): string[] {
  if (memberId === undefined && sessionId === undefined) return [wholeGymKey(gymId)];
  return [
    ...(memberId === undefined ? [] : [memberKey(gymId, memberId)]),
    ...(sessionId === undefined ? [] : [sessionKey(gymId, sessionId)]),
    ...gymKinds.map((kind) => gymKey(gymId, kind)),
  ];
}

/** Who is told, and of what. A change without a member is one of the gym's own things. */
function parseChange(payload: string | undefined): (LiveChange & { keys: string[] }) | null {
  try {
    const { gymId, memberId, sessionId, kind } = JSON.parse(payload ?? '') as Record<string, unknown>;
    if (typeof gymId !== 'string' || typeof kind !== 'string') return null;
    if (memberId !== null && typeof memberId !== 'string') return null;
    const own = memberId === null ? gymKey(gymId, kind) : memberKey(gymId, memberId);
    const ofSession = typeof sessionId === 'string' ? [sessionKey(gymId, sessionId)] : [];
    return { kind, keys: [own, ...ofSession, wholeGymKey(gymId)] };
  } catch {
    return null;
  }
}

// Looks up who a session or token stands for. Requests that arrive in the same turn of the event loop share one
// statement; nothing is kept, so that what was revoked is refused on the very next request.
import DataLoader from 'dataloader';
import type { Database } from '../../database/database.ts';
import type { Clock } from '../../graphql/clock.ts';
import type { Seat } from './identify-viewer.ts';

export type Credential = 'session' | 'token';
export type FoundSeat = Seat & { is_note_due: boolean };

export class SeatLookUp {
  readonly #loaders: Record<Credential, DataLoader<Buffer, FoundSeat | null>>;

  constructor(database: Database, clock: Clock) {
    const loaderOf = (credential: Credential) =>
      new DataLoader<Buffer, FoundSeat | null>((hashes) => readSeats(database, clock, credential, hashes), {
        cache: false,
        maxBatchSize: 100,
        // Not the usual microtask: the next requests are read from their sockets first.
        batchScheduleFn: (run) => setImmediate(run),
      });
    this.#loaders = { session: loaderOf('session'), token: loaderOf('token') };
  }

  find(credential: Credential, hash: Buffer): Promise<FoundSeat | null> {
    return this.#loaders[credential].load(hash);
  }
}

async function readSeats(
  database: Database,
  clock: Clock,
  credential: Credential,
  hashes: readonly Buffer[],
): Promise<(FoundSeat | null)[]> {
  const { rows } = await database.pool.query<FoundSeat & { position: number }>({
    name: `${credential}_viewers`,
    text: `select k.position::int as position, v.*, coalesce(v.last_seen_at <= $2 - interval '1 minute', true) as is_note_due
             from unnest($1::bytea[]) with ordinality k(hash, position), lateral ${credential}_viewer(k.hash, $2) v`,
    values: [hashes, clock.now()],
  });
  const found = new Map(rows.map((row) => [row.position, row]));
  return hashes.map((_, index) => found.get(index + 1) ?? null);
}

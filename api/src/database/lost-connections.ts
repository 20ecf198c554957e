// Takes back connections that ended while somebody held them. Kysely 0.29 keeps one for ever whose `begin` or `rollback`
// fails, as both do when the database is gone: after as many losses as the pool has places, every request would wait for ever.
import type pg from 'pg';

export function takeBackLostConnections(pool: pg.Pool): void {
  const held = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('connect', (client) => {
    client.on('end', () => {
      if (!held.has(client)) return;
      const { release } = client;
      // Whoever holds it may still give it back, and must not be told off for being the second.
      client.release = () => undefined;
      release(true);
    });
  });
}

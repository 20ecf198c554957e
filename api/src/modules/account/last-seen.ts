// Notes when a session or token was last used: once a minute at most, beside the request that showed it. A note that fails
// is lost and nobody waits for it; the next request makes another.
import type { AccountDatabase } from '../../database/account-database.ts';
import type { GymDatabase } from '../../database/gym-database.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { ApiToken } from './api-token.entity.ts';

export interface Databases {
  accounts: AccountDatabase;
  db: GymDatabase;
}

/** One for the process: it knows which notes are under way. */
export class LastSeen {
  readonly #underWay = new Set<string>();

  note(viewer: Viewer, databases: Databases, now: Date): void {
    const id = viewer.tokenId ?? viewer.sessionId;
    if (!id || this.#underWay.has(id)) return;
    this.#underWay.add(id);
    write(viewer, databases, now)
      .catch(() => undefined)
      .finally(() => this.#underWay.delete(id));
  }
}

async function write({ tokenId, sessionId, accountId }: Viewer, { accounts, db }: Databases, now: Date): Promise<void> {
  if (tokenId) await db.write((em) => em.nativeUpdate(ApiToken, { id: tokenId }, { lastUsedAt: now }));
  else if (accountId) {
    const text = 'update login_session set last_seen_at = $1 where id = $2';
    await accounts.as(accountId, (client) => client.query(text, [now, sessionId]));
  }
}

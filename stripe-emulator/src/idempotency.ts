// Idempotency keys: the same key and request get the first answer again, for 24 hours on the emulator's clock.
import { createHash } from 'node:crypto';
import { ApiError } from './api-error.ts';

export interface SavedAnswer {
  account: string;
  key: string;
  path: string;
  fingerprint: string;
  at: number;
  status: number;
  body: string;
  requestId: string;
}

const KEPT_SECONDS = 24 * 3600;

export class IdempotencyKeys {
  readonly #saved = new Map<string, SavedAnswer>();
  readonly #inFlight = new Set<string>();

  /** The first answer, or null when this is the first request: then it is under way until `finish`. */
  begin(account: string, key: string, path: string, body: string, now: number): SavedAnswer | null {
    const place = `${account} ${key}`;
    if (this.#inFlight.has(place))
      throw new ApiError(
        409,
        'idempotency_error',
        `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
        { code: 'idempotency_key_in_use' },
        false,
      );
    const saved = this.#saved.get(place);
    if (saved && now - saved.at < KEPT_SECONDS) {
      refuseOther(saved, path, fingerprintOf(body));
      return saved;
    }
    this.#saved.delete(place);
    this.#inFlight.add(place);
    return null;
  }

  finish(
    account: string,
    key: string,
    answer: Omit<SavedAnswer, 'account' | 'key' | 'fingerprint'> & { sent: string },
  ) {
    this.abandon(account, key);
    const { sent, ...rest } = answer;
    const saved = { account, key, fingerprint: fingerprintOf(sent), ...rest };
    this.restore(saved);
    return saved;
  }

  /** Ends without an answer to remember: nothing was tried. */
  abandon(account: string, key: string): void {
    this.#inFlight.delete(`${account} ${key}`);
  }

  restore(saved: SavedAnswer): void {
    this.#saved.set(`${saved.account} ${saved.key}`, saved);
  }

  all(now: number): SavedAnswer[] {
    return [...this.#saved.values()].filter(({ at }) => now - at < KEPT_SECONDS);
  }
}

/** Parameters in another order are the same parameters. */
function fingerprintOf(body: string): string {
  const sorted = body.split('&').sort().join('&');
  return createHash('sha256').update(sorted).digest('base64url');
}

function refuseOther(saved: SavedAnswer, path: string, fingerprint: string): void {
  const refuse = (message: string) => {
    throw new ApiError(400, 'idempotency_error', message, {}, false);
  };
  if (saved.path !== path)
    refuse(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '${saved.path}'). Try using a key other than '${saved.key}' if you meant to execute a different request.`,
    );
  if (saved.fingerprint !== fingerprint)
    refuse(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${saved.key}' if you meant to execute a different request.`,
    );
}

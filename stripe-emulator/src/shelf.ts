// One account's objects, in the order in which they were made. Whatever is put here is told to the journal.
import { missing } from './api-error.ts';
import type { Hidden, Kind, Kinds } from './wire.ts';

export class Shelf {
  readonly account: string;
  readonly #byKind = new Map<Kind, Map<string, Kinds[Kind]>>();
  readonly #tell: (account: string, object: Kinds[Kind]) => void;

  constructor(account: string, tell: (account: string, object: Kinds[Kind]) => void) {
    this.account = account;
    this.#tell = tell;
  }

  put<T extends Kinds[Kind]>(object: T): T {
    this.#of(object.object).set(object.id, object);
    this.#tell(this.account, object);
    return object;
  }

  /** Puts back what the journal kept. */
  restore(object: Kinds[Kind]): void {
    this.#of(object.object).set(object.id, object);
  }

  find<K extends Kind>(kind: K, id: string | null | undefined): Kinds[K] | undefined {
    return id == null ? undefined : (this.#of(kind).get(id) as Kinds[K] | undefined);
  }

  /** `isInPath`: whether the id stood in the address, which decides between 404 and 400. */
  need<K extends Kind>(kind: K, id: string, param = 'id', isInPath = param === 'id'): Kinds[K] {
    const found = this.find(kind, id);
    if (!found) throw missing(kind.replace('checkout.session', 'checkout.session'), id, param, isInPath);
    return found;
  }

  /** Oldest first. */
  all<K extends Kind>(kind: K): Kinds[K][] {
    return [...this.#of(kind).values()] as Kinds[K][];
  }

  /** What Stripe remembers of the object without showing it. */
  hidden(id: string): Hidden {
    return this.find('hidden', `~${id}`) ?? { object: 'hidden', id: `~${id}`, created: 0 };
  }

  hide(id: string, facts: Partial<Hidden>): Hidden {
    return this.put({ ...this.hidden(id), ...facts });
  }

  everything(): Kinds[Kind][] {
    return [...this.#byKind.values()].flatMap((objects) => [...objects.values()]);
  }

  #of(kind: Kind): Map<string, Kinds[Kind]> {
    const known = this.#byKind.get(kind) ?? new Map<string, Kinds[Kind]>();
    this.#byKind.set(kind, known);
    return known;
  }
}

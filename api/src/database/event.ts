// What a module says has happened, for modules above it that it knows nothing of: they hear of it inside the transaction,
// so what they write is kept with it or not at all.
import type { EntityManager } from '@mikro-orm/postgresql';

type Listener<Payload> = (em: EntityManager, payload: Payload) => Promise<void>;

export interface Event<Payload> {
  /** Once, when the listening module is loaded. */
  on(listener: Listener<Payload>): void;
  emit(em: EntityManager, payload: Payload): Promise<void>;
}

export function defineEvent<Payload>(): Event<Payload> {
  const listeners: Listener<Payload>[] = [];
  return {
    on: (listener) => void listeners.push(listener),
    async emit(em, payload) {
      for (const listener of listeners) await listener(em, payload);
    },
  };
}

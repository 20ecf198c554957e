import type { EntityManager } from '@mikro-orm/postgresql';

/** Writes what was gathered from Stripe before, in one transaction. Answers whether it was about anything of ours. */
export type Apply = (em: EntityManager) => Promise<boolean>;

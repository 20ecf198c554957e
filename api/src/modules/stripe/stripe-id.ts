/** The id of what Stripe names by its id alone, or gives in full where it was asked to. */
export const idOf = (named: string | { id: string } | null | undefined): string | null =>
  typeof named === 'string' ? named : (named?.id ?? null);

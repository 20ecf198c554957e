// VAT within a price that includes it.

/**
 * Whole cents, rounded half away from zero, so that a counter-line takes back exactly what its line held.
 * `rateBp`: hundredths of a percent.
 */
export function vatWithin(totalCents: number, rateBp: number): number {
  const vat = Math.round((Math.abs(totalCents) * rateBp) / (10_000 + rateBp));
  return totalCents < 0 ? -vat : vat;
}

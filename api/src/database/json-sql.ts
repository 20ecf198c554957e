// Pieces of SQL that make JSON, for branches and readers.

/** A JSON list of the rows of a query whose one column is named j, in the query's order. */
export const jsonList = (select: string): string =>
  `(select coalesce(json_agg(list.j), '[]'::json) from (${select}) list)`;

/**
 * A JSON object of the columns that are asked for, and of those that code reads whoever asks (`always`). Each key costs
 * PostgreSQL time in every row, and most readers want a few of many.
 */
export function jsonObject(
  columns: Record<string, string>,
  asked: (name: string) => boolean,
  always: readonly string[] = ['id'],
): string {
  const wanted = Object.entries(columns).filter(([name]) => always.includes(name) || asked(name));
  return `json_build_object(${wanted.map(([name, sql]) => `'${name}', ${sql}`).join(', ')})`;
}

// Pieces of SQL that make JSON, for branches and readers.

/** A JSON list of the rows of a query whose one column is named j, in the query's order. */
export const jsonList = (select: string): string =>
  `(select coalesce(json_agg(list.j), '[]'::json) from (${select}) list)`;

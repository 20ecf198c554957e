/**
 * While one set of variables makes place for the next, an optimistic mutation makes Apollo hand out what the cache happens to have
 * of the next, although nobody asked for parts and no type tells of them: to a page such data is not there yet.
 */
export const wholeOrNothing = <Result extends { dataState: string }>(result: Result): Result =>
  result.dataState === 'partial' ? { ...result, data: undefined, dataState: 'empty' } : result;

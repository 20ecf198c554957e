import type { ByteRange } from '../../adapters/files/file-store.ts';

/**
 * What a Range header (RFC 9110, 14.2) asks for of a file. Null: the whole file, since it asks for nothing, for several
 * ranges at once, or is malformed. UNSATISFIABLE: it begins behind the end.
 */
export function rangeOf(header: string | undefined, sizeBytes: number): ByteRange | 'UNSATISFIABLE' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '')
    return Number(last) === 0 ? 'UNSATISFIABLE' : { start: Math.max(0, sizeBytes - Number(last)), end: sizeBytes - 1 };
  if (last !== '' && Number(last) < Number(first)) return null;
  if (Number(first) >= sizeBytes) return 'UNSATISFIABLE';
  return { start: Number(first), end: last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1) };
}

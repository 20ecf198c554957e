// What was read last stays on the screen until something newer is there: a reading in the background that gets no answer (a
// laptop that wakes up, a server that starts again) takes away neither the page nor what is being typed on it.
import { useRef } from 'react';

/** `key` tells what the data is about: of another nothing is kept. */
export function useKept<Data>(data: Data | undefined, key: string): Data | undefined {
  const kept = useRef<{ key: string; data: Data }>(undefined);
  if (data !== undefined) kept.current = { key, data };
  return data ?? (kept.current?.key === key ? kept.current.data : undefined);
}

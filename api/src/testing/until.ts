import { vi } from 'vitest';

/** Waits until something is so, patiently: the machine may be busy with other tests. */
export const until = (isSo: () => unknown): Promise<unknown> => vi.waitUntil(isSo, { timeout: 15_000, interval: 20 });

import { LiveQueue } from '../graphql/live-queue.ts';
import type { Live } from '../graphql/live.ts';

/** Live updates for tests in which nothing changes by itself. */
export const stillLive: Live = { subscribe: () => new LiveQueue(() => {}), close: async () => {} };

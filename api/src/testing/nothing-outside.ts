// The world outside of a test that does not look at it.
import type { Context } from '../graphql/context.ts';
import { testSecrets } from './test-secrets.ts';

export type Outside = Pick<Context, 'secrets' | 'stripe' | 'publicUrl' | 'storageLimits'>;

export const nothingOutside: Outside = {
  secrets: testSecrets,
  stripe: null,
  publicUrl: 'https://gym.example',
  storageLimits: { fileMb: 100, memberMb: 1000 },
};

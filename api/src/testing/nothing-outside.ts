// The world outside of a test that does not look at it.
import type { Context } from '../graphql/context.ts';

export type Outside = Pick<Context, 'stripe' | 'publicUrl'>;

export const nothingOutside: Outside = { stripe: null, publicUrl: 'https://gym.example' };

// The key of every test: what is sealed with it can be opened by each.
import { Secrets } from '../adapters/secrets/secrets.ts';

export const testSecrets = new Secrets(Buffer.alloc(32, 'tests only'));

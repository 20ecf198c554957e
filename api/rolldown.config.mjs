// The server with what it uses, as a bundle (decision 0028).
import { defineConfig } from 'rolldown';

export default defineConfig({
  platform: 'node',
  // What looks for files of its own beside itself: a native library, and a logger's workers. The last is nobody's here.
  external: [/^@node-rs\//, 'pino', 'pg-native'],
  // Apollo's own takes Node's only when it is not in a bundle, and hashes each query in JavaScript otherwise.
  resolve: { alias: { '@apollo/utils.createhash': 'node:crypto' } },
  output: {
    format: 'esm',
    // Entities and types are known by the names of their classes.
    keepNames: true,
  },
});

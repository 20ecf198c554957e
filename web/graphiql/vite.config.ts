// GraphiQL's page: a bundle of its own, so that its editor never reaches the dashboard's. Ends up in dist/graphiql.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from '../build/precompress.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  // Four megabytes of editor for who looks behind the scenes: packed well enough, and without making a build wait.
  plugins: [react(), precompress(6)],
  build: {
    outDir: '../dist/graphiql',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      // GraphiQL's files say "use no memo" to a compiler that is not used here.
      onLog: (level, log, warn) => void (log.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(level, log)),
    },
  },
  worker: { format: 'es' },
});

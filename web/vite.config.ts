// Two pages, two bundles: the staff dashboard at / and the member app at /app.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { budget } from './build/budget.ts';
import { bundles } from './build/bundles.ts';
import { precompress } from './build/precompress.ts';

const api = process.env.SPOTTER_API ?? 'http://localhost:4000';

export default defineConfig({
  plugins: [react(), pagesInDevelopment(), budget(), precompress()],
  build: {
    outDir: 'dist',
    manifest: true,
    // The content security policy allows our own files only: nothing becomes a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    rolldownOptions: {
      input: { staff: 'index.html', app: 'app/index.html' },
      output: { codeSplitting: bundles(import.meta.dirname) },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/graphiql', '/files', '/uploads', '/p/', '/webhooks/', '/healthz', '/readyz'].map((path) => [
        path,
        { target: api, changeOrigin: true },
      ]),
    ),
  },
});

/** The development server answers /app/anything with the member app's page, as the real server does. */
function pagesInDevelopment(): Plugin {
  return {
    name: 'pages-in-development',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url && /^\/app(\/[^.]*)?(\?|$)/.test(request.url)) request.url = '/app/index.html';
        next();
      });
    },
  };
}

import { relative, resolve } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { readConfig } from './src/lib/server/config.ts';

/** Open pages load anew when a file of the question bank changes; the server reads it for the next request. */
function reloadOnBankChange(): Plugin {
  return {
    name: 'reload-on-bank-change',
    apply: 'serve',
    configureServer({ watcher, ws }) {
      const folder = resolve(readConfig(process.env).bankFolder);
      watcher.add(folder);
      watcher.on('all', (_, path) => {
        if (path.endsWith('.yaml') && !relative(folder, path).startsWith('..')) {
          ws.send({ type: 'full-reload' });
        }
      });
    },
  };
}

export default defineConfig({
  plugins: [sveltekit(), reloadOnBankChange()],
  // Where the build spends its time is of no use to somebody who only starts the app.
  build: {
    rolldownOptions: { checks: { bundlerTimings: false } },
    // The formula editor is this large, and is loaded by those who open it only.
    chunkSizeWarningLimit: 850,
  },
  // The report's script is bundled as one file of its own, with parts that come later.
  worker: { format: 'es' },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
    globalSetup: 'tests/support/shared-postgres.ts',
    // Files share their worker's modules: loading the expression library anew for each took most of the time.
    isolate: false,
    testTimeout: 20_000,
  },
});

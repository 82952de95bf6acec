import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  // Where the build spends its time is of no use to somebody who only starts the app.
  build: { rolldownOptions: { checks: { bundlerTimings: false } } },
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

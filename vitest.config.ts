import { fileURLToPath } from 'node:url';
import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [swc.vite()],
  oxc: false,
  resolve: {
    // graphql ships CommonJS and ESM; without the alias two realms of it load side by side.
    alias: { graphql: 'graphql/index.js', '#migrations': fileURLToPath(new URL('./migrations/index.ts', import.meta.url)) },
  },
  test: {
    include: ['src/**/*.spec.ts', 'src/**/*.spec.tsx', 'test/**/*.test.ts', 'test/**/*.test.tsx', 'migrations/**/*.spec.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // Half of the time went into loading the application anew for every file; files clean up after themselves, each with a database of its own.
    isolate: false,
    maxWorkers: 2,
    // A guard against hanging, not a measure of speed: machines are shared.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});

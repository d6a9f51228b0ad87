import { defineConfig } from 'vitest/config';

/** Workspace packages are read from their sources, so that tests need no build. */
const conditions = ['@dragoman/source', 'node', 'import', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['{schemas,workers}/src/**/*.test.ts', 'packages/*/src/**/*.test.ts'],
    server: { deps: { inline: [/@dragoman\//] } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});

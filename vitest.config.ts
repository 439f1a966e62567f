import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/servers/long-first.ts';
import { sortTests } from './test/servers/sort-tests.ts';

const { unit, service, integration } = sortTests();

// The programs that tests start load some thousand modules each: compiled once, not a hundred times.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', 'test/bench/**', 'test/faults/**'],
    pool: 'forks',
    maxWorkers: 4,
    sequence: { sequencer: LongFirst },
    // A journey in the browser beside three other files on two cores.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/count-reporter.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: unit, isolate: false } },
      {
        extends: true,
        test: {
          name: 'service',
          include: service,
          isolate: false,
          globalSetup: ['test/servers/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: integration,
          globalSetup: ['test/servers/global-setup.ts'],
        },
      },
    ],
  },
});

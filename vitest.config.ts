import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/servers/long-first.ts';
import { sortTests } from './test/servers/sort-tests.ts';

const { unit, heavy, forms, service, rare, walks } = sortTests();

// The programs that tests start load some thousand modules each: compiled once, not a hundred times.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled');
// Each test has a data folder of its own; what is drawn once serves all of them.
process.env.CACHE_DIR ??= join(import.meta.dirname, 'node_modules/.cache');

/** Of tests that kill servers and cut lines, whose moment a busy machine may shift; each is named at the end. */
const retry = 1;
/** Where nobody can start a run again: also of tests with browsers and servers. What needed it is named, and to be mended. */
const retryInCi = process.env['CI'] === 'true' ? 1 : 0;
const globalSetup = ['test/servers/global-setup.ts'];

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', 'test/bench/**', 'test/faults/**'],
    pool: 'forks',
    // Some files keep a browser and a service at work besides: with four, two cores took as long and each file longer.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    // Node loads the tests as it loads the programs, without a second compiler in between.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // A journey in the browser beside two other files on two busy cores.
    testTimeout: 180_000,
    hookTimeout: 240_000,
    // A test whose assertions are not reached has not passed. The poll waits as long as the browser does.
    expect: { requireAssertions: true, poll: { timeout: 30_000 } },
    reporters: ['default', './test/golden-reporter.ts', './test/count-reporter.ts'],
    // `npm test` runs all but those named `rare`, which `npm run test:all` adds.
    projects: [
      { extends: true, test: { name: 'unit', include: unit, isolate: false } },
      { extends: true, test: { name: 'heavy', include: heavy, retry: retryInCi, isolate: false } },
      {
        extends: true,
        test: {
          name: 'forms',
          include: forms,
          retry: retryInCi,
          isolate: false,
          setupFiles: ['test/site/forms/load-tsx.ts'],
          globalSetup,
        },
      },
      {
        extends: true,
        test: { name: 'service', include: service, retry: retryInCi, isolate: false, globalSetup },
      },
      { extends: true, test: { name: 'rare', include: rare, retry, globalSetup } },
      {
        extends: true,
        test: { name: 'rare-walks', include: walks, retry, isolate: false, globalSetup },
      },
    ],
  },
});

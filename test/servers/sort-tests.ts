import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Who imports one of these, itself or through another file below `test/`, needs more than the code under test. */
const servers = [
  'playwright',
  'test/servers/borrow.ts',
  'test/messaging/fixtures/postgres.ts',
  'test/messaging/fixtures/redis.ts',
  'test/messaging/fixtures/service.ts',
  'test/site/site-fixture.ts',
  'messaging/platform/database/database.ts',
];

/** Need no server, but seconds of a processor: they render, photograph, blur, start commands, threads, a Redis of their own or the embedded database. */
const slow = [
  'test/generator/channels/film/encode.test.ts',
  'test/generator/channels/film/frames.test.ts',
  'test/generator/channels/film/dcp/package.test.ts',
  'test/generator/outlines.test.ts',
  'test/generator/preflight/cli.test.ts',
  'test/generator/preview/previewer.test.ts',
  'test/generator/print/family.test.ts',
  'test/generator/print/press-file.test.ts',
  'test/generator/run/pool.test.ts',
  'test/generator/run/run.test.ts',
  'test/messaging/field/activities/photo.test.ts',
  'test/messaging/platform/database/memory.test.ts',
  'test/messaging/platform/database/open-durable.test.ts',
  'test/messaging/platform/decoding/decoders.test.ts',
  'test/messaging/print/print-files/print-files.test.ts',
  'test/messaging/platform/process/redis-damage.test.ts',
];

/** Measure or change the process that they run in, or what it keeps beside itself. */
const alone = [
  'test/messaging/main.test.ts',
  'test/messaging/platform/database/lost-backend.test.ts',
];

/** Paths of the test files, told apart by what they import. */
export function sortTests(): { unit: string[]; service: string[]; integration: string[] } {
  const files = globSync('test/**/*.test.ts', { cwd: root }).sort();
  const needs = new Map<string, boolean>();
  const unit = files.filter((file) => !slow.includes(file) && !needsServers(file, needs));
  const others = files.filter((file) => !unit.includes(file));
  // Their modules are loaded once for all of them.
  const service = others.filter(
    (file) => file.startsWith('test/messaging/') && !slow.includes(file) && !alone.includes(file),
  );
  return { unit, service, integration: others.filter((file) => !service.includes(file)) };
}

function needsServers(file: string, known: Map<string, boolean>): boolean {
  const before = known.get(file);
  if (before !== undefined) return before;
  // A cycle of imports ends here.
  known.set(file, false);
  const needed = listImports(file).some(
    (name) => servers.includes(name) || (name.startsWith('test/') && needsServers(name, known)),
  );
  known.set(file, needed);
  return needed;
}

/** What a file imports, types aside: packages by name, files by their path from the root. */
export function listImports(file: string): string[] {
  const path = join(root, file);
  if (!existsSync(path)) return [];
  const source = readFileSync(path, 'utf8');
  return [...source.matchAll(/^(?:import|export)(?! type)[^'"`;]*? from '([^']+)';/gm)].map(
    ([, name = '']) => (name.startsWith('.') ? relative(root, join(dirname(path), name)) : name),
  );
}

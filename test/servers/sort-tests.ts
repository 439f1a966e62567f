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

/** Who imports one of these needs no server, but seconds of a processor: it draws, decodes, photographs, or starts processes. */
const heavy = [
  'node:child_process',
  'node:worker_threads',
  'sharp',
  'generator/channels/film/encode.ts',
  'generator/preflight/check-file.ts',
  'generator/preflight/check-press.ts',
  'messaging/platform/database/embedded/open-durable.ts',
  'messaging/platform/decoding/decoders.ts',
  'messaging/print/print-orders/run-generator.ts',
  'messaging/print/proofs/proofs.ts',
];

/** Measure or change the process that they run in, or what it keeps beside itself. */
const alone = [
  'test/messaging/main.test.ts',
  'test/messaging/platform/database/lost-backend.test.ts',
];

/** Paths of the test files, told apart by what they import. */
export function sortTests(): Record<'unit' | 'heavy' | 'service' | 'integration', string[]> {
  const files = globSync('test/**/*.test.ts', { cwd: root }).sort();
  const [onServers, onHeavy] = [servers, heavy].map((needed) => {
    const known = new Map<string, boolean>();
    return new Set(files.filter((file) => imports(file, needed, known)));
  });
  const isOfService = (file: string) => file.startsWith('test/messaging/') && !alone.includes(file);
  const others = files.filter((file) => onServers?.has(file));
  const rest = files.filter((file) => !onServers?.has(file));
  return {
    unit: rest.filter((file) => !onHeavy?.has(file)),
    heavy: rest.filter((file) => onHeavy?.has(file)),
    // Their modules are loaded once for all of them.
    service: others.filter(isOfService),
    integration: others.filter((file) => !isOfService(file)),
  };
}

/** Whether a file imports one of these, itself or through others below `test/`. */
function imports(file: string, wanted: readonly string[], known: Map<string, boolean>): boolean {
  const before = known.get(file);
  if (before !== undefined) return before;
  // A cycle of imports ends here.
  known.set(file, false);
  const found = listImports(file).some(
    (name) => wanted.includes(name) || (name.startsWith('test/') && imports(name, wanted, known)),
  );
  known.set(file, found);
  return found;
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

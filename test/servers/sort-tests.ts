import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A test that imports one of these, itself or through another file below `test/`, needs more than the code under test. */
const servers = [
  'playwright',
  'test/servers/borrow.ts',
  'test/messaging/fixtures/postgres.ts',
  'test/messaging/fixtures/redis.ts',
  'test/messaging/fixtures/service.ts',
  'test/site/site-fixture.ts',
  'messaging/platform/database/database.ts',
];

/**
 * A test that imports one of these needs no server of the machine, but does not run after each change: it draws,
 * decodes, photographs, starts processes, or speaks over sockets and waits there.
 */
const heavy = [
  '@hyzyla/pdfium',
  'messaging/phone/gateways/emulator.ts',
  'node:child_process',
  'node:http',
  'node:net',
  'node:worker_threads',
  'sharp',
  'assets/deploy/release/bill.ts',
  'generator/channels/film/film-source.ts',
  'generator/preflight/check-file.ts',
  'generator/preflight/check-press.ts',
  'messaging/platform/database/embedded/open-durable.ts',
  'messaging/platform/decoding/decoders.ts',
  'messaging/print/print-orders/run-generator.ts',
  'messaging/print/proofs/proofs.ts',
];

/**
 * What is rarer than a change: a test that imports one of these is run by `npm run test:all`, not by `npm test`. It starts or
 * kills programs in processes of their own, cuts the power, upgrades, uses other machines, encodes films, makes the files and
 * sites of other campaigns or of any words, looks at every view, or walks a matter through several offices.
 */
const rare = [
  // In small what a run of `npm run test:faults` does at length, and what kills a part.
  /-run\.ts$/,
  /-(faults|killed)\.test\.ts$/,
  // Hundreds of requests at once, what each address costs, several services on one database.
  /(-storm|-cost|machines)\.test\.ts$/,
  // One view in every way, or one matter through several offices; `npm test` performs every task of the manual.
  /^test\/site\/console\/walks\//,
  // For the environment of a program in a process of its own.
  'test/messaging/fixtures/inherited-env.ts',
  'test/messaging/fixtures/worker.ts',
  'test/messaging/fixtures/recorded-disk.ts',
  'test/messaging/platform/database/backup/backup-command.ts',
  'messaging/platform/database/backup/drill.ts',
  'test/assets/deploy/sandbox.ts',
  'test/upgrades/kept.ts',
  'test/begun-campaigns.ts',
  'test/other-campaigns.ts',
  'test/site/every-page.ts',
  'test/generator/inspect-artworks.ts',
  'test/generator/channels/film/dcp/package-fixture.ts',
  'generator/channels/film/encode-fs.ts',
];

/** Its tests put a document's globals in the place of Node's, and load components: they have workers of their own. */
const formsFolder = 'test/site/forms/';
/** Rare ones of a browser kill nothing: they share the modules of their worker. */
const walksFolder = 'test/site/console/';

type TestKind = 'unit' | 'heavy' | 'forms' | 'service' | 'rare' | 'walks';

/** Paths of the test files, told apart by what they import. */
export function sortTests(): Record<TestKind, string[]> {
  const sorted: Record<TestKind, string[]> = {
    unit: [],
    heavy: [],
    forms: [],
    service: [],
    rare: [],
    walks: [],
  };
  const known = new Map<string, string[]>();
  for (const file of globSync('test/**/*.test.ts', { cwd: root }).sort())
    sorted[classify(file, collectImports(file, known))].push(file);
  return sorted;
}

function classify(file: string, imports: ReadonlySet<string>): TestKind {
  const has = (names: readonly (string | RegExp)[]) =>
    names.some((name) =>
      typeof name === 'string' ? imports.has(name) : [...imports].some((each) => name.test(each)),
    );
  if (file.startsWith(formsFolder)) return 'forms';
  if (has(rare)) return file.startsWith(walksFolder) ? 'walks' : 'rare';
  if (has(servers)) return 'service';
  return has(heavy) ? 'heavy' : 'unit';
}

/** Imports of a file, its own and those of files below `test/` that it reaches; each file is read once. */
function collectImports(file: string, known: Map<string, string[]>): Set<string> {
  const reached = new Set([file]);
  // Grows while it is walked.
  for (const each of reached) {
    if (!each.startsWith('test/')) continue;
    const names = known.get(each) ?? listImports(each);
    known.set(each, names);
    for (const name of names) reached.add(name);
  }
  return reached;
}

/** Imports of a file, types aside: packages by name, files by their path from the root. */
export function listImports(file: string): string[] {
  const path = join(root, file);
  if (!existsSync(path)) return [];
  const source = readFileSync(path, 'utf8');
  return [...source.matchAll(/^(?:import|export)(?! type)[^'"`;]*? from '([^']+)';/gm)].map(
    ([, name = '']) => (name.startsWith('.') ? relative(root, join(dirname(path), name)) : name),
  );
}

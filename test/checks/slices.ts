// Run by `npm run check`: the house's order of rooms and slices, types included. An import may only point down, and
// no file may reach itself through its imports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Slices of the service from the bottom up; a slice may import those before it. */
const slices = [
  'contract',
  'process',
  'database',
  'http',
  'decoding',
  'files',
  'documents',
  'spool',
  'lists',
  'queue',
  'accounts',
  'kit',
  'mail',
  'gateways',
  'numbers',
  'breaches',
  'facts',
  'test-numbers',
  'audiences',
  'ledger',
  'reports',
  'short-codes',
  'blasts',
  'telecom-operators',
  'sending',
  'callbacks',
  'receipt-files',
  'alerts',
  'takes',
  'voice',
  'scans',
  'installs',
  'activities',
  'stations',
  'press-notes',
  'annotations',
  'progress',
  'directions',
  'retention',
  'open-data',
  'review-notes',
  'district-letters',
  'station-records',
  'compliance-reports',
  'calendars',
  'proofs',
  'studio',
  'print-files',
  'mailings',
  'events',
  'home',
  'print-orders',
  'print-approvals',
  'purchase-orders',
  'website',
  'sample',
] as const;

/** Files of a room that compose its slices; nothing but tests imports them. */
const composers = new Set(['main.ts', 'worker.ts', 'modules.ts', 'server.ts']);

const imports = new Map<string, string[]>();
for (const room of ['campaigns', 'generator', 'messaging', 'site']) {
  for (const entry of readdirSync(join(root, room), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(ts|tsx|astro)$/.test(entry.name)) continue;
    const file = relative(root, join(entry.parentPath, entry.name));
    const text = readFileSync(join(root, file), 'utf8');
    const found = [...text.matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, to = '']) =>
      join(dirname(file), to),
    );
    imports.set(file, found);
  }
}

const faults = [...upwardImports(), ...unknownSlices(), ...cycles()];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`slices: ${imports.size} files, no import points up, no cycle`);

function sliceOf(file: string): string | undefined {
  const [room, slice = '', ...rest] = file.split('/');
  return room === 'messaging' && rest.length > 0 ? slice : undefined;
}

function upwardImports(): string[] {
  return [...imports].flatMap(([file, found]) =>
    found.flatMap((to) => {
      const own = sliceOf(file);
      const other = sliceOf(to);
      if (own !== undefined && to.startsWith('messaging/') && composers.has(to.split('/')[1] ?? ''))
        return [`${file} imports ${to}, which composes the slices`];
      if (own === undefined || other === undefined || own === other) return [];
      return rank(other) < rank(own) ? [] : [`${file} imports ${to}: ${other} stands above ${own}`];
    }),
  );
}

function rank(slice: string): number {
  return slices.indexOf(slice as (typeof slices)[number]);
}

function unknownSlices(): string[] {
  const known = new Set<string>(slices);
  const found = new Set([...imports.keys()].flatMap((file) => sliceOf(file) ?? []));
  return [...found]
    .filter((slice) => !known.has(slice))
    .map((slice) => `messaging/${slice} has no place in the order of test/checks/slices.ts`);
}

function cycles(): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const closed: string[] = [];
  const visit = (file: string) => {
    if (done.has(file)) return;
    const at = path.indexOf(file);
    if (at >= 0) {
      closed.push(`a cycle: ${[...path.slice(at), file].join(' → ')}`);
      return;
    }
    path.push(file);
    for (const to of imports.get(file) ?? []) visit(to);
    path.pop();
    done.add(file);
  };
  for (const file of imports.keys()) visit(file);
  return closed;
}

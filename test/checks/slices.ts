// Run by `npm run check`: the house's order of wings and slices. An import may only point down, and no file may reach
// itself through its imports; `import type` and `import()` count.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Wings of the service from the bottom up, each with its slices from the bottom up. */
const wings = {
  platform: 'process database http decoding files documents spool lists queue events',
  people: 'identity-provider accounts breaches held-acts public-words',
  scanning: 'short-codes scans code-reports closed-codes installs',
  figures:
    'reports store-reports annotations objections progress open-data review-notes district-letters',
  phone:
    'gateways numbers registrations whatsapp-templates test-numbers audiences ledger takes blasts telecom-operators sending callbacks receipt-files flows voice',
  mail: 'delivery alerts blast-changes',
  print: 'kit proofs studio print-files print-orders print-approvals purchase-orders',
  field: 'board-pictures activities stations inspections board-draws station-records press-notes',
  register: 'directions compliance-reports calendars',
  front: 'facts mailings home website retention doctor sample',
};

function listSlices(wing: string): string[] {
  const slices = wings[wing as keyof typeof wings];
  return slices.split(' ').map((slice) => `${wing}/${slice}`);
}

interface Order {
  folder: string;
  /** Folders below it from the bottom up. Of two that hold a file the later one counts. */
  places: readonly string[];
  /** Files that put the places together, so that none of these may import them. */
  composers?: readonly string[];
  /** Files beside the places that all of them use. */
  shared?: readonly string[];
}

const orders: readonly Order[] = [
  {
    folder: 'messaging',
    places: [
      'contract',
      ...listSlices('platform'),
      'kit',
      ...Object.keys(wings).slice(1).flatMap(listSlices),
    ],
    composers: [
      ...[
        'main.ts',
        'open-service.ts',
        'load-in-steps.ts',
        'worker.ts',
        'receiver.ts',
        'redirect.ts',
        'modules.ts',
        'open-stores.ts',
        'server.ts',
      ],
      'contract/contract.ts',
    ],
    shared: ['config.ts'],
  },
  { folder: 'site/islands/console', places: ['ui', ...Object.keys(wings).slice(1), 'shell'] },
  {
    folder: 'generator/channels',
    places: ['radio', 'film', 'social', 'vehicles', 'newspapers'],
    composers: ['../shelf/command.ts'],
  },
];

const imports = new Map<string, string[]>();
for (const room of ['campaigns', 'generator', 'messaging', 'site']) {
  for (const entry of readdirSync(join(root, room), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(ts|tsx|astro)$/.test(entry.name)) continue;
    const file = relative(root, join(entry.parentPath, entry.name));
    const text = readFileSync(join(root, file), 'utf8');
    const found = [...text.matchAll(/(?:from |import |import\(\s*)'(\.[^']+)'/g)];
    imports.set(
      file,
      found.map(([, to = '']) => join(dirname(file), to)),
    );
  }
}

const faults = [...orders.flatMap(upwardImports), ...cycles()];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`slices: ${imports.size} files, no import points up, no cycle`);

function upwardImports({ folder, places, composers = [], shared = [] }: Order): string[] {
  const beside = (names: readonly string[]) => new Set(names.map((name) => join(folder, name)));
  const above = beside(composers);
  const free = beside(shared);
  const rankOf = (file: string) =>
    places.findLastIndex((place) => file.startsWith(`${folder}/${place}/`));
  return [...imports].flatMap(([file, found]) => {
    if (!file.startsWith(`${folder}/`) || above.has(file) || free.has(file)) return [];
    const own = rankOf(file);
    if (own < 0) return [`${file} has no place in the order of test/checks/slices.ts`];
    return found.flatMap((to) => {
      if (above.has(to)) return [`${file} imports ${to}, which puts the places together`];
      const other = rankOf(to);
      return other > own
        ? [`${file} imports ${to}: ${places[other]} stands above ${places[own]}`]
        : [];
    });
  });
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

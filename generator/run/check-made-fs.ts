import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../campaigns/files/cache-folder.ts';
import { writeWholeText } from '../../campaigns/files/whole-file-fs.ts';
import type { ManifestFile } from '../../campaigns/manifest.ts';
import type { createExpectations } from '../preflight/expected.ts';
import { createCodeReader } from './code-hash-fs.ts';
import { digest } from './digest.ts';
import type { Fault } from './job.ts';
import type { Journal } from './journal-fs.ts';
import { listEntries } from './manifest-fs.ts';
import type { Plan } from './plan.ts';
import { pickEnds, type Reach } from './reach.ts';

/** Files that passed are remembered, so that they are looked at once for all runs. */
const mostRemembered = 1000;

/**
 * Holds what a run made against preflight and says what that says. Of press files of one artwork those are opened whose
 * station comes nearest to a limit; where one of them breaks a rule that the others keep, all are.
 */
export async function checkMade(
  made: { plan: Plan; journal: Pick<Journal, 'get'>; out: string },
  sources: Parameters<typeof createExpectations>[0],
): Promise<Fault[]> {
  const { press, others } = listChecked(made);
  const { check, keep } = openChecker(made.out, sources);
  const faults: Fault[] = [];
  for (const file of others) faults.push(...(await check(file)));
  // A sheet of several copies has the sides of its single one.
  const kept = new Set<string>();
  const drawn = ({ station, reach }: CheckedFile) => JSON.stringify([station, reach]);
  for (const files of press) {
    const ends = pickEnds(files).filter((file, at) => at === 0 || !kept.has(drawn(file)));
    const found = new Map<CheckedFile, Fault[]>();
    for (const file of ends) found.set(file, await check(file));
    for (const [file, own] of found) if (own.length === 0) kept.add(drawn(file));
    const told = [...found.values()].map((own) => own.map(({ message }) => message).join('\n'));
    if (new Set(told).size > 1)
      for (const file of files) if (!found.has(file)) found.set(file, await check(file));
    faults.push(...files.flatMap((file) => found.get(file) ?? []));
  }
  keep();
  return faults;
}

type CheckedFile = ManifestFile & { reach?: Reach | undefined };

/** Files of the selection that preflight looks into, press files by their artworks. */
function listChecked({ plan, journal }: Parameters<typeof checkMade>[0]) {
  const own = plan.stations.filter(({ selected }) => selected);
  const tickets = plan.districts.flatMap(({ ticket }) => ticket ?? []);
  const entries = listEntries([...own.flatMap(({ planned }) => planned), ...tickets], journal);
  const isPress = ({ station, format }: ManifestFile) => station !== null && format === 'pdf';
  const press = entries
    .filter(isPress)
    .map((file): CheckedFile => ({ ...file, reach: journal.get(file.path)?.reach }));
  const others = entries.filter((file) => !isPress(file) && checkedFormats.has(file.format));
  return { press: Map.groupBy(press, ({ artwork }) => artwork).values(), others };
}

const checkedFormats = new Set(['pdf', 'ticket', 'rgb', 'proof']);

/** Checks files that have not passed before; what that takes is loaded for the first of them. */
function openChecker(folder: string, sources: Parameters<typeof createExpectations>[0]) {
  const passed = rememberPassed();
  const load = async () => {
    const [{ createFileChecker }, { createPressChecker }, expected] = await Promise.all([
      import('../preflight/check-file.ts'),
      import('../preflight/check-press.ts'),
      import('../preflight/expected.ts'),
    ]);
    const expectationOf = expected.createExpectations(sources);
    const checker = await createPressChecker(sources.fonts);
    return createFileChecker({ folder, checker, expectationOf });
  };
  let loaded: ReturnType<typeof load> | undefined;
  return {
    async check(file: ManifestFile): Promise<Fault[]> {
      if (passed.has(file.sha256)) return [];
      loaded ??= load();
      const findings = await (await loaded)(file);
      if (findings.length === 0) passed.add(file.sha256);
      return findings.map(({ rule, expected, found }) => ({
        what: `${file.path} ${rule}`,
        message: `Expected ${expected}, got ${found}`,
        fatal: false,
      }));
    },
    keep: passed.keep,
  };
}

/** Hashes of press files that this preflight has passed; where the folder cannot be written, nothing is remembered. */
function rememberPassed() {
  const folder = cacheFolder(process.env);
  const path = join(folder, 'passed');
  const { hash } = createCodeReader(join(import.meta.dirname, '..'))(['preflight/check-file.ts']);
  const keyOf = (sha256: string) => digest([hash, sha256]);
  let known: Set<string>;
  try {
    known = new Set(readFileSync(path, 'utf8').split('\n'));
  } catch {
    known = new Set();
  }
  return {
    has: (sha256: string) => known.has(keyOf(sha256)),
    add: (sha256: string) => known.add(keyOf(sha256)),
    keep() {
      try {
        mkdirSync(folder, { recursive: true });
        writeWholeText(path, [...known].slice(-mostRemembered).join('\n'));
      } catch {
        // They are looked at again the next time.
      }
    },
  };
}

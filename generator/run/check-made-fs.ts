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

/** Files that passed are remembered, so that they are looked at once for all runs. */
const mostRemembered = 1000;

/**
 * Holds what a run made against preflight: of each artwork the press files with the longest and the shortest name, which
 * have all that stations share. The rest is for `npm run preflight`, which takes its time.
 */
export async function checkMade(
  made: { plan: Plan; journal: Pick<Journal, 'get'>; out: string },
  sources: Parameters<typeof createExpectations>[0],
): Promise<Fault[]> {
  const files = pickExtremes(made);
  if (files.length === 0) return [];
  const passed = rememberPassed();
  const open = files.filter(({ sha256 }) => !passed.has(sha256));
  if (open.length === 0) return [];
  const [{ createFileChecker }, { createPressChecker }, { createExpectations }] = await Promise.all(
    [
      import('../preflight/check-file.ts'),
      import('../preflight/check-press.ts'),
      import('../preflight/expected.ts'),
    ],
  );
  const check = createFileChecker({
    folder: made.out,
    checker: await createPressChecker(sources.fonts),
    expectationOf: createExpectations(sources),
  });
  const faults: Fault[] = [];
  for (const file of open) {
    const findings = await check(file);
    if (findings.length === 0) passed.add(file.sha256);
    for (const { rule, expected, found } of findings)
      faults.push({
        what: `${file.path} ${rule}`,
        message: `Expected ${expected}, got ${found}`,
        fatal: false,
      });
  }
  passed.keep();
  return faults;
}

function pickExtremes({ plan, journal }: Parameters<typeof checkMade>[0]): ManifestFile[] {
  const extremes = new Map<string, { longest: Named; shortest: Named }>();
  for (const { selected, work, planned } of plan.stations) {
    const press = planned.find(({ target }) => target.kind === 'pdf');
    if (!selected || press === undefined) continue;
    const named = { length: work.imprint.name.length, press };
    const { longest = named, shortest = named } = extremes.get(work.artwork) ?? {};
    extremes.set(work.artwork, {
      longest: named.length > longest.length ? named : longest,
      shortest: named.length < shortest.length ? named : shortest,
    });
  }
  const picked = [...extremes.values()].flatMap(({ longest, shortest }) => [longest, shortest]);
  return listEntries([...new Set(picked.map(({ press }) => press))], journal);
}

interface Named {
  length: number;
  press: Plan['stations'][number]['planned'][number];
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

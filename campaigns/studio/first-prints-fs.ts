import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { loadBaseDirectory } from '../directory/directory-fs.ts';
import { stripName } from '../directory/strip-name.ts';

const root = join(import.meta.dirname, '../..');

/** Boards and pamphlets of the stations with the shortest and the longest name, what preflight says of them, and a letter. */
export function printFirst(campaign: string): void {
  const named = loadBaseDirectory(campaign)
    .stations.map((station) => ({
      path: `${station.district}/${station.id}`,
      letters: stripName(station).length,
    }))
    .sort((one, other) => one.letters - other.letters);
  const ends = [...new Set([named[0]?.path ?? '', named.at(-1)?.path ?? ''])];
  const out = resolve(`data-${basename(campaign)}`, 'first');
  const made = run(campaign, [
    ...['generator/main.ts', '--station', ends.join(','), '--artwork', 'board,pamphlet'],
    ...['--format', 'pdf,preview', '--out', out],
  ]);
  const passed = made === 0 ? run(campaign, ['generator/preflight/main.ts', out]) : made;
  const letter = join(out, 'letter.pdf');
  if (made === 0)
    run(campaign, ['messaging/figures/district-letters/first-letter-main.ts', letter]);
  for (const picture of made === 0 ? globSync('**/*-board-1440.png', { cwd: out }) : [])
    console.log(`board: ${join(out, picture)}`);
  console.log(
    passed === 0
      ? `${letter}, and ${out}: printable`
      : `${out}: not printable, see the faults above`,
  );
}

function run(campaign: string, [program = '', ...more]: readonly string[]): number {
  const { status } = spawnSync(process.execPath, [join(root, program), ...more], {
    env: {
      ...process.env,
      CAMPAIGN: resolve(campaign),
      DATA_DIR: resolve(`data-${basename(campaign)}`),
    },
    stdio: 'inherit',
  });
  return status ?? 1;
}

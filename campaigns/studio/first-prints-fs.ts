import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { loadBaseDirectory } from '../directory/directory-fs.ts';
import { stripName } from '../directory/strip-name.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Boards and pamphlets of the stations with the shortest and the longest name, what preflight says of them, and a letter.
 * @returns 0 printable, 1 not: the faults are told behind that, on stderr
 */
export function printFirst(campaign: string): number {
  const named = loadBaseDirectory(campaign)
    .stations.map((station) => ({
      path: `${station.district}/${station.id}`,
      letters: stripName(station).length,
    }))
    .sort((one, other) => one.letters - other.letters);
  const ends = [...new Set([named[0]?.path ?? '', named.at(-1)?.path ?? ''])];
  const out = resolve(`data-${basename(campaign)}`, 'first');
  const letter = join(out, 'letter.pdf');
  const drawn = run(campaign, [
    ...['generator/main.ts', '--station', ends.join(','), '--artwork', 'board,pamphlet'],
    ...['--format', 'pdf,preview', '--out', out],
  ]);
  const checked = drawn.passed
    ? [
        run(campaign, ['generator/preflight/main.ts', out]),
        run(campaign, ['messaging/figures/district-letters/first-letter-main.ts', letter]),
      ]
    : [];
  for (const picture of globSync('**/*-board-1440.png', { cwd: out }))
    console.log(`board: ${join(out, picture)}`);
  const failed = [drawn, ...checked].filter(({ passed }) => !passed);
  console.log(failed.length === 0 ? `${letter}, and ${out}: printable` : `${out}: not printable:`);
  for (const { said } of failed) process.stderr.write(said);
  return failed.length === 0 ? 0 : 1;
}

/** Runs a program. It says what it did at once; what went wrong is kept, without how far it came. */
function run(campaign: string, [program = '', ...more]: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, program), ...more], {
    env: {
      ...process.env,
      CAMPAIGN: resolve(campaign),
      DATA_DIR: resolve(`data-${basename(campaign)}`),
    },
    encoding: 'utf8',
  });
  const passed = status === 0;
  if (passed) process.stdout.write(stdout);
  return { passed, said: `${stderr.replace(/^\d+\/\d+ .*\n/gm, '')}${stdout}` };
}

// Run by `npm run check`: all checks at the same time, each one's words whole when it ends. 1 when one failed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');

const checks: ReadonlyArray<readonly [name: string, command: string, ...args: string[]]> = [
  ['types', join(root, 'node_modules/typescript-7/bin/tsc'), '--noEmit'],
  // Reads with TypeScript 6, which is `typescript` for it; the code has 7.
  [
    'types of pages',
    join(bin, 'astro-check'),
    ...['--root', 'site', '--tsconfig', 'site/tsconfig.json', '--minimumSeverity', 'error'],
    '--noSync',
  ],
  ['dead code', join(bin, 'knip')],
  // What tests alone use is dead, too.
  ['dead code but for tests', join(bin, 'knip'), '--production'],
  ['lint', join(bin, 'biome'), 'check', '.'],
  ['regular expressions', process.execPath, 'test/checks/regexps.ts'],
  ['slices', process.execPath, 'test/checks/slices.ts'],
  ['campaign words', process.execPath, 'test/checks/campaign-words.ts'],
  ['hindi', process.execPath, 'test/checks/hindi.ts'],
  ['words', process.execPath, 'test/checks/words.ts'],
  ['paths', process.execPath, 'test/checks/paths.ts'],
  ['tags', process.execPath, 'test/checks/tags.ts'],
  ['licences', process.execPath, 'test/checks/licences.ts', '--check'],
];

const failed = (await Promise.all(checks.map(run))).filter((name) => name !== null);
if (failed.length > 0) {
  console.error(`check: ${failed.join(', ')} failed`);
  process.exitCode = 1;
}

/** The check's name when it failed. */
async function run([name, command, ...args]: (typeof checks)[number]): Promise<string | null> {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  process.stdout.write(out);
  process.stderr.write(err);
  return status === 0 ? null : name;
}

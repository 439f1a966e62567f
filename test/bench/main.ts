import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// `npm run bench` runs every benchmark, `npm run bench -- boards scan` the named ones, each in a process of its own.
const folder = import.meta.dirname;
/** A benchmark reports; other files here help it. */
const reports = /^(?:import .*|\} )from '\.\/report\.ts';$/m;
const known = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && reports.test(readFileSync(join(folder, name), 'utf8')))
  .map((name) => name.replace(/\.ts$/, ''));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Expected one of ${known.join(', ')}, got ${unknown.join(', ')}`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : known) {
  const { status } = spawnSync(process.execPath, [join(folder, `${name}.ts`)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}

// `npm run licences` writes THIRD-PARTY.md: every package that an installation runs, with its licence, as the lock file
// states it. `npm run check` runs it with --check: a licence that is not on the list, a package without one, or a page
// that is not up to date ends it with 1.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const page = join(root, 'THIRD-PARTY.md');

/** What the project may be built on. AGPL, GPL alone and anything non-commercial are not among them. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  // Used as libraries that anybody can replace: unchanged, in files of their own.
  'LGPL-3.0',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MIT/X11',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Licences that a package states in its LICENSE file alone; looked up at this version. */
const statedInFile: Readonly<Record<string, string>> = { 'twitter-text@3.1.0': 'Apache-2.0' };

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const faults: string[] = [];
const runtime = new Map<string, { versions: Set<string>; licence: string }>();
for (const [path, { version = '', dev = false, ...locked }] of Object.entries(lock.packages)) {
  if (path === '') continue;
  const name = path.replace(/^.*node_modules\//, '');
  const license = locked.license ?? statedInFile[`${name}@${version}`];
  if (license === undefined) faults.push(`${path} ${version} states no licence`);
  else if (!isAllowed(license)) faults.push(`${path} ${version} is under ${license}`);
  if (dev) continue;
  const known = runtime.get(name);
  if (known === undefined)
    runtime.set(name, { versions: new Set([version]), licence: license ?? '' });
  else known.versions.add(version);
}

const rows = [...runtime]
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([name, { versions, licence }]) => `| ${name} | ${[...versions].join(', ')} | ${licence} |`);
const text = `# Third-party packages

What an installation runs, with the licence that each package states; made by \`npm run licences\`. Packages that are only
for building and testing are checked by the same list and not printed. The fonts are under the OFL 1.1, the colour
profiles in \`assets/icc\` (from Debian's colord-data) under CC0, the icons in \`assets/icons/phosphor\` under the MIT licence.

| package | version | licence |
|---|---|---|
${rows.join('\n')}
`;

if (process.argv.includes('--check')) {
  if (readFileSync(page, 'utf8') !== text)
    faults.push('THIRD-PARTY.md is not up to date: npm run licences');
} else writeFileSync(page, text);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`licences: ${Object.keys(lock.packages).length} packages, all allowed`);

/** An SPDX expression: of alternatives one has to be allowed, of what holds together every one. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  return bare.split(' OR ').some((part) => part.split(' AND ').every((id) => allowed.has(id)));
}

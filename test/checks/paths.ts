// Run by `npm run check`: files and folders that the papers name are there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
const known = new Set(files.flatMap((file) => [...listFolders(file), file, basename(file)]));
/** Where a paper's short path may begin, beside the root and its own folder. */
const beginnings = ['messaging', 'campaigns', 'campaigns/up-cop', 'site/islands/console'];
/** Of a running installation, not of the project; what was so once. */
const elsewhere = /^(\/|data\/|dist|-|[A-Z_]+\/)/;

const papers = files.filter((file) => /(?<!THIRD-PARTY|CHANGELOG)\.md$/.test(file));
const faults = papers.flatMap((paper) => {
  const text = readFileSync(join(root, paper), 'utf8');
  const named = [...text.matchAll(/`([\w./-]+)`|\]\(([^)#:]+)\)/g)].map(
    ([, path = '', link = '']) => (path || link).replace(/\/$/, ''),
  );
  const paths = named.filter(
    (path) => /\/|\.(ts|tsx|yaml|md)$/.test(path) && !elsewhere.test(path),
  );
  const places = ['', dirname(paper), ...beginnings];
  return paths
    .filter((path) => !places.some((place) => known.has(join(place, path))))
    .map((path) => `${paper}: expected a file or folder of the project, got ${path}`);
});
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`paths: ${papers.length} papers, all that they name is there`);

function listFolders(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? [] : [folder, ...listFolders(folder)];
}

// `node test/checks/promises.ts`: for each promise of test/promises.txt where it is held, and by which command; 1 when one is
// held nowhere. A promise is a test's title; `old => new` is one that a test holds under another title. `--write` adds the titles
// that are not there.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { sortTests } from '../servers/sort-tests.ts';

const root = join(import.meta.dirname, '..', '..');
const list = join(root, 'test/promises.txt');

/** Titles of tests, as they are written, by the files below `test/` that have them. */
function findTitles(): Map<string, string[]> {
  const titles = new Map<string, string[]>();
  for (const file of globSync('test/**/*.ts', { cwd: root }).sort()) {
    const source = readFileSync(join(root, file), 'utf8');
    if (!/\b(test|it)\b/.test(source)) continue;
    new Visitor({
      CallExpression({ callee, arguments: [first] }) {
        const [name = ''] = source.slice(callee.start, callee.end).split(/[.(]/);
        if (!['test', 'it'].includes(name) || first === undefined) return;
        const isText = first.type === 'TemplateLiteral' || first.type === 'Literal';
        // A table of cases is called before the title is.
        if (!isText || source.slice(callee.start, callee.end).endsWith('.each')) return;
        const title = source.slice(first.start + 1, first.end - 1);
        titles.set(title, [...(titles.get(title) ?? []), file]);
      },
    }).visit(parseSync(file, source).program);
  }
  return titles;
}

const titles = findTitles();
const lines = readFileSync(list, 'utf8').trim().split('\n');
const promises = lines.map((line) => {
  const [promise = '', title = promise] = line.split(' => ');
  return { promise, title, files: new Set(titles.get(title)) };
});
if (process.argv.includes('--write')) {
  const listed = new Set(promises.map(({ title }) => title));
  const added = [...titles.keys()].filter((title) => !listed.has(title));
  writeFileSync(list, `${[...lines, ...added].sort().join('\n')}\n`);
}
const { rare, walks } = sortTests();
const later = new Set([...rare, ...walks]);
for (const { promise, files } of promises) {
  for (const file of files)
    console.log(`${later.has(file) ? 'test:all' : 'test    '}  ${promise}\n          ${file}`);
  if (files.size > 0) continue;
  console.error(`held nowhere: ${promise}`);
  process.exitCode = 1;
}

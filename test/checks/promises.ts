// `node test/checks/promises.ts`: for each promise of test/promises.txt where it is held, and by which command; 1 when one is
// held nowhere. `--write` makes the list of the tests that are there. A promise is a test's title; `old => new` is one that
// another test holds under another title.
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
if (process.argv.includes('--write')) {
  writeFileSync(list, `${[...titles.keys()].sort().join('\n')}\n`);
} else {
  const rare = new Set(sortTests().rare);
  const lost: string[] = [];
  for (const line of readFileSync(list, 'utf8').trim().split('\n')) {
    const [promise = '', now = promise] = line.split(' => ');
    const files = titles.get(now) ?? [];
    if (files.length === 0) lost.push(line);
    for (const file of new Set(files))
      console.log(`${rare.has(file) ? 'test:all' : 'test    '}  ${promise}\n          ${file}`);
  }
  for (const promise of lost) console.error(`held nowhere: ${promise}`);
  process.exitCode = lost.length > 0 ? 1 : 0;
}

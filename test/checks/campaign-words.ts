// Run by `npm run check`: what belongs to one campaign stands in its folder, and nowhere in code that every campaign runs.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { campaignIds } from '../../campaigns/campaign-folder-fs.ts';
import { campaignWords } from '../campaign-words.ts';

const root = join(import.meta.dirname, '..', '..');

/** Where such a word is no campaign's: file or folder, what is said there, and why. */
const allowed: readonly [path: string, word: string, why: string][] = [
  ['generator/print/xmp.ts', 'UP COP outreach toolkit', 'the program names itself'],
  ['generator/film/dcp/mxf/', 'UP COP outreach toolkit', 'the program names itself'],
  ['campaigns/press-notes/find-marks.ts', 'उत्तर प्रदेश', 'one of the states on number plates'],
  ['campaigns/press-notes/find-marks.ts', 'uttar pradesh', 'one of the states on number plates'],
  ['campaigns/press-notes/find-marks.ts', 'उ0प्र0', 'one of the states on number plates'],
  ['campaigns/press-notes/find-numbers.ts', '1090', 'help lines of all states are no private numbers'],
  ['messaging/accounts/familiar-words-fs.ts', 'यूपी', 'passwords that many people take'],
];

const words = campaignIds().map((id) => ({ id, found: campaignWords(id) }));
const used = new Set<number>();
const faults = sourceFiles().flatMap((file) =>
  readWithoutComments(file)
    .split('\n')
    .flatMap((line, at) => {
      const known = allowed.reduce((rest, [path, word], index) => {
        if (!file.startsWith(path) || !rest.includes(word)) return rest;
        used.add(index);
        return rest.replaceAll(word, '');
      }, line);
      const match = words.flatMap(({ id, found }) => {
        const [word] = found.exec(known) ?? [];
        return word === undefined ? [] : [`${file}:${at + 1}: “${word}” is of ${id}`];
      });
      return match.slice(0, 1);
    }),
);
for (const [index, [path, word]] of allowed.entries())
  if (!used.has(index)) faults.push(`Expected “${word}” in ${path}, which is allowed there`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

function sourceFiles(): string[] {
  const listed = ['ls-files', '-co', '--exclude-standard', 'campaigns', 'generator', 'messaging', 'site'];
  const own = new Set(campaignIds().map((id) => `campaigns/${id}/`));
  return execFileSync('git', listed, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|tsx|astro|css|sql|html)$/.test(file) && existsSync(join(root, file)))
    .filter((file) => ![...own].some((folder) => file.startsWith(folder)));
}

/** The text with blanks for comments, so that lines keep their numbers. */
function readWithoutComments(file: string): string {
  const text = readFileSync(join(root, file), 'utf8');
  if (!/\.tsx?$/.test(file))
    return text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|^\s*(?:\/\/|--).*$/gm, blank);
  return parseSync(file, text).comments.reduce(
    (rest, { start, end }) =>
      rest.slice(0, start) + blank(rest.slice(start, end)) + rest.slice(end),
    text,
  );
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

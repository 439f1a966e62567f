// Run by `npm run check`: what belongs to one campaign is in its folder, and nowhere in code that every campaign runs.
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
  ['generator/channels/film/dcp/mxf/', 'UP COP outreach toolkit', 'the program names itself'],
  [
    'campaigns/press-notes/find-numbers.ts',
    '1090',
    'help lines of all states are no private numbers',
  ],
  ['messaging/people/accounts/familiar-words-fs.ts', 'यूपी', 'passwords that many people take'],
];

const words = campaignIds().map((id) => ({ id, found: campaignWords(id) }));
const used = new Set<number>();
const faults = sourceFiles().flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  // Most files have no such word at all, and parsing them all takes seconds.
  if (!words.some(({ found }) => found.test(text))) return [];
  return withoutComments(file, text)
    .split('\n')
    .flatMap((line, at) => findWord(withoutAllowed(file, line), `${file}:${at + 1}`));
});
for (const [index, [path, word]] of allowed.entries())
  if (!used.has(index)) faults.push(`Expected “${word}” in ${path}, which is allowed there`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

function sourceFiles(): string[] {
  const listed = [
    'ls-files',
    '-co',
    '--exclude-standard',
    'campaigns',
    'generator',
    'messaging',
    'site',
  ];
  const own = new Set(campaignIds().map((id) => `campaigns/${id}/`));
  return execFileSync('git', listed, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\.(ts|tsx|astro|css|sql|html)$/.test(file) && existsSync(join(root, file)))
    .filter((file) => ![...own].some((folder) => file.startsWith(folder)));
}

function withoutAllowed(file: string, line: string): string {
  return allowed.reduce((rest, [path, word], index) => {
    if (!file.startsWith(path) || !rest.includes(word)) return rest;
    used.add(index);
    return rest.replaceAll(word, '');
  }, line);
}

function findWord(line: string, where: string): string[] {
  for (const { id, found } of words) {
    const [word] = found.exec(line) ?? [];
    if (word !== undefined) return [`${where}: “${word}” is of ${id}`];
  }
  return [];
}

/** The text with blanks for comments, so that lines keep their numbers. */
function withoutComments(file: string, text: string): string {
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

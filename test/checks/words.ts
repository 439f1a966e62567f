// Run by `npm run check`: words that no name and no comment has, each with what to say instead. GLOSSARY.md has the good ones.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync } from 'oxc-parser';

const root = join(import.meta.dirname, '..', '..');
type Table = readonly [banned: RegExp, instead: string][];

/** In names of files and of all that code declares; a field keeps the name that the database or a request gave it. */
const names: Table = [
  [/\b(dissemination|broadcast)s?\b/, '“blast”'],
  [/\bdeeds?\b/, '“action”'],
  [/\buntold\b/, '“unreported”'],
  [/\blearnt\b/, '“result”, “known”'],
  [/\b(anew|whoever)\b/, '“again” or a verb such as “rebuild”; who it is'],
  [/\bhung\b(?! (on|boards)\b)/, '“placed”; only boards are hung'],
  [/\b(util|helper|misc)s?\b/, 'what it does, or is about'],
];

/** Of exported functions, which say what they do. */
const verbs: Table = [[/(?<!^stations|^audit) of$/, 'a verb: count, find, list, make, read, to …']];

/** In comments and in titles of tests: words that no engineer says. */
const foreign: Table = [
  [/\banew\b/i, '“again”, or re-: “rebuilt”'],
  [/(?<!\bthere )\b(is|are) none\b/i, '“is not one”, “is invalid”, “does not count”'],
  [/\bwhoever\b/i, 'who it is: “the reader”, “officers who …”'],
  [/\b(untold|hither|whence|therein|nought|learnt)\b/i, 'a word of today'],
];

/** In the first words of a doc comment of the product. */
const openings: Table = [
  [/^(What|Who|Whose|Which)\b/, 'the noun or the verb: “Words”, “Sends …”, “Why …”'],
  [/^(This|The following) (is|are|function|type|class|file)\b/, 'what it is for'],
];

const files = globSync('{campaigns,generator,messaging,site,test,assets}/**/*.{ts,tsx,astro,mjs}', {
  cwd: root,
});
const faults = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [
    ...findBanned(names, [basename(file), ...listNames(file, text)].map(toWords)),
    ...findBanned(verbs, listMatches(text, /^export (?:async )?function\*? (\w+)/gm).map(toWords)),
    ...findBanned(foreign, listComments(text)),
    ...(file.startsWith('test/') ? findBanned(foreign, listTitles(text)) : []),
    ...(file.startsWith('test/') ? [] : findBanned(openings, listOpenings(text))),
  ];
  return found.map((fault) => `${file}: ${fault}`);
});
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`words: ${files.length} files, no banned word`);

function findBanned(table: Table, texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    table.filter(([banned]) => banned.test(text)).map(([, instead]) => `“${text}”: say ${instead}`),
  );
}

/** `orderLines` and `order-lines.ts` as words. */
function toWords(name: string): string {
  const words = name.replace(/\.\w+$/, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2');
  return words.replace(/[-_.]/g, ' ').toLowerCase();
}

function listOpenings(text: string): string[] {
  return listMatches(text, /^ *\/\*\*(?:\n *\*)? +(.{1,60})/gm);
}

function listComments(text: string): string[] {
  return listMatches(text, /(?:^ *(?:\/\/|\/?\*+|\{\/\*)| \/\/) (.+)/gm);
}

function listTitles(text: string): string[] {
  return listMatches(text, /^ *(?:describe|it|test)\b[^'"`\n]*['"`](.+)['"`]/gm);
}

function listMatches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, match = '']) => match);
}

function listNames(file: string, text: string): string[] {
  // Most files have no such word at all, and parsing them all takes seconds.
  if (file.endsWith('.astro') || !names.some(([banned]) => banned.test(toWords(text)))) return [];
  const found: string[] = [];
  const visit = (node: unknown, declares: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, name, shorthand, ...children } = node as Record<string, unknown>;
    if (type === 'Identifier' && declares) found.push(String(name));
    if (type === 'Property' && shorthand === true) return;
    const isPart = Array.isArray(node) || /Pattern|Property|RestElement/.test(String(type));
    for (const [key, child] of Object.entries(children)) {
      const isName = /^(id|params|local)$/.test(key);
      visit(child, isName || (declares && isPart && !/^(key|right)$/.test(key)));
    }
  };
  visit(parseSync(file, text).program, false);
  return found;
}

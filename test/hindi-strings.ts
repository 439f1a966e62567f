import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';

const root = join(import.meta.dirname, '..');

/** A piece of a file that people may read, at its place in the text. */
export interface WrittenText {
  file: string;
  start: number;
  text: string;
}

/** Files whose Hindi is not the house's: what it is, and why. */
const strange: readonly RegExp[] = [
  // Marathi, which has spellings of its own.
  /^campaigns\/(?:maharashtra-|languages\/mr\/)|^site\/i18n\/mr\.ts/,
  // The papers, word for word, and the lists of names.
  /^campaigns\/[^/]+\/(?:papers|directory)\//,
  // Words that are looked for in what others wrote, in every way they write them.
  /^campaigns\/press-notes\/(?:find-|stems|word-|person-words|number-words|known-places|normalise)|^campaigns\/messages\/(?:lint-(?:opt-out|appeals|offers|placeholders)|numbers-in|promotional-words|warnings|links-in)\.ts/,
  /^messaging\/phone\/(?:gateways\/report-words|receipt-files\/report-columns|callbacks\/stop-word)\.ts/,
  /^campaigns\/directory\/override-table\.ts|^messaging\/platform\/lists\/columns\.ts/,
  /^messaging\/people\/accounts\/(?:familiar-words-fs|invitation-list)\.ts/,
  // The table itself.
  /^campaigns\/words\/house-spellings\.ts/,
];

/** Files with text for people: code, pages, campaigns, guides. */
export function listTextFiles(...more: string[]): string[] {
  const rooms = ['campaigns', 'generator', 'messaging', 'site', '*.md', ...more];
  return execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...rooms], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(?:tsx?|astro|yaml|md)$/.test(file) && existsSync(join(root, file)))
    .filter((file) => !strange.some((path) => path.test(file)));
}

/** Hindi texts of a file: strings of code, values of a campaign, lines of a guide; not comments or expressions. */
export function readHindi(file: string): WrittenText[] {
  const source = readFileSync(join(root, file), 'utf8');
  if (!/\p{Script=Devanagari}/u.test(source)) return [];
  const found = /\.tsx?$/.test(file)
    ? readCode(file, source)
    : file.endsWith('.yaml')
      ? readYaml(source)
      : readLines(source);
  return found
    .filter(({ text }) => /\p{Script=Devanagari}/u.test(text))
    .map((piece) => ({ file, ...piece }));
}

type Piece = Omit<WrittenText, 'file'>;

function readCode(file: string, source: string): Piece[] {
  const found: Piece[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, start, end, regex, ...rest } = node as Record<string, unknown>;
    if (type === 'Literal' && regex !== undefined) return;
    if (type === 'Literal' || type === 'TemplateElement' || type === 'JSXText') {
      found.push({ start: Number(start), text: source.slice(Number(start), Number(end)) });
      return;
    }
    for (const child of Object.values(rest)) visit(child);
  };
  visit(parseSync(file, source).program);
  return found;
}

/** Lines of a campaign without comments. What is below `quote`, `named` and `citations` is the paper's own. */
function readYaml(source: string): Piece[] {
  let skipped: number | null = null;
  return readLines(source).filter(({ text }) => {
    const depth = text.search(/\S/);
    if (depth < 0) return false;
    if (skipped !== null && depth > skipped) return false;
    const [, dash = '', key = ''] = /^\s*(- )?(\w+):/.exec(text) ?? [];
    skipped = /^(?:quote|named|citations)$/.test(key) ? depth + dash.length : null;
    if (/^\s*(?:- )?language: (?!hi\b)/.test(text)) skipped = depth - 1;
    return skipped === null && !/^\s*#/.test(text);
  });
}

function readLines(source: string): Piece[] {
  let start = 0;
  return source.split('\n').map((text) => {
    const piece = { start, text };
    start += text.length + 1;
    return piece;
  });
}

import type { CsvRow } from '../../tables/csv.ts';
import { sheetCsv } from '../../tables/csv-writer.ts';
import type { Script } from '../typesetting/scripts.ts';
import { findLongest, judgeDraft, type SheetText } from './judge-draft.ts';
import { formSign, listTexts } from './text-paths.ts';

const head = ['Key', 'Where it shows', 'हिंदी', 'English', 'Longest (letters)', 'Draft'];

/** By how a key begins, the longest first that fits. */
const places: Readonly<Record<string, string>> = {
  pages: 'every page',
  'pages.nav': 'menus at the head and the foot of every page',
  'pages.privacy': 'privacy page',
  'pages.citizen': 'home page',
  'pages.get': 'page behind a scanned code, /get/',
  'pages.print': 'list of districts, /print/',
  'pages.district': 'page of a district',
  'pages.station': 'page of a police station',
  'pages.artworks': 'lists of files',
  'pages.formats': 'lists of files',
  'pages.campaign': 'page of directions',
  'pages.search': 'search',
  'pages.sitemap': 'site map',
  'pages.notFound': 'page for a wrong address',
  names: 'menus at the foot',
  nameReport: 'form on the page of a police station: this name is wrong',
  codeReport: 'form on /get/: something is stuck over the code',
  progress: 'progress page, and a district’s',
  privacy: 'privacy page',
  'service.unknownCode': 'page for a code that is not registered',
  'service.closedCode': 'page for a code that was closed',
  'service.pages': 'pages while the site is being made',
  'service.stop': 'page on which a recipient ends messages',
  'service.districtLetter': 'letter of headquarters to a district',
  campaign: 'board, pamphlet and posters',
  'campaign.call': 'recorded call',
};

/** Words of a subject on both sides, as code has them or as data. */
export interface Subject {
  name: string;
  hindi: unknown;
  english: unknown;
}

/** Texts of the sheet; a sentence with a number has a row for each plural form of the language. */
export function listSheetTexts(subjects: readonly Subject[], locale: string): SheetText[] {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  return subjects.flatMap(({ name, hindi, english }) => {
    const inHindi = new Map(listTexts(hindi, name));
    const texts = new Map(listTexts(english, name));
    return [...texts].flatMap(([path, text]): SheetText[] => {
      const [key = '', form] = path.split(formSign);
      if (form === 'one') return [];
      const other = inHindi.get(path) ?? inHindi.get(key) ?? inHindi.get(`${key}#other`) ?? '';
      const row = { hindi: other, english: text, longest: findLongest(other, text) };
      return form === undefined
        ? [{ key, ...row }]
        : pluralCategories.map((each) => ({ ...row, key: `${key}${formSign}${each}` }));
    });
  });
}

function findPlace(key: string): string {
  const fitting = Object.keys(places).filter(
    (start) => key === start || key.startsWith(`${start}.`),
  );
  return places[fitting.toSorted((a, b) => b.length - a.length)[0] ?? ''] ?? '';
}

/** The sheet for a translator, in the order of the pages. */
export function writeSheet(
  texts: readonly SheetText[],
  drafts: ReadonlyMap<string, string>,
): string {
  const rows = texts.map(({ key, hindi, english, longest }) => [
    key,
    findPlace(key),
    hindi,
    english,
    longest,
    drafts.get(key) ?? drafts.get(withoutForm(key)) ?? '',
  ]);
  return sheetCsv([head, ...rows]);
}

export interface ReadSheet {
  /** Drafts that can be taken, by key. */
  good: Map<string, string>;
  /** One sentence each, with the row of the sheet. */
  faults: string[];
  /** How many of the good ones differ from what was kept, and how many rows have no draft so far. */
  changed: number;
  open: number;
}

/**
 * Reads a filled sheet: what is right is taken, each other row is told with the reason. A row that was written empty and came back so
 * is not translated yet.
 */
export function readSheet(
  rows: readonly CsvRow[],
  texts: readonly SheetText[],
  { script, kept }: { script: Script; kept: ReadonlyMap<string, string> },
): ReadSheet {
  const known = new Map(texts.map((text) => [text.key, text]));
  const good = new Map<string, string>();
  const seen = new Set<string>();
  const faults: string[] = [];
  const keptAt = (key: string) => kept.get(key) ?? kept.get(withoutForm(key)) ?? '';
  let open = 0;
  for (const { line, cells } of rows) {
    const [key = ''] = cells;
    if (key === head[0] || cells.every((cell) => cell.trim() === '')) continue;
    const text = known.get(key);
    const draft = (cells[head.length - 1] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    const isOpen = text !== undefined && !seen.has(key) && draft === '' && keptAt(key) === '';
    const found = seen.has(key) ? ['Expected each key once'] : judgeRow(draft, text, script);
    seen.add(key);
    if (isOpen) open += 1;
    else if (found.length === 0) good.set(key, draft);
    else for (const fault of found) faults.push(`row ${line}, ${key}: ${fault}`);
  }
  for (const { key } of texts) if (!seen.has(key)) faults.push(`${key}: Expected a row, got none`);
  // A sentence with one of its plural forms alone would be wrong for the other numbers.
  const half = texts.flatMap(({ key }) => (good.has(key) ? [] : [withoutForm(key)]));
  for (const key of [...good.keys()])
    if (half.includes(withoutForm(key))) {
      good.delete(key);
      faults.push(`${key}: Expected all plural forms`);
    }
  const changed = [...good].filter(([key, draft]) => keptAt(key) !== draft).length;
  return { good, faults, changed, open };
}

function judgeRow(draft: string, text: SheetText | undefined, script: Script): string[] {
  if (text === undefined) return ['Expected a key of the sheet'];
  return draft === '' ? ['Expected a draft, got none'] : judgeDraft(draft, text, script);
}

const withoutForm = (key: string) => key.split(formSign)[0] ?? key;

/** Drafts by path; plural forms that are alike are one text. */
export function joinForms(drafts: ReadonlyMap<string, string>): Map<string, string> {
  const forms = Map.groupBy(drafts, ([key]) => withoutForm(key));
  return new Map(
    [...forms].flatMap(([key, each]): [string, string][] =>
      new Set(each.map(([, draft]) => draft)).size === 1 ? [[key, each[0]?.[1] ?? '']] : each,
    ),
  );
}

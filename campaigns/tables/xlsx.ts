import { strFromU8, unzipSync } from 'fflate';
import type { CsvRow } from './csv.ts';

/** Visible sheets of a workbook in their order, each with its rows as text. */
export type XlsxSheet = { name: string; rows: CsvRow[] };

const mostFiles = 500;
const largestPartBytes = 8_000_000;
const largestTotalBytes = 24_000_000;
const mostColumns = 100;

/**
 * Reads the cells of a workbook as text: shared and inline strings, numbers as they are stored, the last
 * result of a formula. Written for lists of names on the start-up path: it needs no parser beyond this and
 * never unpacks more than a stated size, whatever the archive claims.
 * @throws when it is no workbook, or one that is too large
 */
export function readXlsx(bytes: Uint8Array): XlsxSheet[] {
  const parts = unpack(bytes);
  const workbook = part(parts, 'xl/workbook.xml');
  const targets = relationships(part(parts, 'xl/_rels/workbook.xml.rels'));
  const strings = parts.has('xl/sharedStrings.xml')
    ? sharedStrings(part(parts, 'xl/sharedStrings.xml'))
    : [];
  const sheets: XlsxSheet[] = [];
  for (const tag of tags(workbook)) {
    if (tag.name !== 'sheet' || /hidden/i.test(attribute(tag, 'state'))) continue;
    const target = targets.get(attribute(tag, 'id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    sheets.push({ name: attribute(tag, 'name'), rows: sheetRows(part(parts, path), strings) });
  }
  if (sheets.length === 0) throw new Error('Expected a sheet in the workbook, got none');
  return sheets;
}

function unpack(bytes: Uint8Array): Map<string, string> {
  let files = 0;
  let total = 0;
  let tooLarge = '';
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, {
      filter({ name, originalSize }) {
        files += 1;
        if (
          !/^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/.test(
            name,
          )
        )
          return false;
        total += originalSize;
        if (originalSize > largestPartBytes || total > largestTotalBytes || files > mostFiles) {
          tooLarge ||= name;
          return false;
        }
        return true;
      },
    });
  } catch (cause) {
    throw new Error('Expected an xlsx workbook, got a file that does not unpack', { cause });
  }
  if (tooLarge) {
    throw new Error(
      `Expected at most ${largestPartBytes} bytes in a part, got more in ${tooLarge}`,
    );
  }
  return new Map(Object.entries(unpacked).map(([name, data]) => [name, strFromU8(data)]));
}

function part(parts: Map<string, string>, path: string): string {
  const text = parts.get(path);
  if (text === undefined) throw new Error(`Expected ${path} in the workbook, got none`);
  return text;
}

function relationships(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const tag of tags(xml)) {
    if (tag.name === 'Relationship') targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'));
  }
  return targets;
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let phonetic = false;
  for (const tag of tags(xml)) {
    if (tag.name === 'rPh') phonetic = !tag.closes;
    else if (tag.name === 't' && tag.closes && !phonetic) text += unescapeXml(tag.before);
    else if (tag.name === 'si' && (tag.closes || tag.empty)) {
      strings.push(text);
      text = '';
    }
  }
  return strings;
}

function sheetRows(xml: string, strings: readonly string[]): CsvRow[] {
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 0, cells: [] };
  let column = -1;
  let type = '';
  let value = '';
  for (const tag of tags(xml)) {
    if (tag.name === 'row') {
      if (tag.opens) row = { line: Number(attribute(tag, 'r')) || row.line + 1, cells: [] };
      else if (row.cells.some((cell) => cell !== '')) rows.push(row);
    } else if (tag.name === 'c') {
      if (tag.opens) {
        column = columnOf(attribute(tag, 'r')) ?? column + 1;
        type = attribute(tag, 't');
        value = '';
      }
      if (tag.closes || tag.empty) {
        if (column < mostColumns)
          setCell(row.cells, column, type === 's' ? (strings[Number(value)] ?? '') : value);
      }
    } else if ((tag.name === 'v' || tag.name === 't') && tag.closes) {
      value += unescapeXml(tag.before);
    }
  }
  return rows;
}

function setCell(cells: string[], column: number, value: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = value;
}

/** "C7" → 2 */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A tag without its prefix, and the text that stands between the tag before it and itself. */
type Tag = {
  name: string;
  attributes: string;
  before: string;
  opens: boolean;
  closes: boolean;
  empty: boolean;
};

/** One pass from left to right, so that no input can make it slow. */
function* tags(xml: string): Generator<Tag> {
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return;
    const end = xml.indexOf('>', start);
    if (end < 0) return;
    const before = xml.slice(at, start);
    at = end + 1;
    const inner = xml.slice(start + 1, end);
    if (inner[0] === '!' || inner[0] === '?') continue;
    const closes = inner[0] === '/';
    const empty = inner.endsWith('/');
    const space = inner.search(/[\s/]/);
    const body = closes ? inner.slice(1) : inner;
    const whole = closes || space < 0 ? body.trim() : body.slice(0, space);
    const name = whole.slice(whole.indexOf(':') + 1);
    yield { name, attributes: body, before, opens: !closes, closes, empty };
  }
}

function attribute({ attributes }: Tag, name: string): string {
  const found = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return unescapeXml(found?.[1] ?? found?.[2] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescapeXml(text: string): string {
  return text
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
      (whole, hex, decimal, name) => {
        if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OwnLanguage, officeSide, type Spoken } from '../language.ts';
import { assignSerials, campaignBlocks, type Owner } from '../links/registry.ts';
import { formatRegistry } from '../links/registry-csv.ts';
import { loadRegistry } from '../links/registry-fs.ts';
import { rangesIn } from '../links/serials.ts';
import type { CsvRow } from '../tables/csv.ts';
import { parseCsv } from '../tables/csv.ts';
import { type Encoding, findEncoding, splitRows } from '../tables/csv-text.ts';
import { formatCsv } from '../tables/csv-writer.ts';
import { readXlsx } from '../tables/xlsx.ts';
import { openListWords as words } from '../words/open-list-words.ts';
import { readOpenRows } from './open-columns.ts';
import { type DraftDirectory, draftDirectory } from './open-directory.ts';
import { addTiles, type Told } from './open-places.ts';

/**
 * Reads a published list of police stations.
 * @throws where it has no head, or no line that can be taken
 */
export function readOpenDirectory(file: string, language: OwnLanguage): DraftDirectory {
  const { rows, encoding } = readTable(readFileSync(file));
  const { rows: lines, unread } = readOpenRows(rows, language);
  const draft = draftDirectory(lines, language);
  const told: Told[] = [...draft.told];
  if (encoding !== 'utf-8') told.push({ line: null, text: words.encoding(encoding) });
  if (unread.length > 0) told.push({ line: null, text: words.unread(unread.join(', ')) });
  if (draft.stations.length > 0) return { ...draft, told };
  throw new Error(
    `Expected a line with a district and a station in ${file}, got:\n${sayTold(told, { languages: [language, 'en'] })}`,
  );
}

type Added = Pick<DraftDirectory, 'districts' | 'stations'>;

/** Remarks in Hindi or English, as offices of the campaign read them. */
export function sayTold(told: readonly Told[], spoken: Spoken): string {
  const side = officeSide('hi', spoken) === 'hi' ? 0 : 1;
  return told
    .map(({ line, text }) => `  ${line === null ? '' : words.line(line)[side]}${text[side]}\n`)
    .join('');
}

/**
 * Adds districts and stations to a campaign's folder, each with a code; names and codes that are there stay as they are.
 * @param area under which new districts are put until somebody says theirs
 * @returns those that were not there
 */
export function addDirectory(
  folder: string,
  { districts, stations }: Added,
  { language, zone, range }: { language: OwnLanguage; zone: string; range: string },
): Added {
  const districtFile = join(folder, 'directory/districts.csv');
  const kept = existsSync(districtFile)
    ? parseCsv(readFileSync(districtFile, 'utf8'))
        .slice(1)
        .map(({ cells }) => cells)
    : [];
  const known = new Set(kept.map(([id]) => id));
  const tiles = kept.map((cells) => ({ tileCol: Number(cells[9]), tileRow: Number(cells[10]) }));
  const added = {
    districts: addRows(
      districtFile,
      `district,name_en,name_${language},zone,range,lgd_code,commissionerate_since,lon,lat,tile_col,tile_row`,
      addTiles(
        districts.filter(({ id }) => !known.has(id)),
        tiles,
      ),
      ({ id, nameEn, nameHi, lon, lat, tileCol, tileRow }) => [
        [id],
        [nameEn, nameHi, zone, range, '', '', lon, lat, tileCol, tileRow],
      ],
    ),
    stations: addRows(
      join(folder, 'directory/stations.csv'),
      `district,station,kind,name_en,name_${language},evidence`,
      stations,
      ({ district, id, kind, nameEn, nameHi, evidence }) => [
        [district, id],
        [kind, nameEn, nameHi, evidence],
      ],
    ),
  };
  const notes = join(folder, 'directory/notes.csv');
  if (!existsSync(notes)) writeFileSync(notes, `district,station,note_${language},note_en\n`);
  const owners: Owner[] = [
    { scope: 'state' },
    ...districts.map(({ id }) => ({ scope: 'district', district: id }) as const),
    ...stations.map(({ district, id }) => ({ scope: 'station', district, station: id }) as const),
  ];
  const file = join(folder, 'codes.csv');
  const coded = existsSync(file) ? loadRegistry({ campaignFolder: folder }).assignments : [];
  const ranges = rangesIn('committed', campaignBlocks(coded));
  writeFileSync(
    file,
    formatRegistry([...coded, ...assignSerials(coded, owners, ranges)], 'committed'),
  );
  return added;
}

type Cells = (string | number)[];

/** Rows are in the order of their keys, as directories are. */
function addRows<Entry>(
  file: string,
  head: string,
  entries: readonly Entry[],
  toRow: (entry: Entry) => [key: string[], more: Cells],
): Entry[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : `${head}\n`;
  const [heads = [], ...kept] = parseCsv(text).map(({ cells }) => cells);
  const width = head.startsWith('district,station') ? 2 : 1;
  const toKey = (cells: Cells) => cells.slice(0, width).join('/');
  const known = new Set(kept.map(toKey));
  const added = entries.filter((entry) => !known.has(toRow(entry)[0].join('/')));
  const all: Cells[] = [...kept, ...added.map((entry) => toRow(entry).flat())];
  const sorted = all.sort((one, other) => (toKey(one) < toKey(other) ? -1 : 1));
  writeFileSync(file, formatCsv([heads, ...sorted]));
  return added;
}

/** Rows of a workbook's first sheet, or of a csv in any encoding that machines save it in. */
function readTable(bytes: Uint8Array): {
  rows: CsvRow[];
  encoding: Encoding | 'windows-1252';
} {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return { rows: readXlsx(bytes)[0]?.rows ?? [], encoding: 'utf-8' };
  const named = findEncoding(bytes.subarray(0, 64));
  try {
    return {
      rows: splitRows(new TextDecoder(named, { fatal: true }).decode(bytes)),
      encoding: named,
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const text = new TextDecoder('windows-1252').decode(bytes);
    return { rows: splitRows(text), encoding: 'windows-1252' };
  }
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OwnLanguage, officeSide, type Spoken } from '../language.ts';
import { draftOwnName } from '../languages/place-draft.ts';
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
import type { Pair } from '../words/pairs.ts';
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

export type Added = Pick<DraftDirectory, 'districts' | 'stations' | 'told'>;
type Cells = (string | number)[];

/** Remarks in Hindi or English, as offices of the campaign read them. */
export function sayTold(told: readonly Told[], spoken: Spoken): string {
  const side = officeSide('hi', spoken) === 'hi' ? 0 : 1;
  return told
    .map(({ line, text }) => `  ${line === null ? '' : words.line(line)[side]}${text[side]}\n`)
    .join('');
}

/**
 * Adds districts and stations to a campaign's folder, each with a code; codes that are there stay, and so do names unless they are drafts
 * that the list has the name for.
 * @param area under which new districts are put until somebody says theirs
 * @returns those that were not there, and what became of names that differ
 */
export function addDirectory(
  folder: string,
  { districts, stations, given }: Omit<DraftDirectory, 'told'>,
  { language, zone, range }: { language: OwnLanguage; zone: string; range: string },
): Added {
  const districtFile = join(folder, 'directory/districts.csv');
  const stationFile = join(folder, 'directory/stations.csv');
  const kept = readCells(districtFile).slice(1);
  const known = new Set(kept.map(([id]) => id));
  const tiles = kept.map((cells) => ({ tileCol: Number(cells[9]), tileRow: Number(cells[10]) }));
  // Of a district whose name was drafted each station is a draft as well.
  const sure = new Set(
    readCells(stationFile).flatMap(([id = '', ...more]) => (more[4] === 'draft' ? [] : [id])),
  );
  const corrected: Pair[] = [];
  const differing: Pair[] = [];
  /** Takes the name of the list in the place of a draft. */
  const correct = (kept: Cells, row: Cells, own: number, isDraft: boolean): Cells => {
    const [en, name] = kept.slice(own - 1);
    if (name !== row[own])
      (isDraft ? corrected : differing).push(words.otherWord(`${en}`, `${name}`, `${row[own]}`));
    return isDraft ? kept.with(own, row[own] ?? '') : kept;
  };
  const added = {
    districts: addRows(
      districtFile,
      `district,name_en,name_${language},zone,range,lgd_code,commissionerate_since,lon,lat,tile_col,tile_row`,
      [
        ...districts.filter(({ id }) => known.has(id)),
        ...addTiles(
          districts.filter(({ id }) => !known.has(id)),
          tiles,
        ),
      ],
      ({ id, nameEn, nameHi, lon, lat, tileCol, tileRow }) => [
        [id],
        [nameEn, nameHi, zone, range, '', '', lon, lat, tileCol, tileRow],
      ],
      (kept, row) => {
        const [id = '', en, name] = kept;
        const isDraft = !sure.has(`${id}`) && name === draftOwnName(`${en}`, language);
        return given.has(`${id}`) ? correct(kept, row, 2, isDraft) : kept;
      },
    ),
    stations: addRows(
      stationFile,
      `district,station,kind,name_en,name_${language},evidence`,
      stations,
      ({ district, id, kind, nameEn, nameHi, evidence }) => [
        [district, id],
        [kind, nameEn, nameHi, evidence],
      ],
      (kept, row) => {
        if (!given.has(kept.slice(0, 2).join('/'))) return kept;
        const [, , , en, name, evidence] = kept;
        const isDraft = evidence === 'draft';
        const named = correct(kept, row, 4, isDraft && name === draftOwnName(`${en}`, language));
        return isDraft && named[4] === row[4] ? named.with(5, row[5] ?? '') : named;
      },
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
  const told: Told[] = [{ line: null, text: words.corrected(corrected) }];
  if (differing.length > 0) told.push({ line: null, text: words.differing(differing) });
  return { ...added, told };
}

function readCells(file: string): string[][] {
  return existsSync(file)
    ? parseCsv(readFileSync(file, 'utf8')).map(({ cells }) => [...cells])
    : [];
}

/** Rows are in the order of their keys, as directories are. */
function addRows<Entry>(
  file: string,
  head: string,
  entries: readonly Entry[],
  toRow: (entry: Entry) => [key: string[], more: Cells],
  correct: (kept: Cells, row: Cells) => Cells,
): Entry[] {
  const [heads = head.split(','), ...kept] = readCells(file);
  const width = head.startsWith('district,station') ? 2 : 1;
  const toKey = (cells: Cells) => cells.slice(0, width).join('/');
  const known = new Set(kept.map(toKey));
  const added = entries.filter((entry) => !known.has(toRow(entry)[0].join('/')));
  const listed = new Map(entries.map((entry) => [toRow(entry)[0].join('/'), toRow(entry).flat()]));
  const corrected = kept.map((cells) => {
    const row = listed.get(toKey(cells));
    return row === undefined ? cells : correct(cells, row);
  });
  const all: Cells[] = [...corrected, ...added.map((entry) => toRow(entry).flat())];
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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { campaignFolder, defaultCampaign } from '../campaign-folder-fs.ts';
import { type OwnLanguage, ownLanguages } from '../language.ts';
import type { Published } from '../published-fs.ts';
import { parseCsv } from '../tables/csv.ts';
import type { OverrideFault } from './override-fault.ts';
import {
  type Directory,
  type District,
  type Evidence,
  evidences,
  isDoubtful,
  type Station,
  type StationKind,
  type StationNote,
  stationKey,
  stationKinds,
} from './station.ts';
import { readStationEntries } from './station-entries-fs.ts';

const districtColumns =
  'district,name_en,name_hi,zone,range,lgd_code,commissionerate_since,lon,lat,tile_col,tile_row';
const stationColumns = 'district,station,kind,name_en,name_hi,evidence';
const formerNamesFile = 'former-names.csv';
const noteColumns = 'district,station,note_hi,note_en';

export interface DirectoryOptions {
  /** Id or folder of the campaign whose districts and stations they are */
  campaign?: string | undefined;
  /** Folder of the districts' corrections; by default the campaign's own, false for none */
  overrides?: string | false;
  /** Corrections that an installation published; they are applied after the folder's */
  published?: Pick<Published, 'stationsFile'> | undefined;
  /** Takes each wrong row of the districts' files; by default a line on standard error */
  onFault?: (fault: OverrideFault) => void;
}

/**
 * Reads the directory, with the districts' own corrections applied.
 * @throws with file, line and column, when a row of the directory itself is wrong
 */
export function loadDirectory(options: DirectoryOptions = {}): Directory {
  const { campaign = defaultCampaign, published } = options;
  const { overrides = join(directoryFolder(campaign), 'overrides') } = options;
  const base = loadBaseDirectory(campaign);
  const isFolderNamed = options.overrides !== undefined;
  const hasFiles =
    overrides !== false && (isFolderNamed || existsSync(overrides)) && !isEmpty(overrides);
  const names = published === undefined ? [] : readStationEntries(published).names;
  if (!hasFiles && names.length === 0) return base;
  // Loaded only where a district corrected something: this is on the start-up path of the command line.
  const load = createRequire(import.meta.url);
  const fromFolder: typeof import('./overrides-fs.ts') = load('./overrides-fs.ts');
  const fromConsole: typeof import('./corrections.ts') = load('./corrections.ts');
  const committed = hasFiles
    ? fromFolder.readOverrides(base, overrides)
    : { directory: base, faults: [] };
  const entered = fromConsole.applyCorrections(committed.directory, names);
  const { onFault = fromFolder.warnOfFault } = options;
  for (const fault of [...committed.faults, ...entered.faults]) onFault(fault);
  return entered.directory;
}

function isEmpty(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).every((file) => file.endsWith('.md'));
}

/** Folders that this process read before, with their texts then: each part of the service asks for the directory. */
const known = new Map<string, { text: string; directory: Directory }>();

/**
 * Reads the directory as it is before any district's corrections. It is on the start-up path of the command
 * line, so that rows are checked by hand, only for what would mislead the code that follows.
 */
export function loadBaseDirectory(campaign = defaultCampaign): Directory {
  const folder = directoryFolder(campaign);
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('');
  const before = known.get(folder);
  const directory = before?.text === text ? before.directory : readDirectory(folder);
  known.set(folder, { text, directory });
  return { ...directory };
}

function readDirectory(folder: string): Directory {
  const formerNames = readFormerNames(folder);
  const districts = readRows(folder, 'districts.csv', districtColumns).map((row) => {
    const district = toDistrict(row);
    const former = formerNames.get(district.id);
    return former === undefined ? district : { ...district, formerNames: former };
  });
  const districtIds = new Set(districts.map((district) => district.id));
  const notes = readNotes(folder);
  const stations = readRows(folder, 'stations.csv', stationColumns).map((row) => {
    const district = readOneOf(row, 'district', districtIds);
    const id = row.cell('station');
    return toStation(row, district, id, notes.get(stationKey({ district, id })) ?? []);
  });
  return { districts, stations };
}

/** Names by district; a campaign need not have any. */
function readFormerNames(folder: string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  if (!existsSync(join(folder, formerNamesFile))) return names;
  for (const row of readRows(folder, formerNamesFile, 'district,name')) {
    const district = row.cell('district');
    names.set(district, [...(names.get(district) ?? []), row.cell('name')]);
  }
  return names;
}

/** Folder of a campaign's districts and stations. */
export function directoryFolder(campaign: string): string {
  return join(campaignFolder(campaign), 'directory');
}

interface Row {
  cell: (column: string) => string;
  where: string;
  language: OwnLanguage;
}

function toDistrict(row: Row): District {
  return {
    id: row.cell('district'),
    nameEn: row.cell('name_en'),
    nameHi: row.cell('name_hi'),
    zone: row.cell('zone'),
    range: row.cell('range'),
    lgdCode: row.cell('lgd_code'),
    commissionerateSince: row.cell('commissionerate_since') || null,
    lon: finite(row, 'lon'),
    lat: finite(row, 'lat'),
    tileCol: finite(row, 'tile_col'),
    tileRow: finite(row, 'tile_row'),
  };
}

function toStation(row: Row, district: string, id: string, notes: StationNote[]): Station {
  const evidence = readOneOf<Evidence>(row, 'evidence', evidences);
  return {
    district,
    id,
    kind: readOneOf<StationKind>(row, 'kind', stationKinds),
    nameEn: row.cell('name_en'),
    nameHi: row.cell('name_hi'),
    evidence,
    notes,
    needsCheck: isDoubtful(evidence, notes),
    ...(row.language === 'hi' ? {} : { language: row.language }),
  };
}

function readNotes(folder: string): Map<string, StationNote[]> {
  const notes = new Map<string, StationNote[]>();
  for (const row of readRows(folder, 'notes.csv', noteColumns)) {
    const key = stationKey({ district: row.cell('district'), id: row.cell('station') });
    const note = { hi: row.cell('note_hi'), en: row.cell('note_en') };
    notes.set(key, [...(notes.get(key) ?? []), note]);
  }
  return notes;
}

function readRows(folder: string, file: string, expected: string): Row[] {
  const columns = expected.split(',');
  const [head, ...rows] = parseCsv(readFileSync(join(folder, file), 'utf8'));
  // A campaign in another language names its columns after it; code calls them by Hindi's.
  const named = head?.cells.join(',') ?? '';
  const found = named.replace(ownSide, '$1_hi');
  const language = ownLanguages.find((each) => named.includes(`name_${each}`)) ?? 'hi';
  if (found !== expected) {
    throw new Error(`Expected the columns "${expected}" in line 1 of ${file}, got "${found}"`);
  }
  return rows.map(({ line, cells }) => {
    const where = `in line ${line} of ${file}`;
    if (cells.length !== columns.length) {
      throw new Error(`Expected ${columns.length} cells ${where}, got ${cells.length}`);
    }
    return { where, language, cell: (column) => cells[columns.indexOf(column)] as string };
  });
}

const ownSide = new RegExp(`\\b(name|note)_(?:${ownLanguages.join('|')})\\b`, 'g');

function readOneOf<T extends string>(row: Row, column: string, allowed: Iterable<T>): T {
  const value = row.cell(column);
  for (const candidate of allowed) if (candidate === value) return candidate;
  throw new Error(
    `Expected one of ${[...allowed].join(', ')} for \`${column}\` ${row.where}, got "${value}"`,
  );
}

function finite(row: Row, column: string): number {
  const value = Number(row.cell(column) || Number.NaN);
  if (Number.isFinite(value)) return value;
  throw new Error(`Expected a number for \`${column}\` ${row.where}, got "${row.cell(column)}"`);
}

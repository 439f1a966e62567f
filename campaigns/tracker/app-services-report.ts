import type { Campaign } from '../campaign.ts';
import type { Directory } from '../directory/station.ts';
import { latinDigits } from '../numbers.ts';
import { formatCsv } from '../tables/csv-writer.ts';
import { readXlsx } from '../tables/xlsx.ts';
import type { Day } from './clock.ts';
import { defaultLimits, type ReportFile, type ReportLimits } from './report-bytes.ts';
import { ReportError } from './report-error.ts';
import { openTable, type TableRow } from './report-table.ts';

/** Services of the app on a day: in a district, or in one of its stations. */
export interface AppServiceDay {
  date: Day;
  district: string;
  /** Null for the district as a whole, which its stations are parts of */
  station: string | null;
  service: string;
  count: number;
  /** Days from the request to its end, on average; null where that was not told */
  closedInDays: number | null;
}

export interface AppServicesReport {
  kind: 'app-services';
  package: null;
  /** Month of the last day, YYYY-MM */
  month: string;
  days: AppServiceDay[];
  contentHash: string;
}

/** Ids by the names that a file may use, plain; stations below `district/`. */
export type ServiceNames = Record<'districts' | 'stations' | 'services', Record<string, string>>;

const columns = [
  { name: 'date', headers: ['Date', 'दिनांक'], required: true },
  { name: 'district', headers: ['District', 'जनपद'], required: true },
  { name: 'station', headers: ['Station', 'Police station', 'थाना'] },
  { name: 'service', headers: ['Service', 'सेवा'], required: true },
  { name: 'count', headers: ['Count', 'संख्या'], required: true },
  { name: 'closedInDays', headers: ['Days to close', 'निस्तारण दिवस'] },
] as const;
type Row = TableRow<(typeof columns)[number]['name']>;

/** File name of the export from the app's back office: `app_services_2019-04-11.csv`, or .xlsx. */
export function isAppServicesName(name: string): boolean {
  return /^app[_-]services.*\.(csv(\.gz)?|xlsx)$/i.test(name);
}

export function listServiceNames(
  { districts, stations }: Pick<Directory, 'districts' | 'stations'>,
  { serviceGroups }: Pick<Campaign, 'serviceGroups'>,
): ServiceNames {
  const names: ServiceNames = { districts: {}, stations: {}, services: {} };
  for (const { id, nameHi, nameEn } of districts)
    for (const name of [id, nameHi, nameEn]) names.districts[plain(name)] = id;
  for (const { id, district, nameHi, nameEn } of stations)
    for (const name of [id, nameHi, nameEn]) names.stations[`${district}/${plain(name)}`] = id;
  for (const { id, name } of serviceGroups.flatMap(({ services }) => services))
    for (const each of [id, ...Object.values(name)]) names.services[plain(each)] = id;
  return names;
}

/**
 * Reads a daily table of what the app did, from its back office.
 * @throws ReportError when any cell is wrong: nothing of the file is used
 */
export async function readAppServices(
  file: ReportFile,
  { today, names }: { today: Day; names: ServiceNames },
  limits: ReportLimits = defaultLimits,
): Promise<AppServicesReport> {
  const table = await openTable(await asCsv(file, limits), { separator: ',', columns }, limits);
  const days: AppServiceDay[] = [];
  const rows = new Map<string, number>();
  for await (const row of table.rows) {
    const day = readDay(row, { today, names });
    const key = [day.date, day.district, day.station, day.service].join();
    const twice = rows.get(key);
    if (twice !== undefined)
      throw row.fault('date', {
        hi: `पंक्ति ${twice} से अलग दिनांक, स्थान या सेवा`,
        en: `each day, place and service once, which row ${twice} has already,`,
      });
    rows.set(key, row.row);
    days.push(day);
  }
  const last =
    days
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? '';
  return {
    kind: 'app-services',
    package: null,
    month: last.slice(0, 7),
    days,
    contentHash: table.contentHash(),
  };
}

function readDay(row: Row, { today, names }: { today: Day; names: ServiceNames }): AppServiceDay {
  const date = row.day('date');
  if (date > today)
    throw row.fault('date', {
      hi: `आज (${today}) तक का दिनांक`,
      en: `a day up to today, ${today},`,
    });
  const district = names.districts[plain(row.text('district') ?? '')];
  if (district === undefined) throw row.fault('district', { hi: 'जनपद का नाम', en: 'a district' });
  const given = plain(row.text('station') ?? '');
  const station = given === '' ? null : names.stations[`${district}/${given}`];
  if (station === undefined)
    throw row.fault('station', {
      hi: 'इसी जनपद के थाने का नाम, या खाली खाना',
      en: 'a station of this district, or nothing,',
    });
  const service = names.services[plain(row.text('service') ?? '')];
  if (service === undefined)
    throw row.fault('service', {
      hi: 'अभियान की किसी सेवा का नाम',
      en: 'a service of the campaign',
    });
  const count = row.count('count');
  if (count === null)
    throw row.fault('count', { hi: '0 या अधिक की पूर्ण संख्या', en: 'a whole number from 0' });
  return { date, district, station, service, count, closedInDays: readDuration(row) };
}

function readDuration(row: Row): number | null {
  const text = latinDigits((row.text('closedInDays') ?? '').trim());
  if (text === '') return null;
  if (!/^\d{1,4}(\.\d{1,3})?$/.test(text))
    throw row.fault('closedInDays', { hi: 'दिनों की संख्या, जैसे 2.5', en: 'days, such as 2.5,' });
  return Number(text);
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** A workbook's first sheet as a table of text, each row on its own line. */
async function asCsv(file: ReportFile, limits: ReportLimits): Promise<ReportFile> {
  if (!/\.xlsx$/i.test(file.name)) return file;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of file.bytes) {
    parts.push(part);
    size += part.length;
    if (size > limits.bytes)
      throw new ReportError(
        { file: file.name },
        {
          hi: `अधिकतम ${limits.bytes} बाइट की फ़ाइल ली जाती है; यह उससे बड़ी है`,
          en: `Expected at most ${limits.bytes} bytes, got more`,
        },
      );
  }
  const rows = firstSheet(file.name, Buffer.concat(parts));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  let text = '';
  let next = 1;
  for (const { line, cells } of rows) {
    text += '\n'.repeat(line - next);
    text += formatCsv([Array.from({ length: width }, (_, at) => cells[at] ?? '')]);
    next = line + 1;
  }
  return { name: file.name, bytes: chunksOf(text) };
}

function firstSheet(name: string, bytes: Buffer) {
  try {
    return readXlsx(bytes)[0]?.rows ?? [];
  } catch (cause) {
    throw new ReportError(
      { file: name },
      {
        hi: `Excel फ़ाइल नहीं खुली: ${(cause as Error).message}`,
        en: `Expected a workbook, got one that does not open: ${(cause as Error).message}`,
      },
      { cause },
    );
  }
}

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

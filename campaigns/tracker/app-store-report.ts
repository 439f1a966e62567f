import { type Day, isDay } from './clock.ts';
import { defaultLimits, type ReportFile, type ReportLimits } from './report-bytes.ts';
import { ReportError } from './report-error.ts';
import { openTable, type TableRow } from './report-table.ts';

interface AppStoreDay {
  date: Day;
  firstDownloads: number;
  redownloads: number;
  updates: number;
  /** First downloads by country code */
  byCountry: Record<string, number>;
}

export interface AppStoreReport {
  kind: 'app-store-sales';
  /** Apple's number of the app */
  package: string;
  /** YYYY-MM */
  month: string;
  days: AppStoreDay[];
  contentHash: string;
}

/**
 * Counts by product type, as App Store Connect Help defines them (“Product type identifiers”): bundles and custom apps are
 * first downloads too. In-app purchases (null) are no download.
 */
const countedTypes: Readonly<Record<string, Counted | null>> = {
  ...countAs('firstDownloads', '1 1-B 1E 1EP 1EU 1F 1T F1 F1-B'),
  ...countAs('redownloads', '3 3F 3T F3'),
  ...countAs('updates', '7 7F 7T F7'),
  ...countAs(null, 'IA1 IA1-M IA3 IA9 IA9-M IAC IAC-M IAY IAY-M FI1'),
};
type Counted = 'firstDownloads' | 'redownloads' | 'updates';

function countAs<As extends Counted | null>(as: As, types: string): Record<string, As> {
  return Object.fromEntries(types.split(' ').map((type) => [type, as]));
}

type ColumnName = 'type' | 'units' | 'begin' | 'end' | 'appleId' | 'country';
type Row = TableRow<ColumnName>;

const columns = [
  { name: 'type', headers: ['Product Type Identifier'], required: true },
  { name: 'units', headers: ['Units'], required: true },
  { name: 'begin', headers: ['Begin Date'], required: true },
  { name: 'end', headers: ['End Date'] },
  { name: 'appleId', headers: ['Apple Identifier'], required: true },
  { name: 'country', headers: ['Country Code'], required: true },
] as const;

/** App Store Connect names its daily summaries `S_D_<vendor>_<YYYYMMDD>.txt.gz`. */
export function isAppStoreReportName(name: string): boolean {
  return /\.(txt|tsv)(\.gz)?$/i.test(name);
}

/**
 * Reads a daily Sales summary of App Store Connect. It names every app of the account; those of others are left out.
 * @throws ReportError when it is not one day, has no row of this app, or any cell is wrong: nothing of it is used
 */
export async function readAppStoreReport(
  file: ReportFile,
  appStoreId: string,
  limits: ReportLimits = defaultLimits,
): Promise<AppStoreReport> {
  const table = await openTable(file, { separator: '\t', columns }, limits);
  const named = /^S_D_\d+_(\d{4})(\d{2})(\d{2})/i.exec(file.name);
  let date = named?.slice(1, 4).join('-');
  const others = new Set<string>();
  const day: Omit<AppStoreDay, 'date'> = {
    firstDownloads: 0,
    redownloads: 0,
    updates: 0,
    byCountry: {},
  };
  let rows = 0;
  for await (const row of table.rows) {
    const appleId = row.text('appleId') ?? '';
    if (!/^\d+$/.test(appleId)) {
      throw row.fault('appleId', { hi: 'किसी ऐप की संख्या', en: 'a number of an app' });
    }
    // A row of another app does not count, whatever else is in it.
    if (appleId !== appStoreId) {
      others.add(appleId);
      continue;
    }
    const rowDate = dayCell(row, 'begin');
    date ??= rowDate;
    if (rowDate !== date) {
      throw row.fault('begin', {
        hi: `रिपोर्ट का दिनांक ${date}`,
        en: `${date}, the day of the report,`,
      });
    }
    if (row.text('end') !== undefined && dayCell(row, 'end') !== date) {
      throw row.fault('end', {
        hi: 'आरंभ वाला ही दिनांक (दैनिक रिपोर्ट)',
        en: 'the same day as the begin (a daily report)',
      });
    }
    rows += 1;
    addRow(day, row);
  }
  if (rows === 0 || date === undefined) {
    const got = [...others].slice(0, 5).join(', ');
    throw new ReportError(
      { file: file.name },
      {
        hi: `ऐप ${appStoreId} की पंक्तियाँ चाहिए, केवल ${got || 'कोई नहीं'} मिलीं`,
        en: `Expected rows of app ${appStoreId}, got only ${got}`,
      },
    );
  }
  return {
    kind: 'app-store-sales',
    package: appStoreId,
    month: date.slice(0, 7),
    days: [{ date, ...day }],
    contentHash: table.contentHash(),
  };
}

function addRow(day: Omit<AppStoreDay, 'date'>, row: Row): void {
  const units = unitsCell(row);
  const type = row.text('type')?.toUpperCase() ?? '';
  const country = row.text('country') ?? '';
  const counted = Object.hasOwn(countedTypes, type) ? countedTypes[type] : undefined;
  if (counted === undefined) {
    throw row.fault('type', {
      hi: 'ऐप स्टोर का ज्ञात उत्पाद-प्रकार, जैसे 1F',
      en: 'a product type of Apple’s that is known here, such as 1F',
    });
  }
  if (!/^[A-Z]{2}$/.test(country)) {
    throw row.fault('country', { hi: 'दो अक्षरों का देश-कोड', en: 'a country code of two letters' });
  }
  if (counted !== null) day[counted] += units;
  if (counted === 'firstDownloads') day.byCountry[country] = (day.byCountry[country] ?? 0) + units;
}

/** Units are never blank: Apple leaves out what is zero. */
function unitsCell(row: Row): number {
  const units = row.count('units');
  if (units === null)
    throw row.fault('units', { hi: '0 या अधिक की पूर्ण संख्या', en: 'a whole number from 0' });
  return units;
}

/** Apple writes days as MM/DD/YYYY. */
function dayCell(row: Row, name: 'begin' | 'end'): Day {
  const [, month = '', date = '', year = ''] =
    /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(row.text(name) ?? '') ?? [];
  const day = `${year}-${month}-${date}`;
  if (!isDay(day)) throw row.fault(name, { hi: 'MM/DD/YYYY में दिनांक', en: 'a day as MM/DD/YYYY' });
  return day;
}

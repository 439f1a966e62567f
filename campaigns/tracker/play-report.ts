import type { Day } from './clock.ts';
import { defaultLimits, type ReportFile, type ReportLimits } from './report-bytes.ts';
import { ReportError } from './report-error.ts';
import { type Column, eachDayOnce, openTable, type TableRow } from './report-table.ts';

/** Column that identifies a report's row, beside the day. */
type PlayKey =
  | 'country'
  | 'appVersion'
  | 'carrier'
  | 'device'
  | 'language'
  | 'osVersion'
  | 'trafficSource'
  | 'searchTerm'
  | 'utmSource'
  | 'utmCampaign'
  | 'channel';

type PlayFigure =
  | 'dailyDeviceInstalls'
  | 'dailyDeviceUninstalls'
  | 'dailyDeviceUpgrades'
  | 'totalUserInstalls'
  | 'dailyUserInstalls'
  | 'dailyUserUninstalls'
  | 'activeDeviceInstalls'
  | 'installEvents'
  | 'updateEvents'
  | 'uninstallEvents'
  | 'visitors'
  | 'acquisitions'
  | 'installers'
  | 'retained1Day'
  | 'retained7Days'
  | 'retained15Days'
  | 'retained30Days';

/** One row: small values may be together under `Other`. A figure that the file leaves blank is null. */
interface PlayDay {
  date: Day;
  by: Partial<Record<PlayKey, string>>;
  figures: Partial<Record<PlayFigure, number | null>>;
}

export interface PlayReport {
  kind: 'play-installs' | 'play-store-performance' | 'play-retained-installers';
  /** Part of the file name: overview, country, traffic_source … */
  dimension: string;
  package: string;
  /** YYYY-MM */
  month: string;
  days: PlayDay[];
  contentHash: string;
}

interface Layout {
  kind: PlayReport['kind'];
  dimensions: Record<string, Column<PlayKey>[]>;
  figures: Column<PlayFigure>[];
}

const country: Column<PlayKey> = {
  name: 'country',
  headers: ['Country', 'Country / region', 'Country/region'],
  required: true,
};

function key(name: PlayKey, ...headers: string[]): Column<PlayKey> {
  return { name, headers, required: true };
}

function figure(name: PlayFigure, ...headers: string[]): Column<PlayFigure> {
  return { name, headers };
}

/** Rates are left out: they follow from the counts. */
const layouts: Record<string, Layout> = {
  installs: {
    kind: 'play-installs',
    dimensions: {
      overview: [],
      country: [country],
      app_version: [key('appVersion', 'App Version Code', 'App Version')],
      carrier: [key('carrier', 'Carrier')],
      device: [key('device', 'Device')],
      language: [key('language', 'Language')],
      os_version: [key('osVersion', 'Android OS Version')],
    },
    figures: [
      { name: 'dailyUserInstalls', headers: ['Daily User Installs'], required: true },
      figure('dailyDeviceInstalls', 'Daily Device Installs'),
      figure('dailyDeviceUninstalls', 'Daily Device Uninstalls'),
      figure('dailyDeviceUpgrades', 'Daily Device Upgrades'),
      figure('totalUserInstalls', 'Total User Installs'),
      figure('dailyUserUninstalls', 'Daily User Uninstalls'),
      figure('activeDeviceInstalls', 'Active Device Installs'),
      figure('installEvents', 'Install events'),
      figure('updateEvents', 'Update events'),
      figure('uninstallEvents', 'Uninstall events'),
    ],
  },
  store_performance: {
    kind: 'play-store-performance',
    dimensions: {
      country: [country],
      traffic_source: [
        key('trafficSource', 'Traffic source'),
        key('searchTerm', 'Search term'),
        key('utmSource', 'UTM source'),
        key('utmCampaign', 'UTM campaign'),
      ],
    },
    figures: [
      { name: 'acquisitions', headers: ['Store listing acquisitions'], required: true },
      figure('visitors', 'Store listing visitors'),
    ],
  },
  retained_installers: {
    kind: 'play-retained-installers',
    dimensions: { country: [country], channel: [key('channel', 'Acquisition Channel', 'Channel')] },
    figures: [
      { name: 'installers', headers: ['Installers'], required: true },
      figure('visitors', 'Store Listing Visitors'),
      figure('retained1Day', 'Installers retained for 1 day'),
      figure('retained7Days', 'Installers retained for 7 days'),
      figure('retained15Days', 'Installers retained for 15 days'),
      figure('retained30Days', 'Installers retained for 30 days'),
    ],
  },
};

/** `<report>_<package>_<YYYYMM>_<dimension>.csv`, as the bucket names them; browsers add " (1)". */
const namePattern =
  /^(installs|store_performance|retained_installers)_(.+)_(\d{4})(0[1-9]|1[0-2])_([a-z_]+)(?: ?\(\d+\))?\.csv(?:\.gz)?$/;

export function isPlayReportName(name: string): boolean {
  return /^(installs|store_performance|retained_installers)_/.test(name);
}

/**
 * Reads a report of Play Console.
 * @throws ReportError when the file is of another package or month, or any cell is wrong: nothing of it is used
 */
export async function readPlayReport(
  file: ReportFile,
  expectedPackage: string,
  limits: ReportLimits = defaultLimits,
): Promise<PlayReport> {
  const named = nameParts(file.name, expectedPackage);
  const { layout, keys, month } = named;
  const columns: Column<'date' | 'package' | PlayKey | PlayFigure>[] = [
    { name: 'date', headers: ['Date'], required: true },
    { name: 'package', headers: ['Package name'], required: true },
    ...keys,
    ...layout.figures,
  ];
  const table = await openTable(file, { separator: ',', columns }, limits);
  const days: PlayDay[] = [];
  const seen = new Map<string, number>();
  for await (const row of table.rows) {
    const date = row.day('date');
    if (row.text('package') !== expectedPackage) {
      throw row.fault('package', { hi: expectedPackage, en: expectedPackage });
    }
    if (!date.startsWith(month))
      throw row.fault('date', {
        hi: `${month} का दिनांक (फ़ाइल के नाम के अनुसार)`,
        en: `a day of ${month}, which the file name says,`,
      });
    const by = Object.fromEntries(keys.map(({ name }) => [name, row.text(name) ?? '']));
    refuseTwice(seen, row, [date, ...Object.values(by)]);
    const figures = Object.fromEntries(
      layout.figures
        .filter(({ name }) => row.text(name) !== undefined)
        .map(({ name }) => [name, row.count(name)]),
    );
    days.push({ date, by, figures });
  }
  return {
    kind: layout.kind,
    dimension: named.dimension,
    package: expectedPackage,
    month,
    days: days.toSorted((left, right) =>
      left.date < right.date ? -1 : Number(left.date > right.date),
    ),
    contentHash: table.contentHash(),
  };
}

function nameParts(name: string, expectedPackage: string) {
  const file = name;
  const match = namePattern.exec(name);
  if (match === null) {
    throw new ReportError(
      { file },
      {
        hi: 'फ़ाइल का नाम वही रखें जो Play Console देता है, जैसे installs_<package>_<YYYYMM>_overview.csv',
        en: 'Expected a name like installs_<package>_<YYYYMM>_overview.csv, as the bucket gives it, got this one',
      },
    );
  }
  const [, report = '', packageName = '', year = '', monthOfYear = '', dimension = ''] = match;
  if (packageName !== expectedPackage) {
    throw new ReportError(
      { file },
      {
        hi: `${expectedPackage} की रिपोर्ट चाहिए, ${packageName} की मिली`,
        en: `Expected a report of ${expectedPackage}, got one of ${packageName}`,
      },
    );
  }
  const layout = layouts[report];
  const keys = layout?.dimensions[dimension];
  if (layout === undefined || keys === undefined) {
    const known = Object.keys(layout?.dimensions ?? {}).join(', ');
    throw new ReportError(
      { file },
      {
        hi: `“${report}” के लिए इनमें से एक चाहिए: “${known}”; “${dimension}” मिला`,
        en: `Expected one of ${known} for ${report}, got "${dimension}"`,
      },
    );
  }
  return { layout, keys, dimension, month: `${year}-${monthOfYear}` };
}

function refuseTwice(
  seen: Map<string, number>,
  row: TableRow<'date' | 'package' | PlayKey | PlayFigure>,
  parts: string[],
): void {
  const same = parts.join('\n');
  const earlier = seen.get(same);
  if (earlier !== undefined) throw row.fault('date', eachDayOnce(earlier));
  seen.set(same, row.row);
}

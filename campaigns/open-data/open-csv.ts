import { formatCsv } from '../tables/csv-writer.ts';
import { licenceLine } from './open-data.ts';
import type { OpenProgress } from './open-progress.ts';

/** Columns of the two tables; the schema says what they mean, by the same words. */
export const openColumns = {
  days: ['date', 'downloads', 'downloadsTotal', 'scans'],
  districts: [
    'district',
    'nameHi',
    'nameEn',
    'lgdCode',
    'zoneHi',
    'zoneEn',
    'stations',
    'boardsUp',
    'boardsVerified',
    'boardsPictured',
    'boardsLive',
    'boardsSeen',
    'scans',
    'scansLast7Days',
    'installs',
    'scansPerStation',
  ],
} as const;
export type OpenTable = keyof typeof openColumns;

/** A table of the public figures. What a file says about itself is in each of its rows, so that no copy loses it. */
export function openCsv(open: OpenProgress, table: OpenTable): string {
  const about = {
    asOf: open.asOf,
    data: open.sample ? 'SAMPLE' : 'actual',
    source: open.publisher.en,
    licence: licenceLine(open.licence === null ? undefined : { licence: open.licence }, 'en'),
  };
  const rows: readonly Readonly<Record<string, string | number | null>>[] = open[table];
  const names = openColumns[table];
  return formatCsv([
    [...names, ...Object.keys(about)],
    ...rows.map((row) => [...names.map((name) => row[name] ?? ''), ...Object.values(about)]),
  ]);
}

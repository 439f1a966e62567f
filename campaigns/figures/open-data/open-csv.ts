import { formatCsv } from '../../tables/csv-writer.ts';
import { licenceLine } from './open-data.ts';
import { type OpenProgress, openDay, openDistrict } from './open-progress.ts';

/** Columns of the two tables, as the schema has them and says what they mean. */
export const openColumns = {
  days: openDay.keyof().options,
  districts: openDistrict.keyof().options,
};

/** A table of the public figures. What a file says about itself is in each of its rows, so that no copy loses it. */
export function openCsv(open: OpenProgress, table: keyof typeof openColumns): string {
  const about = {
    asOf: open.asOf,
    data: open.sample ? 'SAMPLE' : 'actual',
    source: open.publisher.en,
    licence: licenceLine(open.licence === null ? undefined : { licence: open.licence }, 'en'),
  };
  const rows: readonly Readonly<Record<string, string | number | null>>[] = open[table];
  const names: readonly string[] = openColumns[table];
  return formatCsv([
    [...names, ...Object.keys(about)],
    ...rows.map((row) => [...names.map((name) => row[name] ?? ''), ...Object.values(about)]),
  ]);
}

import { boardLevels } from '../../../campaigns/activities/board-level.ts';
import { formatCsv } from '../../../campaigns/tables/csv-writer.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';

export const csvTables = ['downloads', 'districts', 'directions', 'channels'] as const;
export type CsvTable = (typeof csvTables)[number];

type Rows = (readonly (string | number)[])[];

/** A table of the progress page as CSV; sample data carries the word in a column of every row. */
export function progressCsv(file: ProgressFile, table: CsvTable): string {
  const [head = [], ...rows] = tables[table](file);
  const mark = file.sample ? 'SAMPLE' : 'actual';
  return formatCsv([[...head, 'data'], ...rows.map((row) => [...row, mark])]);
}

const tables: Record<CsvTable, (file: ProgressFile) => Rows> = {
  downloads: ({ downloads }) => [
    ['date', 'play', 'app_store', 'manual_total', 'added', 'total', 'revised'],
    ...(downloads.kind === 'none' ? [] : downloads.days).map((day) => [
      day.date,
      day.play ?? '',
      day.appStore ?? '',
      day.manual ?? '',
      day.added ?? '',
      day.total ?? '',
      day.revised ? 'yes' : 'no',
    ]),
  ],
  districts: ({ districts }) => [
    [
      'district',
      'stations',
      'boards_up',
      'boards_verified',
      ...boardLevels.map((level) => `boards_${level}`),
      ...['boards_drawn', 'boards_drawn_looked_at', 'boards_drawn_missing'],
      'scans',
      'scans_last_7_days',
      ...['visitors', 'visitors_last_7_days', 'visitors_per_station'],
    ],
    ...districts.map(({ district, boards, draw, scans, visitors, visitorsPerStation }) => [
      district,
      boards.stations,
      boards.up,
      boards.verified,
      ...boardLevels.map((level) => boards.levels[level]),
      ...[draw.drawn, draw.looked, draw.missing],
      scans.total,
      scans.last7,
      ...[visitors.total, visitors.last7],
      visitorsPerStation === null ? '' : Math.round(visitorsPerStation * 100) / 100,
    ]),
  ],
  directions: ({ directions }) => [
    ['direction', 'status', 'measure', 'count', 'verified', 'of', 'scans'],
    ...directions.flatMap(({ id, status, counts, scans }) =>
      counts.length === 0
        ? [[id, status, '', '', '', '', scans.total]]
        : counts.map(({ measure, count, verified, of }) => [
            id,
            status,
            measure,
            count,
            verified,
            of ?? '',
            scans.total,
          ]),
    ),
  ],
  channels: ({ channels }) => [
    ['channel', 'scans', 'scans_last_7_days'],
    ...channels.map(({ channel, total, last7 }) => [channel, total, last7]),
  ],
};

import { type ActivityKind, activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import { bulkColumns } from '../../../campaigns/activities/bulk-columns.ts';
import {
  BulkError,
  type BulkFault,
  type BulkReject,
} from '../../../campaigns/activities/bulk-table.ts';
import type { Overlap } from '../../../campaigns/activities/cinema.ts';
import { faultSentence, someValue } from '../../../campaigns/activities/expected.ts';
import { type Directory, stationsOf } from '../../../campaigns/directory/station.ts';
import { formatCount } from '../../../campaigns/numbers.ts';
import { sheetCsv } from '../../../campaigns/tables/csv-writer.ts';
import type { Queryable } from '../../platform/database/transaction.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { Caller } from '../../platform/process/caller.ts';
import type { StoredActivity } from './activities-sql.ts';
import type { ActivityBook, ActivityOutcome } from './activity-book.ts';
import type { decode } from './bulk-decoder.ts';
import { withOverlaps } from './cinema-overlaps.ts';

const bulkTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./bulk-decoder.ts', import.meta.url),
};

export interface BulkOutcome {
  /** Numbers of the activities that were entered. */
  entered: number[];
  /** Rows that were entered and overlap with another entry of their cinema. */
  overlapping: { row: number; overlaps: Overlap[] }[];
  rejects: BulkFault[];
  /** The rows that were not taken with their reasons, to be corrected and handed in again; null without any. */
  rejectsCsv: string | null;
}

export interface BulkList {
  kind: ActivityKind;
  district: string;
  file: { name: string; path: string };
}

export interface BulkDependencies {
  database: Queryable;
  book: ActivityBook;
  directory: Directory;
  decoders: Decoders;
}

/**
 * Enters each good row of a list as an activity of its own, by the same rules as one that is typed.
 * @throws BulkError when the file is no list
 */
export async function enterBulk(
  { book, directory, decoders, database }: BulkDependencies,
  asked: Caller,
  { kind, district, file }: BulkList,
): Promise<BulkOutcome> {
  const stations = stationsOf(directory, district);
  const { name, path } = file;
  const given = { kind, name, path, stations };
  const read = await decoders.readWhole(bulkTask, given, asked.actor.id);
  if (read.kind === 'faulty') throw new BulkError(read.fault);
  const { header, rows, rejects } = read.table;
  const entered: (StoredActivity & { row: number })[] = [];
  const refused: BulkReject[] = [];
  for (const { row, sheet, cells, entry } of rows) {
    const outcome = await book.record(asked, { ...entry, kind, district });
    if (outcome.kind === 'done') entered.push({ ...outcome.activity, row });
    else refused.push({ cells, fault: { file: file.name, sheet, row, ...faultOf(outcome, kind) } });
  }
  const all = [...rejects, ...refused].sort((left, right) => left.fault.row - right.fault.row);
  const overlapping = (await withOverlaps(database, entered)).flatMap(({ id, overlaps }) => {
    const row = entered.find((own) => own.id === id)?.row;
    return row === undefined || overlaps.length === 0 ? [] : [{ row, overlaps }];
  });
  return {
    entered: entered.map(({ id }) => id),
    overlapping,
    rejects: all.map(({ fault }) => fault),
    rejectsCsv: all.length === 0 ? null : rejectsCsv(header, all),
  };
}

/** An empty list of a kind with its columns, for the office to fill in. */
export function bulkForm(kind: ActivityKind): string {
  return csvText([bulkColumns(kind).map(({ headers }) => headers[0] ?? '')]);
}

function faultOf(
  outcome: Exclude<ActivityOutcome, { kind: 'done' }>,
  kind: ActivityKind,
): Pick<BulkFault, 'column' | 'expected' | 'found'> {
  const { title } = activityForms[kind];
  switch (outcome.code) {
    case 'wrong-entry': {
      const [issue] = outcome.issues;
      const parts = issue?.path.split('.') ?? [];
      const column = bulkColumns(kind).find(({ name, field }) =>
        parts.includes(field?.name ?? name),
      );
      const expected = issue?.expected ?? someValue;
      return {
        column: column?.headers[0] ?? 'row',
        expected,
        // Whether a value is missing or wrong, its words say.
        found: expected === someValue ? null : '',
      };
    }
    case 'exists':
      return {
        column: 'थाना',
        expected: {
          hi: `इस थाने का बोर्ड पहले से दर्ज है (प्रविष्टि ${outcome.activity})`,
          en: `This station’s board is entered already (entry ${outcome.activity})`,
        },
        found: null,
      };
    case 'activity-beyond': {
      const { field, most } = outcome.beyond;
      const column = bulkColumns(kind).find((own) => own.field?.name === field);
      return {
        column: column?.headers[0] ?? 'row',
        expected: {
          hi: `अधिकतम ${formatCount(most)}; अधिक हो तो इसे अलग से, कारण के साथ दर्ज करें`,
          en: `at most ${formatCount(most)}; what is more is entered by itself, with the reason`,
        },
        found: '',
      };
    }
    default:
      return {
        column: 'row',
        expected: {
          hi: `ऐसा कार्य जिसे आपका कार्यालय दर्ज कर सकता है (${title.hi})`,
          en: `an activity that your office may enter (${title.en})`,
        },
        found: outcome.code,
      };
  }
}

function rejectsCsv(header: readonly string[], rejects: readonly BulkReject[]): string {
  const reasons = rejects.map(({ cells, fault }) => [
    ...header.map((_, at) => cells[at] ?? ''),
    String(fault.row),
    `${fault.column}: ${faultSentence(fault, 'hi')}`,
  ]);
  return csvText([[...header, 'पंक्ति', 'त्रुटि'], ...reasons]);
}

function csvText(rows: readonly (readonly string[])[]): string {
  return sheetCsv(rows);
}

import { type ActivityKind, activityForms } from '../../../campaigns/activities/activity-kinds.ts';
import { bulkColumns } from '../../../campaigns/activities/bulk-columns.ts';
import {
  BulkError,
  type BulkFault,
  type BulkReject,
} from '../../../campaigns/activities/bulk-table.ts';
import type { Overlap } from '../../../campaigns/activities/cinema.ts';
import type { ExceededCount } from '../../../campaigns/activities/exceeded-count.ts';
import { faultSentence, someValue } from '../../../campaigns/activities/expected.ts';
import { stationsOf } from '../../../campaigns/directory/station.ts';
import { sheetCsv } from '../../../campaigns/tables/csv-writer.ts';
import { listColumns, rowFaultWords } from '../../../campaigns/words/activity-list-words.ts';
import type { Decoders, DecoderTask } from '../../platform/decoding/decoders.ts';
import type { Caller } from '../../platform/process/caller.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import type { Activities } from './activities.ts';
import { withOverlaps } from './activities.ts';
import type { StoredActivity } from './activities-sql.ts';
import type { decode } from './bulk-decoder.ts';
import type { EntryIssue } from './check-entry.ts';
import { recordActivity } from './entries.ts';

const bulkTask: DecoderTask<typeof decode> = {
  kind: 'table',
  module: new URL('./bulk-decoder.ts', import.meta.url),
};

export interface BulkOutcome {
  /** Numbers of the activities that were entered. */
  entered: number[];
  /** How many of them count only once a picture or another officer proves them. */
  waiting: number;
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

/**
 * Enters each good row of a list as a separate activity, by the same rules as one that is typed.
 * @throws BulkError when the file is not a list
 */
export async function enterBulk(
  { activities, decoders }: { activities: Activities; decoders: Decoders },
  { kind, district, file }: BulkList,
  caller: Caller,
): Promise<BulkOutcome> {
  const stations = stationsOf(activities.directory, district);
  const { name, path } = file;
  const list = { kind, name, path, stations };
  const read = await decoders.readWhole(bulkTask, list, caller.actor.id);
  if (read.kind === 'faulty') throw new BulkError(read.fault);
  const { header, rows, rejects } = read.table;
  const entered: (StoredActivity & { row: number })[] = [];
  const refused: BulkReject[] = [];
  for (const { row, sheet, cells, entry } of rows) {
    try {
      const given = { entry: { ...entry, kind, district } };
      entered.push({ ...(await recordActivity(activities, given, caller)), row });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ cells, fault: { file: name, sheet, row, ...toFault(error, kind) } });
    }
  }
  const all = [...rejects, ...refused].sort((left, right) => left.fault.row - right.fault.row);
  const overlapping = (await withOverlaps(activities.database.pool, entered)).flatMap(
    ({ id, overlaps }) => {
      const row = entered.find((each) => each.id === id)?.row;
      return row === undefined || overlaps.length === 0 ? [] : [{ row, overlaps }];
    },
  );
  return {
    entered: entered.map(({ id }) => id),
    waiting: entered.filter(({ status }) => status === 'appealed').length,
    overlapping,
    rejects: all.map(({ fault }) => fault),
    rejectsCsv: all.length === 0 ? null : rejectsCsv(header, all),
  };
}

/** An empty list of a kind with its columns, for the office to fill in. */
export function bulkForm(kind: ActivityKind): string {
  return sheetCsv([bulkColumns(kind).map(({ headers }) => headers[0] ?? '')]);
}

function toFault(
  { code, fields }: Refusal,
  kind: ActivityKind,
): Pick<BulkFault, 'column' | 'expected' | 'found'> {
  switch (code) {
    case 'wrong-entry': {
      const [issue] = fields['issues'] as EntryIssue[];
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
        column: listColumns.station,
        expected: rowFaultWords.exists(Number(fields['activity'])),
        found: null,
      };
    case 'activity-beyond': {
      const { field, most } = fields['beyond'] as ExceededCount;
      const column = bulkColumns(kind).find((each) => each.field?.name === field);
      return {
        column: column?.headers[0] ?? 'row',
        expected: rowFaultWords.beyond(most),
        found: '',
      };
    }
    default:
      return {
        column: 'row',
        expected: rowFaultWords.notAllowed(activityForms[kind].title),
        found: code,
      };
  }
}

function rejectsCsv(header: readonly string[], rejects: readonly BulkReject[]): string {
  const reasons = rejects.map(({ cells, fault }) => [
    ...header.map((_, at) => cells[at] ?? ''),
    String(fault.row),
    `${fault.column}: ${faultSentence(fault, 'hi')}`,
  ]);
  return sheetCsv([[...header, listColumns.row, listColumns.fault], ...reasons]);
}

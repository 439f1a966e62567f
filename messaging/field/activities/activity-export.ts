import {
  type ActivityKind,
  attachmentFields,
} from '../../../campaigns/activities/activity-kinds.ts';
import type { BoardLevel } from '../../../campaigns/activities/board-level.ts';
import { bulkCells, bulkColumns } from '../../../campaigns/activities/bulk-columns.ts';
import { derivedFigures, deriveFigures } from '../../../campaigns/activities/derived.ts';
import { rupeesText } from '../../../campaigns/activities/field-text.ts';
import { findWarnings, warningWords } from '../../../campaigns/activities/warnings.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { sheetCsv } from '../../../campaigns/tables/csv-writer.ts';
import { sampleMark } from '../../../campaigns/tracker/sample.ts';
import { listCells, listColumns } from '../../../campaigns/words/activity-list-words.ts';
import { activityStatusWords } from '../../../campaigns/words/activity-words.ts';
import { boardLevelNames } from '../../../campaigns/words/board-level-words.ts';
import type { StoredActivity } from './activities-sql.ts';
import { pickLevel } from './board-levels.ts';

/** More than an area enters of one kind. */
export const mostExported = 10_000;

/** Facts that a line has in addition to its entry. */
export interface ExportedBeside {
  directory: Pick<Directory, 'districts'>;
  /** Of boards, by the station's key. */
  levels: ReadonlyMap<string, BoardLevel | null>;
}

/**
 * Activities of one kind as a csv for a spreadsheet. Its middle columns are those of the kind's list, so that rows can be
 * handed in again; derived values, the state and what is missing come after them.
 */
export function exportCsv(
  kind: ActivityKind,
  activities: readonly StoredActivity[],
  { directory: { districts }, levels }: ExportedBeside,
): string {
  const papers = attachmentFields(kind);
  const figures = derivedFigures(kind);
  const header = [
    listColumns.number,
    listColumns.district,
    ...bulkColumns(kind).map(({ headers }) => headers[0] ?? ''),
    ...figures.map(({ label }) => label.hi),
    ...papers.map(({ label }) => label.hi),
    listColumns.status,
    ...(kind === 'board' ? [listColumns.level] : []),
    listColumns.missing,
    listColumns.enteredBy,
  ];
  const findName = (id: string) =>
    districts.find((district) => district.id === id)?.nameHi ?? listCells.wholeState;
  const rows = activities.map((activity) => {
    const derived = deriveFigures(activity);
    return [
      activity.id,
      findName(activity.district),
      ...bulkCells(activity),
      ...figures.map(({ name }) => {
        const found = derived.find((figure) => figure.name === name);
        if (found === undefined) return '';
        return found.unit === 'paise' ? rupeesText(found.value) : found.value;
      }),
      ...papers.map(({ name }) => (activity.details[name] === undefined ? '' : listCells.attached)),
      activityStatusWords.hi[activity.status],
      ...(kind === 'board' ? [levelText(pickLevel(levels, activity))] : []),
      findWarnings(activity)
        .map((warning) => warningWords[warning].hi)
        .join('; '),
      activity.sample ? `${sampleMark} ${activity.enteredBy}` : activity.enteredBy,
    ];
  });
  return sheetCsv([header, ...rows]);
}

function levelText(level: BoardLevel | null): string {
  return level === null ? '' : boardLevelNames[level].hi;
}

import {
  type ActivityKind,
  attachmentFields,
} from '../../../campaigns/activities/activity-kinds.ts';
import { bulkCells, bulkColumns } from '../../../campaigns/activities/bulk-columns.ts';
import { derivedFigures, deriveFigures } from '../../../campaigns/activities/derived.ts';
import { rupeesText } from '../../../campaigns/activities/field-text.ts';
import { findWarnings, warningWords } from '../../../campaigns/activities/warnings.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { sheetCsv } from '../../../campaigns/tables/csv-writer.ts';
import { sampleMark } from '../../../campaigns/tracker/sample.ts';
import { listCells, listColumns } from '../../../campaigns/words/activity-list-words.ts';
import { activityStatusWords } from '../../../campaigns/words/activity-words.ts';
import type { StoredActivity } from './activities-sql.ts';

/** More than an area enters of one kind. */
export const mostExported = 10_000;

/**
 * Activities of one kind as a csv for a spreadsheet. Its middle columns are those of the kind's list, so that rows can be
 * handed in again; what follows from them, the state and what is missing stand behind.
 */
export function exportCsv(
  kind: ActivityKind,
  activities: readonly StoredActivity[],
  { districts }: Pick<Directory, 'districts'>,
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
      findWarnings(activity)
        .map((warning) => warningWords[warning].hi)
        .join('; '),
      activity.sample ? `${sampleMark} ${activity.enteredBy}` : activity.enteredBy,
    ];
  });
  return sheetCsv([header, ...rows]);
}

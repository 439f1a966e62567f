import { endLabels, rupeesText } from '../fields/field.ts';
import { readDayRange } from '../fields/field-text.ts';
import { formatDayShort } from '../numbers.ts';
import type { ActivityEntry } from './activity.ts';
import type { ActivityField } from './activity-kinds.ts';
import { type ActivityKind, activityForms, isDatedByRun } from './activity-kinds.ts';

/** A column of a kind's list. */
export interface BulkColumn {
  name: string;
  /** The Hindi one comes first and is in the form that is handed out. */
  headers: string[];
  field: ActivityField | null;
  /** Whether the column holds the first or the last day of `days`. */
  end?: 'from' | 'to';
  required: boolean;
}

/** The columns of a kind's list. A paper is no cell: it is handed in with the entry. */
export function bulkColumns(kind: ActivityKind): BulkColumn[] {
  const { perStation, fields } = activityForms[kind];
  return [
    ...(isDatedByRun(kind)
      ? []
      : [{ name: 'day', headers: ['दिनांक', 'Date'], field: null, required: true }]),
    ...(perStation
      ? [{ name: 'station', headers: ['थाना', 'Station'], field: null, required: true }]
      : []),
    ...fields.flatMap(toColumns),
    { name: 'remark', headers: ['अभ्युक्ति', 'Remark'], field: null, required: false },
  ];
}

/** The cells of an entry, as a list of its kind has them. */
export function bulkCells(
  entry: Pick<ActivityEntry, 'kind' | 'day' | 'station' | 'details' | 'remark'>,
): string[] {
  return bulkColumns(entry.kind).map(({ name, field, end }) => {
    if (name === 'day') return formatDayShort(entry.day);
    if (name === 'station') return entry.station ?? '';
    if (field === null) return entry.remark;
    const value = entry.details[field.name];
    return value === undefined ? '' : toCell(field, value, end);
  });
}

function toCell(
  { type, options = {} }: ActivityField,
  value: number | string | string[],
  end: BulkColumn['end'],
): string {
  if (type === 'money') return rupeesText(Number(value));
  if (type === 'day') return formatDayShort(String(value));
  if (type === 'choice') return options[String(value)]?.[0] ?? String(value);
  if (end !== undefined) {
    const day = readDayRange(value)?.[end];
    return day === undefined ? '' : formatDayShort(day);
  }
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function toColumns(field: ActivityField): BulkColumn[] {
  const { name, label, type } = field;
  const required = !field.maybe;
  if (type === 'attachment') return [];
  if (type !== 'days') return [{ name, headers: [...label], field, required }];
  const labels = endLabels(field);
  return (['from', 'to'] as const).map((end) => ({
    name: `${name}.${end}`,
    headers: [...labels[end]],
    field,
    end,
    required,
  }));
}

import { parseCount } from '../../../../../campaigns/numbers.ts';
import {
  mostCount,
  mostDays,
  type NoteLanguage,
  type PressNoteFields,
  type PressNoteKind,
} from '../../../../../campaigns/press-notes/note-fields.ts';

/** A row as it is typed. */
export interface FormRow {
  /** Stays the same while rows come and go. */
  key: number;
  station: string;
  category: string;
  count: string;
}

/** The form as it is filled in; what is not needed for the kind stays for when it is chosen again. */
export interface NoteFormState {
  kind: PressNoteKind | '';
  month: string;
  rows: FormRow[];
  station: string;
  category: string;
  /** Empty where it is left out. */
  day: string;
  days: string;
  result: string;
  appeal: string;
  /** Empty where none is named. */
  service: string;
  language: NoteLanguage;
  wording: number;
  title: string;
  details: string;
}

/** Faults by field; a row's is `row-<key>`. */
export type NoteFaults = Readonly<Record<string, NoteFault>>;
export type NoteFault =
  | 'kind'
  | 'rows'
  | 'row'
  | 'double'
  | 'station'
  | 'category'
  | 'day'
  | 'days'
  | 'result'
  | 'appeal';

export const emptyRow = (key: number): FormRow => ({ key, station: '', category: '', count: '' });

export function emptyNote(month: string): NoteFormState {
  return {
    kind: '',
    month,
    rows: [emptyRow(0), emptyRow(1), emptyRow(2)],
    station: '',
    category: '',
    day: '',
    days: '',
    result: '',
    appeal: '',
    service: '',
    language: 'hi',
    wording: 0,
    title: '',
    details: '',
  };
}

/** Puts a saved note back into the fields. */
export function toForm(fields: PressNoteFields, month: string): NoteFormState {
  const { title, details, language, wording } = fields;
  const form = { ...emptyNote(month), title, details, language, wording };
  switch (fields.kind) {
    case 'counts': {
      const rows = fields.rows.map(({ count, ...row }, key) => ({
        ...row,
        key,
        count: `${count}`,
      }));
      return { ...form, kind: 'counts', month: fields.month, rows };
    }
    case 'story': {
      const { station, category, day, days, result } = fields;
      const texts = { day: day ?? '', days: `${days}` };
      return { ...form, kind: 'story', station, category, ...texts, result };
    }
    case 'appeal':
      return { ...form, kind: 'appeal', appeal: fields.appeal, service: fields.service ?? '' };
  }
}

const isEmpty = ({ station, category, count }: FormRow) =>
  station === '' && category === '' && count.trim() === '';

/** Finds what is missing or wrong in the facts. @param allowed days that can be reported */
export function findFactFaults(
  form: NoteFormState,
  allowed?: { first: string; last: string },
): NoteFaults {
  if (form.kind === 'story') {
    const days = parseCount(form.days);
    const isOutside =
      allowed !== undefined &&
      form.day !== '' &&
      (form.day < allowed.first || form.day > allowed.last);
    return {
      ...(isOutside && { day: 'day' as const }),
      ...(form.station === '' && { station: 'station' as const }),
      ...(form.category === '' && { category: 'category' as const }),
      ...((days === undefined || days > mostDays) && { days: 'days' as const }),
      ...(form.result === '' && { result: 'result' as const }),
    };
  }
  if (form.kind === 'appeal') return form.appeal === '' ? { appeal: 'appeal' } : {};
  const filled = form.rows.filter((row) => !isEmpty(row));
  if (filled.length === 0) return { rows: 'rows' };
  const seen = new Set<string>();
  const faults: Record<string, NoteFault> = {};
  for (const { key, station, category, count } of filled) {
    const value = parseCount(count);
    const place = `${station}/${category}`;
    if (station === '' || category === '' || value === undefined || value < 1 || value > mostCount)
      faults[`row-${key}`] = 'row';
    else if (seen.has(place)) faults[`row-${key}`] = 'double';
    seen.add(place);
  }
  return faults;
}

/** The fields as the service takes them; null while the facts are not whole. */
export function toFields(form: NoteFormState): PressNoteFields | null {
  if (form.kind === '' || Object.keys(findFactFaults(form)).length > 0) return null;
  const { month, station, category, result, appeal, language, wording } = form;
  const words = { title: form.title.trim(), details: form.details.trim(), language, wording };
  switch (form.kind) {
    case 'counts': {
      const rows = form.rows
        .filter((row) => !isEmpty(row))
        .map((row) => ({
          station: row.station,
          category: row.category,
          count: parseCount(row.count) ?? 0,
        }));
      return { kind: 'counts', month, rows, ...words };
    }
    case 'story':
      return {
        kind: 'story',
        station,
        category,
        day: form.day === '' ? null : form.day,
        days: parseCount(form.days) ?? 0,
        result,
        ...words,
      };
    case 'appeal':
      return {
        kind: 'appeal',
        appeal,
        service: form.service === '' ? null : form.service,
        ...words,
      };
  }
}

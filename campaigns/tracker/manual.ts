import type { Bilingual } from '../bilingual.ts';
import { latinDigits, parseCount } from '../numbers.ts';
import { type Day, isDay } from './clock.ts';
import { defaultLimits, type ReportFile, type ReportLimits } from './report-bytes.ts';
import { ReportError } from './report-error.ts';
import { eachDayOnce, openTable } from './report-table.ts';

/** A figure that HQ was given: all downloads up to the end of a day. */
export interface ManualFigure {
  date: Day;
  downloads: number;
  /** Source of the figure, in words: "Technical Services, by telephone" */
  source: string;
  enteredBy: string;
}

export interface ManualReport {
  kind: 'manual';
  package: null;
  /** Month of the last figure, YYYY-MM */
  month: string;
  days: ManualFigure[];
  contentHash: string;
}

export type ManualFields = Record<keyof ManualFigure, string>;

const columns = [
  { name: 'date', headers: ['Date', 'दिनांक'], required: true },
  { name: 'downloads', headers: ['Downloads', 'कुल डाउनलोड', 'डाउनलोड'], required: true },
  { name: 'source', headers: ['Source', 'स्रोत'], required: true },
  { name: 'enteredBy', headers: ['Entered by', 'EnteredBy', 'प्रविष्टिकर्ता'], required: true },
] as const;

/** A fault of one field, as it was entered. */
export interface ManualFault {
  field: keyof ManualFigure;
  expected: Bilingual;
}

/** Checks one entry as a person typed it: 12.04.2019 or 2019-04-12, 1,62,345 or १,६२,३४५. */
export function parseManual(
  fields: ManualFields,
  today: Day,
): { kind: 'figure'; figure: ManualFigure } | ({ kind: 'fault' } & ManualFault) {
  const date = parseDay(fields.date);
  if (date === undefined) {
    return fault('date', {
      hi: 'DD.MM.YYYY या YYYY-MM-DD में दिनांक',
      en: 'a day as DD.MM.YYYY or YYYY-MM-DD',
    });
  }
  if (date > today) {
    return fault('date', { hi: `आज (${today}) तक का दिनांक`, en: `a day up to today, ${today},` });
  }
  const downloads = parseCount(fields.downloads);
  if (downloads === undefined) {
    return fault('downloads', { hi: '0 या अधिक की पूर्ण संख्या', en: 'a whole number from 0' });
  }
  const source = fields.source.trim();
  const enteredBy = fields.enteredBy.trim();
  if (source === '') {
    return fault('source', { hi: 'आँकड़ा देने वाले का नाम', en: 'who gave the figure' });
  }
  if (enteredBy === '') {
    return fault('enteredBy', { hi: 'दर्ज करने वाले का नाम', en: 'who enters the figure' });
  }
  return { kind: 'figure', figure: { date, downloads, source, enteredBy } };
}

/**
 * Reads a csv of figures given to HQ; totals may not fall from one day to a later one.
 * @throws ReportError when any cell is wrong: nothing of the file is used
 */
export async function readManualReport(
  file: ReportFile,
  today: Day,
  limits: ReportLimits = defaultLimits,
): Promise<ManualReport> {
  const table = await openTable(file, { separator: ',', columns }, limits);
  const days: (ManualFigure & { row: number })[] = [];
  for await (const row of table.rows) {
    const [date = '', downloads = '', source = '', enteredBy = ''] = columns.map(({ name }) =>
      row.text(name),
    );
    const parsed = parseManual({ date, downloads, source, enteredBy }, today);
    if (parsed.kind === 'fault') throw row.fault(parsed.field, parsed.expected);
    const twice = days.find((day) => day.date === parsed.figure.date);
    if (twice) {
      throw row.fault('date', eachDayOnce(twice.row));
    }
    days.push({ ...parsed.figure, row: row.row });
  }
  days.sort((left, right) => (left.date < right.date ? -1 : 1));
  refuseFalling(file.name, days);
  return {
    kind: 'manual',
    package: null,
    month: days.at(-1)?.date.slice(0, 7) ?? '',
    days: days.map(({ row: _, ...figure }) => figure),
    contentHash: table.contentHash(),
  };
}

function refuseFalling(file: string, days: readonly (ManualFigure & { row: number })[]): void {
  for (const [at, day] of days.entries()) {
    const before = days[at - 1];
    if (before !== undefined && day.downloads < before.downloads) {
      throw new ReportError(
        { file, row: day.row, column: 'Downloads' },
        {
          hi: `कम से कम ${before.downloads} चाहिए, जो ${before.date} का योग है; ${day.downloads} मिला`,
          en: `Expected at least ${before.downloads}, the total of ${before.date}, for \`Downloads\`, got "${day.downloads}"`,
        },
      );
    }
  }
}

function parseDay(text: string): Day | undefined {
  const latin = latinDigits(text.trim());
  const [, date = '', month = '', year = ''] =
    /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(latin) ?? [];
  const day = year === '' ? latin : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

function fault(field: keyof ManualFigure, expected: Bilingual): { kind: 'fault' } & ManualFault {
  return { kind: 'fault', field, expected };
}

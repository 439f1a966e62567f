import { dayMs, daySeconds, minuteMs } from '../../../campaigns/durations.ts';
import { offsetMs } from '../../../campaigns/tracker/clock.ts';
import type { ReceiptFault } from '../../../campaigns/words/receipt-fault-words.ts';
import { emptyList } from '../../platform/lists/columns.ts';
import { listRows, type Row } from '../../platform/lists/rows.ts';
import { maskPhoneNumbers } from '../../platform/process/phone-mask.ts';
import { copyCell } from '../audiences/classify.ts';
import { type ReportedStatus, readStatusWord } from '../gateways/report-words.ts';
import { classifyNumber } from '../numbers/number.ts';
import { findReportColumns, type ReportColumns } from './report-columns.ts';

/** A row that tells what became of a message. */
export interface Receipt extends ReportedStatus {
  kind: 'receipt';
  row: number;
  msisdn: number | null;
  providerId: string | null;
  /** ms since 1970 */
  atMs: number;
}

export interface FaultyRow {
  kind: 'fault';
  row: number;
  fault: ReceiptFault;
  /** The cell that is wrong, cut, and any number in it masked. */
  found: string;
}

/** Clocks of providers are not ours. */
const aheadMs = 15 * minuteMs;
const longestId = 200;
const shownCharacters = 60;
/** 1.50620191560592E+14: a spreadsheet has rounded the id away. */
const rounded = /^\d+([.,]\d+)?e\+?\d+$/i;

/** Reads rows of a delivery report and skips empty ones. @throws TableError when a column is missing */
export function createReceiptReader(
  nowMs: number,
): (rows: readonly Row[]) => (Receipt | FaultyRow)[] {
  let columns: ReportColumns | undefined;

  function readRow({ number: row, cells }: Row, at: ReportColumns): Receipt | FaultyRow | null {
    const cell = (column: number) => (cells[column] ?? '').trim();
    if (cells.every((each) => each.trim() === '')) return null;
    const fault = (name: ReceiptFault, found: string): FaultyRow => {
      return { kind: 'fault', row, fault: name, found: shown(name, found) };
    };
    const id = cell(at.id);
    const number = cell(at.number);
    if (id === '' && number === '') return fault('no-recipient', '');
    if (id.length > longestId || rounded.test(id)) return fault('id', id);
    const classified = number === '' ? null : classifyNumber(number);
    if (classified?.kind === 'rejected') return fault('number', number);
    const word = cell(at.status);
    const status = readStatusWord(word);
    if (status === null) return fault('status', word);
    const time = at.times.map(cell).find((each) => each !== '') ?? '';
    const atMs = readReportTime(time);
    if (atMs === null) return fault('time', time);
    // A day alone is its last second, which may not have come yet.
    const isDay = !/[:.]/.test(time.replace(/^\d+[-/.]\d+[-/.]\d+/, ''));
    if (atMs > nowMs + aheadMs && !(isDay && atMs < nowMs + dayMs)) return fault('future', time);
    return {
      kind: 'receipt',
      row,
      msisdn: classified?.msisdn ?? null,
      providerId: id === '' ? null : id,
      ...status,
      atMs,
    };
  }

  return (rows) => {
    let from = 0;
    if (columns === undefined) {
      columns = findReportColumns(rows[0]?.cells ?? []);
      from = 1;
    }
    const at = columns;
    return rows.slice(from).flatMap((row) => readRow(row, at) ?? []);
  };
}

/** Shows only the last two digits of a number; other cells may hold one, too, because columns have slipped. */
function shown(fault: ReceiptFault, cell: string): string {
  const cut = cell.slice(0, shownCharacters);
  return fault === 'number'
    ? cut.replace(/[\d०-९](?=(?:[^\d०-९]*[\d०-९]){2})/g, '•')
    : maskPhoneNumbers(cut);
}

/** How many rows a file had. */
export interface RowsRead {
  rows: number;
}

/** Rows of a delivery report as lines of `receipt_file_row` in COPY's text form. @throws TableError without any row */
export async function* copyReceipts(
  fileId: number,
  batches: AsyncIterable<readonly Row[]>,
  nowMs: number,
): AsyncGenerator<Uint8Array, RowsRead> {
  const read = createReceiptReader(nowMs);
  let rows = 0;
  for await (const batch of batches) {
    let text = '';
    for (const entry of read(batch)) {
      rows += 1;
      text +=
        entry.kind === 'receipt'
          ? `${fileId}\t${entry.row}\t${entry.msisdn ?? '\\N'}\t${textOrNull(entry.providerId)}\t${entry.status}\t${textOrNull(entry.code)}\t${new Date(entry.atMs).toISOString()}\t\\N\t\\N\n`
          : `${fileId}\t${entry.row}\t\\N\t\\N\t\\N\t\\N\t\\N\t${entry.fault}\t${copyCell(entry.found)}\n`;
    }
    if (text !== '') yield Buffer.from(text);
  }
  if (rows === 0) throw emptyList();
  return { rows };
}

function textOrNull(value: string | null): string {
  return value === null ? '\\N' : copyCell(value);
}

/** A delivery report on the disk, csv or xlsx by its name. */
export interface UploadedReport {
  fileId: number;
  path: string;
  name: string;
  nowMs: number;
}

/** Reads a delivery report as lines for COPY; its result says how many rows it had. */
export function decode({ fileId, path, name, nowMs }: UploadedReport) {
  return copyReceipts(fileId, listRows(path, name), nowMs);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const zero = '०'.charCodeAt(0);

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const named = /^(\d{1,2})[-/. ]([a-z]{3})[a-z]*[-/., ]+(\d{4}|\d{2})(?!\d)/i;
const clock =
  /^[T, ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s*(am|pm))?(?:\s*(z|ist|[+-]\d{2}:?\d{2}))?$/i;
/** Excel's days since 1899-12-30, for the years from 2009 to 2064. */
const serial = /^[45]\d{4}(?:\.\d+)?$/;
const serialOfEpoch = 25_569;

/**
 * The moment in a cell of a report, in ms since 1970; null if it is not one. Without a zone it is Indian time, the day
 * is before the month as in India, and a day without a time is its last second.
 */
export function readReportTime(cell: string): number | null {
  const text = cell.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - zero)).trim();
  if (serial.test(text)) {
    return Math.round((Number(text) - serialOfEpoch) * daySeconds) * 1000 - offsetMs;
  }
  const found = readDay(text);
  if (found === null) return null;
  if (found.rest === '') return found.ms + dayMs - 1000 - offsetMs;
  const time = clock.exec(found.rest);
  if (time === null) return null;
  const [, hours = '', minutes = '', seconds = '0', half = '', zone = ''] = time;
  const hour = toHour(Number(hours), half.toLowerCase());
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return (
    found.ms + (hour * 60 + Number(minutes)) * minuteMs + Number(seconds) * 1000 - readZoneMs(zone)
  );
}

function readDay(text: string): { ms: number; rest: string } | null {
  const iso = yearFirst.exec(text);
  if (iso !== null) return toDay(text, iso, [iso[1], iso[2], iso[3]]);
  const indian = dayFirst.exec(text);
  if (indian !== null) return toDay(text, indian, [indian[3], indian[2], indian[1]]);
  const spoken = named.exec(text);
  if (spoken === null) return null;
  const month = months.indexOf((spoken[2] ?? '').toLowerCase()) + 1;
  return toDay(text, spoken, [spoken[3], String(month), spoken[1]]);
}

function toDay(
  text: string,
  [whole]: RegExpExecArray,
  parts: readonly (string | undefined)[],
): { ms: number; rest: string } | null {
  const [written = 0, month = 0, day = 0] = parts.map(Number);
  const year = written < 100 ? 2000 + written : written;
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  // 31.02. would become a day of March.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { ms, rest: text.slice(whole.length).trimEnd() };
}

function toHour(hour: number, half: string): number | null {
  if (half === '') return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

function readZoneMs(zone: string): number {
  if (zone === '' || zone.toLowerCase() === 'ist') return offsetMs;
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset === null) return 0;
  const [, sign, hours, minutes] = offset;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minuteMs;
}

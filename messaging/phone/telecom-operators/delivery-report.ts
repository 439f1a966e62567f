import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { districtFinder } from '../../../campaigns/directory/district-names.ts';
import type { NamedDistrict } from '../../../campaigns/directory/station.ts';
import { CsvError, createCsvReader } from '../../../campaigns/tables/csv.ts';
import { csvFault } from '../../../campaigns/tables/table-error.ts';
import type { OperatorChannel } from '../../contract/values.ts';
import { reportHeader } from './operator-pack.ts';

/** An operator's messages in a district on a day. */
export interface DeliveryRow {
  day: string;
  district: string;
  channel: OperatorChannel;
  sent: number;
  delivered: number;
}

/** A fault of a report, at its place; a wrong heading is in row 1 without a column. */
export interface ReportFault extends Bilingual {
  row: number;
  column: string;
  value: string;
}

export type ReadReport =
  | { kind: 'read'; rows: DeliveryRow[] }
  | { kind: 'faulty'; faults: ReportFault[]; faultCount: number };

type Column = 'day' | 'district' | 'channel' | 'sent' | 'delivered';

const columns = reportHeader.split(',') as Column[];
const shownCharacters = 40;
const shownFaults = 200;
const longestRow = 16 * 1024;

/**
 * Reads an operator's delivery report: totals only, a phone number in it is a fault.
 * @param findDistrict id of a district by id or name
 */
export function readDeliveryReport(
  text: string,
  findDistrict: (name: string) => string | undefined,
): ReadReport {
  let read: string[][];
  try {
    read = parseLines(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { row, column, expected, found } = csvFault(error, longestRow);
    const fault = { row, column: columns[column - 1] ?? String(column), value: found, ...expected };
    return { kind: 'faulty', faults: [fault], faultCount: 1 };
  }
  const [header = [], ...lines] = read;
  if (header.join(',').toLowerCase() !== reportHeader) {
    return faulty(header.join(','), columnsInRow1(reportHeader));
  }
  if (lines.length === 0) {
    return faulty('', deliveryReportWords.rows);
  }
  const faults: ReportFault[] = [];
  const seen = new Set<string>();
  let faultCount = 0;
  const rows = lines.map((cells, index): DeliveryRow => {
    const [day = '', districtName = '', channel = '', sent = '', delivered = ''] = cells;
    const district = findDistrict(districtName);
    const wrong = (column: Column, expected: Bilingual = deliveryReportWords[column]) => {
      faultCount += 1;
      if (faults.length === shownFaults) return;
      const value = (cells[columns.indexOf(column)] ?? '').slice(0, shownCharacters);
      faults.push({ row: index + 2, column, value, ...expected });
    };
    if (!isDay(day)) wrong('day');
    if (district === undefined) wrong('district');
    if (channel !== 'sms' && channel !== 'ivr') wrong('channel');
    if (!isCount(sent)) wrong('sent');
    if (!isCount(delivered) || Number(delivered) > Number(sent)) wrong('delivered');
    const key = `${day} ${district} ${channel}`;
    if (seen.has(key)) wrong('district', deliveryReportWords.once);
    seen.add(key);
    return {
      day,
      district: district ?? '',
      channel: channel === 'ivr' ? 'ivr' : 'sms',
      sent: Number(sent),
      delivered: Number(delivered),
    };
  });
  return faultCount > 0 ? { kind: 'faulty', faults, faultCount } : { kind: 'read', rows };
}

function parseLines(text: string): string[][] {
  const reader = createCsvReader({ trimmed: true, longestRow });
  return [...reader.push(text), ...reader.end()].map(({ cells }) => cells);
}

function faulty(value: string, expected: Bilingual): ReadReport {
  const shown = value.slice(0, shownCharacters);
  return {
    kind: 'faulty',
    faults: [{ row: 1, column: '', value: shown, ...expected }],
    faultCount: 1,
  };
}

/** Up to nine digits: ten would be a phone number. */
function isCount(value: string): boolean {
  return /^\d{1,9}$/.test(value);
}

function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(value)
  );
}

interface UploadedReport {
  csv: string;
  districts: readonly NamedDistrict[];
}

export async function decode({ csv, districts }: UploadedReport): Promise<ReadReport> {
  return readDeliveryReport(csv, districtFinder(districts));
}

/** Expected content of the columns of an operator's delivery report, and of the report as a whole. */
const deliveryReportWords = {
  day: { hi: 'दिनांक YYYY-MM-DD', en: 'a day YYYY-MM-DD' },
  district: { hi: 'जनपद का नाम', en: 'the name of a district' },
  channel: { hi: 'sms या ivr', en: 'sms or ivr' },
  sent: { hi: 'संख्या (अधिकतम 9 अंक)', en: 'a count of at most 9 digits' },
  delivered: { hi: '`sent` से अधिक न होने वाली संख्या', en: 'a count up to `sent`' },
  once: {
    hi: 'हर दिनांक, जनपद और माध्यम केवल एक बार',
    en: 'each day, district and channel once',
  },
  rows: { hi: 'स्तंभों के नाम के नीचे आँकड़ों की पंक्तियाँ', en: 'rows below the columns' },
} as const satisfies Record<string, Bilingual>;

function columnsInRow1(names: string): Bilingual {
  return { hi: `पहली पंक्ति में स्तंभ “${names}”`, en: `the columns ${names} in row 1` };
}

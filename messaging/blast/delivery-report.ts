import { parse } from 'csv-parse/sync';
import { reportHeader } from './operator-pack.ts';

/** What an operator sent in a district on a day. */
export interface DeliveryRow {
  day: string;
  district: string;
  channel: 'sms' | 'ivr';
  sent: number;
  delivered: number;
}

/**
 * Reads an operator's delivery report: totals only, a phone number in it is refused.
 * @param findDistrict id of a district by id or name
 * @throws every wrong row, with row and column
 */
export function readDeliveryReport(
  text: string,
  findDistrict: (name: string) => string | undefined,
): DeliveryRow[] {
  const lines = parse(text, {
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  const [header, ...rows] = lines as string[][];
  const columns = reportHeader.split(',');
  if (header?.join(',').toLowerCase() !== reportHeader) {
    throw new Error(
      `Expected the columns "${reportHeader}" in row 1, got "${(header ?? []).join(',')}"`,
    );
  }
  const faults: string[] = [];
  const seen = new Set<string>();
  const read = rows.map((cells, index): DeliveryRow => {
    const row = index + 2;
    const [day = '', districtName = '', channel = '', sent = '', delivered = ''] = cells;
    const expect = (column: string, holds: boolean, wanted: string) => {
      const value = cells[columns.indexOf(column)] ?? '';
      if (!holds)
        faults.push(
          `row ${row}: Expected ${wanted} for \`${column}\`, got "${value.slice(0, 40)}"`,
        );
    };
    const district = findDistrict(districtName);
    expect('day', isDay(day), 'a day YYYY-MM-DD');
    expect('district', district !== undefined, 'a district');
    expect('channel', channel === 'sms' || channel === 'ivr', 'sms or ivr');
    expect('sent', isCount(sent), 'a count');
    expect(
      'delivered',
      isCount(delivered) && Number(delivered) <= Number(sent),
      'a count up to `sent`',
    );
    const key = `${day} ${district} ${channel}`;
    expect('district', !seen.has(key), 'each day, district and channel once');
    seen.add(key);
    return {
      day,
      district: district ?? '',
      channel: channel === 'ivr' ? 'ivr' : 'sms',
      sent: Number(sent),
      delivered: Number(delivered),
    };
  });
  if (rows.length === 0) throw new Error('Expected rows below the columns, got none');
  if (faults.length > 0)
    throw new Error(`The report has ${faults.length} faults:\n${faults.join('\n')}`);
  return read;
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

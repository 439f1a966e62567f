import { describe, expect, test } from 'vitest';
import { readStatusWord } from '../../../../messaging/phone/gateways/report-words.ts';
import {
  createReceiptReader,
  readReportTime,
} from '../../../../messaging/phone/receipt-files/receipt-rows.ts';
import { findReportColumns } from '../../../../messaging/phone/receipt-files/report-columns.ts';

describe('the time of a report', () => {
  test.each([
    ['2026-11-25 19:28:01', '2026-11-25T13:58:01Z'],
    ['2026-11-25T19:28:01.250+05:30', '2026-11-25T13:58:01Z'],
    ['2026-11-25T13:58:01Z', '2026-11-25T13:58:01Z'],
    ['25-11-2026 19:28', '2026-11-25T13:58:00Z'],
    ['25/11/26 07:28:01 PM', '2026-11-25T13:58:01Z'],
    ['05/04/2026 12:05 am', '2026-04-04T18:35:00Z'],
    ['25.11.2026, 19:28:01 IST', '2026-11-25T13:58:01Z'],
    ['25-Nov-2026 19:28:01', '2026-11-25T13:58:01Z'],
    ['2 November 2026 09:00', '2026-11-02T03:30:00Z'],
    ['२५-११-२०२६ १९:२८', '2026-11-25T13:58:00Z'],
    ['46351.8111111111', '2026-11-25T13:58:00Z'],
    ['25-11-2026', '2026-11-25T18:29:59Z'],
  ])('%s is %s', (cell, at) => {
    expect(new Date(readReportTime(cell) ?? 0).toISOString().replace('.000', '')).toBe(at);
  });
  test.each(['', 'x', '31-02-2026', '25-13-2026 10:00', '25-11-2026 24:10', '25-11-2026 13:00 pm'])(
    '%j is no moment',
    (cell) => expect(readReportTime(cell)).toBe(null),
  );
});

test.each([
  ['DELIVRD', 'delivered', null],
  [' Delivered ', 'delivered', null],
  ['वितरित', 'delivered', null],
  ['SUBMITTED_TO_NETWORK', 'accepted', null],
  ['UNDELIV', 'undelivered', 'undeliv'],
  ['विफल', 'undelivered', 'undeliv'],
  ['Expired', 'undelivered', 'EXPIRED'],
  ['REJECTD', 'undelivered', 'rejectd'],
  ['NDNC Reject', 'undelivered', 'FAILED_DND'],
  ['FAILED-DND', 'undelivered', 'FAILED_DND'],
])('the status %s means %s, %s', (word, status, code) => {
  expect(readStatusWord(word)).toEqual({ status, code });
});

test('a status without a known meaning is ignored', () => {
  expect(readStatusWord('perhaps')).toBe(null);
  expect(readStatusWord('')).toBe(null);
});

test('columns are found in both languages; the time of delivery counts before that of sending', () => {
  expect(
    findReportColumns(['Sl No', 'MSG_ID', 'Mobile-No', 'Sent Time', 'Done Time', 'STATUS']),
  ).toEqual({
    id: 1,
    number: 2,
    status: 5,
    times: [4, 3],
  });
  expect(findReportColumns(['क्रम', 'मोबाइल नम्बर', 'स्थिति', 'दिनांक एवं समय'])).toEqual({
    id: -1,
    number: 1,
    status: 2,
    times: [3],
  });
});

test('a number in a cell where none belongs is masked', () => {
  const read = createReceiptReader(Date.UTC(2026, 10, 25));
  const rows = [
    ['Message ID', 'Mobile', 'Status', 'Time'],
    ['C1', '9876543210', '9876543211', '2026-11-24'],
    ['C2', '98765432', 'Delivered', '2026-11-24'],
    ['1.5E+14', '', 'Delivered', '2026-11-24'],
    ['C3', '', 'Delivered', '2026-11-26 10:00'],
    ['C4', '', 'Delivered', ''],
    ['', '', '', ''],
    ['C5', '', 'Delivered', '25-11-2026'],
  ].map((cells, index) => ({ number: index + 1, cells }));
  expect(read(rows)).toEqual([
    { kind: 'fault', row: 2, fault: 'status', found: '[phone …11]' },
    { kind: 'fault', row: 3, fault: 'number', found: '••••••32' },
    { kind: 'fault', row: 4, fault: 'id', found: '1.5E+14' },
    { kind: 'fault', row: 5, fault: 'future', found: '2026-11-26 10:00' },
    { kind: 'fault', row: 6, fault: 'time', found: '' },
    {
      kind: 'receipt',
      row: 8,
      msisdn: null,
      providerId: 'C5',
      status: 'delivered',
      code: null,
      atMs: Date.UTC(2026, 10, 25, 18, 29, 59),
    },
  ]);
});

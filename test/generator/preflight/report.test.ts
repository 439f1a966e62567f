import { expect, test } from 'vitest';
import type { Finding } from '../../../generator/preflight/check-file.ts';
import { reportJson, reportText } from '../../../generator/preflight/report.ts';
import type { Outcome } from '../../../generator/preflight/run.ts';

const finding = (change: Partial<Finding> = {}): Finding => ({
  severity: 'fault',
  rule: 'heights',
  district: 'agra',
  file: 'agra/baah/board.pdf',
  page: null,
  expected: 'name at least 65 mm high',
  found: '40 mm',
  ...change,
});

const agra = { district: 'agra', files: 8 };
const noida = { district: 'gautam-buddha-nagar', files: 12 };
const outcome = (findings: Finding[]): Outcome => ({
  folder: '/print',
  campaign: 'up-cop',
  release: false,
  seconds: 1.25,
  districts: [agra, noida],
  findings,
});

test('a clean run is a table of districts and the word printable', () => {
  expect(reportText(outcome([])).split('\n')).toEqual([
    'district             files  faults  warnings',
    'agra                     8       –         –',
    'gautam-buddha-nagar     12       –         –',
    'all                     20       –         –',
    '',
    'Printable. 20 files in 1.3 s.',
  ]);
});

test('a fault is told with its rule, file, page, expected and found', () => {
  const text = reportText(outcome([finding({ page: 2 })]));
  const told = ['    expected name at least 65 mm high', '    found    40 mm'];
  expect(text).toContain(['✗ heights  agra/baah/board.pdf page 2', ...told].join('\n'));
  expect(text).toMatch(/agra +8 +1 +–/);
  expect(text).toContain('NOT PRINTABLE: 1 fault.');
});

test('one cause in many files is told once, with the first three', () => {
  const many = Array.from({ length: 5 }, (_, at) => finding({ file: `agra/s${at}/board.pdf` }));
  const text = reportText(outcome(many));
  expect(text.match(/✗/g)).toHaveLength(1);
  expect(text).toContain(
    '✗ heights  5 files: agra/s0/board.pdf, agra/s1/board.pdf, agra/s2/board.pdf, …',
  );
});

test('other outlines are told with their usual cause, another fault without it', () => {
  const cause = /✗ outlines .+\n.+\n.+\n {4}if words or names were changed .+ make it again$/m;
  const told = (rule: string) => reportText(outcome([finding({ rule })]));
  expect(told('outlines')).toMatch(cause);
  expect(told('heights')).not.toContain('make it again');
});

test('warnings stand apart and do not stop the printing', () => {
  const warning = finding({ severity: 'warning', rule: 'name-check', file: null, page: null });
  const text = reportText(outcome([warning]));
  expect(text).toContain('! name-check  name at least 65 mm high: 40 mm');
  expect(text).toContain('Printable. ');
});

test('the JSON holds every finding by itself, and the counts', () => {
  const other = finding({ file: 'agra/etmadpur/board.pdf' });
  const findings = [finding(), other, finding({ severity: 'warning' })];
  const report = JSON.parse(reportJson(outcome(findings)));
  expect(report).toMatchObject({ campaign: 'up-cop', faults: 2, warnings: 1, seconds: 1.25 });
  expect(report.findings).toEqual(findings);
});

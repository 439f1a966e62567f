import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alertKinds } from '../../../campaigns/words/alert-words.ts';
import { monitoringDir, type RuleTest, readRules, rulesFile, testRules } from './promtool.ts';

/** Series by a minute each, in promtool's notation: `0x60` is sixty times the same, `0+5x60` grows by five. */
type Series = Readonly<Record<string, string>>;

const service = 'job="up-cop-outreach",instance="a"';
const answers = (failed: string): Series => ({
  [`http_request_seconds_count{${service},status="5xx"}`]: failed,
  [`http_request_seconds_count{${service},status="2xx"}`]: '0+600x90',
});
const spool = (name: string, drained: string): Series => ({
  [`spool_${name}{${service},kind="stored"}`]: '0+1000x90',
  [`spool_${name}{${service},kind="drained"}`]: drained,
});

/** What must raise an alert, and what comes near and must not; both are looked at after an hour and a half. */
const seen: Readonly<Record<string, { raises: Series; leaves: Series }>> = {
  'service-down': {
    raises: { [`up{${service}}`]: '1x60 0x30' },
    // Of another program; and away for a minute.
    leaves: { 'up{job="node"}': '0x90', [`up{${service}}`]: '1x88 0x0 1x2' },
  },
  'part-missing': {
    raises: { 'part_ready{part="database"}': '1x60 0x30' },
    leaves: { 'part_ready{part="database"}': '1x60 0x0 1x30' },
  },
  'restarts-often': {
    raises: { [`process_start_time_seconds{${service}}`]: '1x50 2x9 3x9 4x9 5x9 6x9' },
    leaves: { [`process_start_time_seconds{${service}}`]: '1x60 2x9 3x20' },
  },
  'answers-fail': { raises: answers('0+12x90'), leaves: answers('0+3x90') },
  'scans-wait': {
    raises: spool('scans', '0+1000x60 60000x30'),
    leaves: spool('scans', '0+1000x84 84000x6'),
  },
  'receipts-wait': {
    raises: spool('callbacks', '0+1000x60 60000x30'),
    leaves: spool('callbacks', '0+1000x84 84000x6'),
  },
  'outcomes-wait': {
    raises: { outcomes_waiting: '1001x90' },
    leaves: { outcomes_waiting: '1000x60 5000x5 0x30' },
  },
  'messages-in-doubt': {
    raises: { 'blast_messages{status="unknown"}': '1x90' },
    leaves: {
      'blast_messages{status="unknown"}': '0x40 9x50',
      'blast_messages{status="planned"}': '9x90',
    },
  },
  'main-thread-held': {
    raises: { [`main_thread_held_seconds_sum{${service},route="/api/x"}`]: '0+15x90' },
    leaves: { [`main_thread_held_seconds_sum{${service},route="/api/x"}`]: '0+11x90' },
  },
  'deletion-late': {
    raises: { [`retention_last_run_seconds{${service}}`]: '-7200x90' },
    // Of two machines one has done it.
    leaves: {
      [`retention_last_run_seconds{${service}}`]: '-7200x90',
      'retention_last_run_seconds{job="up-cop-outreach",instance="a",pid="2"}': '0x90',
    },
  },
  'records-left-out': {
    raises: { spool_malformed_records_total: '0x60 1x30' },
    leaves: { spool_malformed_records_total: '5x90' },
  },
  troubles: {
    raises: { 'troubles_total{part="salts"}': '0x40 0+1x50' },
    leaves: { 'troubles_total{part="salts"}': '0x79 3x12' },
  },
  'memory-high': {
    raises: { [`process_resident_memory_bytes{${service}}`]: '2100000000x90' },
    leaves: { [`process_resident_memory_bytes{${service}}`]: '1900000000x90' },
  },
  'file-handles': {
    raises: {
      [`process_open_fds{${service}}`]: '810x90',
      [`process_max_fds{${service}}`]: '1000x90',
    },
    leaves: {
      [`process_open_fds{${service}}`]: '790x90',
      [`process_max_fds{${service}}`]: '1000x90',
    },
  },
};
const told = Object.fromEntries(
  alertKinds.map((kind) => [
    kind,
    {
      raises: { [`alerts_open{kind="${kind}"}`]: '0x80 2x10' },
      leaves: {
        [`alerts_open{kind="${kind}"}`]: '1x80 0x10',
        'alerts_open{kind="another"}': '1x90',
      },
    },
  ]),
);
const cases: typeof seen = { ...told, ...seen };

/** All series at the same time; an alert that another one's series raise too is counted. */
function toTest(
  name: string,
  series: readonly Series[],
  counts: Readonly<Record<string, number>>,
): RuleTest {
  return {
    name,
    interval: '1m',
    input_series: Object.entries(Object.assign({}, ...series) as Series).map(([name, values]) => ({
      series: name,
      values,
    })),
    promql_expr_test: Object.entries(counts).map(([alert, value]) => ({
      expr: `count(ALERTS{alertname="${alert}", alertstate="firing"})`,
      eval_time: '90m',
      exp_samples: value === 0 ? [] : [{ labels: '{}', value }],
    })),
  };
}

const count = (value: number) =>
  Object.fromEntries(Object.keys(cases).map((alert) => [alert, value]));
const raising = toTest(
  'raised',
  Object.values(cases).map(({ raises }) => raises),
  count(1),
);
const leaving = toTest(
  'left',
  Object.values(cases).map(({ leaves }) => leaves),
  count(0),
);

test('each alert of the console has a rule of the same name, and each rule is tried', () => {
  const names = readRules().map(({ alert }) => alert);
  expect(names.toSorted()).toEqual(Object.keys(cases).toSorted());
});

test('each alert is raised by what it is about, and by nothing else', () => {
  expect(testRules([raising], [rulesFile])).toBe('');
});

test('no alert is raised by what only comes near', () => {
  expect(testRules([leaving], [rulesFile])).toBe('');
});

test('a rule that says nothing would be found out, and one that says too much', () => {
  expect(testRules([{ ...raising, input_series: [] }], [rulesFile])).toContain('part-missing');
  expect(testRules([{ ...leaving, input_series: raising.input_series }], [rulesFile])).toContain(
    'part-missing',
  );
});

test('Prometheus takes rules and configuration', () => {
  const { status, stderr } = spawnSync(
    'promtool',
    ['check', 'config', join(monitoringDir, 'prometheus.yaml')],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
});

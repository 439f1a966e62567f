import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../messaging/platform/database/database.ts';
import { openFolder } from '../../folders.ts';
import { scanPaths } from '../../messaging/fixtures/scans.ts';
import { startService, type TestService } from '../../messaging/fixtures/service.ts';
import { until } from '../../messaging/phone/sending/worker-fixture.ts';
import { borrow } from '../../servers/borrow.ts';
import { monitoringDir, readRules, testRules } from './promtool.ts';

const dashboard = JSON.parse(readFileSync(join(monitoringDir, 'dashboard.json'), 'utf8')) as {
  panels: { targets: { expr: string }[] }[];
};
const queries = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
const folder = openFolder('queries-');
const address = 'job="up-cop-outreach",instance="127.0.0.1:8080"';
let service: TestService;
let database: Database;
/** Samples of the running service as Prometheus keeps them, and what it adds by itself. */
let series: string[];

beforeAll(async () => {
  const databaseUrl = await borrow('database');
  service = await startService({
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: databaseUrl,
    REDIS_URL: await borrow('redis'),
  });
  database = await openDatabase({ url: databaseUrl, dataDir: folder });
  await fetch(service.url + (scanPaths(1)[0] ?? ''), { redirect: 'manual' });
  await until('the first deletion of what is over', async () =>
    (await readSeries()).some((one) => one.startsWith('retention_last_run')),
  );
  series = await readSeries();
});
afterAll(async () => {
  await database.close();
  await service.stop();
});

async function readSeries(): Promise<string[]> {
  const text = await (await fetch(`${service.url}/metrics`)).text();
  const samples = [...text.matchAll(/^(\w+)(?:\{(.*)\})? \S+$/gm)].map(
    ([, name, labels]) => `${name}{${labels === undefined ? '' : `${labels},`}${address}}`,
  );
  return [...samples, `up{${address}}`];
}

test('each query of the dashboard has an answer', () => {
  expect(unanswered(queries)).toBe('');
});

test('what the rules look at is there, the condition left out', () => {
  const looked = readRules().map(({ expr }) => expr.replace(/ (>|==) [^=>]+$/, ''));
  // Of answers that failed there are none yet.
  const calm = looked.map((expr) => expr.replaceAll('status="5xx"', 'status="2xx"'));
  expect(unanswered(calm)).toBe('');
});

test('a query that asks for another name or label would be found out', () => {
  expect(unanswered(['spool_scans{kind="stored"}', 'spool_scans{sort="stored"}'])).toContain('q1');
});

test('an alert of the console is counted, and its end', async () => {
  const read = async () => (await (await fetch(`${service.url}/metrics`)).text()).split('\n');
  const { rows } = await database.pool.query<{ id: number }>(
    `INSERT INTO alert (kind, subject, host) VALUES ('queue-damaged', 'a b', 'elsewhere') RETURNING id`,
  );
  expect(await read()).toContain('alerts_open{kind="queue-damaged"} 1');
  await database.pool.query('UPDATE alert SET closed_at = now() WHERE id = $1', [rows[0]?.id]);
  expect(await read()).toContain('alerts_open{kind="queue-damaged"} 0');
});

/** promtool's word of the queries that have no answer from these series; empty when each has one. */
function unanswered(exprs: readonly string[]): string {
  const rules = join(folder, 'queries.yaml');
  const record = exprs.map((expr, index) => ({ record: `q${index}`, expr: `absent(${expr})` }));
  writeFileSync(rules, dump({ groups: [{ name: 'queries', rules: record }] }));
  const test = {
    name: 'answers',
    interval: '1m',
    input_series: series.map((name) => ({ series: name, values: '1+1x15' })),
    promql_expr_test: exprs.map((_, index) => ({
      expr: `count(q${index})`,
      eval_time: '15m',
      exp_samples: [],
    })),
  };
  return testRules([test], [rules]);
}

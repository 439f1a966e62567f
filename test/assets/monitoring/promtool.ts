import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';

export const monitoringDir = join(
  import.meta.dirname,
  ...['..', '..', '..', 'assets', 'deploy', 'monitoring'],
);
export const rulesFile = join(monitoringDir, 'rules.yaml');

export interface AlertRule {
  alert: string;
  expr: string;
  for?: string;
  annotations: { summary: string; handbook: string };
}

export function readRules(): AlertRule[] {
  const { groups } = load(readFileSync(rulesFile, 'utf8')) as { groups: { rules: AlertRule[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

export interface RuleTest {
  name: string;
  interval: string;
  input_series: { series: string; values: string }[];
  promql_expr_test: {
    expr: string;
    eval_time: string;
    exp_samples: { labels: string; value: number }[];
  }[];
}

/** Debian's promtool on tests of the rules. @returns what it said of those that failed; empty when all went well */
export function testRules(tests: readonly RuleTest[], rules: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'promtool-'));
  const file = join(folder, 'tests.json');
  // JSON is YAML, too.
  writeFileSync(file, JSON.stringify({ rule_files: rules, evaluation_interval: '1m', tests }));
  const { status, stdout, stderr, error } = spawnSync('promtool', ['test', 'rules', file], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  if (error) throw error;
  return status === 0 ? '' : `${stdout}${stderr}`;
}

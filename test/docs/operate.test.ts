import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { environment } from '../../messaging/config.ts';
import { readRules } from '../assets/monitoring/promtool.ts';

const root = join(import.meta.dirname, '..', '..');
const handbook = readFileSync(join(root, 'docs/operate.md'), 'utf8');
const bench = readFileSync(join(root, 'test/bench/README.md'), 'utf8');
const sections = new Map(
  handbook
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.split('\n')[0] ?? '', text] as const),
);

test('each alert has its section, which says what to do, and no other has one', () => {
  const alerts = (sections.get('Alerts') ?? '').split(/^### /m).slice(1);
  const rules = readRules();
  expect(alerts.map((text) => text.split('\n')[0])).toEqual(rules.map(({ alert }) => alert));
  for (const text of alerts) expect(text).toMatch(/^[\w-]+\n\n[A-Z].{20,}\n\nDo: .{10,}\.\n/s);
  for (const { alert, annotations } of rules)
    expect(annotations.handbook).toBe(`/help/operate/#${alert}`);
});

test('each setting is named once among the settings, by exactly that name', () => {
  const named = [...(sections.get('Settings') ?? '').matchAll(/`([A-Z][A-Z_]+)`/g)].map(
    ([, name]) => name,
  );
  expect(named.toSorted()).toEqual(Object.keys(environment.shape).toSorted());
});

test('the sizes are computed from what was measured', () => {
  const figure = (pattern: RegExp) => Number(pattern.exec(bench)?.[1]?.replaceAll(',', ''));
  const read = figure(/stored, from file to list \| ([\d,]+) rows/);
  const one = figure(/accepted by the emulator and in the ledger \| ([\d,]+)\/s/);
  const two = figure(/two workers \| ([\d,]+)\/s/);
  const bytes = figure(/at the last receipt \/ afterwards \| (\d+) \//);
  const later = figure(/at the last receipt \/ afterwards \| \d+ \/ (\d+) bytes/);
  const time = (seconds: number) => {
    if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
    const minutes = seconds / 60;
    if (minutes < 60) return `${minutes < 10 ? minutes.toFixed(1) : Math.round(minutes)} min`;
    return `${(minutes / 60).toFixed(1)} h`;
  };
  const size = (count: number) =>
    count < 1e9 ? `${Math.round(count / 1e6)} MB` : `${(count / 1e9).toFixed(1)} GB`;
  const rows = (
    [
      ['1 lakh', 1e5],
      ['10 lakh', 1e6],
      ['1 crore', 1e7],
    ] as const
  ).map(
    ([name, count]) =>
      `| ${name} | ${time(count / read)} | ${time(count / one)}, ${time(count / two)} | ${size(count * bytes)}, ${size(count * later)} | ${time(count / 100)} |`,
  );
  const written = (sections.get('Sizes') ?? '').split('\n').filter((line) => /^\| 1/.test(line));
  expect(written).toEqual(rows);
});

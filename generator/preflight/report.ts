import type { Finding } from './check-file.ts';
import type { Outcome } from './run.ts';

/** Files that are named where one cause shows in many. */
const namedFiles = 3;

/** The outcome for people: a table of districts, then every fault and warning; equal ones of many files are together. */
export function reportText(outcome: Outcome): string {
  const { districts, findings, seconds } = outcome;
  const files = districts.reduce((sum, each) => sum + each.files, 0);
  const count = (severity: Finding['severity'], district?: string) =>
    findings.filter(
      (finding) =>
        finding.severity === severity && (district === undefined || finding.district === district),
    ).length;
  const rows = districts.map(({ district, files: own }) => [
    district,
    String(own),
    mark(count('fault', district)),
    mark(count('warning', district)),
  ]);
  const total = ['all', String(files), mark(count('fault')), mark(count('warning'))];
  const lines = table([['district', 'files', 'faults', 'warnings'], ...rows, total]);
  for (const severity of ['fault', 'warning'] as const) {
    const groups = grouped(findings.filter((finding) => finding.severity === severity));
    if (groups.length > 0) lines.push('', `${titles[severity]}:`);
    for (const group of groups)
      lines.push(...(severity === 'fault' ? describeFault(group) : describeWarning(group)));
  }
  const verdict =
    count('fault') === 0 ? 'Printable' : `NOT PRINTABLE: ${plural(count('fault'), 'fault')}`;
  lines.push('', `${verdict}. ${plural(files, 'file')} in ${seconds.toFixed(1)} s.`);
  return lines.join('\n');
}

/** The outcome for machines, every finding by itself. */
export function reportJson(outcome: Outcome): string {
  const { findings, ...rest } = outcome;
  const faults = findings.filter(({ severity }) => severity === 'fault').length;
  const counts = { faults, warnings: findings.length - faults };
  return JSON.stringify({ ...rest, ...counts, findings }, null, 2);
}

const titles = { fault: 'Faults', warning: 'Warnings' } as const;

function grouped(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { rule, expected, found, page } = finding;
    const key = JSON.stringify([rule, expected, found, page]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** The usual cause of other outlines than the campaign's words and names give today. */
const remake = '    if words or names were changed since the file was made, make it again';

function describeFault(group: readonly Finding[]): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const files = group.flatMap(({ file }) => file ?? []);
  const where =
    files.length > namedFiles + 1
      ? `${plural(files.length, 'file')}: ${files.slice(0, namedFiles).join(', ')}, …`
      : files.join(', ');
  const page = first.page === null ? '' : ` page ${first.page}`;
  return [
    `✗ ${first.rule}${where === '' ? '' : `  ${where}${page}`}`,
    `    expected ${first.expected}`,
    `    found    ${first.found}`,
    ...(first.rule === 'outlines' ? [remake] : []),
  ];
}

function describeWarning([first]: readonly Finding[]): string[] {
  return first === undefined ? [] : [`! ${first.rule}  ${first.expected}: ${first.found}`];
}

function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

function mark(count: number): string {
  return count === 0 ? '–' : String(count);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

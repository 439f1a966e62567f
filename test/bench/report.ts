import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a benchmark's table. */
export interface Measure {
  what: string;
  value: string | number;
  unit?: string;
  bar?: string;
  holds?: boolean;
}

/** Prints a benchmark as a table and writes it as JSON beside the other results. */
export function report(name: string, measures: readonly Measure[]): void {
  const rows = measures.map(({ what, value, unit = '', bar = '', holds }) => [
    what,
    `${value}${unit === '' ? '' : ` ${unit}`}`,
    bar,
    holds === undefined ? '' : holds ? 'holds' : 'MISSED',
  ]);
  const head = [`bench ${name}`, 'measured', 'bar', ''];
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)),
  );
  for (const row of [head, ...rows]) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] as number))
        .join('  ')
        .trimEnd(),
    );
  }
  const folder = join(import.meta.dirname, '..', 'out', 'bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ name, measures }, null, 2)}\n`);
  if (measures.some(({ holds }) => holds === false)) process.exitCode = 1;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

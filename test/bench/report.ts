import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of a benchmark's table. A bar stands once, as a figure: what is more than `most`, or less than `least`, misses it. */
export interface Measure {
  what: string;
  value: string | number;
  /** Of a figure behind the point. */
  digits?: number;
  unit?: string;
  most?: number;
  least?: number;
  /** In words, where it is no figure. */
  bar?: string;
  holds?: boolean;
}

function judge({ value, most, least, holds }: Measure): boolean | undefined {
  if (most !== undefined) return Number(value) <= most;
  return least === undefined ? holds : Number(value) >= least;
}

/** Prints a benchmark as a table and writes it as JSON beside the other results. */
export function report(name: string, measures: readonly Measure[]): void {
  const rows = measures.map((measure) => {
    const { what, value, digits = 0, unit, most, least, bar = '' } = measure;
    const say = (figure: string | number) =>
      unit === undefined ? `${figure}` : `${figure} ${unit}`;
    const limit = most ?? least;
    const isKept = judge(measure);
    return [
      what,
      say(typeof value === 'number' ? value.toFixed(digits) : value),
      limit === undefined ? bar : `${most === undefined ? '≥' : '≤'} ${say(limit)}`,
      isKept === undefined ? '' : isKept ? 'holds' : 'MISSED',
    ];
  });
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
  if (measures.some((measure) => judge(measure) === false)) process.exitCode = 1;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

import { type CodeRows, quietModules } from './link-code.ts';
import type { Canvas } from './pdf-canvas.ts';

/** A code in a square with its quiet zone; points from the paper's lower left corner. */
export function drawRows(
  canvas: Pick<Canvas, 'box'>,
  rows: CodeRows,
  { x, bottom, side }: { x: number; bottom: number; side: number },
): void {
  const modulePt = side / (rows.length + 2 * quietModules);
  rows.forEach((row, y) => {
    for (const { from, length } of darkRuns(row)) {
      canvas.box(
        x + (quietModules + from) * modulePt,
        bottom + side - (quietModules + y + 1) * modulePt,
        // A hair more than a module: readers of PDF leave seams between boxes that only touch.
        { width: length * modulePt, height: modulePt + 0.05 },
        'key',
      );
    }
  });
}

function darkRuns(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((isDark, at) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last !== undefined && last.from + last.length === at) last.length += 1;
    else runs.push({ from: at, length: 1 });
  });
  return runs;
}

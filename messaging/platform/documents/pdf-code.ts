import { type CodeRows, linkCode, quietModules } from './link-code.ts';
import { breakLines, type Canvas, linePt, marginPt, type TextStyle } from './pdf-canvas.ts';

export interface CodeBlock {
  /** The content of the QR code. */
  link: string;
  /** Beside it; the first line is bold. */
  lines: readonly string[];
}

/** 26 mm with the quiet zone. */
const sidePt = 74;
const leadingPt = 16;

/** A QR code at the left, and beside it what is said about it. */
export function drawCode(canvas: Canvas, { link, lines }: CodeBlock): void {
  canvas.take(sidePt + 6);
  const bottom = canvas.y + 3;
  drawRows(canvas, linkCode(link), { x: marginPt, bottom, side: sidePt });
  const column = { left: marginPt + sidePt + 10, width: linePt - sidePt - 10 };
  const styled = lines.flatMap((line, index) => {
    const style: TextStyle = { font: index === 0 ? canvas.bold : canvas.regular, size: 11 };
    return breakLines(line, style, column.width).map((words) => ({ words, style }));
  });
  const top = bottom + (sidePt + styled.length * leadingPt) / 2;
  styled.forEach(({ words, style }, index) => {
    canvas.text(words, column, top - (index + 0.75) * leadingPt, style);
  });
}

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

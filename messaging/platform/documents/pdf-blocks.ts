import { linkCode } from './link-code.ts';
import { type Fact, type Figure, showCell, type TextBlock } from './paper.ts';
import { breakLines, type Canvas, marginPt, type TextStyle } from './pdf-canvas.ts';
import { drawRows } from './pdf-code.ts';

/** A text as lines of the width; a question mark stands for every sign that the font lacks. */
export function setLines(words: string, style: TextStyle, widthPt: number): string[] {
  return breakLines(style.font.writable(words), style, widthPt);
}

/** Text over the whole line, going on upon the next page where it must. */
export function drawText(
  canvas: Canvas,
  { words, bold = false, heading, after = 3, ...look }: Omit<TextBlock, 'kind'>,
): void {
  const style: TextStyle = { ...look, font: bold ? canvas.bold : canvas.regular };
  canvas.part({ role: heading ?? 'P' }, () => {
    for (const line of setLines(words, style, canvas.linePt)) {
      canvas.take(style.size * 1.5);
      canvas.text(
        line,
        { left: marginPt, width: canvas.linePt },
        canvas.y + style.size * 0.35,
        style,
      );
    }
  });
  canvas.y -= after;
}

/** One text at the left and one at the right end of a line. */
export function drawPair(canvas: Canvas, [left, right]: readonly [string, string]): void {
  const line = { left: marginPt, width: canvas.linePt };
  const style = { font: canvas.regular, size: 11 };
  canvas.take(26);
  canvas.text(left, line, canvas.y, style);
  canvas.text(right, line, canvas.y, { ...style, align: 'right' });
  canvas.y -= 10;
}

const factSize = 10.5;
const factLeadingPt = 15;

/** Rows of a name and what it is; a long one goes on below itself. */
export function drawFacts(canvas: Canvas, facts: readonly Fact[]): void {
  canvas.part({ role: 'Table' }, () => drawFactRows(canvas, facts));
  canvas.y -= 8;
}

function drawFactRows(canvas: Canvas, facts: readonly Fact[]): void {
  const { linePt } = canvas;
  const nameWidth = linePt * 0.3;
  const bold = { font: canvas.bold, size: factSize };
  const plain = { font: canvas.regular, size: factSize };
  const nameColumn = { left: marginPt, width: nameWidth };
  const valueColumn = { left: marginPt + nameWidth, width: linePt - nameWidth };
  for (const [name, value] of facts) {
    const names = setLines(name, bold, nameWidth - 8);
    const lines = setLines(value, plain, linePt - nameWidth - 4);
    const height = Math.max(names.length, lines.length) * factLeadingPt + 3;
    canvas.take(height);
    const baseline = (index: number) => canvas.y + height - factLeadingPt * (index + 1) + 2;
    canvas.box(marginPt, canvas.y, { width: linePt, height: 0.5 }, 'rule');
    canvas.part({ role: 'TR' }, () => {
      canvas.part({ role: 'TH', scope: 'Row' }, () => {
        names.forEach((line, index) => {
          canvas.text(line, nameColumn, baseline(index), { ...bold, ink: 'navy' });
        });
      });
      canvas.part({ role: 'TD' }, () => {
        lines.forEach((line, index) => {
          canvas.text(line, valueColumn, baseline(index), plain);
        });
      });
    });
  }
}

/** The few figures that are looked for first, large and side by side. */
export function drawFigures(canvas: Canvas, figures: readonly Figure[]): void {
  const { regular, bold, linePt } = canvas;
  const width = linePt / figures.length;
  const height = 58;
  canvas.y -= height;
  canvas.box(marginPt, canvas.y, { width: linePt, height }, 'band');
  figures.forEach(({ value, label, ink = 'navy' }, index) => {
    const column = { left: marginPt + index * width + 10, width: width - 16 };
    const shown = showCell(value);
    const size = Math.min(22, (column.width * 1000) / bold.widthOf(shown));
    canvas.part({ role: 'P' }, () => {
      canvas.text(shown, column, canvas.y + 28, { font: bold, size, ink });
      canvas.text(label, column, canvas.y + 11, { font: regular, size: 9.5 });
    });
  });
  canvas.y -= 12;
}

/** Side of a code's square with its quiet zone: 26 mm. */
const codeSidePt = 74;
const codeLeadingPt = 16;

/** A QR code at the left, with its description at its side. */
export function drawCode(
  canvas: Canvas,
  { link, lines }: { link: string; lines: readonly string[] },
): void {
  canvas.take(codeSidePt + 6);
  const bottom = canvas.y + 3;
  drawRows(canvas, linkCode(link), { x: marginPt, bottom, side: codeSidePt });
  const column = { left: marginPt + codeSidePt + 10, width: canvas.linePt - codeSidePt - 10 };
  const styled = lines.flatMap((line, index) => {
    const style: TextStyle = { font: index === 0 ? canvas.bold : canvas.regular, size: 11 };
    return setLines(line, style, column.width).map((words) => ({ words, style }));
  });
  const top = bottom + (codeSidePt + styled.length * codeLeadingPt) / 2;
  styled.forEach(({ words, style }, index) => {
    canvas.text(words, column, top - (index + 0.75) * codeLeadingPt, style);
  });
}

/** Two lines to sign on, with room for signatures above them. */
export function drawSignatures(canvas: Canvas, names: readonly [string, string]): void {
  canvas.take(76);
  const half = canvas.linePt / 2;
  names.forEach((signer, at) => {
    const left = marginPt + at * half;
    canvas.box(left + at * 20, canvas.y + 22, { width: half - 20, height: 0.7 }, 'key');
    const style = { font: canvas.regular, size: 9.5, align: at === 1 ? 'right' : 'left' } as const;
    canvas.text(signer, { left, width: half }, canvas.y + 8, style);
  });
}

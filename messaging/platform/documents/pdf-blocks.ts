import { breakLines, type Canvas, type Ink, marginPt, type TextStyle } from './pdf-canvas.ts';

/** Text over the whole line, going on upon the next page where it must. */
export function drawParagraph(canvas: Canvas, words: string, style: TextStyle): void {
  canvas.part({ role: style.heading ?? 'P' }, () => {
    for (const line of breakLines(words, style, canvas.linePt)) {
      canvas.take(style.size * 1.5);
      canvas.text(
        line,
        { left: marginPt, width: canvas.linePt },
        canvas.y + style.size * 0.35,
        style,
      );
    }
  });
  canvas.y -= style.after ?? 3;
}

const factSize = 10.5;
const factLeadingPt = 15;

/** Rows of a name and what it is; a long one goes on below itself. */
export function drawFacts(canvas: Canvas, facts: readonly (readonly [string, string])[]): void {
  canvas.part({ role: 'Table' }, () => drawFactRows(canvas, facts));
  canvas.y -= 8;
}

function drawFactRows(canvas: Canvas, facts: readonly (readonly [string, string])[]): void {
  const { linePt } = canvas;
  const nameWidth = linePt * 0.3;
  const bold = { font: canvas.bold, size: factSize };
  const plain = { font: canvas.regular, size: factSize };
  const nameColumn = { left: marginPt, width: nameWidth };
  const valueColumn = { left: marginPt + nameWidth, width: linePt - nameWidth };
  for (const [name, value] of facts) {
    const names = breakLines(name, bold, nameWidth - 8);
    const lines = breakLines(value, plain, linePt - nameWidth - 4);
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

export interface Figure {
  value: string;
  label: string;
  ink?: Ink;
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
    const size = Math.min(22, (column.width * 1000) / bold.widthOf(value));
    canvas.part({ role: 'P' }, () => {
      canvas.text(value, column, canvas.y + 28, { font: bold, size, ink });
      canvas.text(label, column, canvas.y + 11, { font: regular, size: 9.5 });
    });
  });
  canvas.y -= 12;
}

import { type Ink, palette } from '../ink/palette.ts';
import type { Outline } from '../layout/drawing.ts';
import { type Path, parsePath, rectanglePath } from '../layout/path.ts';
import { findMarkSizes, type SheetPlan } from './imposition.ts';

/** All four plates: by it the press operator sees whether they lie on each other. */
export const registration: Ink = { cmyk: [100, 100, 100, 100], screen: '#000000' };

/** The printer's marks outside the bleed; an imposed sheet has register marks and a colour bar beside the cut marks. */
export function printersMarks(sheet: SheetPlan, bleedMm: number): Outline[] {
  const marks = cutMarks(sheet, bleedMm);
  const folds = foldMarks(sheet, bleedMm);
  return sheet.pages === 2
    ? [...marks, ...registerMarks(sheet, bleedMm), ...colourBar(sheet, bleedMm)]
    : [...marks, ...folds];
}

/** Two short dashes in each margin at a fold, where a cut has one line. */
function foldMarks(sheet: SheetPlan, bleedMm: number): Outline[] {
  const { line, length, gap } = findMarkSizes(sheet);
  const dash = length * 0.35;
  return sheet.foldsMm.flatMap((y) =>
    [bleedMm + gap, bleedMm + gap + length - dash].flatMap((off) =>
      [-off - dash, sheet.trimMm.width + off].map((x) =>
        outline(registration, rectanglePath(x, y - line / 2, dash, line)),
      ),
    ),
  );
}

/** Hairlines outside the bleed at every edge that the knife follows, on all plates. */
function cutMarks(sheet: SheetPlan, bleedMm: number): Outline[] {
  const { trimMm, cuts } = sheet;
  const { width, height } = trimMm;
  const { line, length, gap } = findMarkSizes(sheet);
  const from = bleedMm + gap;
  const mark = (x: number, y: number, w: number, h: number) =>
    outline(registration, rectanglePath(x, y, w, h));
  return [
    ...cuts.xs.flatMap((x) => [
      mark(x - line / 2, -from - length, line, length),
      mark(x - line / 2, height + from, line, length),
    ]),
    ...cuts.ys.flatMap((y) => [
      mark(-from - length, y - line / 2, length, line),
      mark(width + from, y - line / 2, length, line),
    ]),
  ];
}

/** A ring with a cross in the middle of each margin, beside the cuts. */
function registerMarks({ trimMm: { width, height } }: SheetPlan, bleedMm: number): Outline[] {
  const off = bleedMm + 2.25;
  const places = [
    [-off, height * 0.25],
    [width + off, height * 0.25],
    [-off, height * 0.75],
    [width + off, height * 0.75],
    [width * 0.25, -off],
    [width * 0.03, height + off],
    [width * 0.97, height + off],
  ] as const;
  return places.flatMap(([x, y]) => [
    outline(registration, ring(x, y, 1)),
    outline(registration, rectanglePath(x - 1.5, y - 0.05, 3, 0.1)),
    outline(registration, rectanglePath(x - 0.05, y - 1.5, 0.1, 3)),
  ]);
}

function ring(x: number, y: number, r: number): Path {
  const circle = (radius: number, sweep: 0 | 1) =>
    `M${x - radius} ${y}a${radius} ${radius} 0 0 ${sweep} ${2 * radius} 0a${radius} ${radius} 0 0 ${sweep} ${-2 * radius} 0z`;
  return parsePath(circle(r, 1) + circle(r - 0.1, 0));
}

/** Solids and half tones of the process inks, overprints, and the artwork's own inks: what a densitometer is held on. */
function colourBar({ cuts, trimMm: { width } }: SheetPlan, bleedMm: number): Outline[] {
  const cmyk = (c: number, m: number, y: number, k: number): Ink => ({
    cmyk: [c, m, y, k],
    screen: '#808080',
  });
  const patches: Ink[] = [
    ...[100, 50].flatMap((t) => [
      cmyk(t, 0, 0, 0),
      cmyk(0, t, 0, 0),
      cmyk(0, 0, t, 0),
      cmyk(0, 0, 0, t),
    ]),
    cmyk(100, 100, 0, 0),
    cmyk(100, 0, 100, 0),
    cmyk(0, 100, 100, 0),
    ...(['navy', 'red', 'marigold'] as const).map((name): Ink => ({ ...palette[name] })),
  ];
  const size = 3;
  const from = (cuts.xs.at(-2) ?? width / 2) + 6;
  return patches.map((ink, at) =>
    outline(ink, rectanglePath(from + at * size, -bleedMm - 0.75 - size, size, size)),
  );
}

function outline(ink: Ink, path: Path): Outline {
  return { kind: 'outline', part: 'marks', ink, path };
}

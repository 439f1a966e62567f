import type { Ink } from '../ink/palette.ts';
import type { QrCode } from '../qr/qr-code.ts';
import type { Matrix, Path } from './path.ts';
import { type Run, subunits } from './typeface.ts';

/**
 * A shape on a side, in one ink. Coordinates are millimetres from the trim's top left corner, y downwards, after
 * `matrix` where there is one. `part` names the element it belongs to (headline, qr, name …) and is written to the PDF
 * as a marked-content tag, so that a check can find it.
 */
export type Shape = Outline | Line | Modules;

interface Painted {
  readonly part: string;
  readonly ink: Ink;
}
/** A filled outline in millimetres. */
export type Outline = Painted & { readonly kind: 'outline'; readonly path: Path };
/** A shaped line of text, in thirds of a font unit before its matrix. */
export type Line = Painted & { readonly kind: 'line'; readonly run: Run; readonly matrix: Matrix };
/** The dark modules of a QR code, one unit a module before its matrix. */
export type Modules = Painted & {
  readonly kind: 'modules';
  readonly qr: QrCode;
  readonly matrix: Matrix;
};

/** Place of a slot or a part in millimetres from the trim's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page as the station-independent layout leaves it: shapes, and boxes for what each station adds. */
export interface LaidOut {
  readonly shapes: readonly Shape[];
  readonly slots: ReadonlyMap<string, Box>;
}

/** Shapes drawn smaller or larger and moved: a side on a proof. */
export function placeShapes(
  shapes: readonly Shape[],
  { scale, x, y }: { scale: number; x: number; y: number },
): Shape[] {
  const at = (value: number, index: number) => value * scale + (index % 2 === 0 ? x : y);
  return shapes.map((shape): Shape => {
    if (shape.kind === 'outline') {
      const { ops, xy } = shape.path;
      return { ...shape, path: { ops, xy: xy.map(at) } };
    }
    const [a, b, c, d, e, f] = shape.matrix;
    const matrix: Matrix = [
      a * scale,
      b * scale,
      c * scale,
      d * scale,
      e * scale + x,
      f * scale + y,
    ];
    return { ...shape, matrix };
  });
}

// A side that is read from right to left is drawn as if it were read from left to right and mirrored when all is in its
// place: fields and boxes change sides, letters, codes and pictures do not.

/** A box on the other side of a trim of this width. */
export function mirrorBox(box: Box, width: number): Box {
  return { ...box, x: width - box.x - box.width };
}

export function mirrorPath({ ops, xy }: Path, width: number): Path {
  return { ops, xy: xy.map((value, at) => (at % 2 === 0 ? width - value : value)) };
}

/** A line keeps its distance from the other edge by its ink, so that margins stay as exact as they were drawn. */
export function mirrorLine(line: Line, width: number): Line {
  const [a, b, c, d, x, y] = line.matrix;
  const { left, right } = line.run.ink;
  return { ...line, matrix: [a, b, c, d, width - x - (left + right) * subunits * a, y] };
}

/** Shapes that a station adds. */
export function mirrorShape(shape: Shape, width: number): Shape {
  if (shape.kind === 'line') return mirrorLine(shape, width);
  if (shape.kind === 'outline') return { ...shape, path: mirrorPath(shape.path, width) };
  const [a, b, c, d, x, y] = shape.matrix;
  return { ...shape, matrix: [a, b, c, d, width - x - shape.qr.size * a, y] };
}

import type { Ink } from '../ink/palette.ts';
import type { QrCode } from '../qr/qr-code.ts';
import type { Matrix, Path } from './path.ts';
import type { Run } from './typeface.ts';

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

import svgpath from 'svgpath';
import { shortNumber } from '../../campaigns/languages/typesetting/pdf-text.ts';

/** Affine map as in SVG and PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/**
 * An outline of absolute moves, lines, cubics and closes. `ops` holds one letter a step (M, L, C, Z);
 * `xy` holds the coordinates in order, two for M and L, six for C.
 */
export interface Path {
  readonly ops: string;
  readonly xy: readonly number[];
}

/** Reads an SVG path; arcs and quadratics become cubics. */
export function parsePath(d: string, map?: Matrix): Path {
  let ops = '';
  const xy: number[] = [];
  let source = svgpath(d).unshort().unarc().abs();
  if (map !== undefined) source = source.matrix([...map]);
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  source.iterate((segment) => {
    const [op, ...values] = segment as [string, ...number[]];
    const v = (index: number) => values[index] as number;
    switch (op) {
      case 'M':
        ops += 'M';
        xy.push(v(0), v(1));
        [x, y] = [v(0), v(1)];
        [startX, startY] = [x, y];
        break;
      case 'L':
      case 'H':
      case 'V': {
        const nextX = op === 'V' ? x : v(0);
        const nextY = op === 'V' ? v(0) : op === 'H' ? y : v(1);
        if (nextX === x && nextY === y) break;
        ops += 'L';
        xy.push(nextX, nextY);
        [x, y] = [nextX, nextY];
        break;
      }
      case 'Q': {
        const cx = v(0);
        const cy = v(1);
        const endX = v(2);
        const endY = v(3);
        ops += 'C';
        xy.push(x + (2 / 3) * (cx - x), y + (2 / 3) * (cy - y));
        xy.push(endX + (2 / 3) * (cx - endX), endY + (2 / 3) * (cy - endY), endX, endY);
        [x, y] = [endX, endY];
        break;
      }
      case 'C':
        ops += 'C';
        xy.push(v(0), v(1), v(2), v(3), v(4), v(5));
        [x, y] = [v(4), v(5)];
        break;
      case 'Z':
        ops += 'Z';
        [x, y] = [startX, startY];
        break;
      default:
        throw new Error(`Expected a path of M L H V Q C A Z, got "${op}" in "${d.slice(0, 60)}"`);
    }
  });
  return { ops, xy };
}

export function rectanglePath(x: number, y: number, width: number, height: number): Path {
  return {
    ops: 'MLLLZ',
    xy: [x, y, x + width, y, x + width, y + height, x, y + height],
  };
}

const written = { svg: new WeakMap<Path, string>(), pdf: new WeakMap<Path, string>() };

/**
 * Writes a path in one language: SVG's (`M x y`) or PDF's (`x y m`). A path that comes again, as glyphs do, is
 * written once.
 */
export function writePath(path: Path, language: 'svg' | 'pdf'): string {
  const kept = written[language].get(path);
  if (kept !== undefined) return kept;
  const text = joinPath(path, language);
  written[language].set(path, text);
  return text;
}

function joinPath(path: Path, language: 'svg' | 'pdf'): string {
  const { ops, xy } = path;
  const out: string[] = [];
  let i = 0;
  for (let step = 0; step < ops.length; step += 1) {
    const op = ops[step] as keyof typeof pdfOperators;
    const count = op === 'Z' ? 0 : op === 'C' ? 6 : 2;
    let numbers = '';
    for (let n = 0; n < count; n += 1)
      numbers += `${n > 0 ? ' ' : ''}${shortNumber(xy[i + n] as number)}`;
    i += count;
    out.push(
      language === 'svg' ? `${op}${numbers}` : count === 0 ? 'h' : `${numbers} ${pdfOperators[op]}`,
    );
  }
  return out.join(language === 'svg' ? '' : '\n');
}

const pdfOperators = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const;

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

import { type Plane, type Sums, sumUp } from './plane.ts';

/** A square of the artwork. */
export interface Block {
  x: number;
  y: number;
  side: number;
}

/** A normalised plane with the sums that matching asks for again and again. */
export interface Prepared extends Plane {
  sum: Sums;
  squares: Sums;
  count: Sums;
}

export function prepare(plane: Plane): Prepared {
  const { width, height, values, seen } = plane;
  return {
    ...plane,
    sum: sumUp(width, height, (at) => values[at] as number),
    squares: sumUp(width, height, (at) => (values[at] as number) ** 2),
    count: sumUp(width, height, (at) => seen[at] as number),
  };
}

const over = (sums: Sums, { x, y, side }: Block) => sums(x, y, x + side, y + side);

/** Part of a block that the plane shows. */
export function seenShare(plane: Prepared, block: Block): number {
  return over(plane.count, block) / block.side ** 2;
}

/** How much is drawn in a block. */
export function energy(plane: Prepared, block: Block): number {
  const n = block.side ** 2;
  return over(plane.squares, block) - over(plane.sum, block) ** 2 / n;
}

export interface Match {
  dx: number;
  dy: number;
  /** Normalised correlation, at most 1. */
  likeness: number;
}

/** Where near its place a block of the artwork is most like the picture, to a part of a pixel. */
export function matchBlock(
  art: Prepared,
  picture: Prepared,
  { block, reach }: { block: Block; reach: number },
): Match {
  const { x, y, side } = block;
  const template = cut(art, block);
  const wide = 2 * reach + 1;
  const scores = new Float32Array(wide * wide).fill(-1);
  let best = -1;
  let at = reach * wide + reach;
  for (let dy = -reach; dy <= reach; dy += 1) {
    if (y + dy < 0 || y + dy + side > art.height) continue;
    for (let dx = -reach; dx <= reach; dx += 1) {
      if (x + dx < 0 || x + dx + side > art.width) continue;
      const score = correlate(template, picture, { x: x + dx, y: y + dy, side });
      const place = (dy + reach) * wide + dx + reach;
      scores[place] = score;
      if (score > best) {
        best = score;
        at = place;
      }
    }
  }
  const dx = (at % wide) - reach;
  const dy = Math.floor(at / wide) - reach;
  return {
    dx: dx + peak(scores, at, 1, Math.abs(dx) < reach),
    dy: dy + peak(scores, at, wide, Math.abs(dy) < reach),
    likeness: best,
  };
}

/** A block less its mean, of length 1. */
function cut({ values, width }: Plane, { x, y, side }: Block): Float32Array {
  const out = new Float32Array(side * side);
  let sum = 0;
  for (let row = 0, to = 0; row < side; row += 1)
    for (let from = (y + row) * width + x, end = from + side; from < end; from += 1, to += 1) {
      out[to] = values[from] as number;
      sum += out[to] as number;
    }
  const mean = sum / out.length;
  let squares = 0;
  for (let at = 0; at < out.length; at += 1) {
    out[at] = (out[at] as number) - mean;
    squares += (out[at] as number) ** 2;
  }
  const scale = 1 / Math.sqrt(squares + 1e-9);
  for (let at = 0; at < out.length; at += 1) out[at] = (out[at] as number) * scale;
  return out;
}

function correlate(template: Float32Array, picture: Prepared, block: Block): number {
  const { values, width } = picture;
  const { x, y, side } = block;
  const spread = energy(picture, block);
  if (spread < 1e-3) return 0;
  let product = 0;
  for (let row = 0, to = 0; row < side; row += 1)
    for (let from = (y + row) * width + x, end = from + side; from < end; from += 1, to += 1)
      product += (template[to] as number) * (values[from] as number);
  return product / Math.sqrt(spread);
}

/** Top of the parabola through a score and its neighbours, between -0.5 and 0.5. */
function peak(scores: Float32Array, at: number, step: number, isInside: boolean): number {
  if (!isInside) return 0;
  const before = scores[at - step] as number;
  const own = scores[at] as number;
  const after = scores[at + step] as number;
  const curve = before - 2 * own + after;
  return curve >= -1e-6 || before === -1 || after === -1
    ? 0
    : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve)));
}

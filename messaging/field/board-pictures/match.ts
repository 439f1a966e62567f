import { type Plane, parts, rectangle, type Sums, sumUp } from './plane.ts';

/** A square of the artwork. */
export interface Block {
  x: number;
  y: number;
  side: number;
}

/** A normalised plane with the sums that matching asks for again and again. */
export interface Prepared extends Plane {
  sums: Sums;
}

export function prepare(plane: Plane, spare?: Sums): Prepared {
  return { ...plane, sums: sumUp(plane, spare) };
}

function over({ sums, width }: Prepared, { x, y, side }: Block, part: number): number {
  const row = 3 * (width + 1);
  const left = 3 * x + part;
  return rectangle(sums, y * row, (y + side) * row, left, left + 3 * side);
}

/** Part of a block that the plane shows. */
export function seenShare(plane: Prepared, block: Block): number {
  return over(plane, block, parts.seen) / block.side ** 2;
}

/** How much is drawn in a block. */
export function energy(plane: Prepared, block: Block): number {
  const sum = over(plane, block, parts.values);
  return over(plane, block, parts.squares) - sum ** 2 / block.side ** 2;
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
  const look = (dx: number, dy: number) => {
    const place = (dy + reach) * wide + dx + reach;
    if (scores[place] !== -1) return;
    const [left, top] = [x + dx, y + dy];
    if (left < 0 || top < 0 || left + side > art.width || top + side > art.height) return;
    const score = correlate(template, picture, { x: left, y: top, side });
    scores[place] = score;
    if (score <= best) return;
    best = score;
    at = place;
  };
  // Letters are wider than a step: around the best of every other place is the best of all.
  const step = reach > 2 ? 2 : 1;
  for (let dy = -reach; dy <= reach; dy += step)
    for (let dx = -reach; dx <= reach; dx += step) look(dx, dy);
  if (step > 1) {
    const [nearX, nearY] = [(at % wide) - reach, Math.floor(at / wide) - reach];
    for (let dy = Math.max(-reach, nearY - 2); dy <= Math.min(reach, nearY + 2); dy += 1)
      for (let dx = Math.max(-reach, nearX - 2); dx <= Math.min(reach, nearX + 2); dx += 1)
        look(dx, dy);
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

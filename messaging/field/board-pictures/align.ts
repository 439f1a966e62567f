import {
  type Corners,
  compose,
  createSums,
  fitHomography,
  mapPoint,
  type Pair,
  type Point,
} from './homography.ts';
import { type Block, energy, matchBlock, type Prepared, prepare, seenShare } from './match.ts';
import {
  type Bend,
  bringIn,
  listTerms,
  normalise,
  openSums,
  type Plane,
  type Way,
} from './plane.ts';

/** The artwork as pictures are compared with it. */
export interface ArtPlane {
  plane: Prepared;
  corners: Corners;
  /** Side of the code in pixels: all lengths go by it. */
  codePx: number;
  blocks: readonly Block[];
}

/** Parts of the code's side. */
export const boxShare = 0.234;
export const blockShare = 0.15;
/** Farther than any board reaches. */
const wholeRadius = 9;
/** Rings around the code in which blocks are matched, and how far each may have moved. */
const rings = [
  { radius: 0.8, reach: 0.023 },
  { radius: 1.3, reach: 0.03 },
  { radius: 1.9, reach: 0.035 },
  { radius: 2.7, reach: 0.045 },
  { radius: wholeRadius, reach: 0.05 },
  { radius: wholeRadius, reach: 0.03 },
] as const;
/** Blocks that are less like the picture say nothing of its place. */
const leastLikeness = 0.45;
/** Deviation of the noise on an even field, of the difference between the code's white and black. */
export const noiseShare = 0.04;

export function toBlock(codePx: number): number {
  return Math.max(8, Math.round(blockShare * codePx));
}

/** Squares side by side over a plane. */
export function listBlocks({ width, height }: Plane, side: number): Block[] {
  const across = Math.floor(width / side);
  const down = Math.floor(height / side);
  const left = (width - across * side) >> 1;
  const top = (height - down * side) >> 1;
  return Array.from({ length: across * down }, (_, at) => ({
    x: left + (at % across) * side,
    y: top + Math.floor(at / across) * side,
    side,
  }));
}

export interface Aligned {
  way: Way;
  /** The picture in the artwork's frame. */
  picture: Prepared;
}

/**
 * Finds the way from the artwork to the photograph. The code's corners give it near the code; from there blocks are matched
 * in growing rings, since a corner that is off by a pixel is off by ten at the far side of the board; at last sagging
 * flex and a bent lens.
 * @param contrast between the code's white and black in the photograph
 */
export function align(
  art: ArtPlane,
  photo: Plane,
  { corners, contrast }: { corners: Corners; contrast: number },
): Aligned {
  const toPhoto = fitHomography(
    art.corners.map((from, at) => ({ from, to: corners[at] as Point, weight: 1 })),
  );
  let way: Way = { toPhoto, bend: null };
  const centre = middle(art.corners);
  // One view at a time is kept, and in the same memory.
  const sums = openSums(art.plane);
  const box = Math.round(boxShare * art.codePx);
  const look = (radius: number) => {
    const around = { ...art.plane, centre, radius: radius * art.codePx + box };
    const inFrame = bringIn(photo, way, around);
    return prepare(normalise(inFrame, box, noiseShare * contrast, sums), sums);
  };
  for (const { radius, reach } of rings) {
    const picture = look(radius);
    const pairs = matchRing(art, picture, {
      centre,
      radius: radius * art.codePx,
      reach: Math.max(2, Math.round(reach * art.codePx)),
    });
    if (pairs.length < 6) continue;
    const unit = (point: Point) => ({
      x: (point.x - centre.x) / art.codePx,
      y: (point.y - centre.y) / art.codePx,
    });
    const scaled = pairs.map(({ from, to, weight }) => ({
      from: unit(from),
      to: unit(to),
      weight,
    }));
    const correction = fitRobustly(scaled);
    way = { toPhoto: compose(way.toPhoto, rescale(correction, centre, art.codePx)), bend: null };
  }
  const pairs = matchRing(art, look(wholeRadius), {
    centre,
    radius: wholeRadius * art.codePx,
    reach: Math.max(2, Math.round(0.03 * art.codePx)),
  });
  if (pairs.length >= 30) way = { ...way, bend: fitBend(pairs, { centre, unit: art.codePx }) };
  return { way, picture: look(wholeRadius) };
}

/** The pairs of a ring around the code. */
function matchRing(
  art: ArtPlane,
  picture: Prepared,
  { centre, radius, reach }: { centre: Point; radius: number; reach: number },
): Pair[] {
  return art.blocks.flatMap((block) => {
    const half = block.side / 2;
    const from = { x: block.x + half, y: block.y + half };
    if (Math.hypot(from.x - centre.x, from.y - centre.y) > radius) return [];
    if (seenShare(picture, block) < 0.8) return [];
    const { dx, dy, likeness } = matchBlock(art.plane, picture, { block, reach });
    if (likeness < leastLikeness) return [];
    const weight = likeness ** 2 * Math.sqrt(energy(art.plane, block));
    return [{ from, to: { x: from.x + dx, y: from.y + dy }, weight }];
  });
}

/** Fits again while pairs that are far off lose their weight (Tukey's biweight). */
function fitRobustly(pairs: readonly Pair[]) {
  let weighted = pairs;
  let fitted = fitHomography(weighted, 0.5);
  for (let round = 0; round < 4; round += 1) {
    const misses = pairs.map(({ from, to }) => {
      const { x, y } = mapPoint(fitted, from);
      return Math.hypot(x - to.x, y - to.y);
    });
    const limit = 3 * Math.max(0.004, findMedian(misses));
    weighted = pairs.map((pair, at) => ({
      ...pair,
      weight: pair.weight * biweight((misses[at] as number) / limit),
    }));
    fitted = fitHomography(weighted, 0.5);
  }
  return fitted;
}

function fitBend(pairs: readonly Pair[], { centre, unit }: Pick<Bend, 'centre' | 'unit'>): Bend {
  let weights = pairs.map(({ weight }) => weight);
  let bend: Bend = { centre, unit, dx: [], dy: [] };
  const terms = pairs.map(({ from }) =>
    listTerms((from.x - centre.x) / unit, (from.y - centre.y) / unit),
  );
  for (let round = 0; round < 3; round += 1) {
    const fitOne = (axis: 'x' | 'y') => {
      const sums = createSums(10);
      pairs.forEach(({ from, to }, at) => {
        sums.add(terms[at] as number[], to[axis] - from[axis], weights[at] as number);
      });
      for (let term = 0; term < 10; term += 1) sums.add(Array(10).fill(0).with(term, 1), 0, 0.3);
      return sums.solve();
    };
    bend = { ...bend, dx: fitOne('x'), dy: fitOne('y') };
    const misses = pairs.map(({ from, to }, at) => {
      const bent = (k: readonly number[]) =>
        k.reduce((sum, factor, term) => sum + factor * (terms[at]?.[term] ?? 0), 0);
      return Math.hypot(from.x + bent(bend.dx) - to.x, from.y + bent(bend.dy) - to.y);
    });
    const limit = 3 * Math.max(0.7, findMedian(misses));
    weights = pairs.map(({ weight }, at) => weight * biweight((misses[at] as number) / limit));
  }
  return bend;
}

function biweight(part: number): number {
  return part >= 1 ? 0 : (1 - part ** 2) ** 2;
}

function rescale(correction: ReturnType<typeof fitHomography>, { x, y }: Point, unit: number) {
  const inner = [1 / unit, 0, -x / unit, 0, 1 / unit, -y / unit, 0, 0] as const;
  const outer = [unit, 0, x, 0, unit, y, 0, 0] as const;
  return compose(outer, compose(correction, inner));
}

export function middle(corners: Corners): Point {
  const sum = (axis: 'x' | 'y') => corners.reduce((total, point) => total + point[axis], 0) / 4;
  return { x: sum('x'), y: sum('y') };
}

export function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

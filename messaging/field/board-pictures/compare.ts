import type { LikenessScores } from '../../../campaigns/activities/board-likeness.ts';
import {
  type Aligned,
  type ArtPlane,
  align,
  boxShare,
  findMedian,
  listBlocks,
  middle,
  noiseShare,
  toBlock,
} from './align.ts';
import type { Corners } from './homography.ts';
import { type Block, energy, matchBlock, type Prepared, prepare, seenShare } from './match.ts';
import { type Colours, findPlace, normalise, toBrightness, type Way } from './plane.ts';
import { measureSide } from './read-codes.ts';

/** A board's artwork, ready to be compared. */
export interface Art extends ArtPlane {
  colours: Colours;
  /** Blocks with something drawn in them, the code aside. */
  drawn: readonly Block[];
}

/** A photograph with a code in it, of about the artwork's size. */
export interface Photograph {
  colours: Colours;
  corners: Corners;
}

type Scores = Omit<LikenessScores, 'isMirrored'>;

export function openArt(colours: Colours, corners: Corners): Art {
  const codePx = measureSide(corners);
  const plane = openPlane(colours, codePx);
  const blocks = listBlocks(plane, toBlock(codePx));
  const drawn = blocks.filter(
    (block) => energy(plane, block) > 0.15 * block.side ** 2 && !touchesCode(block, corners),
  );
  return { colours, plane, corners, codePx, blocks, drawn };
}

/** Another board, drawn in the same frame. */
export function openPlane(colours: Colours, codePx: number): Prepared {
  const box = Math.round(boxShare * codePx);
  return prepare(normalise(toBrightness(colours), box, noiseShare * 255));
}

function touchesCode({ x, y, side }: Block, corners: Corners): boolean {
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return (
    x + side > Math.min(...xs) &&
    x < Math.max(...xs) &&
    y + side > Math.min(...ys) &&
    y < Math.max(...ys)
  );
}

/** A block in which stations' boards differ, with how like the own one's each rival's is. */
interface Varying {
  block: Block;
  alike: number[];
}

/**
 * Compares a photograph with a station's artwork and with that of its rivals. What differs between them is the name; all
 * else of the layout is not asked for. The frame is where the board's corners are in the photograph.
 */
export function compareBoard(
  photo: Photograph,
  art: Art,
  rivals: readonly Pick<Art, 'plane'>[],
): { scores: Scores; frame: Corners } {
  const light = measureLight(photo);
  const aligned = align(art, toBrightness(photo.colours), {
    corners: photo.corners,
    contrast: light.contrast,
  });
  const { picture } = aligned;
  const varying = findVarying(art, rivals);
  const names = new Set(varying.map(({ block }) => block));
  const shown = art.drawn.filter((block) => !names.has(block) && seenShare(picture, block) >= 0.8);
  const likeness = shown.map(
    (block) => matchBlock(art.plane, picture, { block, reach: 2 }).likeness,
  );
  const seenBlocks = art.blocks.filter((block) => seenShare(picture, block) >= 0.8).length;
  const scores = {
    seen: seenBlocks / art.blocks.length,
    board: findMedian(likeness),
    colour: compareColours(photo, art, aligned, light),
    ...compareNames(art, rivals, picture, varying),
  };
  const [right, bottom] = [art.plane.width - 1, art.plane.height - 1];
  const frame: Corners = [
    findPlace(aligned.way, 0, 0),
    findPlace(aligned.way, right, 0),
    findPlace(aligned.way, right, bottom),
    findPlace(aligned.way, 0, bottom),
  ];
  return { scores, frame };
}

function findVarying(art: Art, rivals: readonly Pick<Art, 'plane'>[]): Varying[] {
  return art.blocks.flatMap((block) => {
    if (touchesCode(block, art.corners)) return [];
    const alike = rivals.map((rival) => alikeness(art.plane, rival.plane, block));
    return Math.min(1, ...alike) < 0.9 && energy(art.plane, block) > 0.1 * block.side ** 2
      ? [{ block, alike }]
      : [];
  });
}

/** Correlation of a block of two artworks; 1 where neither draws anything. */
function alikeness(own: Prepared, rival: Prepared, block: Block): number {
  const { x, y, side } = block;
  const n = side * side;
  const left = energy(own, block);
  const right = energy(rival, block);
  if (left < 0.02 * n && right < 0.02 * n) return 1;
  let product = 0;
  let sumOwn = 0;
  let sumRival = 0;
  for (let row = y; row < y + side; row += 1)
    for (let at = row * own.width + x, end = at + side; at < end; at += 1) {
      const a = own.values[at] as number;
      const b = rival.values[at] as number;
      product += a * b;
      sumOwn += a;
      sumRival += b;
    }
  return (product - (sumOwn * sumRival) / n) / Math.sqrt(left * right + 1e-9);
}

function compareNames(
  art: Art,
  rivals: readonly Pick<Art, 'plane'>[],
  picture: Prepared,
  varying: readonly Varying[],
): Pick<Scores, 'nameSeen' | 'name' | 'apart' | 'rivalName'> {
  // What all names begin with tells little.
  const weigh = ({ block, alike }: Varying) =>
    energy(art.plane, block) * (1 - total(alike, (each) => each) / alike.length);
  const all = total(varying, weigh);
  const shown = varying.filter(({ block }) => seenShare(picture, block) >= 0.8);
  const weight = total(shown, weigh);
  // Where there is no other board, there is no other name.
  if (rivals.length === 0) return { nameSeen: 1, name: 1, apart: 1, rivalName: 0 };
  if (shown.length === 0) return { nameSeen: 0, name: 0, apart: 0, rivalName: 0 };
  const own = new Map(
    shown.map(({ block }) => [block, matchBlock(art.plane, picture, { block, reach: 2 }).likeness]),
  );
  const name = total(shown, (each) => weigh(each) * (own.get(each.block) as number)) / weight;
  const against = rivals.map((rival, at) => {
    const differing = shown
      .filter(({ alike }) => (alike[at] as number) < 0.97)
      .map(({ block, alike }): Difference => {
        const theirs = matchBlock(rival.plane, picture, { block, reach: 2 }).likeness;
        const heavy = Math.max(energy(art.plane, block), energy(rival.plane, block));
        return {
          block,
          for: heavy * ((own.get(block) as number) - theirs),
          size: heavy * (1 - (alike[at] as number)),
          theirs,
        };
      });
    const like = total(differing, ({ theirs, size }) => theirs * size);
    const size = total(differing, (each) => each.size);
    return { apart: weighParts(differing), like: size === 0 ? 0 : like / size };
  });
  const nearest = against.reduce((least, each) => (each.apart < least.apart ? each : least), {
    apart: 1,
    like: 0,
  });
  return {
    nameSeen: weight / all,
    name,
    apart: nearest.apart,
    rivalName: nearest.like,
  };
}

/** A block in which a rival's board differs: how much speaks for the own one, of how much there is to see. */
interface Difference {
  block: Block;
  for: number;
  size: number;
  theirs: number;
}

/** A part that has less of the difference is too small to speak for itself. */
const leastPart = 0.3;

/**
 * How far the picture is the own board's and not the rival's: by the part that speaks least for it, since name, district and
 * link may be of two boards put together.
 */
function weighParts(differing: readonly Difference[]): number {
  const size = total(differing, (each) => each.size);
  if (size === 0) return 0;
  const share = (part: readonly Difference[]) =>
    total(part, (each) => each.for) / total(part, (each) => each.size);
  const parts = findParts(differing).filter(
    (part) => total(part, (each) => each.size) >= leastPart * size,
  );
  return Math.min(share(differing), ...parts.map(share));
}

/** Blocks that touch each other, together. */
function findParts(differing: readonly Difference[]): Difference[][] {
  const left = new Set(differing);
  const parts: Difference[][] = [];
  for (const first of differing) {
    if (!left.delete(first)) continue;
    const part = [first];
    // Grows while it is walked.
    for (const { block } of part)
      for (const other of left) {
        const apart = Math.max(
          Math.abs(other.block.x - block.x),
          Math.abs(other.block.y - block.y),
        );
        if (apart <= block.side && left.delete(other)) part.push(other);
      }
    parts.push(part);
  }
  return parts;
}

function total<Each>(each: readonly Each[], value: (one: Each) => number): number {
  return each.reduce((sum, one) => sum + value(one), 0);
}

type Rgb = [number, number, number];

/** The code's white and black as the photograph has them. */
interface Light {
  white: Rgb;
  black: Rgb;
  contrast: number;
}

function measureLight({ colours, corners }: Photograph): Light {
  const centre = middle(corners);
  const samples: Rgb[] = [];
  const [a, b, , d] = corners;
  const steps = 48;
  for (let i = 0; i < steps; i += 1)
    for (let j = 0; j < steps; j += 1) {
      const u = (i + 0.5) / steps;
      const v = (j + 0.5) / steps;
      const x = Math.round(a.x + u * (b.x - a.x) + v * (d.x - a.x));
      const y = Math.round(a.y + u * (b.y - a.y) + v * (d.y - a.y));
      const rgb = pixel(colours, x, y);
      if (rgb !== null) samples.push(rgb);
    }
  if (samples.length === 0) samples.push(pixel(colours, centre.x | 0, centre.y | 0) ?? [0, 0, 0]);
  samples.sort((p, q) => p[0] + p[1] + p[2] - (q[0] + q[1] + q[2]));
  const mean = (part: readonly Rgb[]): Rgb =>
    [0, 1, 2].map((channel) => total(part, (rgb) => rgb[channel] as number) / part.length) as Rgb;
  const third = Math.max(1, Math.floor(samples.length * 0.3));
  const black = mean(samples.slice(0, third));
  const white = mean(samples.slice(-third));
  return { white, black, contrast: Math.max(8, white[1] - black[1]) };
}

function pixel({ width, height, rgb }: Colours, x: number, y: number): Rgb | null {
  if (!(x >= 0 && y >= 0 && x < width && y < height)) return null;
  const at = 3 * (y * width + x);
  return [rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number];
}

/** Correlation of what is yellow and what is blue, block by block. */
function compareColours(
  photo: Photograph,
  art: Art,
  { way, picture }: Aligned,
  { white, black }: Light,
): number {
  const plain: Light = { white: [255, 255, 255], black: [0, 0, 0], contrast: 255 };
  const shown = art.blocks.filter(
    (block) => seenShare(picture, block) >= 0.8 && !touchesCode(block, art.corners),
  );
  const pairs = shown.map((block) => [
    warmth(art.colours, null, block, plain),
    warmth(photo.colours, way, block, { white, black, contrast: 0 }),
  ]);
  return correlation(pairs as [number, number][]);
}

/** How much more red than blue a block has, of its brightness. */
function warmth(colours: Colours, way: Way | null, block: Block, { white, black }: Light): number {
  const sum: Rgb = [0, 0, 0];
  const add = (x: number, y: number) => {
    const rgb = pixel(colours, Math.round(x), Math.round(y));
    if (rgb === null) return;
    for (const channel of [0, 1, 2] as const) sum[channel] += rgb[channel] - black[channel];
  };
  const step = Math.max(2, Math.round(block.side / 6));
  for (let y = block.y; y < block.y + block.side; y += step)
    for (let x = block.x; x < block.x + block.side; x += step) {
      const { x: toX, y: toY } = way === null ? { x, y } : findPlace(way, x, y);
      add(toX, toY);
    }
  const [red, green, blue] = [0, 1, 2].map((channel) =>
    Math.max(
      0,
      (sum[channel] as number) /
        Math.max(8, (white[channel] as number) - (black[channel] as number)),
    ),
  ) as Rgb;
  return (red - blue) / (red + green + blue + 1);
}

function correlation(pairs: readonly [number, number][]): number {
  const n = pairs.length;
  if (n < 6) return 0;
  const meanA = total(pairs, ([a]) => a) / n;
  const meanB = total(pairs, ([, b]) => b) / n;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (const [a, b] of pairs) {
    ab += (a - meanA) * (b - meanB);
    aa += (a - meanA) ** 2;
    bb += (b - meanB) ** 2;
  }
  return ab / Math.sqrt(aa * bb + 1e-12);
}

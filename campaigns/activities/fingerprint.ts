// Finds a picture that is handed in twice, also when it was scaled, compressed, brightened or cut by up to a tenth. The
// boards' artwork is the same for every station, so that a coarse hash alone takes two close pictures of two boards
// for one. Therefore a hash only chooses candidates, and these are laid over each other: two pictures of one
// artwork never agree in their frame, in the wall around it, nor at the QR code and the name. Only two pictures that
// are filled by the boards and framed alike to the pixel could not be told apart; no hand takes them.

/** A picture as luminance on a square, stretched to it. */
export const thumbSide = 128;

export interface Fingerprint {
  /** Signs of horizontal differences on a grid, of the whole and of its inner four fifths; 32 bytes each. */
  whole: Uint8Array;
  core: Uint8Array;
  thumb: Uint8Array;
}

/** Left, top, width and height as parts of the picture. */
type Crop = readonly [number, number, number, number];

const grid = 16;
const whole: Crop = [0, 0, 1, 1];
const core: Crop = [0.1, 0.1, 0.8, 0.8];
/** Differing bits out of 256; copies of cut pictures differ in up to 58, pictures of two boards in 47 or more. */
const candidateBits = 64;
/** Mean difference of laid-over pictures in standard deviations: copies stay below 0.21, others reach 0.37 … */
const copyMean = 0.24;
/** … and where only code and name differ, the worst tenth of the blocks shows it: copies stay below 0.43, others reach 0.56. */
const copyWorstTenth = 0.47;

/**
 * Mean curvature in standard deviations below which a picture is too blurred to be told from another of the same artwork.
 * Measured on two boards of one artwork, filling their pictures or a quarter of them, by the blur in parts of the width:
 * sharp 0.65–0.94, out of focus but readable (1/450) 0.55–0.85, unreadable (1/225) 0.35–0.63, and from 1/110 on 0.28 and
 * less. Two blurred pictures of two boards pass for copies (mean 0.10, worst tenth 0.46) at 0.14, and come near it (0.54)
 * at 0.28.
 */
const leastDetail = 0.4;

/** Whether a picture has enough detail to be told from another board's. One that has not accuses nobody. */
export function tellsApart(thumb: Uint8Array): boolean {
  const values = sample(thumb, whole, thumbSide);
  const at = (x: number, y: number) => values[y * thumbSide + x] as number;
  let sum = 0;
  for (let y = 1; y < thumbSide - 1; y += 1) {
    for (let x = 1; x < thumbSide - 1; x += 1) {
      sum += Math.abs(4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1));
    }
  }
  return sum / (thumbSide - 2) ** 2 >= leastDetail;
}

/** @param thumb luminance of `thumbSide` × `thumbSide` pixels */
export function makeFingerprint(thumb: Uint8Array): Fingerprint {
  if (thumb.length !== thumbSide ** 2) {
    throw new Error(`Expected ${thumbSide ** 2} bytes for \`thumb\`, got ${thumb.length}`);
  }
  return { whole: hash(thumb, whole), core: hash(thumb, core), thumb };
}

/** Cuts of a new picture that an older one is looked for in; made once for all comparisons. */
export function searchHashes(thumb: Uint8Array): Uint8Array[] {
  return crops().map((crop) => hash(thumb, crop));
}

/** True when the picture may be a copy, so that it is worth laying over. */
export function isCandidate(
  search: readonly Uint8Array[],
  known: Pick<Fingerprint, 'whole' | 'core'>,
): boolean {
  return search.some(
    (bits) =>
      distance(bits, known.whole) <= candidateBits || distance(bits, known.core) <= candidateBits,
  );
}

/** True when one picture is a copy of the other, or of a part of it. */
export function isCopy(left: Uint8Array, right: Uint8Array): boolean {
  return [overlay(left, right), overlay(right, left)].some(
    ({ mean, worstTenth }) => mean < copyMean && worstTenth < copyWorstTenth,
  );
}

/** How much two pictures differ where they agree best, the second laid on a part of the first. */
export function overlay(under: Uint8Array, over: Uint8Array): { mean: number; worstTenth: number } {
  const best = align(under, over);
  const a = sample(under, best, thumbSide);
  const b = sample(over, whole, thumbSide);
  const blocks = blockDifferences(a, b).sort();
  return { mean: meanDifference(a, b), worstTenth: blocks[Math.floor(blocks.length * 0.9)] ?? 0 };
}

/** So much of each side shows what is around a board. */
const rim = 0.15;
/** Correlation of two rims from which both come from one file. */
const sameRim = 0.97;
/** Tones; less is a wall in even light. */
const leastRimDeviation = 8;

/**
 * True when two pictures agree around their edges, whatever is in the middle: one file into which boards were pasted,
 * saved again or made smaller. One that was cropped again is not found, nor are two that show nothing but a smooth wall.
 */
export function isSameSurroundings(left: Uint8Array, right: Uint8Array): boolean {
  const a = sampleRim(left);
  const b = sampleRim(right);
  if (a === null || b === null) return false;
  return a.reduce((sum, value, at) => sum + value * (b[at] as number), 0) / a.length >= sameRim;
}

/** The pixels near the edges with mean 0 and standard deviation 1; null where they show too little. */
function sampleRim(thumb: Uint8Array): Float32Array | null {
  const least = Math.floor(rim * thumbSide);
  const isRim = (at: number) => at < least || at >= thumbSide - least;
  const values = Float32Array.from(
    thumb.filter((_, at) => isRim(at % thumbSide) || isRim(Math.floor(at / thumbSide))),
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length,
  );
  return deviation < leastRimDeviation ? null : values.map((value) => (value - mean) / deviation);
}

/** As many of the coarse cuts are moved: the best one may lie beside a closer one that no single step leads to. */
const starts = 4;
/** Mean difference at that size below which no closer one is looked for: a copy beside its place keeps above it. */
const coarseMean = 0.12;

function align(under: Uint8Array, over: Uint8Array): Crop {
  const coarse = sample(over, whole, 32);
  const costOf = (crop: Crop) => meanDifference(sample(under, crop, 32), coarse);
  const nearest = crops()
    .map((crop) => ({ crop, cost: costOf(crop) }))
    .toSorted((one, other) => one.cost - other.cost)
    .slice(0, starts);
  let best = { crop: whole, cost: Number.POSITIVE_INFINITY };
  for (const { crop: start } of nearest) {
    const crop = refine(under, coarse, start, 32);
    const cost = costOf(crop);
    if (cost < best.cost) best = { crop, cost };
    if (best.cost < coarseMean) break;
  }
  return refine(under, sample(over, whole, thumbSide), best.crop, thumbSide);
}

/** Moves and scales the cut as long as the pictures agree better. */
function refine(under: Uint8Array, target: Float32Array, from: Crop, side: number): Crop {
  let best = from;
  let least = meanDifference(sample(under, best, side), target);
  for (let step = 0.02; step > 0.002; step /= 2) {
    for (let moved = true; moved; ) {
      moved = false;
      for (const candidate of neighbours(best, step)) {
        const cost = meanDifference(sample(under, candidate, side), target);
        if (cost >= least - 1e-4) continue;
        [best, least, moved] = [candidate, cost, true];
      }
    }
  }
  return best;
}

function neighbours(crop: Crop, step: number): Crop[] {
  return [0, 1, 2, 3]
    .flatMap((at) => [step, -step].map((by) => crop.with(at, (crop[at] as number) + by)))
    .map((moved) => moved as unknown as Crop)
    .filter(
      ([x, y, width, height]) =>
        x >= 0 &&
        y >= 0 &&
        x + width <= 1.0001 &&
        y + height <= 1.0001 &&
        width >= 0.7 &&
        height >= 0.7,
    );
}

/** The whole and its cuts of the same shape down to four fifths. */
function crops(): Crop[] {
  const found: Crop[] = [whole];
  for (const scale of [0.95, 0.9, 0.85, 0.8]) {
    const room = 1 - scale;
    const steps = Math.round(room / 0.025);
    for (let column = 0; column <= steps; column += 1) {
      for (let row = 0; row <= steps; row += 1) {
        found.push([(room * column) / steps, (room * row) / steps, scale, scale]);
      }
    }
  }
  return found;
}

function hash(thumb: Uint8Array, [left, top, width, height]: Crop): Uint8Array {
  const bits = new Uint8Array(grid ** 2 / 8);
  const mean = (column: number, row: number) => {
    const x = (left + (width * (column + 0.5)) / (grid + 1)) * thumbSide;
    const y = (top + (height * (row + 0.5)) / grid) * thumbSide;
    const half = (width * thumbSide) / grid / 2;
    let sum = 0;
    let count = 0;
    for (
      let v = Math.max(0, Math.floor(y - half));
      v <= Math.min(thumbSide - 1, y + half);
      v += 1
    ) {
      for (
        let u = Math.max(0, Math.floor(x - half));
        u <= Math.min(thumbSide - 1, x + half);
        u += 1
      ) {
        sum += thumb[v * thumbSide + u] as number;
        count += 1;
      }
    }
    return sum / count;
  };
  for (let row = 0; row < grid; row += 1) {
    let before = mean(0, row);
    for (let column = 0; column < grid; column += 1) {
      const next = mean(column + 1, row);
      const bit = row * grid + column;
      if (before < next) bits[bit >> 3] = (bits[bit >> 3] as number) | (1 << (bit & 7));
      before = next;
    }
  }
  return bits;
}

function distance(left: Uint8Array, right: Uint8Array): number {
  let bits = 0;
  for (let at = 0; at < left.length; at += 1) {
    let differing = (left[at] as number) ^ (right[at] as number);
    for (; differing !== 0; differing &= differing - 1) bits += 1;
  }
  return bits;
}

/** A crop on a square of this many pixels, with mean 0 and standard deviation 1, so that light does not matter. */
function sample(thumb: Uint8Array, [left, top, width, height]: Crop, side: number): Float32Array {
  const values = new Float32Array(side ** 2);
  const last = thumbSide - 1.01;
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < side; row += 1) {
    const y = Math.min(last, Math.max(0, (top + (height * (row + 0.5)) / side) * thumbSide - 0.5));
    for (let column = 0; column < side; column += 1) {
      const x = Math.min(
        last,
        Math.max(0, (left + (width * (column + 0.5)) / side) * thumbSide - 0.5),
      );
      const at = Math.floor(y) * thumbSide + Math.floor(x);
      const fx = x % 1;
      const fy = y % 1;
      const pixel = (offset: number) => thumb[at + offset] as number;
      const value =
        (pixel(0) * (1 - fx) + pixel(1) * fx) * (1 - fy) +
        (pixel(thumbSide) * (1 - fx) + pixel(thumbSide + 1) * fx) * fy;
      values[row * side + column] = value;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / values.length;
  const deviation = Math.sqrt(Math.max(0, squares / values.length - mean ** 2)) || 1;
  return values.map((value) => (value - mean) / deviation);
}

function meanDifference(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1)
    sum += Math.abs((left[at] as number) - (right[at] as number));
  return sum / left.length;
}

/** Mean difference in each block of 8 × 8 pixels. */
function blockDifferences(left: Float32Array, right: Float32Array): Float32Array {
  const across = thumbSide / 8;
  const sums = new Float32Array(across ** 2);
  for (let at = 0; at < left.length; at += 1) {
    const block = Math.floor(at / thumbSide / 8) * across + Math.floor((at % thumbSide) / 8);
    sums[block] =
      (sums[block] as number) + Math.abs((left[at] as number) - (right[at] as number)) / 64;
  }
  return sums;
}

// A photographed screen, or a coarse print, leaves the beat of its dots on every even area of a picture: one frequency that
// stands out. A board and a wall have none: what is even there is only noise.

/** Luminance, row by row. */
export interface Luminance {
  values: Uint8Array;
  width: number;
  height: number;
}

/** Side of the squares that are looked at. */
const side = 64;
const bins = side / 2;
const mostSquares = 64;
/** Means of a square's sixteen parts differ by less where nothing is drawn. */
const evenBy = 8;
const darkest = 40;
const brightest = 250;
/** Power that JPEG's rounding alone leaves, in levels². */
const roundingPower = 0.3;

/**
 * From here on a regular pattern of dots is named. Measured on 168 made-up pictures of boards in streets (three framings, blur,
 * noise, JPEG of quality 50 and 82, made smaller or not): at most 2.1. Twelve of a simulated screen at 1.3 to 2.6 pixels of
 * the camera for one of its own: at least 11.5. Not measured on real screens.
 */
export const dotPatternFrom = 6;

/** How far the strongest frequency of a picture's even squares stands out from its neighbours; 0 where nothing is even. */
export function measureDotPattern(picture: Luminance): number {
  const squares = findEvenSquares(picture);
  const along = new Float64Array(bins + 1);
  const across = new Float64Array(bins + 1);
  const line = new Float64Array(side);
  for (const start of squares) {
    for (let at = 0; at < side; at += 1) {
      for (let n = 0; n < side; n += 1)
        line[n] = picture.values[start + at * picture.width + n] as number;
      addPower(line, along);
      for (let n = 0; n < side; n += 1)
        line[n] = picture.values[start + n * picture.width + at] as number;
      addPower(line, across);
    }
  }
  return Math.max(...[along, across].map((power) => findPeak(power, squares.length)));
}

/** Where even squares begin; of many, some from everywhere. */
function findEvenSquares({ values, width, height }: Luminance): number[] {
  const found: number[] = [];
  for (let y = 0; y + side <= height; y += side) {
    for (let x = 0; x + side <= width; x += side) {
      const parts = new Float64Array(16);
      for (let at = 0; at < side * side; at += 1) {
        const row = Math.floor(at / side);
        const column = at % side;
        const part = (row >> 4) * 4 + (column >> 4);
        parts[part] = (parts[part] as number) + (values[(y + row) * width + x + column] as number);
      }
      const means = [...parts].map((sum) => sum / 256);
      const low = Math.min(...means);
      const high = Math.max(...means);
      if (low >= darkest && high <= brightest && high - low <= evenBy) found.push(y * width + x);
    }
  }
  const step = Math.ceil(found.length / mostSquares);
  return found.filter((_, at) => at % step === 0);
}

const window = Float64Array.from({ length: side }, (_, n) => {
  return Math.sin((Math.PI * (n + 0.5)) / side) ** 2;
});
const waves = Array.from({ length: bins + 1 }, (_, bin) =>
  [Math.cos, Math.sin].map((wave) =>
    Float64Array.from(window, (part, n) => part * wave((2 * Math.PI * bin * n) / side)),
  ),
);

/** Adds a line's power by frequency, its mean and slope left out. */
function addPower(line: Float64Array, power: Float64Array): void {
  const middle = (side - 1) / 2;
  const mean = line.reduce((sum, value) => sum + value, 0) / side;
  const slope =
    line.reduce((sum, value, n) => sum + value * (n - middle), 0) / ((side ** 3 - side) / 12);
  const rest = line.map((value, n) => value - mean - slope * (n - middle));
  for (let bin = lowest - 3; bin <= bins; bin += 1) {
    for (const wave of waves[bin] ?? []) {
      let sum = 0;
      for (let n = 0; n < side; n += 1) sum += (rest[n] as number) * (wave[n] as number);
      power[bin] = (power[bin] as number) + (sum / side) ** 2;
    }
  }
}

const lowest = 6;

/** Against the frequencies on both sides, so that a slope is no peak. Edges of JPEG's blocks are passed over. */
function findPeak(power: Float64Array, squares: number): number {
  const at = (bin: number) => (power[bin] as number) / squares;
  let strongest = 0;
  for (let bin = lowest; bin <= bins - 3; bin += 1) {
    if ([0, 1, 4, 7].includes(bin % 8)) continue;
    const below = Math.min(at(bin - 3), at(bin - 2));
    const above = Math.min(at(bin + 2), at(bin + 3));
    strongest = Math.max(strongest, at(bin) / (Math.max(below, above) + roundingPower));
  }
  return squares === 0 ? 0 : strongest;
}

import sharp from 'sharp';
import { seededRandom } from '../../../../campaigns/tracker/random.ts';

/** A photo that could have been taken of a board: where its corners stand, and what light and hand did to it. */
export interface SceneOptions {
  widthPx?: number;
  heightPx?: number;
  /** Corners of the board as parts of the picture: top left, top right, bottom right, bottom left. */
  corners?: [Point, Point, Point, Point];
  /** Wall, ground and light differ with it. */
  seed?: number;
  /** 1 is daylight. */
  light?: number;
  /** Standard deviation of the sensor's noise, of 255. */
  noise?: number;
  blurSigma?: number;
  /** Light falls off to the right by this part. */
  shade?: number;
}
type Point = [number, number];

export interface Raster {
  width: number;
  height: number;
  rgb: Buffer;
}

/** Places a picture of a board in a made-up street. */
export async function placeInScene(board: Buffer, options: SceneOptions = {}): Promise<Raster> {
  const {
    widthPx: width = 1600,
    heightPx: height = 1200,
    seed = 1,
    light = 1,
    noise = 4,
  } = options;
  const corners = options.corners ?? [
    [0.2, 0.25],
    [0.8, 0.22],
    [0.82, 0.66],
    [0.19, 0.63],
  ];
  const sign = await sharp(board).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const toSign = homography(corners.map(([x, y]) => [x * width, y * height] as Point));
  const random = seededRandom(seed);
  const wall = paintWall(width, height, random);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const w = toSign[6] * x + toSign[7] * y + 1;
      const u = (toSign[0] * x + toSign[1] * y + toSign[2]) / w;
      const v = (toSign[3] * x + toSign[4] * y + toSign[5]) / w;
      if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
      sample(sign.data, sign.info, { u, v }, wall, (y * width + x) * 3);
    }
  }
  const blurred = options.blurSigma
    ? await sharp(wall, { raw: { width, height, channels: 3 } })
        .blur(options.blurSigma)
        .raw()
        .toBuffer()
    : wall;
  for (let at = 0; at < blurred.length; at += 3) {
    const part = ((at / 3) % width) / width;
    const gain = light * (1 - (options.shade ?? 0) * part);
    const grain = noise * (random() + random() - 1) * 2.45;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = (blurred[at + channel] as number) * gain + grain;
      blurred[at + channel] = Math.max(0, Math.min(255, value));
    }
  }
  return { width, height, rgb: blurred };
}

/** A scene as the JPEG that a phone would make of it. */
export async function photograph(
  board: Buffer,
  options: SceneOptions = {},
  quality = 82,
): Promise<Buffer> {
  const { width, height, rgb } = await placeInScene(board, options);
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer();
}

function paintWall(width: number, height: number, random: () => number): Buffer {
  const wall = Buffer.alloc(width * height * 3);
  const base = [120 + random() * 100, 110 + random() * 90, 90 + random() * 90];
  const brickHeight = 24 + Math.floor(random() * 40);
  const brickWidth = brickHeight * (1.6 + random());
  const things = Array.from({ length: 14 }, () => ({
    x: random() * width,
    y: random() * height,
    w: width * (0.03 + random() * 0.2),
    h: height * (0.05 + random() * 0.35),
    tone: random() * 200 - 120,
  }));
  const groundAt = height * (0.75 + random() * 0.2);
  const row = new Float64Array(width);
  for (let y = 0; y < height; y += 1) {
    const course = Math.floor(y / brickHeight);
    for (let x = 0; x < width; x += 1) {
      const inCourse = (x + (course % 2) * brickWidth * 0.5) % brickWidth;
      row[x] =
        y % brickHeight < 3 || inCourse < 3
          ? -35
          : ((course * 7 + Math.floor(x / brickWidth) * 13) % 9) * 3;
    }
    for (const { x, y: top, w, h, tone } of things) {
      if (y >= top && y < top + h) row.fill(tone, Math.ceil(x), Math.ceil(x + w));
    }
    for (let x = 0; x < width; x += 1) {
      const tone = y > groundAt ? -70 + ((x + y) % 17) : (row[x] as number);
      for (let channel = 0; channel < 3; channel += 1) {
        wall[(y * width + x) * 3 + channel] = Math.max(
          0,
          Math.min(255, (base[channel] as number) + tone),
        );
      }
    }
  }
  return wall;
}

interface Sign {
  width: number;
  height: number;
}

function sample(
  from: Buffer,
  { width, height }: Sign,
  at: { u: number; v: number },
  to: Buffer,
  place: number,
): void {
  const x = Math.min(width - 1.001, at.u * width);
  const y = Math.min(height - 1.001, at.v * height);
  const left = Math.floor(x);
  const top = Math.floor(y);
  const fx = x - left;
  const fy = y - top;
  for (let channel = 0; channel < 3; channel += 1) {
    const pixel = (dx: number, dy: number) =>
      from[((top + dy) * width + left + dx) * 3 + channel] as number;
    const upper = pixel(0, 0) * (1 - fx) + pixel(1, 0) * fx;
    const lower = pixel(0, 1) * (1 - fx) + pixel(1, 1) * fx;
    to[place + channel] = upper * (1 - fy) + lower * fy;
  }
}

type Homography = [number, number, number, number, number, number, number, number];

/** The map from pixels to the unit square whose corners are given; eight equations, solved by Gauss. */
function homography(corners: Point[]): Homography {
  const unit: Point[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  const rows = corners.flatMap(([x, y], index) => {
    const [u, v] = unit[index] as Point;
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  for (let column = 0; column < 8; column += 1) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) =>
        Math.abs(row[column] as number) > Math.abs(best[column] as number) ? row : best,
      );
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] as number) / (pivot[column] as number);
      for (let at = column; at < 9; at += 1)
        row[at] = (row[at] as number) - factor * (pivot[at] as number);
    }
  }
  return rows.map((row, index) => (row[8] as number) / (row[index] as number)) as Homography;
}

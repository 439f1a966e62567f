import sharp, { type Sharp } from 'sharp';
import { type Random, seededRandom } from '../../../../campaigns/tracker/random.ts';

/** Three bytes a pixel. */
export interface Raster {
  width: number;
  height: number;
  rgb: Uint8Array;
}

/** What stands between a board and its photograph; left out, nothing does. */
export interface Shot {
  seed: number;
  widthPx?: number;
  heightPx?: number;
  /** Width of the board as a part of the picture's. */
  share: number;
  /** Where the middle of the board is, as a part of the picture. */
  at?: { x: number; y: number };
  /** Degrees. */
  yaw?: number;
  pitch?: number;
  roll?: number;
  /** Width of the lens's view in degrees. */
  view?: number;
  /** Barrel of the lens: how much shorter the picture's half diagonal becomes. */
  barrel?: number;
  /** How far the flex hangs in its middle, as a part of the board's width. */
  sag?: number;
  /** Sigma in pixels. */
  blur?: number;
  /** Length of the hand's movement in pixels. */
  shake?: number;
  /** What is left of the light in a shadow that lies across. */
  shadow?: number;
  evening?: boolean;
  /** Part of the colours that the sun took. */
  fading?: number;
  /** A pole before the board: its width as a part of the board's. */
  pole?: number;
  leaves?: number;
  noise?: number;
  /** Sent on by a messenger: made smaller, and a JPEG again. */
  twice?: boolean;
}

export async function readRaster(picture: Buffer | Uint8Array, widthPx?: number): Promise<Raster> {
  const { data, info } = await sharp(picture)
    .resize(widthPx === undefined ? {} : { width: widthPx })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}

const open = ({ width, height, rgb }: Raster) =>
  sharp(rgb, { raw: { width, height, channels: 3 } });

/** The photograph of a board that hangs on a wall in a street, as the JPEG of a phone. */
export async function takePhoto(board: Raster, shot: Shot): Promise<Buffer> {
  const random = seededRandom(shot.seed);
  const size = { width: shot.widthPx ?? 1280, height: shot.heightPx ?? 960 };
  const boardPx = Math.min(board.width, Math.round(1.25 * shot.share * size.width));
  const sign = await open(board)
    .resize({ width: boardPx })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const scene = paint({ width: sign.info.width, height: sign.info.height, rgb: sign.data }, size, {
    shot,
    random,
  });
  let picture = open(scene);
  if (shot.blur) picture = picture.blur(shot.blur);
  if (shot.shake) picture = shaken(picture, shot.shake, random);
  const lit = await picture.raw().toBuffer();
  addNoise(lit, shot.noise ?? 3, random);
  const jpeg = await open({ ...size, rgb: lit })
    .jpeg({ quality: 70 + Math.floor(random() * 20) })
    .toBuffer();
  if (!shot.twice) return jpeg;
  return sharp(jpeg)
    .resize({ width: Math.round(size.width * 0.8) })
    .jpeg({ quality: 50 + Math.floor(random() * 15) })
    .toBuffer();
}

function shaken(picture: Sharp, length: number, random: Random): Sharp {
  const side = 2 * Math.ceil(length / 2) + 1;
  const angle = random() * Math.PI;
  const kernel = new Array<number>(side * side).fill(0);
  for (let at = -length / 2; at <= length / 2; at += 0.25) {
    const x = Math.round((side - 1) / 2 + at * Math.cos(angle));
    const y = Math.round((side - 1) / 2 + at * Math.sin(angle));
    kernel[y * side + x] = (kernel[y * side + x] ?? 0) + 1;
  }
  return picture.convolve({ width: side, height: side, kernel });
}

/** Sum of two evenly spread numbers: near enough to a sensor's noise. */
function addNoise(rgb: Uint8Array, deviation: number, random: Random): void {
  for (let at = 0; at < rgb.length; at += 3) {
    const grain = deviation * (random() + random() - 1) * 2.45;
    for (let channel = 0; channel < 3; channel += 1)
      rgb[at + channel] = limit((rgb[at + channel] as number) + grain + random() * 2 - 1);
  }
}

const limit = (value: number) => Math.max(0, Math.min(255, value));

interface Scene {
  shot: Shot;
  random: Random;
}

/** The picture before lens blur and sensor. */
function paint(
  sign: Raster,
  { width, height }: { width: number; height: number },
  { shot, random }: Scene,
): Raster {
  const toBoard = aim(shot, { width, height }, sign.height / sign.width);
  const { barrel = 0, sag = 0, fading = 0, evening = false } = shot;
  const wall = paintWall({ width, height }, random);
  const rgb = new Uint8Array(width * height * 3);
  const shade = castShadow(shot, random);
  const pole = standPole(shot, random);
  const leaves = hangLeaves(shot, { width, height }, random);
  const warm = evening ? [0.62, 0.47, 0.33] : [1, 1, 1];
  const gain = 0.88 + random() * 0.14;
  const half = Math.hypot(width, height) / 2;
  const colour = new Float64Array(3);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const fromX = column - width / 2;
      const fromY = row - height / 2;
      const bent = 1 + barrel * ((fromX * fromX + fromY * fromY) / (half * half));
      const { u, v } = toBoard(fromX * bent, fromY * bent);
      const isPole = pole(u, v);
      const to = (row * width + column) * 3;
      if (isPole !== null) colour.fill(isPole);
      else {
        // It hangs between its ends, more at its lower edge, and its sides are drawn in.
        const droop = sag * (1 - (2 * u - 1) ** 2);
        const y = v - (droop * sign.width) / sign.height;
        const x = u + 0.25 * droop * (u - 0.5) * v;
        if (x >= 0 && y >= 0 && x < 1 && y < 1) {
          sample(sign, x, y, colour);
          fade(colour, fading);
        } else for (let c = 0; c < 3; c += 1) colour[c] = wall[to + c] as number;
      }
      const leaf = leaves(column, row);
      if (leaf !== null) for (let c = 0; c < 3; c += 1) colour[c] = leaf[c] as number;
      const light = gain * shade(u, v);
      for (let c = 0; c < 3; c += 1)
        rgb[to + c] = limit((colour[c] as number) * light * (warm[c] as number));
    }
  }
  return { width, height, rgb };
}

/** From a place in the picture, its middle 0, to the board, whose corners are 0 and 1. */
function aim(shot: Shot, { width, height }: { width: number; height: number }, ratio: number) {
  const { share, at = { x: 0.5, y: 0.5 }, yaw = 0, pitch = 0, roll = 0, view = 65 } = shot;
  const focal = width / 2 / Math.tan((view * Math.PI) / 360);
  const [a, b, c] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const across = [
    Math.cos(a) * Math.cos(c),
    Math.sin(c) * Math.cos(b) + Math.sin(a) * Math.sin(b) * Math.cos(c),
    -Math.sin(a) * Math.cos(b),
  ] as const;
  const down = [
    -Math.sin(c) * Math.cos(a),
    Math.cos(b) * Math.cos(c) + Math.sin(a) * Math.sin(b) * Math.sin(c),
    Math.sin(b),
  ] as const;
  const distance = focal / (share * width);
  const middle = [
    ((at.x - 0.5) * width * distance) / focal,
    ((at.y - 0.5) * height * distance) / focal,
    distance,
  ] as const;
  // The board's plane: middle + (u - 1/2) across + (v - 1/2) ratio down; solved for a ray.
  const m = [
    [across[0], ratio * down[0], middle[0] - across[0] / 2 - (ratio * down[0]) / 2],
    [across[1], ratio * down[1], middle[1] - across[1] / 2 - (ratio * down[1]) / 2],
    [across[2], ratio * down[2], middle[2] - across[2] / 2 - (ratio * down[2]) / 2],
  ].flat() as number[];
  const [p, q, r, s, t, w, x, y, z] = m as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const inverse = [
    t * z - w * y,
    r * y - q * z,
    q * w - r * t,
    w * x - s * z,
    p * z - r * x,
    r * s - p * w,
    s * y - t * x,
    q * x - p * y,
    p * t - q * s,
  ];
  return (fromX: number, fromY: number) => {
    const i = fromX / focal;
    const j = fromY / focal;
    const k = (n: number) =>
      (inverse[n] as number) * i + (inverse[n + 1] as number) * j + (inverse[n + 2] as number);
    const depth = k(6);
    return { u: k(0) / depth, v: k(3) / depth };
  };
}

function sample({ width, height, rgb }: Raster, u: number, v: number, to: Float64Array): void {
  const x = Math.min(width - 1.001, u * width);
  const y = Math.min(height - 1.001, v * height);
  const left = x | 0;
  const top = y | 0;
  const fx = x - left;
  const fy = y - top;
  const at = (top * width + left) * 3;
  const below = at + width * 3;
  for (let c = 0; c < 3; c += 1) {
    const upper = (rgb[at + c] as number) * (1 - fx) + (rgb[at + 3 + c] as number) * fx;
    const lower = (rgb[below + c] as number) * (1 - fx) + (rgb[below + 3 + c] as number) * fx;
    to[c] = upper * (1 - fy) + lower * fy;
  }
}

/** Sun takes red and yellow first, and lifts black. */
function fade(colour: Float64Array, part: number): void {
  if (part === 0) return;
  const [r = 0, g = 0, b = 0] = colour;
  const grey = 0.3 * r + 0.59 * g + 0.11 * b;
  colour[0] = r + part * (0.75 * grey + 48 - r);
  colour[1] = g + part * (0.75 * grey + 56 - g);
  colour[2] = b + part * (0.7 * grey + 66 - b);
}

/** A shadow with a soft edge that lies across the board, as of a roof or a tree. */
function castShadow({ shadow }: Shot, random: Random): (u: number, v: number) => number {
  const fall = (random() - 0.5) * 0.25;
  const even = (u: number) => 1 + fall * (Math.max(-1, Math.min(2, u)) - 0.5);
  if (shadow === undefined) return even;
  const angle = random() * Math.PI * 2;
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  const from = 0.25 + random() * 0.5;
  const soft = 0.01 + random() * 0.12;
  return (u, v) => {
    const side = (u - from) * x + (v - from) * y;
    const part = Math.max(0, Math.min(1, side / soft + 0.5));
    return even(u) * (1 - (1 - shadow) * part);
  };
}

/** A pole that does not stand before the code, which is in the right half of the board. */
function standPole({ pole }: Shot, random: Random): (u: number, v: number) => number | null {
  const at = 0.05 + random() * 0.42;
  const lean = (random() - 0.5) * 0.1;
  const tone = 50 + random() * 90;
  if (pole === undefined) return () => null;
  return (u, v) => {
    const off = (u - at - lean * (v - 0.5)) / pole;
    return off < -0.5 || off > 0.5 || v < -3 ? null : tone * (1.1 - 0.9 * Math.abs(off));
  };
}

type Tone = readonly [number, number, number];

/** Leaves of a tree that hang into the picture. */
function hangLeaves(
  { leaves = 0 }: Shot,
  { width, height }: { width: number; height: number },
  random: Random,
): (x: number, y: number) => Tone | null {
  const each = Array.from({ length: leaves }, () => ({
    x: random() * 0.45 * width,
    y: (0.1 + random() * 0.6) * height,
    a: width * (0.01 + random() * 0.018),
    b: width * (0.005 + random() * 0.008),
    turn: random() * Math.PI,
    tone: [30 + random() * 50, 70 + random() * 60, 20 + random() * 30] as Tone,
  }));
  if (leaves === 0) return () => null;
  const cell = Math.ceil(width / 40);
  const cells = new Map<number, typeof each>();
  for (const leaf of each)
    for (let x = Math.floor((leaf.x - leaf.a) / cell); x <= (leaf.x + leaf.a) / cell; x += 1)
      for (let y = Math.floor((leaf.y - leaf.a) / cell); y <= (leaf.y + leaf.a) / cell; y += 1) {
        const key = y * 1000 + x;
        cells.set(key, [...(cells.get(key) ?? []), leaf]);
      }
  return (x, y) => {
    for (const leaf of cells.get(Math.floor(y / cell) * 1000 + Math.floor(x / cell)) ?? []) {
      const [c, s] = [Math.cos(leaf.turn), Math.sin(leaf.turn)];
      const along = ((x - leaf.x) * c + (y - leaf.y) * s) / leaf.a;
      const across = ((y - leaf.y) * c - (x - leaf.x) * s) / leaf.b;
      if (along * along + across * across < 1) return leaf.tone;
    }
    return null;
  };
}

/** Plaster or bricks, a ground, and a few things before it. */
function paintWall(
  { width, height }: { width: number; height: number },
  random: Random,
): Uint8Array {
  const tone = 90 + random() * 110;
  const base = [tone + random() * 25, tone + (random() - 0.5) * 20, tone - random() * 35] as const;
  const isBrick = random() < 0.5;
  const brick = 20 + random() * 30;
  const cells = 64;
  const plaster = Float64Array.from({ length: cells * cells }, () => (random() - 0.5) * 36);
  const ground = height * (0.8 + random() * 0.25);
  const things = Array.from({ length: 9 }, () => ({
    x: random() * width,
    y: random() * height,
    w: width * (0.03 + random() * 0.15),
    h: height * (0.05 + random() * 0.3),
    tone: random() * 160 - 100,
  }));
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const u = (x / width) * (cells - 1);
      const v = (y / height) * (cells - 1);
      const at = (v | 0) * cells + (u | 0);
      let tone =
        (plaster[at] as number) * (1 - (u % 1)) +
        (plaster[Math.min(at + 1, cells * cells - 1)] as number) * (u % 1);
      if (isBrick) {
        const course = Math.floor(y / brick);
        if (y % brick < 2 || (x + (course % 2) * brick) % (2 * brick) < 2) tone -= 38;
      }
      for (const thing of things)
        if (x >= thing.x && x < thing.x + thing.w && y >= thing.y && y < thing.y + thing.h)
          tone = thing.tone;
      if (y > ground) tone = -65 + ((x * 7 + y * 13) % 19);
      for (let c = 0; c < 3; c += 1)
        rgb[(y * width + x) * 3 + c] = limit((base[c] as number) + tone);
    }
  }
  return rgb;
}

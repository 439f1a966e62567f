import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Corners, Point } from './homography.ts';

/** One byte a pixel. */
interface Grey {
  width: number;
  height: number;
  pixels: Uint8Array;
}

interface Step {
  sidePx: number;
  prepare: (grey: Grey) => Grey | Promise<Grey>;
}

/**
 * Tried until a code is read, the quick and likely first: as it is, with its light stretched (dark), made small
 * (very dark, noise), sharpened (out of focus), smoothed (shade and noise), in full size (far away).
 */
const steps: readonly Step[] = [
  { sidePx: 1600, prepare: (grey) => grey },
  { sidePx: 1600, prepare: stretch },
  { sidePx: 500, prepare: stretch },
  { sidePx: 800, prepare: async (grey) => stretch(await sharpen(grey)) },
  { sidePx: 1600, prepare: async (grey) => stretch(await blur(grey, 1)) },
  { sidePx: 3000, prepare: (grey) => grey },
  { sidePx: 3000, prepare: stretch },
];
/** Pictures are made larger up to this, and beyond it only as large as they are. */
const usualSidePx = 1600;

let prepared = false;

/** A QR code in a picture. */
export interface FoundCode {
  text: string;
  /** In pixels of the picture, in the order in which it is read: a mirrored one's are turned back. */
  corners: Corners;
  isMirrored: boolean;
  /** Its side as a part of the picture's shorter one. */
  share: number;
}

/** No codes when no way of looking at the picture finds one. */
export async function readCodes(image: Sharp): Promise<FoundCode[]> {
  prepareReader();
  const { width, height } = await image.metadata();
  const longest = Math.max(width, height, usualSidePx);
  const greys = new Map<number, Grey>();
  for (const { sidePx, prepare } of steps) {
    if (sidePx > longest) continue;
    const grey = greys.get(sidePx) ?? (await makeGrey(image, sidePx));
    greys.set(sidePx, grey);
    const found = await readGrey(await prepare(grey), width);
    if (found.length > 0) return found;
  }
  return [];
}

async function makeGrey(image: Sharp, sidePx: number): Promise<Grey> {
  const { data, info } = await image
    .clone()
    .resize({ width: sidePx, height: sidePx, fit: 'inside' })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

async function readGrey(grey: Grey, widthPx: number): Promise<FoundCode[]> {
  const { width, height } = grey;
  // Words are little-endian: the highest byte is the alpha.
  const words = new Uint32Array(grey.pixels).map((value) => 0xff_00_00_00 | (value * 0x01_01_01));
  const rgba = new Uint8ClampedArray(words.buffer);
  const found = await readBarcodes({ data: rgba, width, height, colorSpace: 'srgb' } as ImageData, {
    formats: ['QRCode'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    maxNumberOfSymbols: 8,
  });
  const scale = widthPx / width;
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, position, isMirrored }) => {
      const { topLeft, topRight, bottomRight, bottomLeft } = position;
      const placed = [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => ({
        x: x * scale,
        y: y * scale,
      }));
      const corners = placed as unknown as Corners;
      const share = measureSide(corners) / scale / Math.min(width, height);
      return { text, corners, isMirrored, share };
    });
}

/** Mean of its four sides. */
export function measureSide(corners: Corners): number {
  const sides = corners.map(({ x, y }, at) => {
    const next = corners[(at + 1) % 4] as Point;
    return Math.hypot(next.x - x, next.y - y);
  });
  return sides.reduce((sum, side) => sum + side, 0) / 4;
}

/** Of the darkest and of the lightest pixels, by number: what is beyond them becomes black and white. */
const cutShare = 0.02;

/** libvips does the same by way of Lab, which takes ten times as long. */
function stretch(grey: Grey): Grey {
  const counts = new Uint32Array(256);
  for (const value of grey.pixels) counts[value] = (counts[value] as number) + 1;
  const black = findLevel(counts, cutShare * grey.pixels.length);
  const white = 255 - findLevel(counts.toReversed(), cutShare * grey.pixels.length);
  const levels = Uint8ClampedArray.from(
    counts,
    (_, value) => ((value - black) * 255) / Math.max(1, white - black),
  );
  return { ...grey, pixels: grey.pixels.map((value) => levels[value] as number) };
}

/** First level up to which there are as many pixels. */
function findLevel(counts: Uint32Array, pixels: number): number {
  let sum = 0;
  return counts.findIndex((count) => {
    sum += count;
    return sum >= pixels;
  });
}

async function blur(grey: Grey, sigma: number): Promise<Grey> {
  const { width, height } = grey;
  const pixels = await sharp(grey.pixels, { raw: { width, height, channels: 1 } })
    .blur(sigma)
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return { ...grey, pixels };
}

/** Each pixel is four times as far from those around it. */
async function sharpen(grey: Grey): Promise<Grey> {
  const { pixels: around } = await blur(grey, 2);
  const sharper = new Uint8ClampedArray(grey.pixels).map(
    (value, at) => value + 3 * (value - (around[at] as number)),
  );
  return { ...grey, pixels: new Uint8Array(sharper.buffer) };
}

/** The reader is handed its program, which it would ask a server for otherwise. */
function prepareReader(): void {
  if (prepared) return;
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const bytes = readFileSync(path);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  prepareZXingModule({ overrides: { wasmBinary } });
  prepared = true;
}

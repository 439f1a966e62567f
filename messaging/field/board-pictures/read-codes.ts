import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sharp } from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Corners, Point } from './homography.ts';

interface Step {
  sidePx: number;
  prepare: (image: Sharp) => Sharp;
}

/**
 * Tried until a code is read, the quick and likely first: as it is, with its light stretched (dark), smoothed
 * (noise), evened out by parts (shade, glare), in full size (far away), sharpened (blur).
 */
const steps: readonly Step[] = [
  { sidePx: 1600, prepare: (image) => image },
  { sidePx: 1600, prepare: stretched },
  { sidePx: 800, prepare: stretched },
  { sidePx: 1600, prepare: (image) => stretched(image.median(3)) },
  { sidePx: 1600, prepare: (image) => image.clahe({ width: 64, height: 64, maxSlope: 4 }) },
  { sidePx: 3000, prepare: (image) => image },
  { sidePx: 3000, prepare: stretched },
  { sidePx: 1600, prepare: (image) => stretched(image).sharpen({ sigma: 3, m1: 3, m2: 6 }) },
  { sidePx: 800, prepare: (image) => image.clahe({ width: 32, height: 32, maxSlope: 4 }) },
];

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
  prepare();
  const { width } = await image.metadata();
  for (const step of steps) {
    const found = await readStep(image, step, width);
    if (found.length > 0) return found;
  }
  return [];
}

async function readStep(
  image: Sharp,
  { sidePx, prepare: change }: Step,
  widthPx: number,
): Promise<FoundCode[]> {
  const grey = image
    .clone()
    .resize({ width: sidePx, height: sidePx, fit: 'inside' })
    .greyscale()
    .toColourspace('b-w');
  const { data, info } = await change(grey).raw().toBuffer({ resolveWithObject: true });
  const pixels = new Uint32Array(info.width * info.height);
  for (let at = 0; at < pixels.length; at += 1) {
    // Words are little-endian: the highest byte is the alpha.
    pixels[at] = 0xff_00_00_00 | ((data[at * info.channels] as number) * 0x01_01_01);
  }
  const rgba = new Uint8ClampedArray(pixels.buffer);
  const found = await readBarcodes(
    { data: rgba, width: info.width, height: info.height, colorSpace: 'srgb' } as ImageData,
    {
      formats: ['QRCode'],
      tryHarder: true,
      tryRotate: true,
      tryInvert: false,
      maxNumberOfSymbols: 8,
    },
  );
  const scale = widthPx / info.width;
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, position, isMirrored }) => {
      const { topLeft, topRight, bottomRight, bottomLeft } = position;
      const placed = [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => ({
        x: x * scale,
        y: y * scale,
      }));
      const corners = placed as unknown as Corners;
      const share = measureSide(corners) / scale / Math.min(info.width, info.height);
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

function stretched(image: Sharp): Sharp {
  return image.normalise({ lower: 2, upper: 98 });
}

/** The reader is handed its program, which it would ask a server for otherwise. */
function prepare(): void {
  if (prepared) return;
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const bytes = readFileSync(path);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  prepareZXingModule({ overrides: { wasmBinary } });
  prepared = true;
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { Mark } from '../reader/content.ts';
import { contours, type Edges, grow, intersect, measureEdges } from '../reader/geometry.ts';
import type { PressPage } from '../reader/page.ts';
import { blur, type Picture, type Rendering } from './renderer.ts';

/**
 * Pixels a module in blurred pictures. A camera takes frame after frame, nearer and further; one that can be read is
 * enough, and the first nearly always is.
 */
const blurredModulePx = [6, 4, 8];

/**
 * Renders each code with its quiet zone and reads it, sharp and blurred. Front and back of an imposed sheet are one
 * form: what was read on a page holds for another with exactly the same marks.
 */
export async function readCodes(
  codes: readonly DrawnCode[],
  { rendering, pages, dpi }: { rendering: Rendering; pages: readonly PressPage[]; dpi: number },
): Promise<ReadCode[]> {
  const read: ReadCode[] = [];
  for (const code of codes) {
    const twin = read.find(
      ({ mark, page }) => mark === code.mark && isSamePage(pages[page], pages[code.page]),
    );
    if (twin !== undefined) {
      read.push({ ...twin, page: code.page });
      continue;
    }
    const window = grow(code.clear, code.moduleMm);
    const picture = rendering.render({ page: code.page, edges: window, dpi });
    read.push({
      ...code,
      sharp: await readCode(picture),
      blurred: await readBlurred(code, window, rendering),
      quietGrey: darkest(picture, window, code),
    });
  }
  return read;
}

async function readBlurred(
  { page, moduleMm }: DrawnCode,
  edges: Edges,
  rendering: Rendering,
): Promise<string | undefined> {
  for (const modulePx of blurredModulePx) {
    const dpi = (modulePx * 25.4) / moduleMm;
    const text = await readCode(blur(rendering.render({ page, edges, dpi }), modulePx / 2), {
      tryDenoise: modulePx !== blurredModulePx[0],
    });
    if (text !== undefined) return text;
  }
  return undefined;
}

function isSamePage(a: PressPage | undefined, b: PressPage | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    JSON.stringify(a.boxes) === JSON.stringify(b.boxes) &&
    a.notables.length + b.notables.length === 0 &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, index) => mark === b.marks[index])
  );
}

/** Darkest pixel between quiet zone and modules; the pixels on either edge belong to both. */
function darkest(
  { width, height, grey }: Picture,
  window: Edges,
  { clear, edges }: DrawnCode,
): number {
  const perMm = width / (window.right - window.left);
  const inside = (box: Edges, by: number) => ({
    left: Math.round((box.left - window.left) * perMm) + by,
    top: Math.round((box.top - window.top) * perMm) + by,
    right: Math.min(width, Math.round((box.right - window.left) * perMm) - by),
    bottom: Math.min(height, Math.round((box.bottom - window.top) * perMm) - by),
  });
  const outer = inside(clear, 2);
  const inner = inside(edges, -2);
  let low = 255;
  for (let y = outer.top; y < outer.bottom; y += 1) {
    for (let x = outer.left; x < outer.right; x += 1) {
      if (y >= inner.top && y < inner.bottom && x >= inner.left && x < inner.right) {
        x = inner.right;
        if (x >= outer.right) break;
      }
      low = Math.min(low, grey[y * width + x] as number);
    }
  }
  return low;
}

/** ISO/IEC 18004:2015, 6.3.8. Not the generator's number, so that a fault there is found here. */
export const quietModules = 4;

/** A QR code as it is drawn on a side. */
export interface DrawnCode {
  readonly page: number;
  readonly mark: Mark;
  /** Around the modules, quiet zone not counted. */
  readonly edges: Edges;
  readonly moduleMm: number;
  /** With its quiet zone. */
  readonly clear: Edges;
}

/** A reader's result for the rendered code. */
export type ReadCode = DrawnCode & {
  /** At the reading resolution; undefined when nothing was read. */
  readonly sharp: string | undefined;
  /** The same after a blur of half a module. */
  readonly blurred: string | undefined;
  /** Darkest grey of the rendered quiet zone, 255 for white. */
  readonly quietGrey: number;
};

/** Finds the codes by their tag; the lowest bar of a code is one module high. */
export function findCodes(pages: readonly PressPage[]): DrawnCode[] {
  return pages.flatMap(({ marks }, page) =>
    marks
      .filter(({ part }) => part === 'qr')
      .map((mark) => {
        const bars = contours(mark.path).flatMap((path) => measureEdges(path) ?? []);
        const moduleMm = Math.min(...bars.map(({ top, bottom }) => bottom - top));
        return {
          page,
          mark,
          edges: mark.edges,
          moduleMm,
          clear: grow(mark.edges, quietModules * moduleMm),
        };
      }),
  );
}

/** Gives ZXing its library from the disk; by itself it would fetch it from the network. */
export async function prepareReader(): Promise<void> {
  const require = createRequire(import.meta.url);
  const wasm = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({
    overrides: {
      wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
    },
    fireImmediately: true,
  });
}

const plain: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: false,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  maxNumberOfSymbols: 1,
};

/** Reads the code in a picture without tricks: dark on light, upright; gaps are closed where it is blurred. */
export async function readCode(
  { width, height, grey }: Picture,
  how: Pick<ReaderOptions, 'tryDenoise'> = {},
): Promise<string | undefined> {
  const data = new Uint8ClampedArray(width * height * 4);
  const pixels = new Uint32Array(data.buffer);
  for (let i = 0; i < grey.length; i += 1)
    pixels[i] = (0xff000000 | ((grey[i] as number) * 0x010101)) >>> 0;
  const [first] = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, {
    ...plain,
    ...how,
  });
  return first?.isValid === true ? first.text : undefined;
}

/** Reads codes as `readCodes` does, and a code with exactly the same marks around it once only. */
export interface CodeMemory {
  read: typeof readCodes;
}

/**
 * Rendering and reading codes takes nine tenths of a check. While somebody types a name all that is painted where the code
 * stands remains, and so does what is read there.
 * @param most codes that are kept
 */
export function createCodeMemory(most: number): CodeMemory {
  const kept = new Map<string, Pick<ReadCode, 'sharp' | 'blurred' | 'quietGrey'>>();
  return {
    async read(codes, context) {
      const read: ReadCode[] = [];
      for (const code of codes) {
        const key = hashCode(code, context.pages[code.page], context.dpi);
        const known = kept.get(key);
        const [found] =
          known === undefined ? await readCodes([code], context) : [{ ...code, ...known }];
        if (found === undefined) continue;
        const { sharp, blurred, quietGrey } = found;
        kept.delete(key);
        kept.set(key, { sharp, blurred, quietGrey });
        const [oldest] = kept.keys();
        if (kept.size > most && oldest !== undefined) kept.delete(oldest);
        read.push(found);
      }
      return read;
    },
  };
}

/** A hash of all that is painted in the window that a reader sees. */
function hashCode(code: DrawnCode, page: PressPage | undefined, dpi: number): string {
  const window: Edges = grow(code.clear, code.moduleMm);
  const hash = createHash('sha256').update(JSON.stringify([dpi, window]));
  for (const { part, paint, inks, edges, path } of page?.marks ?? []) {
    if (intersect(edges, window) === undefined) continue;
    hash.update(JSON.stringify([part, paint, inks, path.ops]));
    hash.update(Float64Array.from(path.xy));
  }
  return hash.digest('base64');
}

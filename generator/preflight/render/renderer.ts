import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumModule } from '@hyzyla/pdfium';
import type { Edges } from '../reader/geometry.ts';
import { type PressPage, pointsPerMm } from '../reader/page.ts';

/** A PDF file opened by PDFium; `close` it, since its memory is not the garbage collector's. */
export interface Rendering {
  /** Renders a part of a page; nothing outside it is rasterised. */
  render(window: { page: number; edges: Edges; dpi: number }): Picture;
  close(): void;
}

export interface Renderer {
  open(bytes: Uint8Array, pages: readonly PressPage[]): Rendering;
}

const greyFormat = 1;
const greyscaleFlag = 8;

/** Starts PDFium. Its own wrapper renders whole pages only, so that the library is called directly. */
export async function createRenderer(): Promise<Renderer> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
  const pdfium = await PDFiumModule({
    wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
    // Keeps it from looking for the file by itself; the address is never read.
    locateFile: () => '',
  });
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 });
  const { malloc, free } = pdfium.wasmExports;

  return {
    open(bytes, pages) {
      const memory = malloc(bytes.length);
      pdfium.HEAPU8.set(bytes, memory);
      const document = pdfium._FPDF_LoadMemDocument(memory, bytes.length, 0);
      if (document === 0) {
        free(memory);
        throw new Error(
          `Expected a file that PDFium opens, got its error ${pdfium._FPDF_GetLastError()}`,
        );
      }
      const opened = new Map<number, number>();
      const openPage = (index: number): number => {
        const page = opened.get(index) ?? pdfium._FPDF_LoadPage(document, index);
        if (page === 0) throw new Error(`Expected page ${index + 1}, which PDFium does not open`);
        opened.set(index, page);
        return page;
      };
      return {
        render({ page: index, edges, dpi }) {
          const page = openPage(index);
          const perPoint = dpi / 72;
          const whole = {
            width: Math.round(pdfium._FPDF_GetPageWidth(page) * perPoint),
            height: Math.round(pdfium._FPDF_GetPageHeight(page) * perPoint),
          };
          const origin = findOrigin(pages[index]);
          const px = (mm: number, originPt: number) =>
            Math.round((mm * pointsPerMm + originPt) * perPoint);
          const left = px(edges.left, origin.x);
          const top = px(edges.top, origin.y);
          const width = px(edges.right, origin.x) - left;
          const height = px(edges.bottom, origin.y) - top;
          const buffer = malloc(width * height);
          const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, greyFormat, buffer, width);
          pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
          pdfium._FPDF_RenderPageBitmap(
            bitmap,
            page,
            -left,
            -top,
            whole.width,
            whole.height,
            0,
            greyscaleFlag,
          );
          const grey = pdfium.HEAPU8.slice(buffer, buffer + width * height);
          pdfium._FPDFBitmap_Destroy(bitmap);
          free(buffer);
          return { width, height, grey };
        },
        close() {
          for (const page of opened.values()) pdfium._FPDF_ClosePage(page);
          pdfium._FPDF_CloseDocument(document);
          free(memory);
        },
      };
    },
  };
}

/** From the top left corner of what PDFium shows, the crop box, to that of the trim, in points. */
function findOrigin(page: PressPage | undefined): { x: number; y: number } {
  const shown = page?.boxes.crop ?? page?.boxes.media ?? [0, 0, 0, 0];
  const trim = page?.boxes.trim ?? shown;
  return { x: trim[0] - shown[0], y: shown[3] - trim[3] };
}

/** Grey pixels, one byte each, 255 for white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Gaussian blur in two passes; outside the picture is its own edge. */
export function blur(picture: Picture, sigmaPx: number): Picture {
  const radius = Math.max(1, Math.ceil(sigmaPx * 3));
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, index) =>
    Math.exp(-((index - radius) ** 2) / (2 * sigmaPx ** 2)),
  );
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  const weights = kernel.map((weight) => weight / total);
  const { width, height, grey } = picture;
  const across = pass(grey, { lines: height, length: width, step: 1, jump: width }, weights);
  const down = pass(across, { lines: width, length: height, step: width, jump: 1 }, weights);
  // Typed arrays cut off; a half more makes that rounding.
  for (let at = 0; at < down.length; at += 1) down[at] = (down[at] as number) + 0.5;
  return { width, height, grey: new Uint8Array(down) };
}

function pass(
  source: Uint8Array | Float32Array,
  { lines, length, step, jump }: { lines: number; length: number; step: number; jump: number },
  weights: Float64Array,
): Float32Array {
  const out = new Float32Array(source.length);
  const radius = (weights.length - 1) / 2;
  for (let line = 0; line < lines; line += 1) {
    for (let at = 0; at < length; at += 1) {
      let sum = 0;
      for (let index = 0; index < weights.length; index += 1) {
        const from = Math.min(length - 1, Math.max(0, at + index - radius));
        sum += (weights[index] as number) * (source[line * jump + from * step] as number);
      }
      out[line * jump + at * step] = sum;
    }
  }
  return out;
}

import type { Edges } from '../reader/geometry.ts';
import { grow } from '../reader/geometry.ts';
import type { PressPage } from '../reader/page.ts';
import type { DrawnCode, ReadCode } from './code.ts';
import { readCode } from './decode.ts';
import { blur, type Picture } from './picture.ts';
import type { Rendering } from './renderer.ts';

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

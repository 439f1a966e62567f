import { markedLine } from '../../../campaigns/demonstration.ts';
import { districtNamed } from '../../../campaigns/directory/areas.ts';
import { spacedCode } from '../../../campaigns/print/purchase-orders/parcel.ts';
import { orderWords } from '../../../campaigns/words/order-words.ts';
import { addressCode } from '../../platform/documents/link-code.ts';
import { breakLines, type Canvas, openCanvas } from '../../platform/documents/pdf-canvas.ts';
import { drawRows } from '../../platform/documents/pdf-code.ts';
import type { PdfFont } from '../../platform/documents/pdf-font.ts';
import { aboutPaper, contentText, linesByParcel, type OrderPaper } from './order-sheet.ts';
import type { OrderLine } from './purchase-orders-schemas.ts';

const mm = 72 / 25.4;

/** A4 with 24 labels of 64 × 33.9 mm, three across, as ST-24 and L7159 sheets are cut; in mm from the paper's top left corner. */
export const labelSheet = {
  across: 3,
  down: 8,
  width: 64,
  height: 33.9,
  left: 7,
  top: 12.9,
  pitchX: 66,
  pitchY: 33.9,
  /** Nothing is printed nearer to a label's edge: office printers pull paper by some millimetres. */
  safe: 5,
};
const paperHeightMm = 297;
const labelsPerSheet = labelSheet.across * labelSheet.down;

export function parcelAddress(publicUrl: string, code: string): string {
  return `${publicUrl}/p/${code}`;
}

/** One label for each parcel: where it goes, what is in it, and the code that opens its page. */
export function labelsPdf(paper: OrderPaper): Buffer {
  const canvas = openCanvas();
  [...linesByParcel(paper.lines)].forEach(([code, lines], at) => {
    const place = at % labelsPerSheet;
    if (at > 0 && place === 0) canvas.newPage();
    drawLabel(canvas, paper, { code, lines, place });
  });
  const { words } = orderWords(paper.campaign);
  // The sheet belongs to the labels: it has no foot.
  return canvas.finish(aboutPaper(paper, `${words.labels}, ${words.title}`));
}

const leading = 1.25;
/** Code in letters and where it goes. */
const footPt = 17;

function drawLabel(
  canvas: Canvas,
  { district, order, publicUrl, campaign }: OrderPaper,
  { code, lines, place }: { code: string; lines: readonly OrderLine[]; place: number },
): void {
  const { across, left, top, pitchX, pitchY, width, height, safe } = labelSheet;
  const x = (left + (place % across) * pitchX + safe) * mm;
  const ceiling = (paperHeightMm - top - Math.floor(place / across) * pitchY - safe) * mm;
  const inner = { width: (width - 2 * safe) * mm, height: (height - 2 * safe) * mm };
  // The quiet zone of the code may reach into the safe edge: it is only white.
  const side = inner.height + 4;
  const bottom = ceiling - inner.height;
  const rows = addressCode(parcelAddress(publicUrl, code));
  drawRows(canvas, rows, { x: x + inner.width - side + 2, bottom: bottom - 2, side });
  const column = { left: x, width: inner.width - side };
  const { regular, bold } = canvas;
  const { language, words } = orderWords(campaign);
  const name = regular.writable(lines[0]?.printed ?? '');
  const title = fitted(name, {
    font: bold,
    width: column.width,
    sizes: [11, 10, 9, 8, 7],
    most: 2,
  });
  let y = ceiling;
  for (const part of title.lines) {
    // Signs above the line reach a whole size up.
    y -= title.size * 1.15;
    canvas.text(part, column, y + title.size * 0.1, { font: bold, size: title.size });
  }
  // Vowels below a line reach half a size down.
  y -= title.size * 0.2;
  const contents = lines.map((line) => regular.writable(contentText(line, language)));
  const room = y - (bottom + footPt);
  const { size, lines: shown } = fittedBelow(contents, {
    font: regular,
    width: column.width,
    room,
    rest: words.rest,
  });
  for (const part of shown) {
    y -= size * leading;
    canvas.text(part, column, y + size * 0.25, { font: regular, size });
  }
  canvas.text(spacedCode(code), column, bottom + 9, { font: bold, size: 9 });
  const where = `${districtNamed(campaign.areas, district).hi} · ${order.reference}`;
  canvas.text(markedLine(campaign, where, language), column, bottom + 1, {
    font: regular,
    size: 6.5,
  });
}

/** The largest of the sizes at which a text takes at most so many lines, each within the width of the room. */
function fitted(
  words: string,
  {
    font,
    width,
    sizes,
    most,
  }: { font: PdfFont; width: number; sizes: readonly number[]; most: number },
): { size: number; lines: string[] } {
  for (const size of sizes) {
    const lines = breakLines(words, { font, size }, width);
    const fits = lines.every((line) => (font.widthOf(line) * size) / 1000 <= width);
    if (lines.length <= most && fits) return { size, lines };
  }
  const size = sizes.at(-1) ?? 7;
  return { size, lines: breakLines(words, { font, size }, width).slice(0, most + 1) };
}

/**
 * Lines that fit into the room, at the largest size that lets them: each text on a separate line, else one after the
 * other; texts that do not fit at the smallest are left out, with a note that says so.
 */
function fittedBelow(
  texts: readonly string[],
  { font, width, room, rest }: { font: PdfFont; width: number; room: number; rest: string },
): { size: number; lines: string[] } {
  const sizes = [7.5, 7, 6.5, 6, 5.5];
  const shapes = [
    ...sizes.slice(0, 3).map((size) => ({ size, texts })),
    ...sizes.map((size) => ({ size, texts: [texts.join(' · ')] })),
  ];
  for (const { size, texts: shown } of shapes) {
    const lines = shown.flatMap((words) => breakLines(words, { font, size }, width));
    if (lines.length * size * leading <= room) return { size, lines };
  }
  const size = sizes.at(-1) ?? 5.5;
  const most = Math.max(1, Math.floor(room / (size * leading)));
  const lines = breakLines(texts.join(' · '), { font, size }, width);
  return { size, lines: [...lines.slice(0, most - 1), rest] };
}

import type { Block, Paper } from './paper.ts';
import {
  drawCode,
  drawFacts,
  drawFigures,
  drawPair,
  drawSignatures,
  drawText,
} from './pdf-blocks.ts';
import { type Canvas, marginPt, openCanvas } from './pdf-canvas.ts';
import { drawTable } from './pdf-table.ts';

/** A paper as a PDF of A4 pages. */
export function paperPdf({ blocks, landscape = false, ...file }: Paper): Buffer {
  const canvas = openCanvas({ landscape });
  drawBlocks(canvas, blocks);
  return canvas.finish(file);
}

/** Draws blocks one below the other, going on upon the next page where they must. */
export function drawBlocks(canvas: Canvas, blocks: readonly Block[]): void {
  for (const block of blocks) drawBlock(canvas, block);
}

function drawBlock(canvas: Canvas, block: Block): void {
  switch (block.kind) {
    case 'text':
      drawText(canvas, block);
      break;
    case 'pair':
      drawPair(canvas, block.texts);
      break;
    case 'rule':
      canvas.y -= 4;
      canvas.box(marginPt, canvas.y, { width: canvas.linePt, height: 1 }, 'navy');
      break;
    case 'facts':
      drawFacts(canvas, block.facts);
      break;
    case 'figures':
      drawFigures(canvas, block.figures);
      break;
    case 'table':
      drawTable(canvas, block);
      break;
    case 'code':
      drawCode(canvas, block);
      break;
    case 'signatures':
      drawSignatures(canvas, block.names);
      break;
    case 'space':
      canvas.y -= block.points;
  }
}

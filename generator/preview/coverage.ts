import { addEdge, beginSweep, createEdges, crossLine, isUprightRow, skipLines } from './edges.ts';
import type { Edge } from './flatten.ts';

/**
 * Turns closed outlines into how much of each pixel they cover, by the nonzero rule that press files are filled by:
 * sixteen lines are drawn through every row of pixels, and each gives its exact length inside of the outlines.
 * Adding up areas would be quicker, but it counts twice what glyphs share along the shirorekha, and the edge of a
 * name gets a bump at every joint.
 */
export interface Coverage {
  edge: Edge;
  /** Hands on each row that is touched: its number, and covered parts (0 to 1) from one column up to another. */
  sweep(row: (y: number, from: number, to: number, covered: Float32Array) => void): void;
}

/**
 * @param width, height of the window in pixels; what lies outside of it is cut off
 * @param lines drawn through a row
 */
export function createCoverage(width: number, height: number, lines = 16): Coverage {
  const edges = createEdges(height * lines, lines);
  const covered = new Float32Array(width);
  // What a boundary adds to its own pixel and to all behind it; two more take what ends at the right side.
  const changes = new Float32Array(width + 2);
  let from = width;
  let to = 0;

  const boundary = (x: number, part: number) => {
    const at = Math.min(width, Math.max(0, x));
    const pixel = Math.floor(at);
    const behind = (at - pixel) * part;
    changes[pixel] = (changes[pixel] as number) + part - behind;
    changes[pixel + 1] = (changes[pixel + 1] as number) + behind;
    if (pixel < from) from = pixel;
    if (pixel + 1 > to) to = pixel + 1;
  };

  return {
    edge: (x0, y0, x1, y1) => addEdge(edges, x0, y0, x1, y1),
    sweep(row) {
      const { first, last } = beginSweep(edges);
      for (let y = Math.floor(first / lines); y * lines < last; y += 1) {
        const isUpright = isUprightRow(edges, y * lines);
        const drawn = isUpright ? 1 : lines;
        for (let line = 0; line < drawn; line += 1)
          crossLine(edges, y * lines + line, 1 / drawn, boundary);
        if (isUpright) skipLines(edges, lines - 1);
        if (from >= width) continue;
        const end = Math.min(width, to + 1);
        let sum = 0;
        for (let x = from; x < end; x += 1) {
          sum += changes[x] as number;
          covered[x] = sum;
        }
        changes.fill(0, from, to + 1);
        row(y, from, end, covered);
        [from, to] = [width, 0];
      }
      edges.count = 0;
    },
  };
}

import type { Edge } from './flatten.ts';

/**
 * Turns closed outlines into how much of each pixel they cover, exactly: every edge leaves its signed area in the
 * cells that it crosses, and the sum along a row is the winding times the covered part (as font-rs and stb_truetype
 * do). What is wound more than once counts as covered, so that outlines of one direction may overlap.
 */
export type Coverage = {
  edge: Edge;
  /** Hands on each row that was touched: its number, and covered parts (0 to 1) from one column up to another. */
  sweep(row: (y: number, from: number, to: number, covered: Float32Array) => void): void;
};

/** @param width, height of the window in pixels; what lies outside of it is cut off */
export function createCoverage(width: number, height: number): Coverage {
  // Two columns more than the window take what edges leave behind its right side.
  const stride = width + 2;
  const cells = new Float32Array(stride * height);
  const covered = new Float32Array(width);
  const first = new Int32Array(height).fill(stride);
  const last = new Int32Array(height).fill(-1);

  const touch = (y: number, from: number, to: number) => {
    if (from < (first[y] as number)) first[y] = from;
    if (to > (last[y] as number)) last[y] = to;
  };

  /** One row's part of an edge, from `xa` at one end to `xb` at the other, `area` high with its sign. */
  const leave = (y: number, x0: number, x1: number, area: number) => {
    const low = Math.min(width, Math.max(0, Math.min(x0, x1)));
    const high = Math.min(width, Math.max(0, Math.max(x0, x1)));
    const from = Math.floor(low);
    const to = Math.ceil(high);
    const at = y * stride + from;
    const add = (cell: number, value: number) => {
      cells[cell] = (cells[cell] as number) + value;
    };
    touch(y, from, Math.max(to, from + 1));
    if (to <= from + 1) {
      const right = area * ((low + high) / 2 - from);
      add(at, area - right);
      add(at + 1, right);
      return;
    }
    const slope = 1 / (high - low);
    const enter = 1 - (low - from);
    const head = 0.5 * slope * enter * enter;
    const exit = high - to + 1;
    const tail = 0.5 * slope * exit * exit;
    add(at, area * head);
    const span = to - from;
    if (span === 2) {
      add(at + 1, area * (1 - head - tail));
    } else {
      const second = slope * (0.5 + enter);
      add(at + 1, area * (second - head));
      for (let x = 2; x < span - 1; x += 1) add(at + x, area * slope);
      add(at + span - 1, area * (1 - second - (span - 3) * slope - tail));
    }
    add(at + span, area * tail);
  };

  return {
    edge(x0, y0, x1, y1) {
      if (y0 === y1) return;
      const down = y0 < y1;
      const [topX, top, bottomX, bottom] = down ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
      if (bottom <= 0 || top >= height) return;
      const slope = (bottomX - topX) / (bottom - top);
      const end = Math.min(height, Math.ceil(bottom));
      for (let y = Math.max(0, Math.floor(top)); y < end; y += 1) {
        const from = Math.max(y, top);
        const to = Math.min(y + 1, bottom);
        const xFrom = topX + (from - top) * slope;
        leave(y, xFrom, topX + (to - top) * slope, down ? to - from : from - to);
      }
    },
    sweep(row) {
      for (let y = 0; y < height; y += 1) {
        const from = first[y] as number;
        if (from > width) continue;
        const to = Math.min(width, (last[y] as number) + 1);
        let sum = 0;
        const start = y * stride;
        for (let x = from; x < to; x += 1) {
          sum += cells[start + x] as number;
          covered[x] = Math.min(1, Math.abs(sum));
        }
        cells.fill(0, start + from, start + (last[y] as number) + 1);
        first[y] = stride;
        last[y] = -1;
        row(y, from, to, covered);
      }
    },
  };
}

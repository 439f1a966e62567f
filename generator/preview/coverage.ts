import type { Edge } from './flatten.ts';

/**
 * Turns closed outlines into how much of each pixel they cover, by the nonzero rule that press files are filled by:
 * sixteen lines are drawn through every row of pixels, and each gives its exact length inside of the outlines.
 * Adding up areas would be quicker, but it counts twice what glyphs share along the shirorekha, and the edge of a
 * name gets a bump at every joint.
 */
export type Coverage = {
  edge: Edge;
  /** Hands on each row that is touched: its number, and covered parts (0 to 1) from one column up to another. */
  sweep(row: (y: number, from: number, to: number, covered: Float32Array) => void): void;
};

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
    edge: edges.add,
    sweep(row) {
      const { first, last } = edges.begin();
      for (let y = Math.floor(first / lines); y * lines < last; y += 1) {
        const isUpright = edges.isUpright(y * lines);
        const drawn = isUpright ? 1 : lines;
        for (let line = 0; line < drawn; line += 1)
          edges.cross(y * lines + line, 1 / drawn, boundary);
        if (isUpright) edges.skip(lines - 1);
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
      edges.clear();
    },
  };
}

/** Edges in the order of their tops, and among them those that the line at hand crosses. */
function createEdges(lineCount: number, lines: number) {
  let count = 0;
  let room = 1024;
  /** First line that crosses the edge, the first behind it, its place on the line at hand, and its step a line. */
  let starts = new Int32Array(room);
  let ends = new Int32Array(room);
  let xs = new Float64Array(room);
  let steps = new Float64Array(room);
  let windings = new Int8Array(room);
  let order = new Uint32Array(0);
  let next = 0;
  let active = new Uint32Array(64);
  let activeCount = 0;

  const grow = () => {
    room *= 2;
    const larger = <T extends Int32Array | Float64Array | Int8Array>(into: T, old: T): T => {
      into.set(old);
      return into;
    };
    starts = larger(new Int32Array(room), starts);
    ends = larger(new Int32Array(room), ends);
    xs = larger(new Float64Array(room), xs);
    steps = larger(new Float64Array(room), steps);
    windings = larger(new Int8Array(room), windings);
  };

  const enter = (edge: number) => {
    if (activeCount === active.length) {
      const larger = new Uint32Array(2 * activeCount);
      larger.set(active);
      active = larger;
    }
    active[activeCount] = edge;
    activeCount += 1;
  };

  /** Takes in what begins at a line, lets go of what ended above it, and sorts by place; mostly nothing moves. */
  const arrive = (line: number) => {
    let kept = 0;
    for (let at = 0; at < activeCount; at += 1) {
      const edge = active[at] as number;
      if ((ends[edge] as number) > line) {
        active[kept] = edge;
        kept += 1;
      }
    }
    activeCount = kept;
    while (next < count && (starts[order[next] as number] as number) <= line) {
      enter(order[next] as number);
      next += 1;
    }
    for (let at = 1; at < activeCount; at += 1) {
      const edge = active[at] as number;
      const x = xs[edge] as number;
      let to = at;
      while (to > 0 && (xs[active[to - 1] as number] as number) > x) {
        active[to] = active[to - 1] as number;
        to -= 1;
      }
      active[to] = edge;
    }
  };

  const advance = (by: number) => {
    for (let at = 0; at < activeCount; at += 1) {
      const edge = active[at] as number;
      xs[edge] = (xs[edge] as number) + (steps[edge] as number) * by;
    }
  };

  return {
    add(x0: number, y0: number, x1: number, y1: number) {
      const isDown = y0 < y1;
      const top = (isDown ? y0 : y1) * lines;
      const bottom = (isDown ? y1 : y0) * lines;
      const start = Math.max(0, Math.ceil(top - 0.5));
      const end = Math.min(lineCount, Math.ceil(bottom - 0.5));
      if (start >= end) return;
      if (count === room) grow();
      const step = ((isDown ? x1 - x0 : x0 - x1) || 0) / (bottom - top);
      starts[count] = start;
      ends[count] = end;
      steps[count] = step;
      xs[count] = (isDown ? x0 : x1) + (start + 0.5 - top) * step;
      windings[count] = isDown ? 1 : -1;
      count += 1;
    },
    begin(): { first: number; last: number } {
      order = Uint32Array.from({ length: count }, (_, edge) => edge).sort(
        (a, b) => (starts[a] as number) - (starts[b] as number),
      );
      [next, activeCount] = [0, 0];
      let last = 0;
      for (let edge = 0; edge < count; edge += 1) last = Math.max(last, ends[edge] as number);
      return { first: count === 0 ? 0 : (starts[order[0] as number] as number), last };
    },
    /** Whether a row's lines are all alike: nothing begins, ends or leans in it. */
    isUpright(line: number): boolean {
      arrive(line);
      const end = line + lines;
      if (next < count && (starts[order[next] as number] as number) < end) return false;
      for (let at = 0; at < activeCount; at += 1) {
        const edge = active[at] as number;
        if (steps[edge] !== 0 || (ends[edge] as number) < end) return false;
      }
      return true;
    },
    /** Draws a line: a boundary where the winding leaves nought, and the opposite where it comes back to it. */
    cross(line: number, part: number, boundary: (x: number, part: number) => void) {
      arrive(line);
      let winding = 0;
      for (let at = 0; at < activeCount; at += 1) {
        const edge = active[at] as number;
        const before = winding;
        winding += windings[edge] as number;
        if (before === 0) boundary(xs[edge] as number, part);
        else if (winding === 0) boundary(xs[edge] as number, -part);
      }
      advance(1);
    },
    skip: advance,
    clear() {
      count = 0;
    },
  };
}

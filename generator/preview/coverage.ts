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

/** Edges of closed outlines in the order of their tops, and among them those that the line at hand crosses. */
export interface Edges {
  readonly lineCount: number;
  /** Lines drawn through a row of pixels. */
  readonly lines: number;
  count: number;
  /** First line that crosses the edge, the first behind it, its place on the line at hand, and its step a line. */
  starts: Int32Array<ArrayBuffer>;
  ends: Int32Array<ArrayBuffer>;
  xs: Float64Array<ArrayBuffer>;
  steps: Float64Array<ArrayBuffer>;
  windings: Int8Array<ArrayBuffer>;
  /** Edges by their first line; `next` is the place of the first that has not begun. */
  order: Uint32Array<ArrayBuffer>;
  next: number;
  active: Uint32Array<ArrayBuffer>;
  activeCount: number;
}

export function createEdges(lineCount: number, lines: number): Edges {
  const room = 1024;
  return {
    lineCount,
    lines,
    count: 0,
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    xs: new Float64Array(room),
    steps: new Float64Array(room),
    windings: new Int8Array(room),
    order: new Uint32Array(0),
    next: 0,
    active: new Uint32Array(64),
    activeCount: 0,
  };
}

export function addEdge(edges: Edges, x0: number, y0: number, x1: number, y1: number): void {
  const isDown = y0 < y1;
  const top = (isDown ? y0 : y1) * edges.lines;
  const bottom = (isDown ? y1 : y0) * edges.lines;
  const start = Math.max(0, Math.ceil(top - 0.5));
  const end = Math.min(edges.lineCount, Math.ceil(bottom - 0.5));
  if (start >= end) return;
  if (edges.count === edges.starts.length) grow(edges);
  const step = ((isDown ? x1 - x0 : x0 - x1) || 0) / (bottom - top);
  const at = edges.count;
  edges.starts[at] = start;
  edges.ends[at] = end;
  edges.steps[at] = step;
  edges.xs[at] = (isDown ? x0 : x1) + (start + 0.5 - top) * step;
  edges.windings[at] = isDown ? 1 : -1;
  edges.count += 1;
}

/** Sorts the edges, to be crossed from above. */
export function beginSweep(edges: Edges): { first: number; last: number } {
  const { count, starts, ends } = edges;
  const order = Uint32Array.from({ length: count }, (_, edge) => edge).sort(
    (a, b) => (starts[a] as number) - (starts[b] as number),
  );
  edges.order = order;
  edges.next = 0;
  edges.activeCount = 0;
  let last = 0;
  for (let edge = 0; edge < count; edge += 1) last = Math.max(last, ends[edge] as number);
  return { first: count === 0 ? 0 : (starts[order[0] as number] as number), last };
}

/** Whether a row's lines are all alike: nothing begins, ends or leans in it. */
export function isUprightRow(edges: Edges, line: number): boolean {
  arriveAt(edges, line);
  const { starts, ends, steps, order, active, activeCount, next } = edges;
  const end = line + edges.lines;
  if (next < edges.count && (starts[order[next] as number] as number) < end) return false;
  for (let at = 0; at < activeCount; at += 1) {
    const edge = active[at] as number;
    if (steps[edge] !== 0 || (ends[edge] as number) < end) return false;
  }
  return true;
}

/** Draws a line: a boundary where the winding leaves 0, and the opposite where it comes back to it. */
export function crossLine(
  edges: Edges,
  line: number,
  part: number,
  boundary: (x: number, part: number) => void,
): void {
  arriveAt(edges, line);
  const { xs, windings, active, activeCount } = edges;
  let winding = 0;
  for (let at = 0; at < activeCount; at += 1) {
    const edge = active[at] as number;
    const before = winding;
    winding += windings[edge] as number;
    if (before === 0) boundary(xs[edge] as number, part);
    else if (winding === 0) boundary(xs[edge] as number, -part);
  }
  skipLines(edges, 1);
}

/** Moves the crossed edges on by some lines. */
export function skipLines({ xs, steps, active, activeCount }: Edges, by: number): void {
  for (let at = 0; at < activeCount; at += 1) {
    const edge = active[at] as number;
    xs[edge] = (xs[edge] as number) + (steps[edge] as number) * by;
  }
}

/** Takes in what begins at a line, lets go of what ended above it, and sorts by place; mostly nothing moves. */
function arriveAt(edges: Edges, line: number): void {
  dropEnded(edges, line);
  const { starts, order } = edges;
  while (edges.next < edges.count && (starts[order[edges.next] as number] as number) <= line) {
    enter(edges, order[edges.next] as number);
    edges.next += 1;
  }
  sortByPlace(edges);
}

function dropEnded(edges: Edges, line: number): void {
  const { ends, active, activeCount } = edges;
  let kept = 0;
  for (let at = 0; at < activeCount; at += 1) {
    const edge = active[at] as number;
    if ((ends[edge] as number) > line) {
      active[kept] = edge;
      kept += 1;
    }
  }
  edges.activeCount = kept;
}

function enter(edges: Edges, edge: number): void {
  const { active, activeCount } = edges;
  if (activeCount === active.length)
    edges.active = copyInto(new Uint32Array(2 * activeCount), active);
  edges.active[activeCount] = edge;
  edges.activeCount += 1;
}

function sortByPlace({ xs, active, activeCount }: Edges): void {
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
}

function grow(edges: Edges): void {
  const room = 2 * edges.starts.length;
  edges.starts = copyInto(new Int32Array(room), edges.starts);
  edges.ends = copyInto(new Int32Array(room), edges.ends);
  edges.xs = copyInto(new Float64Array(room), edges.xs);
  edges.steps = copyInto(new Float64Array(room), edges.steps);
  edges.windings = copyInto(new Int8Array(room), edges.windings);
}

function copyInto<T extends Int32Array | Float64Array | Int8Array | Uint32Array>(
  larger: T,
  values: T,
): T {
  larger.set(values);
  return larger;
}

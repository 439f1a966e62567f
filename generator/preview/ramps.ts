/** Red, green and blue in one number: 0xRRGGBB. */
export type Rgb = number;

/** Parts into which a pixel between two inks is told apart. */
export const steps = 16;

const most = 256;

/**
 * Colours of one picture: the inks themselves, and ramps between two of them that meet at an edge. Along a ramp an
 * edge looks as smooth as in true colour; picked from colours alone, curves get bumps where a neighbour is nearer.
 */
export interface Ramps {
  readonly colours: readonly Rgb[];
  /** Index of the colour nearest to one. */
  nearest(colour: Rgb): number;
  /**
   * Indexes from a colour (covered by 0 parts) to an ink (all parts). Two inks get their own ramp while there
   * is room for it.
   */
  over(index: number, ink: Rgb): Uint8Array;
  /** A copy to which one station's ramps are added, whatever other stations added to theirs. */
  fork(): Ramps;
}

/** @param inks solid colours; @param pairs of them that get a ramp, the most frequent first */
export function createRamps(inks: readonly Rgb[], pairs: readonly (readonly [Rgb, Rgb])[]): Ramps {
  const colours = inks.slice(0, most);
  const known = new Set(colours);
  for (const [from, to] of pairs) addRamp(colours, known, from, to);
  return open(colours, new Set(inks), known);
}

function addRamp(colours: Rgb[], known: Set<Rgb>, from: Rgb, to: Rgb): void {
  for (let step = 1; step < steps; step += 1) {
    const colour = mix(from, to, step / steps);
    if (colours.length >= most || known.has(colour)) continue;
    known.add(colour);
    colours.push(colour);
  }
}

function open(colours: Rgb[], inks: ReadonlySet<Rgb>, known: Set<Rgb>): Ramps {
  const found = new Map<Rgb, number>();
  const laid = new Map<string, Uint8Array>();
  const nearest = (colour: Rgb): number => {
    const kept = found.get(colour);
    if (kept !== undefined) return kept;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, candidate] of colours.entries()) {
      const far = distance(colour, candidate);
      if (far < least) [best, least] = [index, far];
    }
    found.set(colour, best);
    return best;
  };
  return {
    colours,
    nearest,
    over(index, ink) {
      const key = `${index} ${ink}`;
      const kept = laid.get(key);
      if (kept !== undefined) return kept;
      const under = colours[index] as Rgb;
      const isSolid = inks.has(under) && under !== ink;
      const full = colours.length;
      if (isSolid) addRamp(colours, known, under, ink);
      if (!known.has(ink) && colours.length < most) {
        known.add(ink);
        colours.push(ink);
      }
      if (colours.length > full) found.clear();
      const ramp = Uint8Array.from({ length: steps + 1 }, (_, step) =>
        nearest(mix(under, ink, step / steps)),
      );
      laid.set(key, ramp);
      return ramp;
    },
    fork: () => open([...colours], inks, new Set(known)),
  };
}

/** The colour between two: 0 is the first, 1 the second. */
export function mix(from: Rgb, to: Rgb, part: number): Rgb {
  const channel = (shift: number) => {
    const a = (from >> shift) & 255;
    return Math.round(a + (((to >> shift) & 255) - a) * part) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

export function distance(a: Rgb, b: Rgb): number {
  const red = ((a >> 16) & 255) - ((b >> 16) & 255);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}

/** Squared distance of a colour from the straight line between two inks. */
function offRamp(colour: Rgb, from: Rgb, to: Rgb): number {
  const of = (value: Rgb) => [(value >> 16) & 255, (value >> 8) & 255, value & 255] as const;
  const [r, g, b] = of(colour);
  const [r0, g0, b0] = of(from);
  const [r1, g1, b1] = of(to);
  const along = (r - r0) * (r1 - r0) + (g - g0) * (g1 - g0) + (b - b0) * (b1 - b0);
  const part = Math.min(1, Math.max(0, along / Math.max(1, distance(from, to))));
  return distance(colour, mix(from, to, part));
}

/** Pairs of inks between which a picture's other colours lie, the most frequent first. */
export function findPairs(
  inks: readonly Rgb[],
  histogram: ReadonlyMap<Rgb, number>,
): (readonly [Rgb, Rgb])[] {
  const pairs = inks.flatMap((from, at) => inks.slice(at + 1).map((to) => [from, to] as const));
  const counts = new Map(pairs.map((pair) => [pair, 0]));
  const solid = new Set(inks);
  for (const [colour, count] of histogram) {
    if (solid.has(colour)) continue;
    let best = pairs[0];
    let least = Number.POSITIVE_INFINITY;
    for (const pair of pairs) {
      const far = offRamp(colour, pair[0], pair[1]);
      if (far < least) [best, least] = [pair, far];
    }
    if (best !== undefined) counts.set(best, (counts.get(best) ?? 0) + count);
  }
  return pairs
    .filter((pair) => (counts.get(pair) ?? 0) > 0)
    .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

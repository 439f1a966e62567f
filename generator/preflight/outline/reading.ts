import type { Weight } from '../../layout/node.ts';
import type { Path } from '../../layout/path.ts';
import type { Mark } from '../reader/content.ts';
import { contours, type Edges, measureEdges, unite } from '../reader/geometry.ts';
import type { Letters } from './letters.ts';

/** A line of text that a part of a side must show. */
export interface ExpectedText {
  readonly part: string;
  readonly text: string;
  readonly weight: Weight;
  /** May be on two lines, broken at a word. */
  readonly mayBreak?: boolean;
  /** Written by each station, so that nothing is known of its length beforehand. */
  readonly isStations?: boolean;
}

/** A text as it was found in the outlines of a part. */
export interface Reading {
  readonly part: string;
  readonly text: string;
  readonly isStations: boolean;
  /** Its place; undefined if the part is missing. */
  readonly edges: Edges | undefined;
  /** The same line by line. */
  readonly lines: readonly Edges[];
  /** Where the first line's shirorekha runs. */
  readonly shirorekhaMm: number | undefined;
  /** Baseline to shirorekha; undefined when the outlines are not those of the text. */
  readonly heightMm: number | undefined;
  /** Size of the font; undefined as the height is. */
  readonly points: number | undefined;
  /** Thickness of the shirorekha; undefined as the height is, and for a text without Devanagari. */
  readonly strokeMm: number | undefined;
  /** Largest distance of a point from where HarfBuzz sets it; Infinity when the outlines are others. */
  readonly deviationMm: number;
  /** Describes the outlines found in its place, for people. */
  readonly found: string;
}

interface Fit {
  mmPerUnit: number;
  deviationMm: number;
  baselineMm: number;
}

/** Reads every expected text from the outlines of its part, in the order of drawing. */
export function readTexts(
  marks: readonly Mark[],
  expected: readonly ExpectedText[],
  lettersOf: (weight: Weight) => Letters,
): Reading[] {
  const waiting = new Map<string, Path[]>();
  for (const { part } of expected) waiting.set(part, []);
  for (const { part, path } of marks) waiting.get(part ?? '')?.push(...contours(path));
  const readings = expected.map((text) =>
    readText(text, waiting.get(text.part) ?? [], lettersOf(text.weight)),
  );
  for (const [part, left] of waiting) {
    if (left.length === 0) continue;
    readings.push({
      part,
      text: '',
      isStations: false,
      edges: edgesOfAll(left),
      lines: [],
      shirorekhaMm: undefined,
      heightMm: undefined,
      points: undefined,
      strokeMm: undefined,
      deviationMm: Infinity,
      found: `${left.length} outlines more`,
    });
  }
  return readings;
}

/**
 * Each line is fitted by itself, so that what is on one line fits broken as well: rounding alone must not decide how many
 * lines there are.
 */
const noticeableMm = 0.01;

/** Takes the text's outlines off the front of `found` and compares every point with HarfBuzz's. */
function readText(expected: ExpectedText, found: Path[], letters: Letters): Reading {
  const { part, text, mayBreak = false, isStations = false } = expected;
  let best: (Fit & { taken: Path[]; counts: number[] }) | undefined;
  for (const lines of mayBreak ? breaks(text) : [[text]]) {
    const wanted = lines.map((line) => letters.set(line).flatMap(({ path }) => contours(path)));
    const taken = found.slice(0, wanted.flat().length);
    if (taken.length < wanted.flat().length) continue;
    const fit = fitLines(taken, wanted);
    if (best === undefined || fit.deviationMm < best.deviationMm - noticeableMm) {
      best = { ...fit, taken, counts: wanted.map(({ length }) => length) };
    }
  }
  const used = best?.taken ?? [...found];
  found.splice(0, used.length);
  const deviationMm = best?.deviationMm ?? Infinity;
  const heightMm =
    best !== undefined && deviationMm < Infinity ? best.mmPerUnit * letters.shirorekha : undefined;
  return {
    part,
    text,
    isStations,
    edges: edgesOfAll(used),
    lines: toLines(used, best?.counts ?? [used.length]),
    shirorekhaMm:
      best === undefined || heightMm === undefined ? undefined : best.baselineMm - heightMm,
    heightMm,
    points:
      heightMm === undefined
        ? undefined
        : ((heightMm / letters.shirorekha) * letters.unitsPerEm * 72) / 25.4,
    strokeMm:
      heightMm === undefined || !/\p{Script=Devanagari}/u.test(text)
        ? undefined
        : (heightMm / letters.shirorekha) * letters.stroke,
    deviationMm,
    found: best === undefined ? `${used.length} outlines, too few` : 'outlines of another shape',
  };
}

/** Edges of each line, from how many outlines it has. */
function toLines(paths: readonly Path[], counts: readonly number[]): Edges[] {
  let from = 0;
  return counts.flatMap((count) => {
    const line = paths.slice(from, from + count);
    from += count;
    return edgesOfAll(line) ?? [];
  });
}

/** The text on one line, then on two, broken at each word. */
function breaks(text: string): string[][] {
  const words = text.split(' ');
  const two = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  return [[text], ...two];
}

/** Letters of a line keep their places to each other, and lines of one text are of one size. */
function fitLines(found: readonly Path[], lines: readonly Path[][]): Fit {
  let from = 0;
  let mmPerUnit = 0;
  let deviationMm = 0;
  let baselineMm: number | undefined;
  for (const wanted of lines) {
    const taken = found.slice(from, from + wanted.length);
    from += wanted.length;
    if (taken.some((path, index) => path.ops !== wanted[index]?.ops)) {
      return { mmPerUnit: 0, deviationMm: Infinity, baselineMm: 0 };
    }
    const fit = fitPoints(taken, wanted);
    if (mmPerUnit === 0) mmPerUnit = fit.mmPerUnit;
    baselineMm ??= fit.baselineMm;
    const driftMm = Math.abs(fit.mmPerUnit - mmPerUnit) * unitsPerEm;
    deviationMm = Math.max(deviationMm, fit.deviationMm, driftMm);
  }
  return { mmPerUnit, deviationMm, baselineMm: baselineMm ?? 0 };
}

const unitsPerEm = 1000;

/** Scale and place that carry the wanted points, y upwards, onto the found ones by their bounding boxes. */
function fitPoints(found: readonly Path[], wanted: readonly Path[]): Fit {
  const to = edgesOfAll(found);
  const from = edgesOfAll(wanted);
  if (to === undefined || from === undefined)
    return { mmPerUnit: 0, deviationMm: Infinity, baselineMm: 0 };
  const width = from.right - from.left;
  const height = from.bottom - from.top;
  const mmPerUnit = height > width ? (to.bottom - to.top) / height : (to.right - to.left) / width;
  const dx = to.left - from.left * mmPerUnit;
  const dy = to.top + from.bottom * mmPerUnit;
  let deviationMm = 0;
  for (let n = 0; n < wanted.length; n += 1) {
    const at = (found[n] as Path).xy;
    const of = (wanted[n] as Path).xy;
    for (let i = 0; i < of.length; i += 2) {
      const x = Math.abs((of[i] as number) * mmPerUnit + dx - (at[i] as number));
      const y = Math.abs(dy - (of[i + 1] as number) * mmPerUnit - (at[i + 1] as number));
      deviationMm = Math.max(deviationMm, x, y);
    }
  }
  return { mmPerUnit, deviationMm, baselineMm: dy };
}

function edgesOfAll(paths: readonly Path[]): Edges | undefined {
  return unite(paths.flatMap((path) => measureEdges(path) ?? []));
}

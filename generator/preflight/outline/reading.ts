import type { Weight } from '../../layout/node.ts';
import type { Path } from '../../layout/path.ts';
import type { Mark } from '../reader/content.ts';
import { contours, type Edges, edgesOf, unite } from '../reader/geometry.ts';
import type { Letters } from './letters.ts';

/** A text that a part of a side must show. */
export type ExpectedText = {
  readonly part: string;
  readonly lines: readonly { readonly text: string; readonly weight: Weight }[];
  /** Written glyph by glyph in the font's own units: every coordinate is compared. */
  readonly isStamped: boolean;
  /** May stand on two lines, broken at a word. */
  readonly mayBreak?: boolean;
};

/** A text as it was found in the outlines of a part. */
export type Reading = {
  readonly part: string;
  readonly text: string;
  readonly isStamped: boolean;
  /** Where it stands; undefined when the part is not there. */
  readonly edges: Edges | undefined;
  /** Baseline to shirorekha; undefined when the outlines are not those of the text. */
  readonly heightMm: number | undefined;
  /** Largest distance of a point from where HarfBuzz sets it. */
  readonly deviationMm: number;
  /** What is wrong where no outlines fit: "12 outlines". */
  readonly found: string;
};

/** A fit of expected outlines to found ones. */
type Fit = { mmPerUnit: number; deviationMm: number };

/** Reads every expected text of a side from its outlines, part by part in the order of drawing. */
export function readTexts(
  marks: readonly Mark[],
  expected: readonly ExpectedText[],
  lettersOf: (weight: Weight) => Letters,
): Reading[] {
  const waiting = new Map<string, Path[]>();
  const outlinesOf = (part: string): Path[] => {
    const kept =
      waiting.get(part) ??
      marks.filter((mark) => mark.part === part).flatMap((mark) => contours(mark.path));
    waiting.set(part, kept);
    return kept;
  };
  const readings = expected.map((text) => readText(text, outlinesOf(text.part), lettersOf));
  for (const [part, left] of waiting) {
    if (left.length === 0) continue;
    readings.push({
      part,
      text: '',
      isStamped: false,
      edges: unite(left.flatMap((path) => edgesOf(path) ?? [])),
      heightMm: undefined,
      deviationMm: Infinity,
      found: `${left.length} outlines more`,
    });
  }
  return readings;
}

/** Takes the text's outlines off the front of `found` and compares them. */
function readText(
  { part, lines, isStamped, mayBreak = false }: ExpectedText,
  found: Path[],
  lettersOf: (weight: Weight) => Letters,
): Reading {
  const text = lines.map((line) => line.text).join(' ');
  const weight = lines[0]?.weight ?? 700;
  const letters = lettersOf(weight);
  const ways = mayBreak ? breaks(text) : [[text]];
  let best: { fit: Fit; taken: Path[] } | undefined;
  for (const way of ways) {
    const wanted = way.map((line) => letters.set(line).flatMap(({ path }) => contours(path)));
    const count = wanted.reduce((sum, line) => sum + line.length, 0);
    const taken = found.slice(0, count);
    if (taken.length < count) continue;
    const fit = isStamped ? fitStamped(taken, wanted) : fitWords(taken, letters, text);
    if (best === undefined || fit.deviationMm < best.fit.deviationMm) best = { fit, taken };
  }
  const used = best?.taken ?? [...found];
  found.splice(0, used.length);
  const matches = best !== undefined && best.fit.deviationMm < Infinity;
  return {
    part,
    text,
    isStamped,
    edges: unite(used.flatMap((path) => edgesOf(path) ?? [])),
    heightMm: matches ? (best?.fit.mmPerUnit ?? 0) * letters.shirorekha : undefined,
    deviationMm: best?.fit.deviationMm ?? Infinity,
    found: best === undefined ? `${used.length} outlines` : 'outlines of another shape',
  };
}

/** The text on one line, then on two, broken at each word. */
function breaks(text: string): string[][] {
  const words = text.split(' ');
  const two = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
  return [[text], ...two];
}

/** Every line keeps all its points in one place and size; lines of one text are of one size. */
function fitStamped(found: readonly Path[], lines: readonly Path[][]): Fit {
  let from = 0;
  let mmPerUnit = 0;
  let deviationMm = 0;
  for (const wanted of lines) {
    const taken = found.slice(from, from + wanted.length);
    from += wanted.length;
    if (taken.some((path, index) => path.ops !== wanted[index]?.ops)) {
      return { mmPerUnit: 0, deviationMm: Infinity };
    }
    const fit = fitPoints(
      taken.flatMap(({ xy }) => xy),
      wanted.flatMap(({ xy }) => xy),
    );
    if (mmPerUnit === 0) mmPerUnit = fit.mmPerUnit;
    const drift = Math.abs(fit.mmPerUnit - mmPerUnit) * 1000;
    deviationMm = Math.max(deviationMm, fit.deviationMm, drift);
  }
  return { mmPerUnit, deviationMm };
}

/**
 * The layout engine writes outlines rounded, some turned the other way, and breaks paragraphs by itself: the boxes of
 * the outlines are compared, word by word.
 */
function fitWords(found: readonly Path[], letters: Letters, text: string): Fit {
  let from = 0;
  let mmPerUnit = 0;
  let tallest = 0;
  let deviationMm = 0;
  const words = text.split(' ').filter((word) => word !== '');
  const fits: (Fit & { height: number })[] = [];
  for (const word of words) {
    const wanted = letters.set(word).flatMap(({ path }) => contours(path));
    const taken = found.slice(from, from + wanted.length);
    from += wanted.length;
    if (taken.length < wanted.length) return { mmPerUnit: 0, deviationMm: Infinity };
    const boxes = (paths: readonly Path[]) =>
      paths.flatMap((path) => {
        const { left, top, right, bottom } = edgesOf(path) as Edges;
        return [left, top, right, bottom];
      });
    const upright = wanted.map(({ ops, xy }) => ({
      ops,
      xy: xy.map((value, index) => (index % 2 === 0 ? value : -value)),
    }));
    const fit = fitPoints(boxes(taken), boxes(upright), 1);
    const height = spanOf(boxes(taken), 1);
    fits.push({ ...fit, height });
    if (height > tallest) {
      tallest = height;
      mmPerUnit = fit.mmPerUnit;
    }
  }
  for (const fit of fits) {
    const drift = (Math.abs(fit.mmPerUnit - mmPerUnit) / mmPerUnit) * fit.height;
    deviationMm = Math.max(deviationMm, fit.deviationMm, drift);
  }
  return { mmPerUnit, deviationMm };
}

/** Scale and place that carry the wanted points to the found ones by their bounding boxes. `flip` is -1 for y upwards. */
function fitPoints(found: readonly number[], wanted: readonly number[], flip: 1 | -1 = -1): Fit {
  const width = spanOf(wanted, 0);
  const height = spanOf(wanted, 1);
  const mmPerUnit =
    height > width ? spanOf(found, 1) / height : spanOf(found, 0) / Math.max(width, 1);
  const dx = lowest(found, 0) - lowest(wanted, 0) * mmPerUnit;
  const dy = lowest(found, 1) - (flip === 1 ? lowest(wanted, 1) : -highest(wanted, 1)) * mmPerUnit;
  let deviationMm = 0;
  for (let i = 0; i < wanted.length; i += 2) {
    const x = (wanted[i] as number) * mmPerUnit + dx;
    const y = flip * (wanted[i + 1] as number) * mmPerUnit + dy;
    deviationMm = Math.max(
      deviationMm,
      Math.abs(x - (found[i] as number)),
      Math.abs(y - (found[i + 1] as number)),
    );
  }
  return { mmPerUnit, deviationMm };
}

function lowest(points: readonly number[], from: 0 | 1): number {
  let low = Infinity;
  for (let i = from; i < points.length; i += 2) low = Math.min(low, points[i] as number);
  return low;
}

function highest(points: readonly number[], from: 0 | 1): number {
  let high = -Infinity;
  for (let i = from; i < points.length; i += 2) high = Math.max(high, points[i] as number);
  return high;
}

function spanOf(points: readonly number[], from: 0 | 1): number {
  return highest(points, from) - lowest(points, from);
}

import { hasTopLine } from '../../campaigns/languages/typesetting/scripts.ts';
import { phrases } from '../../campaigns/words/preflight-words.ts';
import type { InkName } from '../ink/palette.ts';
import type { Line } from './drawing.ts';
import { LayoutError } from './layout-error.ts';
import { type Run, subunits, type Typeface } from './typeface.ts';

/** A name hung from its shirorekha, on one line or two, from top to bottom. */
export interface PlacedName {
  readonly heightMm: number;
  readonly runs: readonly Run[];
  /** Each line's baseline, in mm below the first line's shirorekha. */
  readonly baselines: readonly number[];
}

export interface Hook {
  /** Room for the name; its ink stays inside. */
  widthMm: number;
  /** Room for matras over the first shirorekha, and for letters and matras under it. */
  aboveMm: number;
  belowMm: number;
  /** Height of usual names; long ones shrink from here. */
  idealHeightMm: number;
  /** One line may shrink to this; then the name may break at a word, where that leaves it larger. */
  minHeightMm: number;
  /** Least height of such a long name, on one line or two; where it is not stated, of two lines a share of that, and none of one. */
  leastOfLongMm?: number;
  /** Least room from the lowest ink of a line to the highest of the next. */
  gapMm: number;
}

/** Two lines may be lower than the least of one, so that both keep clear of each other and of the edges. */
const twoLineShare = 0.7;

/**
 * Between the lines of a name, in heights of its letters: half as much again as a shirorekha is thick. A gap thinner than the
 * strokes beside it closes to the eye, and the upper line's letters hang on to the lower one's shirorekha.
 */
const gapShare = 0.24;

/** No letter of a name on so many lines is lower. */
export function leastOfLong({ minHeightMm, leastOfLongMm }: Hook, lines: number): number {
  const share = lines > 1 ? twoLineShare : 1;
  return Math.min(minHeightMm, leastOfLongMm ?? minHeightMm * share);
}

/** A name that would fill its room is set smaller, as far as it may be, and keeps clear of the room's ends. */
export const clearOfEnds = 0.94;

/** A word that belongs to the one before it: थाना बख्शी का | तालाब. */
const bound = /^(का|की|के) /;

/** Among breaks that leave a name nearly as large, lines of like length are the better one. */
const nearly = 0.85;
/** A station whose place has four words is read by its lines: थाना भाले सुल्तान | शहीद स्मारक. */
const longPlace = /^थाना( \S+){4}$/;
const nearlyOfLong = 0.75;

/** The kind of a station, before its place: the first half of जी.आर.पी. थाना | पं. दीन दयाल उपाध्याय जंक्शन. */
const title = /^(\S+ ){1,2}(थाना|कोतवाली)$/;

/**
 * Hangs a name from its shirorekha as Devanagari hangs: on one line, shrinking it down to the stated minimum. A longer
 * one is where its letters are largest: on one line, or on two with its kind on the first and its place on the second, else
 * broken at the word that leaves them largest. To the eye far away the height of the letters decides, not their lines. Letters are
 * never spaced apart: that would break the shirorekha. A name in Urdu has no shirorekha and is in the middle of the same room by its ink.
 * @throws when even two lines are too wide or too high
 */
export function hangName(typeface: Typeface, text: string, hook: Hook): PlacedName {
  const place = hasTopLine(text) ? hang : centre;
  const line = [shapeAll(typeface, text)];
  const one = place(typeface, line, hook);
  if (one.heightMm >= hook.minHeightMm) {
    const inset = place(typeface, line, { ...hook, widthMm: clearOfEnds * hook.widthMm });
    if (inset.heightMm >= hook.minHeightMm) return inset;
    return place(typeface, line, { ...hook, idealHeightMm: hook.minHeightMm });
  }
  const words = text.split(' ');
  const least = leastOfLong(hook, 2);
  const setLong = (runs: readonly Run[]) => {
    const inset = place(typeface, runs, { ...hook, widthMm: clearOfEnds * hook.widthMm });
    return inset.heightMm >= least ? inset : place(typeface, runs, hook);
  };
  const breaks = words.slice(1).flatMap((_, at) => {
    const halves = [words.slice(0, at + 1), words.slice(at + 1)].map((half) => half.join(' '));
    if (bound.test(halves[1] ?? '')) return [];
    const set = setLong(halves.map((half) => shapeAll(typeface, half)));
    return [{ ...set, isMeant: title.test(halves[0] ?? '') }];
  });
  const share = longPlace.test(text) ? nearlyOfLong : nearly;
  const most = Math.max(0, ...breaks.map(({ heightMm }) => heightMm));
  const meant = breaks.find(({ isMeant, heightMm }) => isMeant && heightMm >= least);
  const [even] = breaks
    .filter(({ heightMm }) => heightMm >= Math.max(least, share * most))
    .sort((a, b) => widest(a.runs) - widest(b.runs));
  const two = meant ?? even;
  const whole = setLong(line);
  const isWhole = whole.heightMm >= Math.max(leastOfLong(hook, 1), two?.heightMm ?? 0);
  const best = isWhole ? whole : two;
  if (best === undefined || best.heightMm < least) {
    const room = { width: round(hook.widthMm), height: round(hook.aboveMm + hook.belowMm) };
    throw new LayoutError(
      phrases.fittingName({ ...room, least: round(least) }),
      phrases.quoted(text),
    );
  }
  return best;
}

/** The largest height at which the lines keep inside, and where their baselines are then. */
function hang(typeface: Typeface, runs: readonly Run[], hook: Hook): PlacedName {
  const { shirorekha } = typeface;
  const above = (run: Run) => Math.max(0, run.ink.above / shirorekha - 1);
  const below = (run: Run) => run.ink.below / shirorekha;
  const highest = runs[0] === undefined ? 0 : above(runs[0]);
  const under = runs.reduce((sum, run, at) => sum + 1 + below(run) + (at > 0 ? above(run) : 0), 0);
  const heightMm = Math.min(
    hook.idealHeightMm,
    (hook.widthMm * shirorekha) / widest(runs),
    highest > 0 ? hook.aboveMm / highest : Infinity,
    fitHeight(hook.belowMm, under, runs.length - 1, hook),
  );
  const gapMm = betweenLines(heightMm, hook);
  const baselines: number[] = [];
  let top = 0;
  for (const [at, run] of runs.entries()) {
    const shirorekhaMm = at === 0 ? 0 : top + above(run) * heightMm;
    baselines.push(shirorekhaMm + heightMm);
    top = shirorekhaMm + (1 + below(run)) * heightMm + gapMm;
  }
  return { heightMm, runs, baselines };
}

/** From the lowest ink of a line to the highest of the next. */
function betweenLines(heightMm: number, { gapMm }: Hook): number {
  return Math.max(gapMm, gapShare * heightMm);
}

/** The height at which lines of so many heights together, and the gaps between them, fill the room. */
function fitHeight(roomMm: number, units: number, gaps: number, { gapMm }: Hook): number {
  return Math.min((roomMm - gaps * gapMm) / units, roomMm / (units + gaps * gapShare));
}

/** The largest height at which lines of Urdu keep inside, one under the other in the middle of the room. */
function centre({ shirorekha }: Typeface, runs: readonly Run[], hook: Hook): PlacedName {
  const roomMm = hook.aboveMm + hook.belowMm;
  const units = runs.reduce((sum, { ink }) => sum + (ink.above + ink.below) / shirorekha, 0);
  const heightMm = Math.min(
    hook.idealHeightMm,
    (hook.widthMm * shirorekha) / widest(runs),
    fitHeight(roomMm, units, runs.length - 1, hook),
  );
  const gapMm = betweenLines(heightMm, hook);
  const baselines: number[] = [];
  let top = (roomMm - (runs.length - 1) * gapMm - units * heightMm) / 2 - hook.aboveMm;
  for (const { ink } of runs) {
    const baseline = top + (ink.above / shirorekha) * heightMm;
    baselines.push(baseline);
    top = baseline + (ink.below / shirorekha) * heightMm + gapMm;
  }
  return { heightMm, runs, baselines };
}

function round(mm: number): number {
  return Math.round(mm * 10) / 10;
}

/** Millimetres per font unit when the shirorekha is at `heightMm`. */
export function unitMm(typeface: Typeface, heightMm: number): number {
  return heightMm / typeface.shirorekha;
}

/** Sets a run in an ink, its pen starting at (x, baseline). */
export function setLine(
  run: Run,
  at: { x: number; baseline: number; unitMm: number; ink: InkName; part: string },
): Line {
  const scale = at.unitMm / subunits;
  const matrix = [scale, 0, 0, -scale, at.x, at.baseline] as const;
  return { kind: 'line', part: at.part, ink: at.ink, run, matrix };
}

/** @throws when the font lacks a character of the text */
export function shapeAll(typeface: Typeface, text: string): Run {
  const run = typeface.shape(text);
  if (run.missing) throw new LayoutError(phrases.knownCharacters, phrases.quoted(text));
  return run;
}

function widest(runs: readonly Run[]): number {
  return Math.max(...runs.map(inkWidth));
}

/** Width with ink that reaches past pen and advance. */
export function inkWidth({ ink, advance }: Run): number {
  return Math.max(advance, ink.right) - Math.min(0, ink.left);
}

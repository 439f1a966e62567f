import type { InkName } from '../ink/palette.ts';
import type { Box, Line } from './drawing.ts';
import { type Run, subunits, type Typeface } from './typeface.ts';

/** A name set at a height from baseline to shirorekha, on one line or two. */
export type Fitted = { readonly heightMm: number; readonly runs: readonly Run[] };

export type Fit = {
  maxWidthMm: number;
  /** Height of usual names; long ones shrink from here. */
  idealHeightMm: number;
  /** One line may shrink to this; then the name breaks at a word. */
  minHeightMm: number;
  /** Height of the letters on two lines at most, so that both stand in the strip. */
  twoLineHeightMm: number;
};

/**
 * Fits a name on one line, shrinking it down to the stated minimum, then on two lines broken at the word
 * that leaves the wider line shortest. Letters are never spaced apart: that would break the shirorekha.
 * @throws when even two lines at the minimum are too wide
 */
export function fitName(typeface: Typeface, text: string, fit: Fit): Fitted {
  const one = shapeAll(typeface, text);
  const oneHeight = heightFor(typeface, one.advance, fit);
  if (oneHeight >= fit.minHeightMm) return { heightMm: oneHeight, runs: [one] };
  const words = text.split(' ');
  let best: Run[] | undefined;
  for (let at = 1; at < words.length; at += 1) {
    const halves = [words.slice(0, at), words.slice(at)].map((half) => half.join(' '));
    const runs = halves.map((half) => shapeAll(typeface, half));
    if (best === undefined || widest(runs) < widest(best)) best = runs;
  }
  const height =
    best === undefined ? 0 : Math.min(fit.twoLineHeightMm, heightFor(typeface, widest(best), fit));
  if (best === undefined || height < fit.minHeightMm) {
    throw new Error(
      `Expected a name that fits ${Math.round(fit.maxWidthMm)} mm at ${fit.minHeightMm} mm height on two lines, got "${text}"`,
    );
  }
  return { heightMm: height, runs: best };
}

/** Millimetres a font unit when the shirorekha stands at `heightMm`. */
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

/**
 * Baseline that sets a line in the middle of a box for the eye: the body between baseline and shirorekha is
 * centred, a little low, since matras weigh more above than below.
 */
export function centredBaseline(heightMm: number, box: Pick<Box, 'y' | 'height'>): number {
  return box.y + box.height / 2 + heightMm * 0.56;
}

/** @throws when the font lacks a sign of the text */
export function shapeAll(typeface: Typeface, text: string): Run {
  const run = typeface.shape(text);
  if (run.missing)
    throw new Error(`Expected a text whose every sign is in the font, got "${text}"`);
  return run;
}

function heightFor(typeface: Typeface, advance: number, fit: Fit): number {
  return Math.min(fit.idealHeightMm, (fit.maxWidthMm * typeface.shirorekha) / advance);
}

function widest(runs: readonly Run[]): number {
  return Math.max(...runs.map((run) => run.advance));
}

import type { InkName } from '../ink/palette.ts';
import type { Box, Line } from './drawing.ts';
import { type Run, subunits, type Typeface } from './typeface.ts';

/** A name set at a height from baseline to shirorekha, on one line or two, from top to bottom. */
export type Fitted = { readonly heightMm: number; readonly runs: readonly Run[] };

export type Fit = {
  /** Room for the name; its ink stays inside, matras and all. */
  widthMm: number;
  roomMm: number;
  /** Height of usual names; long ones shrink from here. */
  idealHeightMm: number;
  /** One line may shrink to this; then the name breaks at a word. */
  breakHeightMm: number;
  /** No line is ever lower. */
  leastHeightMm: number;
};

/** Baseline to baseline of a name on two lines, in heights of its letters. */
export const linePitch = 1.5;

/**
 * Fits a name on one line, shrinking it down to where it breaks, then on two lines broken at the word
 * that leaves the wider line shortest. Letters are never spaced apart: that would break the shirorekha.
 * @throws when even two lines are too wide or too high
 */
export function fitName(typeface: Typeface, text: string, fit: Fit): Fitted {
  const one = [shapeAll(typeface, text)];
  const oneHeight = heightFor(typeface, one, fit);
  if (oneHeight >= fit.breakHeightMm) return { heightMm: oneHeight, runs: one };
  const words = text.split(' ');
  let best: Run[] | undefined;
  for (let at = 1; at < words.length; at += 1) {
    const halves = [words.slice(0, at), words.slice(at)].map((half) => half.join(' '));
    const runs = halves.map((half) => shapeAll(typeface, half));
    if (best === undefined || widest(runs) < widest(best)) best = runs;
  }
  const height = best === undefined ? 0 : heightFor(typeface, best, fit);
  if (best === undefined || height < fit.leastHeightMm) {
    throw new Error(
      `Expected a name that fits ${Math.round(fit.widthMm)} mm at ${fit.leastHeightMm} mm height on two lines, got "${text}"`,
    );
  }
  return { heightMm: height, runs: best };
}

/**
 * Baselines that set the lines in the middle of a box for the eye: the bodies between baseline and shirorekha are
 * centred, a little low, since matras weigh more above than below; deep or high matras then push them back inside.
 */
export function baselines(
  typeface: Typeface,
  { heightMm, runs }: Fitted,
  box: Pick<Box, 'y' | 'height'>,
): number[] {
  const unit = unitMm(typeface, heightMm);
  const pitch = (runs.length - 1) * linePitch * heightMm;
  const optical = box.y + (box.height - pitch) / 2 + heightMm * 0.56;
  const highest = box.y + edgeShare * box.height + (runs[0]?.ink.above ?? 0) * unit;
  const lowest =
    box.y + (1 - edgeShare) * box.height - pitch - (runs.at(-1)?.ink.below ?? 0) * unit;
  const first = Math.max(highest, Math.min(optical, lowest));
  return runs.map((_, index) => first + index * linePitch * heightMm);
}

/** Part of a box that stays clear at its upper and lower edge. */
const edgeShare = 0.01;

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

/** @throws when the font lacks a imprint of the text */
export function shapeAll(typeface: Typeface, text: string): Run {
  const run = typeface.shape(text);
  if (run.missing)
    throw new Error(`Expected a text whose every sign is in the font, got "${text}"`);
  return run;
}

function heightFor(typeface: Typeface, runs: readonly Run[], fit: Fit): number {
  const { shirorekha } = typeface;
  const byWidth = (fit.widthMm * shirorekha) / widest(runs);
  const inkHeight = (runs[0]?.ink.above ?? 0) + (runs.at(-1)?.ink.below ?? 0);
  const units = inkHeight + (runs.length - 1) * linePitch * shirorekha;
  const byRoom = (fit.roomMm * (1 - 2 * edgeShare) * shirorekha) / units;
  return Math.min(fit.idealHeightMm, byWidth, byRoom);
}

function widest(runs: readonly Run[]): number {
  return Math.max(...runs.map(inkWidth));
}

/** Width with ink that reaches past pen and advance. */
export function inkWidth({ ink, advance }: Run): number {
  return Math.max(advance, ink.right) - Math.min(0, ink.left);
}

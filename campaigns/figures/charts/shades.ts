import { mist, navy } from '../../house-colours.ts';
import { formatCount } from '../../numbers.ts';

/** Upper ends of the shades 1 to 4 of a map; above the last one is shade 5. */
export const boardSteps = [0.2, 0.4, 0.6, 0.8] as const;

/** Fills of the shades, from nothing to the most; words on those from `firstDarkShade` on are white. */
export const shadeFills = [
  `#${mist}`,
  '#c9d6ea',
  '#9fb5d8',
  '#4f6ca0',
  '#2f4f86',
  `#${navy}`,
] as const;
export const firstDarkShade = 3;

/** Steps that divide the districts that have any evenly; each is whole, or a whole part of 1. */
export function evenSteps(all: readonly (number | null)[], partsOfOne = 1): number[] {
  const values = all.flatMap((value) => value || []).sort((a, b) => a - b);
  const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? 0;
  const whole = (value: number) => Math.ceil(value * partsOfOne - 1e-9) / partsOfOne;
  return [...new Set([0.2, 0.4, 0.6, 0.8].map((share) => whole(at(share))))].filter(Boolean);
}

/** Shade 0 for nothing, else the step in which the value lies. */
export function findShade(value: number | null, steps: readonly number[]): number {
  if (value === null || value === 0) return 0;
  const at = steps.findIndex((step) => value <= step);
  return at === -1 ? steps.length + 1 : at + 1;
}

/** Legend of a map's shades, from 0 on. */
export function shadeLabels(steps: readonly string[], none: string): string[] {
  const last = steps.at(-1);
  return last === undefined ? [none] : [none, ...steps.map((step) => `≤ ${step}`), `> ${last}`];
}

/** Scans per station as maps and lists write them. */
export function perStationText(perStation: number | null): string {
  if (perStation === null) return '–';
  const rounded = perStation < 10 ? Math.round(perStation * 10) / 10 : Math.round(perStation);
  return Number.isInteger(rounded)
    ? formatCount(rounded)
    : formatCount(rounded, { fractionDigits: 1 });
}

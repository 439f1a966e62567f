import type { Directory } from '../directory/station.ts';
import { isDay } from '../tracker/clock.ts';
import type { OwingOffice } from './occurrence-key.ts';
import { listDistricts } from './owing-offices.ts';
import type { Figure } from './register.ts';

/** How many districts and stations an office has: upper bounds of the figures that count them. */
export type Holdings = Readonly<Record<NonNullable<Figure['within']>, number>>;

/** A figure beyond what the office has, or beyond the figure that it is a part of: `most` is the bound. */
export interface FigureBeyond {
  figure: string;
  most: number;
}

export function countHoldings(
  office: OwingOffice,
  { districts, stations }: Pick<Directory, 'districts' | 'stations'>,
): Holdings {
  const own = new Set(listDistricts(office, districts));
  return {
    districts: own.size,
    stations: stations.filter(({ district }) => own.has(district)).length,
  };
}

type Values = Readonly<Record<string, number | string>>;

/** Figures that are more than the directory says that the office has: true where a station is new. */
export function figuresBeyond(
  figures: readonly Figure[],
  values: Values,
  holdings: Holdings,
): FigureBeyond[] {
  return findExceededCount(figures, values, ({ within }) => within && holdings[within]);
}

/** Figures that cannot be: a part that is more than its whole, such as 8 of 6. */
export function impossibleFigures(figures: readonly Figure[], values: Values): FigureBeyond[] {
  return findExceededCount(figures, values, ({ of }) => of && values[of]);
}

function findExceededCount(
  figures: readonly Figure[],
  values: Values,
  readMost: (figure: Figure) => number | string | undefined,
): FigureBeyond[] {
  return figures.flatMap((figure) => {
    const value = values[figure.id];
    const most = readMost(figure);
    return typeof value === 'number' && typeof most === 'number' && value > most
      ? [{ figure: figure.id, most }]
      : [];
  });
}

/** A figure that its obligation does not have, or that is not a value of its kind. */
interface FigureFault {
  figure: string;
  expected: string;
}

/** @param whole with a submission: every figure is there */
export function checkFigures(
  figures: readonly Figure[],
  values: Values,
  whole: boolean,
): FigureFault[] {
  const unknown = Object.keys(values)
    .filter((id) => figures.every((figure) => figure.id !== id))
    .map((figure) => ({ figure, expected: 'a figure of this direction' }));
  const wrong = figures.flatMap(({ id, kind }) => {
    const value = values[id];
    if (value === undefined) return whole ? [{ figure: id, expected: kind }] : [];
    return isOfKind(value, kind) ? [] : [{ figure: id, expected: kind }];
  });
  return [...unknown, ...wrong];
}

function isOfKind(value: number | string, kind: Figure['kind']): boolean {
  if (kind === 'day') return typeof value === 'string' && isDay(value);
  if (typeof value !== 'number' || value > 1e12) return false;
  return kind === 'count'
    ? Number.isInteger(value)
    : Number.isInteger(Math.round(value * 1e4) / 1e2);
}

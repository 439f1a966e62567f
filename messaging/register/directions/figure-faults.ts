import type { Figure } from '../../../campaigns/directions/register.ts';
import { isDay } from '../../../campaigns/tracker/clock.ts';
import type { FigureValues } from './occurrences-sql.ts';

/** A figure that its obligation does not have, or that is not a value of its kind. */
export interface FigureFault {
  figure: string;
  expected: string;
}

/** @param whole with a submission: every figure is there */
export function checkFigures(
  figures: readonly Figure[],
  values: FigureValues,
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

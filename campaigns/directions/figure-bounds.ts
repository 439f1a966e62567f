import type { Directory } from '../directory/station.ts';
import type { OwingOffice } from './occurrence-key.ts';
import { listDistricts } from './owing-offices.ts';
import type { Figure } from './register.ts';

/** How many districts and stations an office has: upper bounds of the figures that count them. */
export type Holdings = Readonly<Record<NonNullable<Figure['within']>, number>>;

/** A figure beyond what the office has, or beyond the figure that it is a part of. */
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

export function figuresBeyond(
  figures: readonly Figure[],
  values: Readonly<Record<string, number | string>>,
  holdings: Holdings,
): FigureBeyond[] {
  return figures.flatMap(({ id, of, within }) => {
    const value = values[id];
    const bounds = [within && holdings[within], of && values[of]];
    const most = Math.min(...bounds.filter((bound) => typeof bound === 'number'));
    return typeof value === 'number' && value > most ? [{ figure: id, most }] : [];
  });
}

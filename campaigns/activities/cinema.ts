import { type DayRange, readDayRange } from '../fields/field-text.ts';
import type { ActivityDetails } from './activity.ts';

/**
 * The same for the same cinema, however its name and its town are spaced, spelt in capitals or punctuated. Undefined where
 * no cinema is named.
 */
export function cinemaKey({ cinema, town }: ActivityDetails): string | undefined {
  if (typeof cinema !== 'string') return undefined;
  return `${plain(cinema)}/${plain(typeof town === 'string' ? town : '')}`;
}

/** One cinema's entry, as far as another can overlap with it. */
export interface CinemaRun {
  id: number;
  /** Empty for the whole state. */
  district: string;
  details: ActivityDetails;
}

/** An entry of the same cinema for some of the same days. */
export interface Overlap {
  activity: number;
  district: string;
  days: DayRange;
}

/** The entries that name the same cinema for some of the same days: perhaps the same shows twice. */
export function findOverlaps(run: CinemaRun, others: readonly CinemaRun[]): Overlap[] {
  const key = cinemaKey(run.details);
  const own = readDayRange(run.details['run']);
  if (key === undefined || own === undefined) return [];
  return others.flatMap(({ id, district, details }) => {
    const days = readDayRange(details['run']);
    const isSame = id !== run.id && days !== undefined && cinemaKey(details) === key;
    if (!isSame || days.from > own.to || days.to < own.from) return [];
    return [{ activity: id, district, days }];
  });
}

/** A name without spaces, capitals and punctuation. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

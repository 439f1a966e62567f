import { existsSync, readFileSync } from 'node:fs';
import type { Published } from '../published-fs.ts';
import type { Correction } from './corrections.ts';

/** An own field of a station, on its artwork. */
export interface StoredField {
  district: string;
  station: string;
  field: string;
  value: string;
}

/** Entries of districts in the console, in the order of districts: rows of the database as they are. */
export interface StationEntries {
  names: readonly Correction[];
  fields: readonly StoredField[];
}

/** The service alone writes the file, whole. */
export function readStationEntries({
  stationsFile,
}: Pick<Published, 'stationsFile'>): StationEntries {
  if (!existsSync(stationsFile)) return { names: [], fields: [] };
  return JSON.parse(readFileSync(stationsFile, 'utf8')) as StationEntries;
}

import { districtFinder } from '../../../campaigns/directory/district-names.ts';
import type { NamedDistrict } from '../../../campaigns/directory/station.ts';
import { type NamedStation, stationFinder } from '../../../campaigns/directory/station-names.ts';
import { listRows } from '../../platform/lists/rows.ts';
import { type ClassifyOptions, classified } from './classify.ts';
import { copyText } from './copy-text.ts';

/** A list on the disk, csv or xlsx by its name, and how its rows are to be taken. */
export interface UploadedList {
  path: string;
  name: string;
  classify: Omit<ClassifyOptions, 'findDistrict' | 'findStation'> & {
    districts: readonly NamedDistrict[];
    stations: readonly NamedStation[];
  };
}

/** Reads a list of numbers as lines for COPY: what goes over to the service is bytes, which cost it next to nothing. */
export function decode({ id, path, name, classify }: UploadedList & { id: number }) {
  const { districts, stations, ...rest } = classify;
  const find = { findDistrict: districtFinder(districts), findStation: stationFinder(stations) };
  return copyText(id, classified(listRows(path, name), { ...rest, ...find }));
}

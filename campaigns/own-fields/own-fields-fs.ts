import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stationKey } from '../directory/station.ts';
import { listFiles } from '../files/list-files-fs.ts';
import { parseCsv } from '../tables/csv.ts';
import { type OwnValues, readOwnValues } from './own-fields.ts';

/** Values of stations' own fields, by `district/station`. */
export type OwnFieldsOfStations = ReadonlyMap<string, OwnValues>;

export interface OwnFieldsFault {
  file: string;
  line: number;
  expected: string;
  found: string;
}

const columns = 'station,field,value';

/**
 * Reads `<district>.csv` of a folder, columns station, field and value; a folder that is not there holds nothing. A wrong row
 * is left out and told, by default on standard error: one district's slip must not stop the print of all.
 */
export function loadOwnFields(
  folder: string,
  { onFault = warn }: { onFault?: (fault: OwnFieldsFault) => void } = {},
): OwnFieldsOfStations {
  const stations = new Map<string, OwnValues>();
  if (!existsSync(folder)) return stations;
  for (const file of listFiles(folder).sort()) {
    if (!file.endsWith('.csv')) continue;
    const district = file.slice(0, -'.csv'.length);
    const rows = readRows(join(folder, file), onFault);
    for (const [station, input] of rows) {
      const { values, faults } = readOwnValues(input.values);
      for (const { field, expected, found } of faults) {
        const line = input.lines.get(field) ?? 1;
        onFault({ file, line, expected: `${expected.en} for \`${field}\``, found });
      }
      if (Object.keys(values).length > 0)
        stations.set(stationKey({ district, id: station }), values);
    }
  }
  return stations;
}

/** Keys of the stations that filled in something else than before. */
export function differingStations(before: OwnFieldsOfStations, now: OwnFieldsOfStations): string[] {
  const keys = new Set([...before.keys(), ...now.keys()]);
  return [...keys].filter(
    (key) => JSON.stringify(before.get(key)) !== JSON.stringify(now.get(key)),
  );
}

interface StationInput {
  values: Record<string, string>;
  lines: Map<string, number>;
}

function readRows(
  path: string,
  onFault: (fault: OwnFieldsFault) => void,
): Map<string, StationInput> {
  const [head, ...rows] = parseCsv(readFileSync(path, 'utf8'));
  const file = path.slice(path.lastIndexOf('/') + 1);
  const found = head?.cells.join(',') ?? '';
  if (found !== columns) {
    onFault({ file, line: 1, expected: `the columns "${columns}"`, found: `"${found}"` });
    return new Map();
  }
  const stations = new Map<string, StationInput>();
  for (const { line, cells } of rows) {
    const [station = '', field = '', value = ''] = cells;
    if (cells.length !== 3) {
      onFault({ file, line, expected: '3 cells', found: String(cells.length) });
      continue;
    }
    const input: StationInput = stations.get(station) ?? { values: {}, lines: new Map() };
    input.values[field] = value;
    input.lines.set(field, line);
    stations.set(station, input);
  }
  return stations;
}

function warn({ file, line, expected, found }: OwnFieldsFault): void {
  process.stderr.write(`${file}:${line}: Expected ${expected}, got ${found}; it is left out\n`);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadDirectory } from '../../../campaigns/directory/directory-fs.ts';
import {
  boardStations,
  evidences,
  stationKey,
  stationKinds,
  stationsOf,
} from '../../../campaigns/directory/station.ts';
import { parseCsv } from '../../../campaigns/tables/csv.ts';
import { formatCsv } from '../../../campaigns/tables/csv-writer.ts';

const folder = join(import.meta.dirname, '../../../campaigns/up-cop/directory');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const hindi = z
  .string()
  .regex(/^[\u0900-\u097F0-9 .()-]+$/)
  .refine((name) => name === name.normalize('NFC') && name === name.trim() && !name.includes('  '));
const english = z.string().regex(/^[A-Z][A-Za-z0-9 .()-]*$/);
const sentence = z.string().min(10);
const note = z.strictObject({ hi: sentence.regex(/[\u0900-\u097F]/), en: sentence });

const district = z.strictObject({
  id,
  nameEn: english,
  nameHi: hindi,
  zone: id,
  range: id,
  lgdCode: z.string().regex(/^\d{3}$/),
  commissionerateSince: z.iso.date().nullable(),
  lon: z.number().min(77).max(84.7),
  lat: z.number().min(23.8).max(30.5),
  tileCol: z.int().min(0).max(12),
  tileRow: z.int().min(0).max(12),
  formerNames: z.array(z.string()).min(1).optional(),
});
const station = z.strictObject({
  district: id,
  id,
  kind: z.enum(stationKinds),
  nameEn: english,
  nameHi: hindi,
  evidence: z.enum(evidences).exclude(['district']),
  notes: z.array(note),
  needsCheck: z.boolean(),
});

describe('the directory', () => {
  const directory = loadDirectory();

  it('holds 75 districts in 8 zones and 18 ranges, each row whole', () => {
    z.array(district).length(75).parse(directory.districts);
    expect(new Set(directory.districts.map(({ zone }) => zone)).size).toBe(8);
    expect(new Set(directory.districts.map(({ range }) => range)).size).toBe(18);
  });

  it('keeps each range in one zone', () => {
    const zones = new Map<string, string>();
    for (const { range, zone } of directory.districts) {
      expect(zones.get(range) ?? zone).toBe(zone);
      zones.set(range, zone);
    }
  });

  it('gives each district its own tile', () => {
    const tiles = directory.districts.map(({ tileCol, tileRow }) => `${tileCol},${tileRow}`);
    expect(new Set(tiles).size).toBe(75);
  });

  it('holds 1,729 stations, each row whole, each id once', () => {
    z.array(station).length(1729).parse(directory.stations);
    expect(new Set(directory.stations.map(stationKey)).size).toBe(1729);
  });

  it('names no two stations of a district alike', () => {
    const names = directory.stations.map((entry) => `${entry.district} ${entry.nameHi}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('gives a board to every station but the 75 cyber stations', () => {
    expect(boardStations(directory)).toHaveLength(1654);
    expect(boardStations(directory, stationKinds)).toHaveLength(1729);
    expect(boardStations(directory, ['cyber'])).toHaveLength(75);
  });

  it('has stations in every district', () => {
    const counts = directory.districts.map(
      ({ id: districtId }) => stationsOf(directory, districtId).length,
    );
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(8);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1729);
  });

  it('asks for a check where the evidence or a note says so, and nowhere else', () => {
    for (const entry of directory.stations) {
      expect(entry.needsCheck).toBe(entry.evidence === 'check' || entry.notes.length > 0);
    }
    expect(directory.stations.filter(({ evidence }) => evidence === 'check')).toHaveLength(479);
  });

  it('hangs every note on a station that exists', () => {
    const notes = parseCsv(readFileSync(join(folder, 'notes.csv'), 'utf8')).slice(1);
    const placed = directory.stations.flatMap((entry) => entry.notes);
    expect(placed).toHaveLength(notes.length);
    expect(notes.length).toBeGreaterThan(62);
  });

  it.each(['districts.csv', 'stations.csv', 'notes.csv'])(
    'keeps %s as its own writer writes it',
    (file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(formatCsv(parseCsv(text).map(({ cells }) => cells))).toBe(text);
    },
  );
});

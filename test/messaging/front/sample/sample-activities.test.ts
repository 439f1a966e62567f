import { expect, test } from 'vitest';
import { tallyActivities } from '../../../../campaigns/activities/counts.ts';
import { findWarnings } from '../../../../campaigns/activities/warnings.ts';
import { loadBaseDirectory } from '../../../../campaigns/directory/directory-fs.ts';
import { boardStations } from '../../../../campaigns/directory/station.ts';
import type { Measure } from '../../../../campaigns/tracker/measures.ts';
import { makeSample, sampleMark, sampleToday } from '../../../../campaigns/tracker/sample.ts';
import { checkEntry } from '../../../../messaging/field/activities/check-entry.ts';
import { sampleActivities } from '../../../../messaging/front/sample/sample-activities.ts';

const directory = loadBaseDirectory();
const stations = Map.groupBy(boardStations(directory), ({ district }) => district);
const { activities: tallies } = makeSample(
  directory.districts.map(({ id }) => ({
    id,
    stations: (stations.get(id) ?? []).map((station) => station.id),
  })),
);
const entries = sampleActivities(tallies, directory);

test('every entry of the sample could have been typed, and says that it is a sample', () => {
  const bounds = { first: '2019-03-27', last: sampleToday };
  for (const { verified, board: _, ...entry } of entries) {
    const checked = checkEntry({ ...entry, remark: sampleMark }, bounds);
    expect('issues' in checked ? [entry, checked.issues, verified] : []).toEqual([]);
  }
});

test('the entries of the sample count what it counts', () => {
  const sums = (counts: readonly { measure: Measure; count: number }[]) => {
    const all: Partial<Record<Measure, number>> = {};
    for (const { measure, count } of counts) all[measure] = (all[measure] ?? 0) + count;
    return all;
  };
  const counted = entries.map((entry) => ({
    ...entry,
    status: entry.verified ? ('approved' as const) : ('entered' as const),
  }));
  expect(sums(tallyActivities(counted))).toEqual(sums(tallies));
  expect(sums(tallies)).toMatchObject({ theatres: 46, shows: 552, 'newspaper-ads': 6 });
});

test('some of its entries lack a consent, and some have it', () => {
  for (const kind of ['film', 'newspaper', 'vehicle', 'board']) {
    const warned = entries
      .filter((entry) => entry.kind === kind)
      .map((e) => findWarnings(e).length);
    expect([kind, warned.includes(0), warned.some((count) => count > 0)]).toEqual([
      kind,
      true,
      true,
    ]);
  }
});

import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { loadPopulation } from '../../campaigns/directory/population-fs.ts';
import { boardStations } from '../../campaigns/directory/station.ts';
import { districtScores, type ScoredDistrict } from '../../campaigns/tracker/district-scores.ts';
import { makeSample, sampleToday } from '../../campaigns/tracker/sample.ts';
import { median, report } from './report.ts';

const rounds = 40;

/** Processor milliseconds of one call, of which the first are left out: they warm it up. */
function cpuMs(call: () => unknown): number {
  const taken = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return median(taken.slice(rounds / 4));
}

const directory = loadDirectory();
const population = loadPopulation('up-cop');
const rules = loadCampaign('up-cop').score;
if (rules === undefined) throw new Error('Expected rules for `score`, got none');
const places = directory.districts.map(({ id }) => ({
  id,
  population: population?.byDistrict.get(id) ?? null,
  stations: boardStations(directory).flatMap((own) => (own.district === id ? [own.id] : [])),
}));
const sample = makeSample(places);
const scans = Map.groupBy(sample.scans, ({ district }) => district);
const activities = Map.groupBy(sample.activities, ({ district }) => district);
const districts: ScoredDistrict[] = places.map((place) => ({
  ...place,
  visits: (scans.get(place.id) ?? []).map(({ day, scans: visits }) => ({
    day,
    visits,
    district: place.id,
  })),
  services: [],
  activities: activities.get(place.id) ?? [],
}));
const on = { today: sampleToday, startsOn: '2019-03-27', answered: null, answeredBefore: null };
const score = cpuMs(() => districtScores(rules, districts, on));
// The score’s input, read once as the service gets it from its database.
const text = JSON.stringify({ scans: sample.scans, activities: sample.activities });
const read = cpuMs(() => JSON.parse(text));

report('score', [
  {
    what: 'scores of 75 districts, of today and of a week ago, processor time, median',
    value: score,
    digits: 2,
    unit: 'ms',
  },
  {
    what: 'JSON.parse of the same tallies',
    value: `${read.toFixed(2)} ms: ours is ${(score / read).toFixed(2)} of it`,
    bar: '≤ 2',
    holds: score / read <= 2,
  },
]);

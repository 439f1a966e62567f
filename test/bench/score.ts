import { loadCampaign } from '../../campaigns/campaign-fs.ts';
import { loadDirectory } from '../../campaigns/directory/directory-fs.ts';
import { loadPopulation } from '../../campaigns/directory/population-fs.ts';
import { boardStations } from '../../campaigns/directory/station.ts';
import { addDays } from '../../campaigns/tracker/clock.ts';
import { districtScores, type ScoredDistrict } from '../../campaigns/tracker/district-scores.ts';
import { computeLift } from '../../campaigns/tracker/lift.ts';
import { makeSample, sampleToday } from '../../campaigns/tracker/sample.ts';
import { bootstrapRatio } from './peers/bootstrap-ratio.ts';
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

const event = '2019-04-01';
const days = Array.from({ length: 42 }, (_, at) => 1_000 + ((at * 7_919) % 400));
const counts = new Map(days.map((count, at) => [addDays(event, at - 28), count]));
const events = 200;
const lifts = cpuMs(() => {
  for (let at = 0; at < events; at += 1) computeLift(counts, event, '2019-04-20');
});
const before = days.slice(0, 28);
const after = days.slice(28);
const peer = cpuMs(() => {
  for (let at = 0; at < events; at += 1) bootstrapRatio(before, after);
});

report('score', [
  {
    what: 'scores of 75 districts, of today and of a week ago, processor time, median',
    value: score.toFixed(2),
    unit: 'ms',
  },
  {
    what: 'JSON.parse of the same tallies',
    value: `${read.toFixed(2)} ms: ours is ${(score / read).toFixed(2)} of it`,
    bar: '≤ 2',
    holds: score / read <= 2,
  },
  {
    what: 'lift of 200 events with its interval, processor time, median',
    value: lifts.toFixed(2),
    unit: 'ms',
  },
  {
    what: 'a percentile bootstrap of 1,000 draws for each, which knows no course and no weekday',
    value: `${peer.toFixed(2)} ms: ours is ${(lifts / peer).toFixed(2)} of it`,
    bar: '≤ 1',
    holds: lifts / peer <= 1,
  },
]);

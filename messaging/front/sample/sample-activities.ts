import type { ActivityDetails } from '../../../campaigns/activities/activity.ts';
import {
  type ActivityKind,
  activityForms,
  activityKinds,
} from '../../../campaigns/activities/activity-kinds.ts';
import type { Directory } from '../../../campaigns/directory/station.ts';
import { dayRangeText } from '../../../campaigns/fields/field-text.ts';
import { addDays, type Day } from '../../../campaigns/tracker/clock.ts';
import { type Measure, measuresOfChannel } from '../../../campaigns/tracker/measures.ts';
import { sampleMark } from '../../../campaigns/tracker/sample.ts';
import type { ActivityTally } from '../../../campaigns/tracker/tallies.ts';

export type SampleActivity = Pick<
  ActivityTally,
  'day' | 'district' | 'station' | 'verified' | 'board'
> & {
  kind: ActivityKind;
  details: ActivityDetails;
};

/** Counts of one kind, district and station, which one or more entries make. */
type Counted = Omit<SampleActivity, 'details'> & { counts: Partial<Record<Measure, number>> };

const consent = { consentNumber: `${sampleMark} 418`, consentDay: '2019-04-01' };
const showsPerDay = 4;

/**
 * The entries that make the counts of the sample, each filled in as an office would and marked as sample. Every third one
 * lacks its consent, so that the lists show what they say then.
 */
export function sampleActivities(
  tallies: readonly ActivityTally[],
  { districts }: Pick<Directory, 'districts'>,
): SampleActivity[] {
  const names = new Map(districts.map(({ id, nameHi }) => [id, nameHi]));
  const towns = districts.map(({ nameHi }) => nameHi);
  return group(tallies).flatMap((counted, at) => {
    const papers = at % 3 === 2 ? {} : consent;
    const town = names.get(counted.district) ?? towns[0] ?? '';
    return makeEntries(counted, { papers, town, towns });
  });
}

function group(tallies: readonly ActivityTally[]): Counted[] {
  const groups = new Map<string, Counted>();
  for (const { day, measure, district, station, count, verified, board } of tallies) {
    const kind = activityKinds.find((channel) => measuresOfChannel[channel].includes(measure));
    if (kind === undefined) throw new Error(`Expected a channel for ${measure}, got none`);
    const key = [kind, district, station].join('/');
    const known = groups.get(key) ?? {
      kind,
      district,
      station,
      day,
      verified,
      counts: {},
      ...(board && { board }),
    };
    known.counts[measure] = count;
    groups.set(key, known);
  }
  return [...groups.values()];
}

interface Filling {
  papers: ActivityDetails;
  town: string;
  towns: readonly string[];
}

function makeEntries(
  { counts, ...counted }: Counted,
  { papers, town, towns }: Filling,
): SampleActivity[] {
  const one = (details: ActivityDetails): SampleActivity[] => [{ ...counted, details }];
  const { kind, day } = counted;
  switch (kind) {
    case 'film': {
      const { theatres = 0, shows = 0 } = counts;
      const run = lastDays(day, shows / theatres / showsPerDay);
      return Array.from({ length: theatres }, (_, at) => ({
        ...counted,
        details: {
          cinema: `${sampleMark} सिनेमा ${at + 1}`,
          town: towns[at % towns.length] ?? town,
          screens: 1,
          run,
          showsPerDay,
          releaseOrder: `${sampleMark} RO/${at + 1}`,
          ...(at % 3 === 2 ? {} : papers),
        },
      }));
    }
    case 'radio':
      return one({
        broadcaster: `${sampleMark} FM`,
        town,
        run: lastDays(day, 7),
        seconds: '20',
        spotsPerDay: (counts['fm-spots'] ?? 0) / 7,
        rate: 5_000,
        ...papers,
      });
    case 'social': {
      const platforms = ['x', 'facebook', 'instagram', 'youtube'];
      return platforms.map((platform, at) => ({
        ...counted,
        details: {
          platform,
          posts: (counts['social-posts'] ?? 0) / platforms.length,
          reach: 12_000 * (at + 1),
          likes: 310 * (at + 1),
          shares: 45 * (at + 1),
          countedOn: addDays(day, 3),
        },
      }));
    }
    case 'newspaper':
      return makeNews(counts, { papers, town }).flatMap(one);
    case 'vehicle':
      return one({
        vehicles: counts['vehicle-boards'] ?? 0,
        model: `${sampleMark} बोलेरो`,
        position: 'door',
        ...('consentNumber' in papers && { permission: `${sampleMark} 112/37` }),
      });
    case 'board':
      return one(papers);
    default:
      return plainEntry({ ...counted, counts });
  }
}

/** Items and advertisements of one newspaper, as far as the sample counts them. */
function makeNews(
  counts: Counted['counts'],
  { papers, town }: Pick<Filling, 'papers' | 'town'>,
): ActivityDetails[] {
  const paper = { newspaper: `${sampleMark} दैनिक`, edition: town, ...papers };
  const items = counts['news-items'];
  const ads = counts['newspaper-ads'];
  const news = { ...paper, type: 'news', columns: 2, heightCm: 8 };
  const advertisement = { ...paper, type: 'advertisement', columns: 3, heightCm: 10 };
  return [
    ...(items === undefined ? [] : [{ ...news, items }]),
    ...(ads === undefined ? [] : [{ ...advertisement, items: ads, cost: 1_250_000 }]),
  ];
}

/** A kind whose form counts by its own fields. */
function plainEntry({ counts, ...counted }: Counted): SampleActivity[] {
  const { fields } = activityForms[counted.kind];
  const details: ActivityDetails = {};
  for (const { name, type, maybe, measure } of fields) {
    const count = measure === undefined ? undefined : counts[measure];
    if (count !== undefined) {
      const names = Array.from({ length: count }, (_, at) => `${sampleMark} ${at + 1}`);
      details[name] = type === 'names' ? names : count;
    } else if (type === 'text' && !maybe) details[name] = sampleMark;
  }
  const isWhole = fields.every(({ name, maybe }) => maybe || details[name] !== undefined);
  return isWhole ? [{ ...counted, details }] : [];
}

/** A range of days that ends on this one. */
function lastDays(day: Day, days: number): string {
  return dayRangeText({ from: addDays(day, 1 - days), to: day });
}

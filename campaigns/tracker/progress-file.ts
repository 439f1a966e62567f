import { z } from 'zod';
import { boardLevels } from '../activities/board-level.ts';
import { channels } from '../channel.ts';
import { id } from '../id.ts';
import { measures } from './measures.ts';
import { readingSources, reportWays } from './readings.ts';
import {
  bands,
  dataGrades,
  fullScore,
  noRankReasons,
  type ScorePart,
  scoreParts,
} from './score-parts.ts';

/**
 * `on-track`: every known average suffices. `between`: one of the two averages suffices, the other does not.
 * `unrated`: downloads are known but no rate. `met-late`: exceeded, but not by the last day as far as is known.
 * `ended-unsure`: the last day is past, and what is known neither exceeds the goal nor excludes that it was exceeded.
 */
export const progressStatuses = [
  'no-readings',
  'not-begun',
  'unrated',
  'on-track',
  'between',
  'behind',
  'met',
  'met-late',
  'missed',
  'ended-unsure',
] as const;

/** Figures of a district that it can object to. */
const objectionFigures = ['score', 'rank', 'boards', 'scans', 'directions', 'population'] as const;
export type ObjectionFigure = (typeof objectionFigures)[number];

/** Name of the file below `DATA_DIR` that the service writes and a build of the site reads. */
export const progressFileName = 'progress.json';

const day = z.iso.date().describe('Calendar day in Asia/Kolkata');
const count = z.int().nonnegative();
const store = z.enum(['play', 'app-store']);

/** A figure that no report gives is null, which is not zero. */
const downloadDay = z.strictObject({
  date: day,
  play: count.nullable().describe('Users who installed from Google Play that day'),
  appStore: count.nullable().describe('First downloads from the App Store that day'),
  manual: count.nullable().describe('Total that HQ was given for this day'),
  added: count
    .nullable()
    .describe('Downloads of the day; null in a gap, and where Play has not yet reported'),
  total: count
    .nullable()
    .describe(
      'At the end of the day; null before the count begins, after `asOf`, without a figure',
    ),
  revised: z.boolean().describe('A later report changed a figure of this day'),
});

const downloads = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('counted'),
    total: count,
    asOf: day.describe(
      'Last day that the total holds: of Play (of the App Store where Play never reported) or of a manual figure',
    ),
    // `since`: without a manual figure only what was reported from this day on is counted.
    basis: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('anchor'), date: day, value: count, from: z.string() }),
      z.strictObject({ kind: z.literal('since'), date: day }),
    ]),
    atLeast: z
      .boolean()
      .describe('More was downloaded than is known: no manual figure, or a gap after it'),
    days: z.array(downloadDay),
    gaps: z
      .array(z.strictObject({ source: store, first: day, last: day }))
      .describe(
        'Days without the report of a store that reported around them, or since the last manual figure',
      ),
    freshness: z.array(
      z.strictObject({
        source: z.enum(readingSources),
        lastDay: day,
        from: z.string().describe('File, or who gave the figure'),
        readAt: z.iso.datetime(),
      }),
    ),
  }),
]);

/** Downloads a day over a window that ends with the last counted day. */
const rate = z.strictObject({
  perDay: z.number().nonnegative(),
  first: day,
  last: day,
  reportedDays: count.describe(
    'Days of the window with a figure; gaps are left out of the average',
  ),
  basis: z
    .enum(['days', 'totals'])
    .describe('totals: no day is reported, so it is the difference of two totals given to HQ'),
});

/** A file or an entry from which downloads are counted, or were until it was taken back. */
const evidence = z.strictObject({
  from: z
    .string()
    .describe('The file, or for a typed total who gave it; empty for one that was taken back'),
  source: z.enum(readingSources),
  way: z.enum(reportWays),
  readOn: day,
  secondOfficer: z.boolean().describe('Another officer of headquarters accepted it'),
  withdrawnOn: day.nullable(),
});
export type FigureEvidence = z.output<typeof evidence>;

const progress = z.strictObject({
  status: z.enum(progressStatuses),
  total: count.nullable().describe('null without readings'),
  remaining: count
    .nullable()
    .describe('Missing to the goal’s figure; it is met when the total exceeds it'),
  share: z.number().nonnegative().nullable().describe('Part of the goal’s figure, may exceed 1'),
  daysLeft: count.describe('Days after today up to the last one: 0 on the last day and later'),
  daysPast: count.describe('Days since the last one: 0 up to the last day'),
  daysToCount: count
    .nullable()
    .default(null)
    .describe(
      'Days from `requiredFrom` to the last one, by which `requiredPerDay` is reckoned; null where that is',
    ),
  requiredPerDay: count
    .nullable()
    .describe(
      'Needed on each day from `requiredFrom` on, rounded up; null when met, past or unknown',
    ),
  requiredFrom: day.nullable().describe('First day that the total does not hold yet'),
  rate7: rate.nullable(),
  rate14: rate.nullable(),
  metOn: day
    .nullable()
    .describe('First day whose total exceeds the goal, where the days up to it are known'),
});

const forecast = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('none'),
    reason: z
      .enum(['no-readings', 'too-few', 'ended'])
      .describe('too-few: fewer than 14 reported days; ended: no day is left to forecast'),
  }),
  z.strictObject({
    kind: z.literal('forecast'),
    band: z
      .array(z.strictObject({ date: day, p10: count, p50: count, p90: count }))
      .describe(
        'Totals that 10, 50 and 90 of 100 drawn courses stay below, up to the goal’s last day',
      ),
    probability: z
      .number()
      .min(0)
      .max(1)
      .describe('Part of the drawn courses whose last total exceeds the goal'),
    phi: z.number(),
    draws: z.int().positive(),
  }),
]);

/** Scans of a place or a channel. */
export const scanCount = z.strictObject({
  total: count,
  last7: count.describe('Of the seven days up to today'),
});

const visitorCount = scanCount
  .default({ total: 0, last7: 0 })
  .describe('Each once a day and district, by the network; `networksFrom` says since when');

const installs = z
  .strictObject({ total: count, last7: count })
  .nullable()
  .default(null)
  .describe('As the app itself reports them by the code in its referrer; null until it does');

const boards = z.strictObject({
  stations: count.describe('Stations that are to have one'),
  up: count.describe('Stations that report one, verified or not'),
  verified: count.describe('Those of them of which more than that is known'),
  levels: z
    .record(z.enum(boardLevels), count)
    .default({ reported: 0, pictured: 0, live: 0, seen: 0 })
    .describe('Those that are up, by what is known of them; one that was not there has no level'),
});

const points = z.number().min(0).max(fullScore);
const share = z.number().min(0).max(1);

/** Null where a part is not counted, and in files from before there was such a part. */
const partShare = share.nullable().default(null);
const shares = z.object(
  Object.fromEntries(scoreParts.map((part) => [part, partShare])) as Record<
    ScorePart,
    typeof partShare
  >,
);
const gained = z.number().min(-fullScore).max(fullScore);

/** Files of before there were bands lose what they said in their place. */
const band = z.enum(bands).nullable().default(null);

const score = z.object({
  value: points.nullable().describe('Out of 10, to the hundredth; null where no part is counted'),
  shares: shares.describe('Each part as a share of its full marks; null where it is not counted'),
  change: z
    .strictObject({
      shares: shares.describe('Each part by verified evidence alone'),
      start: shares.describe('The same at the district’s own start'),
      points: gained.describe('Points gained since'),
      low: gained.describe('Ends of the interval of 95 %'),
      high: gained,
    })
    .nullable()
    .default(null)
    .describe('What the rank is by; null in files of before it was'),
  noRank: z
    .enum(noRankReasons)
    .nullable()
    .default(null)
    .describe('Why there is no rank; null where there is one'),
  rank: z
    .int()
    .positive()
    .nullable()
    .describe('Null too where the own interval touches that of another district'),
  band: band.describe(
    'Where the interval lies against the middle of all gains; null without a gain',
  ),
  bandBefore: band.describe('A week ago, by the entries for the days up to then'),
  quality: z.strictObject({
    grade: z.enum(dataGrades).nullable().describe('Of the data; null while nothing is entered'),
    ageDays: count.nullable().describe('Days since the latest entry'),
    proof: share.nullable().describe('Part of the boards that stand that a picture proves'),
    weeks: z.strictObject({ entered: count, of: count }).describe('Latest weeks with an entry'),
  }),
  like: z
    .object({ band, of: count, median: points })
    .nullable()
    .describe('Among the districts of like size; null where the population is not known'),
});

/** Of files of before visitors stood in it the rest is read. */
const district = z.object({
  district: id,
  boards,
  draw: z
    .strictObject({ drawn: count, looked: count, missing: count })
    .default({ drawn: 0, looked: 0, missing: 0 })
    .describe('Boards drawn in weeks that are over: an office above looked, and did not find them'),
  boardsLast7: count
    .default(0)
    .describe('Stations whose first board was reported in the seven days up to today'),
  scans: scanCount,
  visitors: visitorCount,
  installs,
  visitorsPerStation: z
    .number()
    .nonnegative()
    .nullable()
    .default(null)
    .describe('null without stations'),
  population: z.int().positive().nullable().default(null).describe('Census of India 2011'),
  visitorsPerLakh: z
    .number()
    .nonnegative()
    .nullable()
    .default(null)
    .describe('Visitors by lakh of people; null where the population is not known'),
  score: score
    .nullable()
    .default(null)
    .describe('null while nobody has entered anything, and where the campaign has no rules for it'),
  activities: z.partialRecord(z.enum(measures), count),
  objections: z
    .array(
      z.strictObject({
        id: count,
        figure: z.enum(objectionFigures),
        day,
        value: z.number().nullable().default(null).describe('The figure as it was on that day'),
        text: z.string(),
        answer: z.strictObject({ day, text: z.string() }).nullable(),
      }),
    )
    .default([])
    .describe('Of the district to its own figures, with the answers of headquarters'),
});

const bilingual = z.strictObject({ hi: z.string(), en: z.string() });
/** An event marked on the curve. */
const event = z.strictObject({
  id: z.string().describe('`e` for what headquarters entered, `b` for a blast, with its number'),
  day,
  kind: z.enum(['film', 'blast', 'mela', 'boards', 'press', 'other']),
  title: bilingual,
  district: id.nullable().describe('null for the whole state'),
});

const outcome = z.strictObject({
  id: z.int(),
  service: id,
  name: bilingual,
  count,
  from: day.nullish().describe('First day that is counted; none where a total was stated'),
  asOf: day,
  closedInDays: z.number().nonnegative().nullish().describe('From request to end, on average'),
  source: z.string(),
  url: z.string().nullable(),
});

const direction = z.strictObject({
  id: z.string(),
  status: z
    .enum(['not-counted', 'not-begun', 'under-way', 'done'])
    .describe(
      'not-counted: it orders nothing countable; done: only where the full number is known',
    ),
  counts: z.array(
    z.strictObject({
      measure: z.enum(measures),
      count,
      verified: count,
      of: count.nullable().describe('The full number, where it is known'),
    }),
  ),
  scans: scanCount,
});

const goal = z.strictObject({ downloads: z.int().positive(), startsOn: day, endsOn: day });

/** Source of `/progress/` and answer of `/api/progress`. */
export const progressFileSchema = z.strictObject({
  campaign: id,
  sample: z
    .boolean()
    .describe(
      'True in practice and in a demonstration: no figure is real, and whoever shows one says so',
    ),
  generatedAt: z.iso.datetime(),
  today: day.describe('The campaign’s today'),
  replayed: z.boolean().describe('True when today is set and not the real day'),
  goal: goal.describe('The one that is worked for now'),
  earlier: z
    .array(goal.extend({ reached: z.boolean() }))
    .optional()
    .describe('Goals before it, the first one first'),
  downloads,
  evidence: z.array(evidence).default([]).describe('The latest first, those taken back included'),
  progress,
  forecast,
  boards,
  scans: scanCount,
  visitors: visitorCount,
  networksFrom: day
    .nullable()
    .default(null)
    .describe(
      'Since then a visitor without a cookie is a network of a day; before, a device for two minutes. null: since ever',
    ),
  installs,
  scanDays: z
    .array(z.strictObject({ date: day, scans: count }))
    .default([])
    .describe('Scans of the whole state by day, days without any left out'),
  channels: z.array(z.strictObject({ channel: z.enum(channels), ...scanCount.shape, installs })),
  districts: z.array(district),
  directions: z.array(direction),
  events: z.array(event).default([]).describe('Marked on the curve, the earliest first'),
  outcomes: z
    .array(outcome)
    .default([])
    .describe('What services brought to citizens, as the source states it; no count of ours'),
});

export type ProgressFile = z.infer<typeof progressFileSchema>;
export type CurveEvent = z.infer<typeof event>;
export type Goal = z.infer<typeof goal>;
export type Downloads = z.infer<typeof downloads>;
export type DownloadDay = z.infer<typeof downloadDay>;
export type Progress = z.infer<typeof progress>;
export type Rate = z.infer<typeof rate>;
export type Forecast = z.infer<typeof forecast>;
/** Of a district's objections as the public reads them: of an office, and nobody's name. */
export type Objection = z.infer<typeof district>['objections'][number] & { district: string };

import { z } from 'zod';
import { activityKinds } from '../../../campaigns/activities/activity-kinds.ts';
import {
  activityActions,
  activityAges,
  activityOrders,
  activityStatuses,
  mostDecided,
} from '../../../campaigns/activities/activity-status.ts';
import { boardLevels } from '../../../campaigns/activities/board-level.ts';
import { likenessFaults } from '../../../campaigns/activities/board-likeness.ts';
import { captureFaults } from '../../../campaigns/activities/capture.ts';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { data, line, paragraph, reference, sha256 } from '../../../campaigns/text-types.ts';
import { measures } from '../../../campaigns/tracker/measures.ts';
import {
  apiError,
  bilingual,
  instant,
  limit,
  oneId,
  refusals,
  rowFault,
} from '../../contract/route.ts';
import { secondPerson } from '../../people/accounts/second-person-schemas.ts';
import { heldAnswer } from '../../people/held-acts/held-acts-schemas.ts';

const km = z.number().describe('As the crow flies');

/** A reason to look at a board's picture more closely. */
const namedSignal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('far-from-station'), km }),
  z.object({ kind: z.literal('far-from-district'), km }),
  z.object({
    kind: z.literal('same-surroundings'),
    station: z.string().describe('Whose picture shows the same around the board'),
    name: bilingual,
  }),
  z.object({ kind: z.literal('board'), finding: z.enum(likenessFaults) }),
  z.object({ kind: z.literal('dots') }),
  z.object({ kind: z.literal('edited'), editor: z.string() }),
  z.object({ kind: z.literal('quick'), boards: z.int() }),
]);
export type NamedSignal = z.output<typeof namedSignal>;

export const pictureSignals = z
  .array(namedSignal)
  .describe('What somebody should look at in the picture: never a verdict');

export const one = z.object({ id: z.uuid() });

/** Verdict on a live picture, in addition to the board that it came with. */
const captureVerdict = z.object({
  isLive: z.boolean(),
  faults: z.array(z.enum(captureFaults)).describe('Why it is none'),
});

export const kind = z.enum(activityKinds);
const status = z.enum(activityStatuses);
export const districtId = reference({ max: 64 });
export const day = reference({ max: 30 });
export const seen = { version: z.int().positive() };
export const reason = paragraph({ max: 500 }).default('');
export const why = paragraph({ min: 1, max: 500 });
export const beyondWhy = paragraph({ max: 500 })
  .default('')
  .describe('Why a count goes beyond what was ordered or what there is; the zone decides on it');
const details = z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())]));
/** Typed text; the form of its kind says more. */
export const typed = paragraph({ max: 5000 });
export const typedDetails = z.record(
  reference({ max: 64 }),
  z.union([z.number(), typed, z.array(line({ max: 500 }))]),
);

const place = z.object({ district: z.string(), station: z.string() });
const doubt = place.extend({
  kind: z.enum(['other-station', 'reused', 'like-another']),
  photo: z.string().nullable().describe('SHA-256 of the other station’s picture'),
  reason: z.string().describe('Why the office hands it in all the same'),
});

export const activity = z.object({
  id: z.int(),
  kind,
  district: z.string().describe('Empty for the whole state'),
  station: z.string().nullable(),
  day: z.iso.date(),
  details,
  remark: z.string(),
  status,
  photo: z.string().nullable().describe('SHA-256 of the stored picture'),
  doubt: doubt.nullable().describe('Why its picture does not stand by itself'),
  version: z.int(),
  reason: z.string().describe('Why the zone or the officer decided so'),
  enteredBy: z.string(),
  enteredAt: z.iso.datetime(),
  restoresTo: status.nullable().describe('Its status before it was withdrawn or decided'),
});

export const activityAnswer = z.object({ activity });
const overlap = z.object({
  activity: z.int().describe('Number of the other entry'),
  district: z.string().describe('Empty for the whole state'),
  days: z.object({ from: z.iso.date(), to: z.iso.date() }),
});
const overlaps = z
  .array(overlap)
  .describe('Entries of the same cinema for some of the same days; pointed out, not refused');
const stationNames = z.object({
  hi: z.string(),
  en: z.string(),
  strip: z.string().describe('As it stands on the board, in Hindi'),
});
const level = z
  .enum(boardLevels)
  .nullable()
  .describe('What is known of a board; null for what is none, does not count or was not there');
const listedActivity = activity.extend({
  level,
  overlaps,
  stationNames: stationNames.nullable().describe('Null where it is not of a station'),
  doubtNames: stationNames
    .nullable()
    .describe('Of the station whose picture is held against it, which may lie in another area'),
});
export const foundActivities = z.object({
  activities: z.array(listedActivity),
  found: z.int().describe('How many there are in all the pages'),
  all: z.int().describe('How many of this status the own area has, whatever else was asked for'),
});
/** An activity of a list. */
export type ListedActivity = z.input<typeof listedActivity>;
export const enteredAnswer = z.object({ activity, overlaps });
export type EnteredAnswer = z.input<typeof enteredAnswer>;
export type ActivityAnswer = z.input<typeof activityAnswer>;

const openReason = z.enum(['no-code', 'no-board-code', 'several-stations']);
const unlikeReason = z
  .enum(likenessFaults)
  .describe('What is missing of the board around the own code');
const proof = z.union([
  z.object({ kind: z.literal('proved'), code: z.string() }),
  z.object({ kind: z.literal('open'), reason: openReason }),
  z.object({ kind: z.literal('open'), reason: unlikeReason, code: z.string() }),
  z.object({
    kind: z.literal('open'),
    reason: z.literal('like-another'),
    place,
    photo: z.string(),
  }),
]);

const refusedProof = z.union([
  z.object({ kind: z.literal('other-station'), place, code: z.string() }),
  z.object({ kind: z.literal('reused'), place, photo: z.string() }),
]);
/** Answer to a picture of another station's board, in addition to the words. */
export interface OtherStation {
  place: { district: string; station: string };
  name: Bilingual;
  /** The entry of that station's board; null while it has none. */
  activity: number | null;
}
export const boardAnswer = z.object({
  activity,
  capture: captureVerdict
    .nullable()
    .describe('Null where the picture was none of the console’s camera'),
  proof: z.union([proof, refusedProof]).nullable().describe('Null without a picture'),
});
export type BoardAnswer = z.input<typeof boardAnswer>;

/** A station's board as a phone hands it in: as JSON in the part `entry` of a form, the picture in `file`. */
export const boardEntry = z.object({
  key: z.uuid().describe('Drawn by the phone: sent again, it is the same entry'),
  activity: z
    .int()
    .positive()
    .nullable()
    .default(null)
    .describe('The entry that the picture is for'),
  district: reference({ max: 64 }),
  station: reference({ max: 64 }),
  day: day.optional(),
  details: typedDetails.default({}),
  remark: typed.default(''),
  appeal: paragraph({ max: 500 }).default('').describe('Why the zone shall decide on it'),
  capture: z
    .object({ id: z.uuid(), isOffline: z.boolean() })
    .nullable()
    .default(null)
    .describe('The challenge that it was taken for, and whether there was no network then'),
  takenAt: z.iso.datetime().nullable().default(null),
  lon: z.number().min(-180).max(180).nullable().default(null),
  lat: z.number().min(-90).max(90).nullable().default(null),
  software: line({ max: 200 })
    .nullable()
    .default(null)
    .describe('Program that the file named before the phone made it smaller'),
});
export type BoardEntryFields = z.input<typeof boardEntry>;

export const photo = place.extend({
  sha256: z.string(),
  width: z.int(),
  height: z.int(),
  takenAt: instant.nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  codes: z.array(z.string()),
  claimed: z.boolean().describe('Place and time are what the phone said beside the file'),
});
export const version = z.object({
  version: z.int(),
  action: z.enum([...activityActions, 'enter']),
  state: activity.pick({
    day: true,
    details: true,
    remark: true,
    status: true,
    reason: true,
    photo: true,
  }),
  changedBy: z.string(),
  changedAt: instant,
});
export const activityDetail = z.object({
  activity,
  photo: photo.nullable(),
  signals: pictureSignals,
  history: z.array(version).describe('The first state first'),
  second: secondPerson.describe('Whether the officer who asks may approve it'),
});

const choice = z.object({
  value: z.string(),
  label: bilingual,
  hosts: z.array(z.string()).readonly().optional().describe('Where links of it lead'),
});
const field = z.object({
  name: z.string(),
  label: bilingual,
  type: z
    .string()
    .describe(
      '`count`, `text`, `names`, `link`, `choice`, `money`, `day`, `days`, `attachment`: `money` is in paise, `days` are 2019-04-05/2019-04-11, an `attachment` is handed in as a file of its own',
    ),
  required: z.boolean(),
  measure: z.enum(measures).optional(),
  hint: bilingual.optional(),
  choices: z.array(choice).readonly().optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  given: z.string().optional(),
  later: z.enum(['papers', 'figures']).optional().describe('May be filled in after a decision'),
  group: z.enum(['consent']).optional(),
});
export const form = z.object({
  title: bilingual,
  perStation: z.boolean(),
  fields: z.array(field).readonly(),
  former: z.array(field).readonly().optional().describe('No longer asked for, still counted'),
});

export const districtChecklist = z.object({
  district: z.string(),
  stations: z.array(
    z.object({
      station: z.string(),
      nameHi: z.string(),
      nameEn: z.string(),
      strip: z.string().describe('As it stands on the board, in Hindi'),
      status: z.enum([...activityStatuses, 'missing']),
      activity: z.int().nullable(),
      level,
      hasPhoto: z.boolean(),
      superseded: z.boolean().describe('The board that hangs is older than the present artwork'),
      code: z.string().nullable().describe('Short code on the board; null while there is none'),
    }),
  ),
  missing: z.int(),
  counts: z.partialRecord(z.enum(measures), z.number()),
});

const listFault = rowFault.extend({ file: z.string(), sheet: z.string().nullable() });
/** Where a list is wrong, and how. */
export type RowFault = z.input<typeof listFault>;

export const bulkAnswer = z.object({
  entered: z.array(z.int()).describe('Numbers of the activities that were entered'),
  waiting: z
    .int()
    .describe('How many of them count only once a picture or another officer proves them'),
  overlapping: z
    .array(z.object({ row: z.int(), overlaps }))
    .describe('Rows that were entered and overlap with another entry'),
  rejects: z.array(listFault),
  rejectsCsv: z
    .string()
    .nullable()
    .describe('Rows that were not taken, to be corrected and handed in again'),
});
export type BulkAnswer = z.input<typeof bulkAnswer>;

/** Outcome of a decision on one of several entries. */
export const decidedOne = z.object({
  id: z.int(),
  activity: activity.nullable().describe('Null where it was refused, or waits'),
  held: z.int().nullable().describe('Number of the act that waits for a second officer'),
  refusal: apiError.nullable(),
});

/** A list in one field of an address. */
function several<Item extends z.ZodType<string, string>>(item: Item) {
  return z
    .string()
    .max(400)
    .transform((text) => text.split(','))
    .pipe(z.array(item));
}
const decided = z
  .array(z.object({ id: z.int().positive(), ...seen }))
  .min(1)
  .max(mostDecided);

export const decideBody = z.discriminatedUnion('action', [
  z.object({ action: z.literal('approve'), reason, entries: decided }),
  z.object({ action: z.literal('reject'), reason: why, entries: decided }),
  z.object({ action: z.literal('reopen'), reason, entries: decided }),
]);
export type DecideBody = z.output<typeof decideBody>;
export const oneAttachment = oneId.extend({ field: reference({ max: 40 }) });
export const changed = { 200: activityAnswer, ...refusals(404, 409) };
export const changedOrHeld = { ...changed, 202: heldAnswer };

export const entryBody = z.object({
  key: z.uuid().optional().describe('Drawn by the sender: sent again, it is the same entry'),
  kind,
  district: districtId,
  station: reference({ max: 64 }).nullish(),
  day: day.optional().describe('Not needed where the details say from when to when'),
  details: z.record(reference({ max: 64 }), data()).default({}),
  remark: typed.default(''),
  reason: beyondWhy,
});
export type EntryBody = z.output<typeof entryBody>;
export const activityQuery = z.object({
  q: reference({ max: 80 })
    .default('')
    .describe('Names of places and kinds in both languages, words of the entry, its number'),
  district: districtId.optional(),
  kind: several(kind).optional().describe('Kinds, with commas between'),
  status: several(z.enum([...activityStatuses, 'open']))
    .optional()
    .describe('Statuses, with commas between; `open` is what the zone decides on'),
  age: z.enum(activityAges).optional().describe('By when it was entered, in days'),
  order: z.enum(activityOrders).default('newest'),
  language: z.enum(['hi', 'en']).default('hi').describe('For the order by place'),
  offset: z.coerce.number<number>().int().min(0).max(100_000).default(0),
  limit,
});
export type ActivityQuery = z.output<typeof activityQuery>;
export const onePhoto = z.object({ sha256 });

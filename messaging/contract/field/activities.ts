import { z } from 'zod';
import { fieldTypes } from '../../../campaigns/activities/activity-field.ts';
import { activityKinds } from '../../../campaigns/activities/activity-kinds.ts';
import {
  activityAges,
  activityOrders,
  mostDecided,
} from '../../../campaigns/activities/activity-list.ts';
import {
  activityActions,
  activityStatuses,
} from '../../../campaigns/activities/activity-status.ts';
import { boardLevels } from '../../../campaigns/activities/board-level.ts';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { data, line, paragraph, reference } from '../../../campaigns/text-types.ts';
import { measures } from '../../../campaigns/tracker/measures.ts';
import { secondPerson } from '../people/second-person.ts';
import { apiError, bilingual, file, forOfficers, limit, oneId, refusals, route } from '../route.ts';
import { captureVerdict } from './captures.ts';
import { pictureSignals } from './picture-signals.ts';

const kind = z.enum(activityKinds);
const status = z.enum(activityStatuses);
const districtId = reference({ max: 64 });
const day = reference({ max: 30 });
const seen = { version: z.int().positive() };
const reason = paragraph({ max: 500 }).default('');
const why = paragraph({ min: 1, max: 500 });
const beyondWhy = paragraph({ max: 500 })
  .default('')
  .describe('Why a count goes beyond what was ordered or what there is; the zone decides on it');
const details = z.record(z.string(), z.union([z.number(), z.string(), z.array(z.string())]));
/** Typed text; the form of its kind says more. */
const typed = paragraph({ max: 5000 });
const typedDetails = z.record(
  reference({ max: 64 }),
  z.union([z.number(), typed, z.array(line({ max: 500 }))]),
);

const place = z.object({ district: z.string(), station: z.string() });
const doubt = place.extend({
  kind: z.enum(['other-station', 'reused', 'like-another']),
  photo: z.string().nullable().describe('SHA-256 of the other station’s picture'),
  reason: z.string().describe('Why the office hands it in all the same'),
});

const activity = z.object({
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
  sample: z.boolean(),
  restoresTo: status.nullable().describe('Its status before it was withdrawn'),
});

const activityAnswer = z.object({ activity });
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
const foundActivities = z.object({
  activities: z.array(listedActivity),
  found: z.int().describe('How many there are in all the pages'),
  all: z.int().describe('How many of this status the own area has, whatever else was asked for'),
});
/** An activity of a list. */
export type ListedActivity = z.input<typeof listedActivity>;
const enteredAnswer = z.object({ activity, overlaps });
export type EnteredAnswer = z.input<typeof enteredAnswer>;
export type ActivityAnswer = z.input<typeof activityAnswer>;

const openReason = z.enum(['no-code', 'no-board-code', 'several-stations']);
const proof = z.union([
  z.object({ kind: z.literal('proved'), code: z.string() }),
  z.object({ kind: z.literal('open'), reason: openReason }),
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
/** Answer to a picture of another station's board, beside the words. */
export interface OtherStation {
  place: { district: string; station: string };
  name: Bilingual;
  /** The entry of that station's board; null while it has none. */
  activity: number | null;
}
const boardAnswer = z.object({
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

const photo = place.extend({
  sha256: z.string(),
  width: z.int(),
  height: z.int(),
  takenAt: z.iso.datetime().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  codes: z.array(z.string()),
  claimed: z.boolean().describe('Place and time are what the phone said beside the file'),
});
const version = z.object({
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
  changedAt: z.iso.datetime(),
});
const activityDetail = z.object({
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
    .enum(fieldTypes)
    .describe(
      '`money` is in paise, `days` are 2019-04-05/2019-04-11, an `attachment` is handed in as a file of its own',
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
const form = z.object({
  title: bilingual,
  perStation: z.boolean(),
  fields: z.array(field).readonly(),
  former: z.array(field).readonly().optional().describe('No longer asked for, still counted'),
});

const districtChecklist = z.object({
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
    }),
  ),
  missing: z.int(),
  counts: z.partialRecord(z.enum(measures), z.number()),
});

const rowFault = z.object({
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.int(),
  column: z.string(),
  expected: bilingual,
  found: z.string().nullable().describe('Null where `expected` is a whole sentence'),
});
/** Where a list is wrong, and how. */
export type RowFault = z.input<typeof rowFault>;

const bulkAnswer = z.object({
  entered: z.array(z.int()).describe('Numbers of the activities that were entered'),
  overlapping: z
    .array(z.object({ row: z.int(), overlaps }))
    .describe('Rows that were entered and overlap with another entry'),
  rejects: z.array(rowFault),
  rejectsCsv: z
    .string()
    .nullable()
    .describe('Rows that were not taken, to be corrected and handed in again'),
});
export type BulkAnswer = z.input<typeof bulkAnswer>;

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

const decideBody = z.discriminatedUnion('action', [
  z.object({ action: z.literal('approve'), reason, entries: decided }),
  z.object({ action: z.literal('reject'), reason: why, entries: decided }),
  z.object({ action: z.literal('reopen'), reason, entries: decided }),
]);
export type DecideBody = z.output<typeof decideBody>;
const oneAttachment = oneId.extend({ field: reference({ max: 40 }) });
const changed = { 200: activityAnswer, ...forOfficers, ...refusals(404, 409) };

const entryBody = z.object({
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
const activityQuery = z.object({
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
const onePhoto = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** Activities: entered by districts and the PRO to DGP, approved by zones, read by all offices above. */
export const activityRoutes = {
  enter: route({
    method: 'POST',
    url: '/api/activities',
    schema: {
      summary: 'Enters an activity; its form is in /api/activities/forms',
      body: entryBody,
      response: { 201: enteredAnswer, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  correct: route({
    method: 'PUT',
    url: '/api/activities/:id',
    schema: {
      summary: 'Corrects day, details and remark; `version` is the one that was seen',
      params: oneId,
      body: z.object({
        ...seen,
        day: day.optional(),
        details: typedDetails.default({}),
        remark: typed.default(''),
        reason: beyondWhy,
      }),
      response: changed,
    },
  }),
  approve: route({
    method: 'POST',
    url: '/api/activities/:id/approve',
    schema: {
      summary: 'The zone approves an activity',
      params: oneId,
      body: z.object({ ...seen, reason }),
      response: changed,
    },
  }),
  reject: route({
    method: 'POST',
    url: '/api/activities/:id/reject',
    schema: {
      summary: 'The zone rejects an activity and says why',
      params: oneId,
      body: z.object({ ...seen, reason: why }),
      response: changed,
    },
  }),
  withdraw: route({
    method: 'POST',
    url: '/api/activities/:id/withdraw',
    schema: {
      summary: 'Takes an activity back',
      params: oneId,
      body: z.object({ ...seen, reason }),
      response: changed,
    },
  }),
  restore: route({
    method: 'POST',
    url: '/api/activities/:id/restore',
    schema: {
      summary: 'Puts back an activity that was taken back',
      params: oneId,
      body: z.object(seen),
      response: changed,
    },
  }),
  forms: route({
    method: 'GET',
    url: '/api/activities/forms',
    schema: {
      summary: 'The kinds of activities with their fields',
      response: { 200: z.record(kind, form), ...refusals(401, 403) },
    },
  }),
  list: route({
    method: 'GET',
    url: '/api/activities',
    schema: {
      summary: 'A page of the activities of the own area: searched, filtered, in an order',
      querystring: activityQuery,
      response: { 200: foundActivities, ...forOfficers },
    },
  }),
  decide: route({
    method: 'POST',
    url: '/api/activities/decide',
    schema: {
      summary:
        'The zone approves or rejects several activities for one reason, or takes its decisions back; each is done or refused by itself',
      body: decideBody,
      response: {
        200: z.object({
          results: z.array(
            z.object({
              id: z.int(),
              activity: activity.nullable().describe('Null where it was refused'),
              refusal: apiError.nullable(),
            }),
          ),
        }),
        ...forOfficers,
      },
    },
  }),
  checklist: route({
    method: 'GET',
    url: '/api/activities/checklist',
    schema: {
      summary: 'What each district of the own area has done, and the stations without a board',
      querystring: z.object({ district: districtId.optional() }),
      response: { 200: z.array(districtChecklist), ...forOfficers },
    },
  }),
  read: route({
    method: 'GET',
    url: '/api/activities/:id',
    schema: {
      summary: 'An activity with its picture and every state that it had',
      params: oneId,
      response: { 200: activityDetail, ...forOfficers, ...refusals(404) },
    },
  }),
  photo: route({
    method: 'GET',
    url: '/api/activities/:id/photo',
    schema: {
      summary: 'The picture of an activity, as JPEG',
      params: oneId,
      response: {
        200: file('image/jpeg', 'The picture'),
        304: z.null().describe('As the ETag sent along says'),
        ...forOfficers,
        ...refusals(404),
      },
    },
  }),
  otherPhoto: route({
    method: 'GET',
    url: '/api/activities/photos/:sha256',
    schema: {
      summary: 'Another station’s picture, as JPEG, for whom a picture was held against it',
      params: onePhoto,
      response: {
        200: file('image/jpeg', 'The picture'),
        304: z.null().describe('As the ETag sent along says'),
        ...forOfficers,
        ...refusals(404),
      },
    },
  }),
  enterBoard: route({
    method: 'POST',
    url: '/api/activities/boards',
    schema: {
      summary:
        'Enters a board and its picture as one (multipart: `entry` as JSON, then `file`, up to 25 MB); both or neither',
      response: { 200: boardAnswer, ...forOfficers, ...refusals(404, 408, 409, 413, 422, 429) },
    },
  }),
  listForm: route({
    method: 'GET',
    url: '/api/activities/list-form/:kind',
    schema: {
      summary: 'An empty csv list of a kind, to be filled in',
      params: z.object({ kind }),
      response: { 200: file('text/csv', 'The columns of the list'), ...forOfficers },
    },
  }),
  attachment: route({
    method: 'GET',
    url: '/api/activities/:id/attachments/:field',
    schema: {
      summary: 'The paper of an activity (certificate, cutting), as JPEG',
      params: oneAttachment,
      response: {
        200: file('image/jpeg', 'The paper'),
        304: z.null().describe('As the ETag sent along says'),
        ...forOfficers,
        ...refusals(404),
      },
    },
  }),
  attach: route({
    method: 'POST',
    url: '/api/activities/:id/attachments/:field',
    schema: {
      summary:
        'Hands in a picture or PDF of a paper (multipart, one file up to 25 MB); it proves no board',
      params: oneAttachment,
      querystring: z.object({ version: z.coerce.number<number>().int().positive() }),
      response: {
        200: activityAnswer,
        ...forOfficers,
        ...refusals(404, 408, 409, 413, 422, 429),
      },
    },
  }),
  deleteAttachment: route({
    method: 'POST',
    url: '/api/activities/:id/attachments/:field/delete',
    schema: {
      summary: 'Deletes the paper of an activity for good',
      params: oneAttachment,
      body: z.object(seen),
      response: changed,
    },
  }),
  exportList: route({
    method: 'GET',
    url: '/api/activities/export/:kind',
    schema: {
      summary: 'The activities of a kind in the own area, as a csv with the columns of its list',
      params: z.object({ kind }),
      querystring: z.object({ district: districtId.optional() }),
      response: { 200: file('text/csv', 'The latest 10,000 activities'), ...forOfficers },
    },
  }),
  enterList: route({
    method: 'POST',
    url: '/api/activities/list',
    schema: {
      summary:
        'Enters a csv or xlsx list of one kind (multipart); good rows are kept, the others come back',
      querystring: z.object({ kind, district: districtId }),
      response: { 200: bulkAnswer, ...forOfficers, ...refusals(408, 413, 422, 429) },
    },
  }),
};

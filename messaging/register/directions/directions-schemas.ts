import { z } from 'zod';
import { longestDetails, longestRemark } from '../../../campaigns/directions/limits.ts';
import { listedStates } from '../../../campaigns/directions/listing.ts';
import { pointTermsSchema } from '../../../campaigns/directions/meeting-points.ts';
import {
  occurrenceActions,
  occurrenceStates,
} from '../../../campaigns/directions/occurrence-state.ts';
import { registerSchema } from '../../../campaigns/directions/register.ts';
import { line, month, paragraph, reference } from '../../../campaigns/text-types.ts';
import { bilingual, type FileAnswer, instant, limit, refusals } from '../../contract/route.ts';
import { pointStatuses } from '../../contract/values.ts';
import { secondPerson } from '../../people/accounts/second-person-schemas.ts';

export const day = z.iso.date();
export const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
export const key = z
  .string()
  .max(200)
  .regex(/^[\w-]+\/[a-z-]+(:[a-z0-9-]+)?\/[\w-]+$/)
  .describe('obligation/office/period: 2B/zone:agra/2019-03');
const officeKey = z
  .string()
  .max(80)
  .regex(/^[a-z-]+(:[a-z0-9-]+)?$/);

const { papers, apps, events } = registerSchema.shape;
const office = z.object({
  key: z.string(),
  role: z.string(),
  area: z.string().nullable(),
  name: bilingual,
  endedOn: day.nullable().describe('From this day it owes nothing new; no point can name it'),
});
const obligation = z.object({
  id: z.string(),
  owed: bilingual,
  figures: z.array(
    z.object({ id: z.string(), label: bilingual, kind: z.enum(['count', 'money', 'day']) }),
  ),
  file: z.boolean(),
  when: bilingual.describe('When it is owed, in words'),
  gathers: z.string().nullable(),
});
const amendment = z.object({
  id: z.string(),
  obligation: z.string(),
  paper: z.string(),
  point: bilingual,
  quote: z.string(),
  from: day,
  until: day.nullable(),
  change: z.enum(['end', 'suspend', 'change']),
  owners: z.array(bilingual).describe('From then on; empty where they stay'),
  owed: bilingual.nullable(),
  when: bilingual.nullable(),
});
export type ShownAmendment = z.input<typeof amendment>;
const direction = z.object({
  id: z.string(),
  paper: z.string(),
  point: bilingual,
  apps: z.array(z.string()),
  title: bilingual,
  quote: z.string(),
  named: z.string().nullable(),
  nodal: bilingual.nullable().describe('The office that is named nodal officer'),
  owners: z.array(bilingual),
  workflow: z.enum(['app-approval']).nullable(),
  history: z.array(amendment).describe('What later papers changed, in the order of their days'),
  obligations: z.array(obligation),
});
export type ShownDirection = z.input<typeof direction>;
export type ShownObligation = z.input<typeof obligation>;

export const catalogue = z.object({
  today: day,
  takeover: z
    .object({ day, setBy: z.string().nullable() })
    .describe('From when what is repeated is owed; nobody’s word yet where `setBy` is null'),
  apps: apps,
  papers: z.array(
    z.object({ ...papers.element.shape, base: day.nullable(), baseReason: z.string() }),
  ),
  events: events,
  directions: z.array(direction),
  offices: z.array(office).describe('Whose occurrences the officer may see'),
  own: z.string().nullable().describe('Key of the officer’s own office'),
});
export type DirectionCatalogue = z.input<typeof catalogue>;

const trackerCount = z.object({ measure: z.string(), count: z.int(), of: z.int().nullable() });
const occurrence = z.object({
  key: z.string(),
  direction: z.string(),
  obligation: z.string(),
  office: z.string(),
  period: z.string(),
  since: day,
  due: day.nullable(),
  dueBy: z.enum(['stated', 'computed', 'chosen', 'none']),
  event: z.int().nullable(),
  before: z.boolean().describe('Ordered once, and over before the register was taken over'),
  endedOn: day.nullable().describe('From this day a later paper no longer asks for it'),
  state: z.enum(occurrenceStates),
  lateDays: z.int(),
  open: z.boolean(),
  forwarded: z.boolean(),
  version: z.int().describe('0 for one that nobody has touched'),
  submittedOn: day.nullable(),
  waits: z
    .boolean()
    .describe(
      'A figure goes beyond what the office has, and no second officer has accepted it yet',
    ),
});
export type ShownOccurrence = z.input<typeof occurrence>;

const stateCounts = z.record(z.enum(listedStates), z.int());
export const list = z.object({
  total: z.int(),
  counts: stateCounts.describe('Of the same filter without its state'),
  entries: z.array(
    z.object({
      ...occurrence.shape,
      alike: z
        .array(z.object({ key: z.string(), office: z.string() }))
        .describe('With `grouped`: all offices that owe the same, as far and as late'),
    }),
  ),
});

export type ListedOccurrence = z.input<typeof list>['entries'][number];

const cell = z.object({
  total: z.int(),
  done: z.int().describe('Accepted, or not applicable'),
  submitted: z.int(),
  late: z.int(),
  returned: z.int(),
});
export type MatrixCell = z.input<typeof cell>;
export const matrix = z.object({
  columns: z.array(z.object({ id: z.string(), name: bilingual, offices: z.array(z.string()) })),
  rows: z.array(
    z.object({
      direction: z.string(),
      obligation: z.string(),
      cells: z
        .array(cell.nullable())
        .describe('In the order of the columns; null where nothing is owed'),
    }),
  ),
});
export type DirectionMatrix = z.input<typeof matrix>;

const figures = z.record(reference({ max: 64 }), z.union([z.number().nonnegative(), day]));
export const fileInfo = z.object({
  id: z.int(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  uploadedBy: z.string(),
  uploadedAt: instant,
});
export type DirectionFile = z.output<typeof fileInfo>;
export const step = z.object({
  action: z.string(),
  details: z.string(),
  figures,
  files: z.array(z.object({ id: z.int(), name: z.string(), kept: z.boolean() })),
  remark: z.string(),
  byName: z.string(),
  byRole: z.string(),
  onBehalf: z.boolean(),
  day,
  at: instant,
});
export type DirectionStep = z.input<typeof step>;
export type KeptStep = z.output<typeof step>;
const part = z.object({
  key: z.string(),
  office: z.string(),
  state: z.enum(occurrenceStates),
  lateDays: z.int(),
  waits: z.boolean(),
  details: z.string(),
  figures,
  files: z.array(z.object({ id: z.int(), name: z.string(), kept: z.boolean() })),
});
export type GatheredPart = z.input<typeof part>;

export const detail = z.object({
  occurrence,
  details: z.string(),
  figures,
  beyond: z.string().describe('Why a figure goes beyond what the office has'),
  files: z.array(fileInfo),
  steps: z.array(step),
  counts: z
    .array(trackerCount)
    .describe('What the tracker has counted; empty where nothing is counted'),
  parts: z.array(part).describe('What is to be consolidated, office by office'),
  event: z
    .object({
      kind: z.string(),
      day,
      district: z.string(),
      station: z.string(),
      remark: z.string(),
    })
    .nullable(),
  may: z.array(z.enum(occurrenceActions)),
  second: secondPerson.describe('Whether the officer may decide where the office may'),
  onBehalf: z.boolean().describe('What the officer hands in is handed in for another office'),
});
export type OccurrenceDetail = z.input<typeof detail>;

export const written = {
  key,
  version: z.int().nonnegative().describe('As it was seen; 0 for an untouched one'),
  details: paragraph({ max: longestDetails }),
  figures,
};
export const remark = paragraph({ max: longestRemark });
export const changed = { 200: detail, ...refusals(404, 409) };

export const event = z.object({
  id: z.int(),
  kind: z.string(),
  day,
  district: z.string(),
  station: z.string(),
  remark: z.string(),
  enteredBy: z.string(),
  enteredAt: instant,
});
export type ShownEvent = z.input<typeof event>;
export type KeptEvent = z.output<typeof event>;

export const meeting = z.object({
  id: z.int(),
  title: z.string(),
  number: z.string(),
  day,
  enteredBy: z.string(),
  enteredAt: instant,
  points: z.int(),
  checked: z.int(),
  open: z.int(),
});
export type ShownMeeting = z.output<typeof meeting>;
const point = z.object({
  id: z.int(),
  point: z.string(),
  quote: z.string(),
  status: z.enum(pointStatuses),
  terms: pointTermsSchema.nullable(),
  checkedBy: z.string().nullable(),
  version: z.int(),
});
export type ShownPoint = z.output<typeof point>;
export const wholeMeeting = meeting.extend({ minutes: z.string(), list: z.array(point) });
export type WholeMeeting = z.output<typeof wholeMeeting>;
/** The same as a page reads it: what has a default may be missing. */
export type ReadMeeting = z.input<typeof wholeMeeting>;
export const seen = { version: z.int().positive() };

export const anyFile: FileAnswer = {
  description: 'The paper as it was handed in',
  content: {
    'application/octet-stream': {
      schema: z.custom<string>().meta({ type: 'string', format: 'binary' }),
    },
  },
};

/** Most that are decided in one action; more are narrowed down first. */
export const mostAtOnce = 1000;
export const named = z.object({
  hi: line({ min: 1, max: 120 }),
  en: line({ min: 1, max: 120 }),
});

/** Fields that narrow a list, or an action on many. */
const selection = z.object({
  direction: id.optional(),
  obligation: id.optional(),
  app: id.optional(),
  office: officeKey.optional(),
  role: reference({ max: 20 }).optional(),
  zone: reference({ max: 40 }).optional(),
  state: z.enum(listedStates).optional(),
  month: month.optional(),
  toMonth: month.optional().describe('The last of several months from `month` on'),
});
export type Selection = z.output<typeof selection>;

export const occurrenceQuery = z.object({
  ...selection.shape,
  grouped: z.stringbool().default(false).describe('One entry for what offices owe alike'),
  offset: z.coerce.number<number>().int().min(0).default(0),
  limit,
});
export type OccurrenceQuery = z.output<typeof occurrenceQuery>;
export const decideManyBody = z.object({
  action: z.enum(['set-aside', 'close', 'submit']),
  remark: paragraph({ min: 1, max: longestRemark }),
  selection,
  keys: z
    .array(key)
    .min(1)
    .max(mostAtOnce)
    .optional()
    .describe('Only these of the selection; all of it without them'),
});
export type DecideManyBody = z.output<typeof decideManyBody>;

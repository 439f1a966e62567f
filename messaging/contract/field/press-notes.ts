import { z } from 'zod';
import { activityAges } from '../../../campaigns/activities/activity-list.ts';
import { bilingual } from '../../../campaigns/bilingual.ts';
import {
  longestDetails,
  longestReason,
  longestTitle,
  mostCount,
  mostDays,
  mostRows,
  noteLanguages,
  noteOrders,
  pressNoteKinds,
  type ReadingQuestion,
  readingQuestions,
  wordingCount,
} from '../../../campaigns/press-notes/note-fields.ts';
import { pressNoteStatuses } from '../../../campaigns/press-notes/note-status.ts';
import { pressNotesSchema } from '../../../campaigns/press-notes/press-notes.ts';
import { readerLevels } from '../../../campaigns/press-notes/readers.ts';
import { line, paragraph, reference } from '../../../campaigns/text-types.ts';
import { fileTypes } from '../file-types.ts';
import { secondPerson } from '../people/second-person.ts';
import { type FileAnswer, file, forOfficers, limit, oneId, refusals, route } from '../route.ts';
import { pressFormats } from '../values.ts';

const id = z.string().regex(/^[a-z0-9-]{1,64}$/);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Everything but `title` and `details` is chosen. */
function fieldsWith<
  Text extends z.ZodType,
  Language extends z.ZodType,
  Wording extends z.ZodType,
  Day extends z.ZodType,
  Service extends z.ZodType,
>(
  words: { title: Text; details: Text; language: Language; wording: Wording },
  { day, service }: { day: Day; service: Service },
) {
  return z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('counts'),
      month,
      rows: z
        .array(z.object({ station: id, category: id, count: z.int().min(1).max(mostCount) }))
        .min(1)
        .max(mostRows),
      ...words,
    }),
    z.object({
      kind: z.literal('story'),
      station: id,
      category: id,
      day,
      days: z.int().min(0).max(mostDays),
      result: id,
      ...words,
    }),
    z.object({ kind: z.literal('appeal'), appeal: id, service, ...words }),
  ]);
}
const language = z.enum(noteLanguages);
const wording = z
  .int()
  .min(0)
  .max(wordingCount - 1);
const day = z.iso.date().nullable().describe('When the case was registered');
const service = id.nullable().describe('A service of the app');
const fields = fieldsWith(
  {
    title: line({ max: longestTitle }).default('').describe('Empty for the usual title'),
    details: paragraph({ max: longestDetails }).default(''),
    language: language.default('hi'),
    wording: wording.default(0).describe('How the program says it'),
  },
  { day: day.default(null), service: service.default(null) },
);
const keptFields = fieldsWith(
  { title: z.string(), details: z.string(), language, wording },
  { day, service },
);

const answer = z.enum(['yes', 'no']);
const answers = z.object(
  Object.fromEntries(readingQuestions.map((question) => [question, answer])) as Record<
    ReadingQuestion,
    typeof answer
  >,
);
const seen = { version: z.int().positive() };
const reason = paragraph({ min: 1, max: longestReason });

const content = z.object({
  language: language.optional().describe('Hindi where it is left out'),
  office: z.string(),
  head: z.array(z.tuple([z.string(), z.string()])),
  title: z.string(),
  paragraphs: z.array(z.string()),
  figures: z
    .object({
      head: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      note: z.string().nullable(),
    })
    .nullable(),
  appeal: z.string(),
  link: z.string(),
  typedLink: z.string(),
  issuer: z.string(),
});

const summary = z.object({
  id: z.int(),
  district: z.string(),
  kind: z.enum(pressNoteKinds),
  title: z.string(),
  status: z.enum(pressNoteStatuses),
  version: z.int(),
  number: z.int().nullable().describe('In its district and year; null until it is issued'),
  year: z.int().nullable(),
  issuedOn: z.iso.date().nullable(),
  madeBy: z.string(),
  changedAt: z.iso.datetime(),
  appearances: z.int(),
  sample: z.boolean(),
});
export type PressNoteSummary = z.input<typeof summary>;

const appearance = z.object({
  id: z.int(),
  paper: z.string(),
  day: z.iso.date(),
  cutting: z.string().nullable().describe('SHA-256 of the picture'),
  recordedBy: z.string(),
  withdrawn: z.boolean().describe('Its activity was taken back and counts for nothing'),
});
export type Appearance = z.input<typeof appearance>;

const note = summary.extend({
  fields: keptFields,
  readBy: z.string().nullable().describe('The second officer'),
  reading: answers.nullable().describe('What the second officer answered'),
  waitsFor: z
    .enum(readerLevels)
    .nullable()
    .describe('Office of the second officer; null where there is none'),
  remark: z.string().describe('Why it was sent back or cancelled'),
  issuedBy: z.string().nullable(),
  content: content.nullable().describe('The note as it went out'),
});
const detail = z.object({ note, second: secondPerson, log: z.array(appearance) });
export type PressNoteDetail = z.input<typeof detail>;

const form = z.object({
  pressNotes: pressNotesSchema,
  app: z.string(),
  link: z.string(),
  typedLink: z.string(),
  linkHost: z
    .object({ host: z.string(), confirmed: z.boolean() })
    .describe('Host of the link, and whether its owner has confirmed that it answers'),
  months: z.object({ first: month, last: month }),
  days: z.object({ first: z.iso.date(), last: z.iso.date() }),
  stations: z.array(z.object({ id: z.string(), name: bilingual })),
  places: z.array(z.string()).describe('Names of stations and districts: no finding in a note'),
  services: z.array(z.object({ id: z.string(), name: bilingual })),
  papers: z.array(z.string()),
});
export type PressForm = z.input<typeof form>;

const changed = { 200: detail, ...forOfficers, ...refusals(404, 409) };
const oneAppearance = oneId.extend({ appearance: z.coerce.number<number>().int().positive() });
const written: FileAnswer = {
  description: 'The note',
  content: {
    ...file(fileTypes.pdf, '').content,
    ...file(fileTypes.docx, '').content,
    ...file('text/plain', '').content,
  },
};

const noteQuery = z.object({
  district: id.optional(),
  q: reference({ max: 80 }).default(''),
  kind: z.enum(pressNoteKinds).optional(),
  status: z.enum(pressNoteStatuses).optional(),
  age: z.enum(activityAges).optional().describe('Since its last change'),
  order: z.enum(noteOrders).default('newest'),
  language: z.enum(['hi', 'en']).default('hi').describe('Of the names in the order by place'),
  offset: z.coerce.number<number>().int().min(0).max(100_000).default(0),
  limit,
});
export type NoteQuery = z.output<typeof noteQuery>;

/** Press notes of cases registered through the app; what is typed is read by a second officer before it goes out. */
export const pressNoteRoutes = {
  form: route({
    method: 'GET',
    url: '/api/press-notes/form',
    schema: {
      summary: 'What a note of a district is made of: categories, results, stations, link',
      querystring: z.object({ district: id }),
      response: { 200: form, ...forOfficers },
    },
  }),
  list: route({
    method: 'GET',
    url: '/api/press-notes',
    schema: {
      summary: 'Press notes of the own area, searched and by page',
      querystring: noteQuery,
      response: {
        200: z.object({
          notes: z.array(summary),
          found: z.int().describe('How many there are in all the pages'),
          all: z.int().describe('How many of this status the own area has'),
        }),
        ...forOfficers,
      },
    },
  }),
  read: route({
    method: 'GET',
    url: '/api/press-notes/:id',
    schema: {
      summary: 'A press note, and where it appeared',
      params: oneId,
      response: { 200: detail, ...forOfficers, ...refusals(404) },
    },
  }),
  draft: route({
    method: 'POST',
    url: '/api/press-notes',
    schema: {
      summary: 'Keeps a new draft; refused with its findings while one of them blocks',
      body: z.object({ district: id, fields }),
      response: { 201: detail, ...forOfficers, ...refusals(409) },
    },
  }),
  change: route({
    method: 'PUT',
    url: '/api/press-notes/:id',
    schema: {
      summary: 'Changes what is not issued yet; it is a draft again',
      params: oneId,
      body: z.object({ ...seen, fields }),
      response: changed,
    },
  }),
  submit: route({
    method: 'POST',
    url: '/api/press-notes/:id/submit',
    schema: {
      summary: 'Hands a draft with typed words to the second officer',
      params: oneId,
      body: z.object(seen),
      response: changed,
    },
  }),
  decide: route({
    method: 'POST',
    url: '/api/press-notes/:id/read',
    schema: {
      summary: 'The second officer has read it, answers four questions with no, and it is issued',
      params: oneId,
      body: z.object({ ...seen, answers }),
      response: changed,
    },
  }),
  sendBack: route({
    method: 'POST',
    url: '/api/press-notes/:id/return',
    schema: {
      summary: 'The second officer sends a note back and says why',
      params: oneId,
      body: z.object({ ...seen, reason }),
      response: changed,
    },
  }),
  issue: route({
    method: 'POST',
    url: '/api/press-notes/:id/issue',
    schema: {
      summary:
        'Issues a draft in which nothing is typed, with the next number of its district and year',
      params: oneId,
      body: z.object(seen),
      response: changed,
    },
  }),
  cancel: route({
    method: 'POST',
    url: '/api/press-notes/:id/cancel',
    schema: {
      summary: 'Cancels an issued note, which keeps its number',
      params: oneId,
      body: z.object({ ...seen, reason }),
      response: changed,
    },
  }),
  write: route({
    method: 'GET',
    url: '/api/press-notes/:id/file',
    schema: {
      summary: 'An issued note as PDF, DOCX or text for WhatsApp',
      params: oneId,
      querystring: z.object({ format: z.enum(pressFormats).default('pdf') }),
      response: { 200: written, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  appear: route({
    method: 'POST',
    url: '/api/press-notes/:id/appearances',
    schema: {
      summary: 'Records where a note was printed; it counts as a news item',
      params: oneId,
      body: z.object({ paper: line({ min: 1, max: 120 }), day: z.iso.date() }),
      response: { 201: detail, ...forOfficers, ...refusals(404, 409) },
    },
  }),
  handInCutting: route({
    method: 'POST',
    url: '/api/press-notes/:id/appearances/:appearance/cutting',
    schema: {
      summary: 'Hands in a picture of the cutting (multipart, one file up to 25 MB)',
      params: oneAppearance,
      response: { 200: detail, ...forOfficers, ...refusals(404, 408, 413, 422, 429) },
    },
  }),
  cutting: route({
    method: 'GET',
    url: '/api/press-notes/:id/appearances/:appearance/cutting',
    schema: {
      summary: 'The picture of a cutting, as JPEG',
      params: oneAppearance,
      response: { 200: file('image/jpeg', 'The picture'), ...forOfficers, ...refusals(404) },
    },
  }),
};

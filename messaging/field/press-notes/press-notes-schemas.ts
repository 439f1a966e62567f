import { z } from 'zod';
import { activityAges } from '../../../campaigns/activities/activity-status.ts';
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
import { line, month, paragraph, reference } from '../../../campaigns/text-types.ts';
import { fileTypes } from '../../contract/file-types.ts';
import { type FileAnswer, file, instant, limit, oneId, refusals } from '../../contract/route.ts';
import { secondPerson } from '../../people/accounts/second-person-schemas.ts';

export const id = z.string().regex(/^[a-z0-9-]{1,64}$/);

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
export const fields = fieldsWith(
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
export const answers = z.object(
  Object.fromEntries(readingQuestions.map((question) => [question, answer])) as Record<
    ReadingQuestion,
    typeof answer
  >,
);
export const seen = { version: z.int().positive() };
export const reason = paragraph({ min: 1, max: longestReason });

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

export const summary = z.object({
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
  changedAt: instant,
  appearances: z.int(),
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

export const keptNote = summary.extend({
  fields: keptFields,
  readBy: z.string().nullable().describe('The second officer'),
  reading: answers.nullable().describe('What the second officer answered'),
  remark: z.string().describe('Why it was sent back or cancelled'),
  issuedBy: z.string().nullable(),
  content: content.nullable().describe('The note as it went out'),
});
const note = keptNote.extend({
  waitsFor: z
    .enum(readerLevels)
    .nullable()
    .describe('Office of the second officer; null where there is none'),
});
export const detail = z.object({ note, second: secondPerson, log: z.array(appearance) });
export type PressNoteDetail = z.input<typeof detail>;

export const form = z.object({
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

export const changed = { 200: detail, ...refusals(404, 409) };
export const oneAppearance = oneId.extend({
  appearance: z.coerce.number<number>().int().positive(),
});
export const written: FileAnswer = {
  description: 'The note',
  content: {
    ...file(fileTypes.pdf, '').content,
    ...file(fileTypes.docx, '').content,
    ...file('text/plain', '').content,
  },
};

export const noteQuery = z.object({
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

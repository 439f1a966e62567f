import { z } from 'zod';
import { takeFormats } from '../../../campaigns/radio/take-format.ts';
import { reference } from '../../../campaigns/text-types.ts';
import { takeFindingCodes } from '../../../campaigns/words/take-words.ts';
import {
  bilingual,
  type FileAnswer,
  file,
  forOfficers,
  instant,
  oneId,
  refusals,
  route,
} from '../route.ts';
import { takeStatuses } from '../values.ts';

const scriptId = z.string().regex(/^[a-z0-9-]{1,60}$/);
const uses = z.enum(['radio', 'prompt', 'film']);

const finding = z.object({
  code: z.enum(takeFindingCodes),
  weight: z.enum(['refuse', 'note']),
  found: z.number().describe('In the unit of the finding: seconds, dB, Hz, LUFS, places'),
  limit: z.number().nullable(),
  at: z.number().nullable().describe('Seconds into the recording'),
  hi: z.string(),
  en: z.string(),
});

const deliveryFile = z.object({
  format: z.enum(takeFormats),
  bytes: z.int(),
  name: z.string().describe('What it is called where it is sent'),
});

const take = z.object({
  id: z.int(),
  status: z.enum(takeStatuses),
  name: z.string().describe('As its sender calls the file'),
  findings: z.array(finding),
  seconds: z.number().describe('Of the recording as it came'),
  master: z
    .object({
      seconds: z.number(),
      lufs: z.number().describe('Measured after mastering'),
      dbtp: z.number(),
      files: z.array(deliveryFile),
    })
    .nullable(),
  recordedBy: z.string(),
  recordedAt: instant,
});
export type TakeView = z.input<typeof take>;

const script = z.object({
  id: scriptId,
  use: uses,
  title: bilingual,
  language: z.string(),
  seconds: z.number().nullable().describe('Whole seconds on air; null where they are free'),
  text: z.string().nullable(),
  proposal: z.boolean().describe('A native speaker has not checked it yet: nothing is taken'),
  loudness: z.object({ lufs: z.number(), dbtp: z.number(), heardAs: z.enum(['stereo', 'mono']) }),
  current: take.nullable().describe('What is played and offered'),
  last: take
    .nullable()
    .describe('The latest recording, where it is another one: refused, or of an earlier text'),
  guide: z.string().nullable().describe('A machine’s voice to time by, never to be aired'),
  outdated: z.boolean().describe('`last` was mastered for a text that has changed since'),
});
export type TakeScriptView = z.input<typeof script>;

const sound: FileAnswer = {
  description: 'The recording; a part of it by a Range header',
  content: { ...file('audio/wav', '').content, ...file('audio/mpeg', '').content },
};

const spot = z.object({
  id: scriptId,
  language: z.string(),
  seconds: z.number(),
  lufs: z.number(),
  files: z.array(deliveryFile.extend({ url: z.string() })),
});
export type MasteredSpot = z.input<typeof spot>;

/** Recordings of radio spots, of the prompts of a call, and of the film's voice. */
export const takeRoutes = {
  list: route({
    method: 'GET',
    url: '/api/takes',
    schema: {
      summary: 'What is to be recorded, and what became of its recordings',
      response: { 200: z.array(script), ...forOfficers },
    },
  }),
  record: route({
    method: 'POST',
    url: '/api/takes/:script',
    schema: {
      summary:
        'Takes the recording of a script (multipart: wav, mp3, m4a or ogg), checks and masters it',
      params: z.object({ script: scriptId }),
      response: {
        200: take.describe('Kept back, with reasons'),
        201: take.describe('Mastered'),
        ...forOfficers,
        ...refusals(404, 408, 409, 413, 422, 429, 503),
      },
    },
  }),
  withdraw: route({
    method: 'POST',
    url: '/api/takes/:id/withdraw',
    schema: {
      summary: 'Takes a recording back: it is played no longer',
      params: oneId,
      response: { 200: take, ...forOfficers, ...refusals(404) },
    },
  }),
  file: route({
    method: 'GET',
    url: '/api/takes/:id/:format',
    schema: {
      summary: 'A delivery of a recording, or `original`, as it came',
      params: oneId.extend({ format: z.enum([...takeFormats, 'original']) }),
      response: { 200: sound, 206: sound, ...forOfficers, ...refusals(404) },
    },
  }),
  spots: route({
    method: 'GET',
    url: '/api/radio/spots',
    schema: {
      summary: 'Mastered radio spots, for stations',
      response: { 200: z.array(spot) },
    },
  }),
  sound: route({
    method: 'GET',
    url: '/voice/takes/:file',
    schema: {
      summary: 'A mastered spot or prompt, for stations and the providers of calls',
      params: z.object({ file: reference({ max: 200 }) }),
      response: { 200: sound, 206: sound, ...refusals(404) },
    },
  }),
};

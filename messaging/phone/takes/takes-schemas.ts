import { z } from 'zod';
import { takeFormats } from '../../../campaigns/channels/radio/take-format.ts';
import { takeFindingCodes } from '../../../campaigns/words/take-words.ts';
import { bilingual, type FileAnswer, file, instant } from '../../contract/route.ts';
import { takeStatuses } from '../../contract/values.ts';

export const scriptId = z.string().regex(/^[a-z0-9-]{1,60}$/);
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

export const take = z.object({
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

export const script = z.object({
  id: scriptId,
  use: uses,
  title: bilingual,
  language: z.string(),
  seconds: z.number().nullable().describe('Whole seconds on air; null where they are free'),
  text: z.string().nullable(),
  proposal: z.boolean().describe('A native speaker has not checked it yet: nothing is taken'),
  loudness: z.object({ lufs: z.number(), dbtp: z.number(), heardAs: z.enum(['stereo', 'mono']) }),
  current: take.nullable().describe('What is played and offered'),
  waiting: take.nullable().describe('Waits until a second officer has heard it'),
  last: take
    .nullable()
    .describe('The latest recording, where it is another one: refused, or of an earlier text'),
  guide: z.string().nullable().describe('A machine’s voice to time by, never to be aired'),
  outdated: z.boolean().describe('`last` was mastered for a text that has changed since'),
});
export type TakeScriptView = z.input<typeof script>;

export const sound: FileAnswer = {
  description: 'The recording; a part of it by a Range header',
  content: { ...file('audio/wav', '').content, ...file('audio/mpeg', '').content },
};

export const spot = z.object({
  id: scriptId,
  language: z.string(),
  seconds: z.number(),
  lufs: z.number(),
  files: z.array(deliveryFile.extend({ url: z.string() })),
});
export type MasteredSpot = z.input<typeof spot>;

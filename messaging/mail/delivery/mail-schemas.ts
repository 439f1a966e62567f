import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { mailTopics } from '../../../campaigns/words/mail-topics.ts';
import { bilingual, instant, limit, refusals } from '../../contract/route.ts';
import { letterKinds, letterStates } from '../../contract/values.ts';

export const letter = z.object({
  id: z.int(),
  kind: z.enum(letterKinds),
  mailing: z.string().nullable(),
  district: z.string().nullable(),
  recipient: z.string().nullable().describe('null when its time is over'),
  language: z.enum(['hi', 'en']),
  subject: z.string(),
  state: z.enum(letterStates),
  tries: z.int(),
  nextTryAt: instant,
  lastAnswer: z.string().nullable(),
  decidedBy: z.string().nullable(),
  createdAt: instant,
  settledAt: instant.nullable(),
});
export type Letter = z.input<typeof letter>;

export const letterQuery = z.object({
  state: z.enum(letterStates).optional(),
  q: reference({ max: 120 }).optional().describe('Part of an address or a subject'),
  offset: z.coerce.number<number>().int().nonnegative().default(0),
  limit,
});
export type LetterQuery = z.output<typeof letterQuery>;

export const choices = z.object({
  language: z.enum(['hi', 'en']),
  topics: z.array(z.object({ topic: z.enum(mailTopics), name: bilingual, wanted: z.boolean() })),
});

export const changed = { 200: letter, ...refusals(404, 409) };

import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { mailTopics } from '../../../campaigns/words/mail-topics.ts';
import { bilingual, file, forOfficers, instant, refusals, route } from '../../contract/route.ts';
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

export const choices = z.object({
  language: z.enum(['hi', 'en']),
  topics: z.array(z.object({ topic: z.enum(mailTopics), name: bilingual, wanted: z.boolean() })),
});

const token = z.object({ token: reference({ min: 1, max: 100 }) });
export const changed = { 200: letter, ...forOfficers, ...refusals(404, 409) };

/** The address in a letter by which its recipient ends letters of its topic. */
export const unsubscribeRoutes = {
  askUnsubscribe: route('GET /api/mail/unsubscribe/:token', {
    summary: 'A page with one button that ends letters of a topic; opening it changes nothing',
    params: token,
    response: {
      200: file('text/html', 'The page'),
      404: file('text/html', 'No such address'),
      ...refusals(429),
    },
  }),
  unsubscribe: route('POST /api/mail/unsubscribe/:token', {
    summary: 'Ends letters of a topic without signing in (RFC 8058)',
    params: token,
    response: {
      200: file('text/html', 'Done'),
      404: file('text/html', 'No such address'),
      ...refusals(429),
    },
  }),
} as const;

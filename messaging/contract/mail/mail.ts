import { z } from 'zod';
import { content, reference } from '../../../campaigns/text-types.ts';
import { mailTopics } from '../../../campaigns/words/mail-topics.ts';
import { bilingual, file, forOfficers, instant, limit, oneId, refusals, route } from '../route.ts';
import { letterKinds, letterStates } from '../values.ts';

const letter = z.object({
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

const choices = z.object({
  language: z.enum(['hi', 'en']),
  topics: z.array(z.object({ topic: z.enum(mailTopics), name: bilingual, wanted: z.boolean() })),
});

const token = z.object({ token: reference({ min: 1, max: 100 }) });
const changed = { 200: letter, ...forOfficers, ...refusals(404, 409) };

/** Letters by e-mail: what became of them, and what an officer gets. */
export const mailRoutes = {
  list: route({
    method: 'GET',
    url: '/api/mail/letters',
    schema: {
      summary: 'Letters, the latest first, and how many there are in each state',
      querystring: z.object({
        state: z.enum(letterStates).optional(),
        search: reference({ max: 120 }).optional().describe('Part of an address or a subject'),
        before: z.coerce.number<number>().int().positive().optional(),
        limit,
      }),
      response: {
        200: z.object({
          outbox: z.boolean().describe('No mail server is set up: letters lie in a folder'),
          quiet: z.boolean().describe('It is night: only urgent letters go out'),
          counts: z.record(z.enum(letterStates), z.int()),
          matching: z.int(),
          letters: z.array(letter),
        }),
        ...forOfficers,
      },
    },
  }),
  read: route({
    method: 'GET',
    url: '/api/mail/letters/:id',
    schema: {
      summary: 'One letter with its plain text and the names of its attachments',
      params: oneId,
      response: {
        200: letter.extend({ text: z.string(), attachments: z.array(z.string()) }),
        ...forOfficers,
        ...refusals(404),
      },
    },
  }),
  view: route({
    method: 'GET',
    url: '/api/mail/letters/:id/view',
    schema: {
      summary: 'The letter as its reader sees it; its one-time link is left out',
      params: oneId,
      response: { 200: file('text/html', 'The letter'), ...forOfficers, ...refusals(404) },
    },
  }),
  decide: route({
    method: 'POST',
    url: '/api/mail/letters/:id/decide',
    schema: {
      summary:
        'What became of a letter that has no answer; sent again, it bears the same Message-ID',
      params: oneId,
      body: z.object({ decision: z.enum(['arrived', 'send-again']) }),
      response: changed,
    },
  }),
  resend: route({
    method: 'POST',
    url: '/api/mail/letters/:id/resend',
    schema: {
      summary: 'Sends a letter anew that was not taken, to the same or a corrected address',
      params: oneId,
      body: z.object({ email: z.email().max(254).toLowerCase().optional() }),
      response: changed,
    },
  }),
  invite: route({
    method: 'POST',
    url: '/api/mail/invitations',
    schema: {
      summary:
        'Invites the district offices of a csv (district, email), each by a letter of its own',
      body: z.object({ csv: content({ min: 1, max: 60_000 }), language: z.enum(['hi', 'en']) }),
      response: {
        200: z.object({
          invited: z.int(),
          refused: z.array(
            z.object({ row: z.int(), found: z.string(), hi: z.string(), en: z.string() }),
          ),
        }),
        ...forOfficers,
      },
    },
  }),
  mailInvitation: route({
    method: 'POST',
    url: '/api/mail/invitations/one',
    schema: {
      summary: 'Mails an invitation whose link was just made, to the address that it is for',
      body: z.object({ link: z.url().max(500), language: z.enum(['hi', 'en']) }),
      response: {
        200: z.object({ queued: z.boolean().describe('false when it is on its way already') }),
        ...forOfficers,
        ...refusals(404, 410),
      },
    },
  }),
  choices: route({
    method: 'GET',
    url: '/api/me/mail',
    schema: {
      summary: 'What the officer gets by e-mail, and in which language',
      response: { 200: choices, ...refusals(401, 403) },
    },
  }),
  choose: route({
    method: 'PUT',
    url: '/api/me/mail',
    schema: {
      summary: 'Chooses what to get by e-mail, and in which language',
      body: z.object({ language: z.enum(['hi', 'en']), unwanted: z.array(z.enum(mailTopics)) }),
      response: { 200: choices, ...forOfficers },
    },
  }),
  askUnsubscribe: route({
    method: 'GET',
    url: '/api/mail/unsubscribe/:token',
    schema: {
      summary: 'A page with one button that ends letters of a topic; opening it changes nothing',
      params: token,
      response: { 200: file('text/html', 'The page'), 404: file('text/html', 'No such address') },
    },
  }),
  unsubscribe: route({
    method: 'POST',
    url: '/api/mail/unsubscribe/:token',
    schema: {
      summary: 'Ends letters of a topic without signing in (RFC 8058)',
      params: token,
      response: { 200: file('text/html', 'Done'), 404: file('text/html', 'No such address') },
    },
  }),
} as const;

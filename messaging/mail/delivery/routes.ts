import type { Pool } from 'pg';
import { z } from 'zod';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { OfficePlaces } from '../../../campaigns/offices/office.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { roles } from '../../../campaigns/offices/role.ts';
import { listTopics, mailTopics, topicNames } from '../../../campaigns/words/mail-topics.ts';
import { file, oneId, refusals } from '../../contract/route.ts';
import { type LetterState, letterStates } from '../../contract/values.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import { mailInvitations } from './invitations-by-mail.ts';
import { isQuiet, readAttachments, type StoredLetter } from './ledger-sql.ts';
import type { LetterCampaign } from './letters/voice.ts';
import { decideLetter, requireLetter, resendLetter } from './letters.ts';
import { countStates, listLetters } from './letters-sql.ts';
import type { Mail } from './mail.ts';
import {
  changed,
  choices,
  type LetterQuery,
  letterQuery,
  letter as letterSchema,
} from './mail-schemas.ts';
import { readChoices, writeChoice, writeLanguage } from './recipients-sql.ts';

export interface MailRouteDependencies extends OfficePlaces {
  campaign: OfficePlaces['campaign'] & LetterCampaign;
  pool: Pool;
  mail: Mail;
  /** Letters lie in a folder. */
  outbox: boolean;
  now: () => Date;
}

/** Letters and what became of them, and which of them each officer gets. */
export function mailRoutes(dependencies: MailRouteDependencies) {
  const { pool } = dependencies;
  const reading = { access: rolesFor('mail.read') };
  return [
    serveRoute('GET /api/mail/letters', {
      summary: 'Letters, the latest first, and how many there are in each state',
      querystring: letterQuery,
      response: {
        200: z.object({
          outbox: z.boolean().describe('No mail server is set up: letters lie in a folder'),
          quiet: z.boolean().describe('It is night: only urgent letters go out'),
          counts: z.record(z.enum(letterStates), z.int()),
          found: z.int().describe('Of the state and the text that are asked for'),
          letters: z.array(letterSchema),
        }),
      },
      may: 'mail.read',
      handler: ({ query }) => viewLetters(dependencies, query),
    }),
    serveRoute('GET /api/mail/letters/:id', {
      summary: 'One letter with its plain text and the names of its attachments',
      params: oneId,
      response: {
        200: letterSchema.extend({ text: z.string(), attachments: z.array(z.string()) }),
        ...refusals(404),
      },
      may: 'mail.read',
      handler: async ({ params }) => {
        const letter = await requireLetter(pool, params.id);
        const attachments = (await readAttachments(pool, letter.id)).map(({ name }) => name);
        return { ...summariseLetter(letter), text: letter.bodyText, attachments };
      },
    }),
    serveRoute('GET /api/mail/letters/:id/view', {
      summary: 'The letter as its reader sees it; its one-time link is left out',
      params: oneId,
      response: { 200: file('text/html', 'The letter'), ...refusals(404) },
      config: { ...reading, answers: 'letter' },
      handler: async ({ params }, reply) => {
        const letter = await requireLetter(pool, params.id);
        // The address that ends somebody's letters is for nobody else.
        const shown = letter.bodyHtml.replaceAll(letter.unsubscribe ?? '\u0000', '#');
        return reply.type('text/html; charset=utf-8').send(shown);
      },
    }),
    serveRoute('POST /api/mail/letters/:id/decide', {
      summary:
        'What became of a letter that has no answer; sent again, it bears the same Message-ID',
      params: oneId,
      body: z.object({ decision: z.enum(['arrived', 'send-again']) }),
      response: changed,
      may: 'mail.settle',
      handler: async ({ caller, params, body }) =>
        summariseLetter(await decideLetter(pool, { ...params, ...body }, caller)),
    }),
    serveRoute('POST /api/mail/letters/:id/resend', {
      summary: 'Resends a letter that was not accepted, to the same or a corrected address',
      params: oneId,
      body: z.object({ email: z.email().max(254).toLowerCase().optional() }),
      response: changed,
      may: 'mail.settle',
      handler: async ({ caller, params, body }) =>
        summariseLetter(await resendLetter(pool, { ...params, ...body }, caller)),
    }),
    serveRoute('POST /api/mail/invitations', {
      summary: 'Mails invitations whose links were just made, to the addresses that they are for',
      body: z.object({
        links: z.array(z.url().max(500)).min(1).max(200),
        language: z.enum(['hi', 'en']),
      }),
      response: {
        200: z.object({ queued: z.int().describe('Without those that are on their way already') }),
        ...refusals(404, 410),
      },
      may: 'person.invite',
      handler: async ({ caller, body }) => ({
        queued: await mailInvitations(dependencies, body, caller),
      }),
    }),
    ...choiceRoutes(pool),
  ];
}

export function choiceRoutes(pool: Pool) {
  const config = { access: roles };
  return [
    serveRoute('GET /api/me/mail', {
      summary: 'What the officer gets by e-mail, and in which language',
      response: { 200: choices },
      config,
      handler: ({ actor }) => viewChoices(pool, actor),
    }),
    serveRoute('PUT /api/me/mail', {
      summary: 'Chooses what to get by e-mail, and in which language',
      body: z.object({ language: z.enum(['hi', 'en']), unwanted: z.array(z.enum(mailTopics)) }),
      response: { 200: choices },
      config,
      handler: ({ actor, body }) =>
        inTransaction(pool, async (tx) => {
          await writeLanguage(tx, actor.id, body.language);
          for (const topic of listTopics(actor.role)) {
            await writeChoice(tx, actor.id, topic, !body.unwanted.includes(topic));
          }
          return viewChoices(tx, actor);
        }),
    }),
  ];
}

async function viewLetters({ pool, outbox, now }: MailRouteDependencies, query: LetterQuery) {
  const { letters, found } = await listLetters(pool, query);
  const inState = await countStates(pool);
  const counts = Object.fromEntries(letterStates.map((state) => [state, inState[state] ?? 0]));
  return {
    outbox,
    quiet: isQuiet(now()),
    counts: counts as Record<LetterState, number>,
    found,
    letters: letters.map(summariseLetter),
  };
}

async function viewChoices(tx: Queryable, { id, role }: Actor) {
  const { language, unwanted } = await readChoices(tx, id);
  return {
    language,
    topics: listTopics(role).map((topic) => ({
      topic,
      name: topicNames[topic],
      wanted: !unwanted.includes(topic),
    })),
  };
}

function summariseLetter(letter: StoredLetter) {
  const { bodyText, bodyHtml, unsubscribe, sealedLink, messageId, ...shown } = letter;
  const { urgent, personId, dueSince, ...summary } = shown;
  return summary;
}

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import type { Actor } from '../../../campaigns/offices/actor.ts';
import type { OfficePlaces } from '../../../campaigns/offices/office.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { roles } from '../../../campaigns/offices/role.ts';
import { listTopics, topicNames } from '../../../campaigns/words/mail-topics.ts';
import { mailRoutes } from '../../contract/mail/mail.ts';
import { type LetterState, letterStates } from '../../contract/values.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { inviteByMail, mailInvitation } from './invitations-by-mail.ts';
import { readAttachments, type StoredLetter } from './ledger-sql.ts';
import type { LetterCampaign } from './letters/voice.ts';
import { decideLetter, requireLetter, resendLetter } from './letters.ts';
import { countStates, type LetterSearch, listLetters } from './letters-sql.ts';
import type { Mail } from './mail.ts';
import { isQuiet } from './quiet-hours.ts';
import { readChoices, writeChoice, writeLanguage } from './recipients-sql.ts';

export interface MailRouteDependencies extends OfficePlaces {
  campaign: OfficePlaces['campaign'] & LetterCampaign;
  pool: Pool;
  mail: Mail;
  publicUrl: string;
  /** Letters lie in a folder. */
  outbox: boolean;
  now: () => Date;
}

/** Letters and what became of them, and which of them each officer gets. */
export function registerMail(app: FastifyInstance, dependencies: MailRouteDependencies): void {
  const { pool } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { access: rolesFor('mail.read') };
  const settling = { access: rolesFor('mail.settle') };
  const inviting = { access: rolesFor('person.invite') };

  routes.route({
    ...mailRoutes.list,
    config: reading,
    handler: ({ query }) => viewLetters(dependencies, query),
  });
  routes.route({
    ...mailRoutes.read,
    config: reading,
    handler: async ({ params }) => {
      const letter = await requireLetter(pool, params.id);
      const attachments = (await readAttachments(pool, letter.id)).map(({ name }) => name);
      return { ...summariseLetter(letter), text: letter.bodyText, attachments };
    },
  });
  routes.route({
    ...mailRoutes.view,
    config: { ...reading, answers: 'letter' },
    handler: async ({ params }, reply) => {
      const letter = await requireLetter(pool, params.id);
      // The address that ends somebody's letters is for nobody else.
      const shown = letter.bodyHtml.replaceAll(letter.unsubscribe ?? '\u0000', '#');
      return reply.type('text/html; charset=utf-8').send(shown);
    },
  });
  routes.route({
    ...mailRoutes.decide,
    config: settling,
    handler: async ({ caller, params, body }) =>
      summariseLetter(await decideLetter(pool, { ...params, ...body }, caller)),
  });
  routes.route({
    ...mailRoutes.resend,
    config: settling,
    handler: async ({ caller, params, body }) =>
      summariseLetter(await resendLetter(pool, { ...params, ...body }, caller)),
  });
  routes.route({
    ...mailRoutes.invite,
    config: inviting,
    handler: ({ caller, body }) => inviteByMail(dependencies, body, caller),
  });
  routes.route({
    ...mailRoutes.mailInvitation,
    config: inviting,
    handler: ({ caller, body }) => mailInvitation(dependencies, body, caller),
  });
  registerChoices(app, pool);
}

function registerChoices(app: FastifyInstance, pool: Pool): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: roles };
  routes.route({
    ...mailRoutes.choices,
    config,
    handler: ({ actor }) => viewChoices(pool, actor),
  });
  routes.route({
    ...mailRoutes.choose,
    config,
    handler: ({ actor, body }) =>
      inTransaction(pool, async (tx) => {
        await writeLanguage(tx, actor.id, body.language);
        for (const topic of listTopics(actor.role)) {
          await writeChoice(tx, actor.id, topic, !body.unwanted.includes(topic));
        }
        return viewChoices(tx, actor);
      }),
  });
}

async function viewLetters({ pool, outbox, now }: MailRouteDependencies, query: LetterSearch) {
  const { letters, matching } = await listLetters(pool, query);
  const found = await countStates(pool);
  const counts = Object.fromEntries(letterStates.map((state) => [state, found[state] ?? 0]));
  return {
    outbox,
    quiet: isQuiet(now()),
    counts: counts as Record<LetterState, number>,
    matching,
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

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import type { OfficePlaces } from '../../../campaigns/offices/office.ts';
import { rolesFor } from '../../../campaigns/offices/permission.ts';
import { type Role, roles } from '../../../campaigns/offices/role.ts';
import { listTopics, topicNames } from '../../../campaigns/words/mail-topics.ts';
import { mailRoutes } from '../../contract/mail/mail.ts';
import { letterStates } from '../../contract/values.ts';
import { inTransaction, type Queryable } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { inviteByMail, mailInvitation } from './invitations-by-mail.ts';
import { readAttachments, type StoredLetter } from './ledger-sql.ts';
import { decideLetter, resendLetter } from './letter-book.ts';
import { countStates, findLetter, listLetters } from './letter-book-sql.ts';
import type { LetterCampaign } from './letters/voice.ts';
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

/** What became of letters, and what each officer gets. */
export function registerMail(app: FastifyInstance, dependencies: MailRouteDependencies): void {
  const { pool, outbox, now } = dependencies;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const reading = { access: rolesFor('mail.read') };
  const settling = { access: rolesFor('mail.settle') };

  routes.route({
    ...mailRoutes.list,
    config: reading,
    handler: async ({ query }) => {
      const { letters, matching } = await listLetters(pool, query);
      const found = await countStates(pool);
      const counts = Object.fromEntries(letterStates.map((state) => [state, found[state] ?? 0]));
      return {
        outbox,
        quiet: isQuiet(now()),
        counts: counts as Record<(typeof letterStates)[number], number>,
        matching,
        letters: letters.map(summaryOf),
      };
    },
  });
  routes.route({
    ...mailRoutes.read,
    config: reading,
    handler: async ({ params }) => {
      const letter = await letterOf(params.id);
      const attachments = await readAttachments(pool, letter.id);
      return {
        ...summaryOf(letter),
        text: letter.bodyText,
        attachments: attachments.map(({ name }) => name),
      };
    },
  });
  routes.route({
    ...mailRoutes.view,
    config: { ...reading, answers: 'letter' },
    handler: async ({ params }, reply) => {
      const letter = await letterOf(params.id);
      // What ends somebody's letters is for nobody else.
      const shown = letter.bodyHtml.replaceAll(letter.unsubscribe ?? '\u0000', '#');
      return reply.type('text/html; charset=utf-8').send(shown);
    },
  });
  routes.route({
    ...mailRoutes.decide,
    config: settling,
    handler: async (request) =>
      summaryOf(await decideLetter(pool, askedOf(request), request.body.decision)),
  });
  routes.route({
    ...mailRoutes.resend,
    config: settling,
    handler: async (request) =>
      summaryOf(await resendLetter(pool, askedOf(request), request.body.email)),
  });
  routes.route({
    ...mailRoutes.invite,
    config: { access: rolesFor('person.invite') },
    handler: async ({ actor, body, id }) =>
      inviteByMail(dependencies, { ...body, by: actor, requestId: id }),
  });
  routes.route({
    ...mailRoutes.mailInvitation,
    config: { access: rolesFor('person.invite') },
    handler: async ({ actor, body, id }) =>
      mailInvitation(dependencies, { ...body, by: actor, requestId: id }),
  });
  registerChoices(app, pool);

  async function letterOf(id: number): Promise<StoredLetter> {
    const found = await findLetter(pool, id);
    if (found === undefined) throw new Refusal('no-such-letter');
    return found;
  }
}

function registerChoices(app: FastifyInstance, pool: Pool): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: roles };

  routes.route({
    ...mailRoutes.choices,
    config,
    handler: ({ actor }) => choicesOf(pool, actor),
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
        return choicesOf(tx, actor);
      }),
  });
}

async function choicesOf(database: Queryable, { id, role }: { id: string; role: Role }) {
  const { language, unwanted } = await readChoices(database, id);
  return {
    language,
    topics: listTopics(role).map((topic) => ({
      topic,
      name: topicNames[topic],
      wanted: !unwanted.includes(topic),
    })),
  };
}

function askedOf({ actor, params, id }: FastifyRequest<{ Params: { id: number } }>) {
  return { actor, id: params.id, requestId: id };
}

function summaryOf(letter: StoredLetter) {
  const { bodyText, bodyHtml, unsubscribe, sealedLink, messageId, ...shown } = letter;
  const { urgent, personId, dueSince, ...summary } = shown;
  return summary;
}

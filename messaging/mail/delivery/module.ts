import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { reference } from '../../../campaigns/text-types.ts';
import { type MailTopic, topicNames } from '../../../campaigns/words/mail-topics.ts';
import { pairs } from '../../../campaigns/words/pairs.ts';
import { file, refusals } from '../../contract/route.ts';
import type { House } from '../../kit/house.ts';
import { tryOnce } from '../../platform/http/attempts.ts';
import {
  acceptUnreadForms,
  type BilingualPage,
  isHindi,
  oneButton,
  sendBilingual,
} from '../../platform/http/bilingual-page.ts';
import { html, type PageCampaign } from '../../platform/http/html.ts';
import type { Module } from '../../platform/http/module.ts';
import { addRoutes, serveRoute } from '../../platform/http/serve-route.ts';
import type { Mail } from './mail.ts';
import { makeMail } from './mail-setup.ts';
import { writeChoice } from './recipients-sql.ts';
import { mailRoutes } from './routes.ts';
import type { UnsubscribeTokens } from './unsubscribe-token.ts';

/** The ledger of letters, to write to; and its routes. */
export interface MailModule extends Module {
  mail: Mail;
}

export function openMail({ config, database, districts, campaign, clock }: House): MailModule {
  const { pool } = database;
  const { mail, tokens } = makeMail(config, campaign);
  const outbox = config.mail.smtp === undefined;
  return {
    name: 'mail',
    mail,
    register({ api, pages }) {
      addRoutes(
        api,
        mailRoutes({
          pool,
          mail,
          districts,
          campaign,
          outbox,
          now: clock.now,
        }),
      );
      registerUnsubscribe(pages, { pool, tokens, campaign });
    },
  };
}

interface UnsubscribeDependencies {
  pool: Pool;
  tokens: UnsubscribeTokens;
  campaign: PageCampaign;
}

/**
 * Ends letters of one topic by the address in them. A GET only asks, since programs that look for dangerous
 * links open it; the POST of a mail program (RFC 8058) and of the page's own button does it.
 */
function registerUnsubscribe(app: FastifyInstance, dependencies: UnsubscribeDependencies): void {
  void app.register(async (scope) => {
    acceptUnreadForms(scope);
    addRoutes(scope, unsubscribeRoutes(dependencies));
  });
}

function unsubscribeRoutes({ pool, tokens, campaign }: UnsubscribeDependencies) {
  const common = {
    params: z.object({ token: reference({ min: 1, max: 100 }) }),
    response: {
      200: file('text/html', 'The page'),
      404: file('text/html', 'No such address'),
      ...refusals(429),
    },
    config: { access: 'public', answers: 'form-page', tries: ['unsubscribe-link'] },
  } as const;
  const read = (request: FastifyRequest, token: string) =>
    tryOnce(pool, 'unsubscribe-link', { request }, async () => tokens.read(token));
  return [
    serveRoute('GET /api/mail/unsubscribe/:token', {
      summary: 'A page with one button that ends letters of a topic; opening it changes nothing',
      ...common,
      handler: async (request, reply) => {
        const found = await read(request, request.params.token);
        if (found === undefined) return sendUnknown(reply, campaign);
        return sendBilingual(reply, campaign, askPage(found.topic, campaign));
      },
    }),
    serveRoute('POST /api/mail/unsubscribe/:token', {
      summary: 'Ends letters of a topic without signing in (RFC 8058)',
      ...common,
      handler: async (request, reply) => {
        const found = await read(request, request.params.token);
        if (found === undefined) return sendUnknown(reply, campaign);
        // Of an account that is gone there is nothing left to end.
        await writeChoice(pool, found.personId, found.topic, false);
        return sendBilingual(reply, campaign, endedPage(found.topic));
      },
    }),
  ];
}

function sendUnknown(reply: FastifyReply, campaign: PageCampaign) {
  const { hi, en } = unsubscribeWords;
  return sendBilingual(reply.code(404), campaign, {
    hi: { title: hi.unknownTitle, body: html`<h1>${hi.unknown}</h1>` },
    en: { title: en.unknownTitle, body: html`<p>${en.unknown}</p>` },
  });
}

function askPage(topic: MailTopic, campaign: PageCampaign): BilingualPage {
  const { hi, en } = unsubscribeWords;
  const name = topicNames[topic];
  const button = oneButton({ hi: hi.stop, en: en.stop }, isHindi(campaign));
  return {
    hi: { title: hi.askTitle, body: html`<h1>${name.hi}</h1>\n<p>${hi.ask(name.hi)}</p>` },
    en: { title: en.askTitle, body: html`<p>${en.ask(name.en)}</p>${button}` },
  };
}

function endedPage(topic: MailTopic): BilingualPage {
  const { hi, en } = unsubscribeWords;
  const name = topicNames[topic];
  const [before, account, after] = switchOnAgain;
  return {
    hi: {
      title: hi.endedTitle,
      body: html`<h1>${hi.endedTitle}</h1>
<p>${hi.ended(name.hi)} ${before} <a href="/console/account/">${account}</a> ${after}</p>`,
    },
    en: { title: en.endedTitle, body: html`<p>${en.ended(name.en)}</p>` },
  };
}

/** Page on which letters of a topic are ended. */
const unsubscribeWords = pairs({
  unknownTitle: ['लिंक मान्य नहीं', 'Link not valid'],
  unknown: ['यह लिंक मान्य नहीं है', 'This link is not valid.'],
  askTitle: ['ई-मेल बंद करें', 'Stop e-mails'],
  ask: (topic: string) => ['इस विषय के ई-मेल आपको फिर न भेजे जाएँ?', `No more e-mails on “${topic}”?`],
  stop: ['बंद करें', 'Stop'],
  endedTitle: ['ई-मेल बंद हुए', 'E-mails have ended'],
  ended: (topic: string) => [
    `“${topic}” के ई-मेल अब नहीं आएँगे।`,
    `E-mails on “${topic}” have ended. They can be switched on again in the console, under your account.`,
  ],
});

/** Goes on in Hindi, with a link in its midst; English says it in `ended`. */
const switchOnAgain = ['इन्हें विभागीय पोर्टल पर', 'अपने खाते', 'से फिर चालू किया जा सकता है।'] as const;

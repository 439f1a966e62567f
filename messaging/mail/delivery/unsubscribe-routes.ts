import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import type { Bilingual } from '../../../campaigns/bilingual.ts';
import { officeSide } from '../../../campaigns/language.ts';
import { topicNames } from '../../../campaigns/words/mail-topics.ts';
import { mailRoutes } from '../../contract/mail/mail.ts';
import { html, type Markup, type PageCampaign, page } from '../../platform/http/html.ts';
import { writeChoice } from './recipients-sql.ts';
import type { UnsubscribeTokens } from './unsubscribe-token.ts';

const formLimitBytes = 4096;

/**
 * Ends letters of one topic by the address that stands in them. A GET only asks, since programs that look for dangerous
 * links open it; the POST of a mail program (RFC 8058) and of the page's own button does it.
 */
export function registerUnsubscribe(
  app: FastifyInstance,
  { pool, tokens, campaign }: { pool: Pool; tokens: UnsubscribeTokens; campaign: PageCampaign },
): void {
  void app.register(async (scope) => {
    // What the form holds says nothing that the address does not.
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: formLimitBytes },
      (_request, _body, done) => done(null, undefined),
    );
    const routes = scope.withTypeProvider<ZodTypeProvider>();
    const config = { access: 'public' as const, answers: 'form-page' as const };
    const isHindi = officeSide('hi', campaign.languages[0]) === 'hi';
    const show = (reply: FastifyReply, title: Bilingual, { hi, en }: Record<'hi' | 'en', Markup>) =>
      reply
        .type('text/html; charset=utf-8')
        .send(
          isHindi
            ? page(title.hi, campaign, html`${hi}\n<div lang="en">${en}</div>`)
            : page(title.en, campaign, en, 'en'),
        );
    const strange = (reply: FastifyReply) =>
      show(
        reply.code(404),
        { hi: 'लिंक मान्य नहीं', en: 'Link not valid' },
        {
          hi: html`<h1>यह लिंक मान्य नहीं है</h1>`,
          en: html`<p>This link is not valid.</p>`,
        },
      );

    routes.route({
      ...mailRoutes.askUnsubscribe,
      config,
      handler: async ({ params }, reply) => {
        const found = tokens.read(params.token);
        if (found === undefined) return strange(reply);
        const { hi, en } = topicNames[found.topic];
        const button = html`<form method="post"><button type="submit">${isHindi ? html`बन्द करें <span lang="en">· Stop</span>` : 'Stop'}</button></form>`;
        return show(
          reply,
          { hi: 'ई-मेल बन्द करें', en: 'Stop e-mails' },
          {
            hi: html`<h1>${hi}</h1>
<p>इस विषय के ई-मेल आपको फिर न भेजे जायें?</p>`,
            en: html`<p>No more e-mails on “${en}”?</p>${button}`,
          },
        );
      },
    });
    routes.route({
      ...mailRoutes.unsubscribe,
      config,
      handler: async ({ params }, reply) => {
        const found = tokens.read(params.token);
        if (found === undefined) return strange(reply);
        // Of an account that is gone there is nothing left to end.
        await writeChoice(pool, found.personId, found.topic, false);
        const { hi, en } = topicNames[found.topic];
        return show(
          reply,
          { hi: 'ई-मेल बन्द हुए', en: 'E-mails have ended' },
          {
            hi: html`<h1>ई-मेल बन्द हुए</h1>
<p>“${hi}” के ई-मेल अब नहीं आयेंगे। इन्हें विभागीय पोर्टल पर <a href="/console/account/">अपने खाते</a> से फिर चालू किया जा सकता है।</p>`,
            en: html`<p>E-mails on “${en}” have ended. They can be switched on again in the console, under your account.</p>`,
          },
        );
      },
    });
  });
}

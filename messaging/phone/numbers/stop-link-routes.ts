import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import { z } from 'zod';
import { noticePath } from '../../../campaigns/privacy/notice.ts';
import { stopLinkWords } from '../../../campaigns/words/stop-link-words.ts';
import { file, refusals, route } from '../../contract/route.ts';
import { tryOnce } from '../../platform/http/attempts.ts';
import {
  acceptUnreadForms,
  type BilingualPage,
  isHindi,
  oneButton,
  sendBilingual,
} from '../../platform/http/bilingual-page.ts';
import { html, type Markup, type PageCampaign } from '../../platform/http/html.ts';
import type { Module } from '../../platform/http/module.ts';
import { recordOptOuts } from './opt-outs-sql.ts';
import type { StopTokens } from './stop-token.ts';

/** Twelve symbols; the six of a code are a scan's. */
const url = '/q/:token(^[0-9A-Za-z]{12}$)';
const params = z.object({ token: z.string().regex(/^[0-9A-Za-z]{12}$/) });

/** The link in a message by which its recipient says stop. */
const stopLinkRoutes = {
  ask: route(`GET ${url}`, {
    summary: 'A page with one button that ends messages to a number; opening it changes nothing',
    params,
    response: { 200: file('text/html', 'The page, for a wrong link too') },
  }),
  stop: route(`POST ${url}`, {
    summary: 'Ends messages to the number that got the link',
    params,
    response: {
      200: file('text/html', 'Done'),
      404: file('text/html', 'No such link'),
      ...refusals(429),
    },
  }),
} as const;

export interface StopLinkDependencies {
  pool: Pool;
  tokens: StopTokens;
  campaign: PageCampaign;
}

/**
 * Ends messages to a number by the link that is in one of them. A GET only asks, since phones open links to show
 * what is behind them; the page's one button does it.
 */
export function openStopLinks(dependencies: StopLinkDependencies): Module {
  return {
    name: 'stop-links',
    register: ({ pages }) => registerStopLinks(pages, dependencies),
  };
}

export async function registerStopLinks(
  app: FastifyInstance,
  { pool, tokens, campaign }: StopLinkDependencies,
): Promise<void> {
  await app.register(async (scope) => {
    acceptUnreadForms(scope);
    const routes = scope.withTypeProvider<ZodTypeProvider>();
    const config = { access: 'public' as const, answers: 'form-page' as const };
    // The token is somebody's number.
    const logLevel = 'warn' as const;
    routes.route({
      ...stopLinkRoutes.ask,
      config,
      logLevel,
      // Whether there is such a link, only the button says: what is judged is counted.
      handler: async (_request, reply) => sendBilingual(reply, campaign, askPage(campaign)),
    });
    routes.route({
      ...stopLinkRoutes.stop,
      config: { ...config, tries: ['stop-link'] },
      logLevel,
      handler: async (request, reply) => {
        const number = await tryOnce(pool, 'stop-link', { request }, async () =>
          tokens.read(request.params.token),
        );
        if (number === undefined)
          return sendBilingual(reply.code(404), campaign, unknownPage(campaign));
        await recordOptOuts(pool, [number], 'link');
        return sendBilingual(reply, campaign, endedPage(campaign));
      },
    });
  });
}

const { hi, en } = stopLinkWords;

function noticeLink(campaign: PageCampaign): Markup {
  const label = isHindi(campaign)
    ? html`<span lang="hi">${hi.notice}</span> · ${en.notice}`
    : html`${en.notice}`;
  return html`<p><a href="${noticePath}">${label}</a></p>`;
}

function askPage(campaign: PageCampaign): BilingualPage {
  const button = oneButton({ hi: hi.stop, en: en.stop }, campaign);
  return {
    hi: { title: hi.askTitle, body: html`<h1>${hi.askTitle}</h1>\n<p>${hi.ask}</p>` },
    en: { title: en.askTitle, body: html`<p>${en.ask}</p>\n${button}\n${noticeLink(campaign)}` },
  };
}

function endedPage(campaign: PageCampaign): BilingualPage {
  return {
    hi: { title: hi.endedTitle, body: html`<h1>${hi.endedTitle}</h1>\n<p>${hi.ended}</p>` },
    en: { title: en.endedTitle, body: html`<p>${en.ended}</p>\n${noticeLink(campaign)}` },
  };
}

function unknownPage(campaign: PageCampaign): BilingualPage {
  return {
    hi: { title: hi.unknownTitle, body: html`<h1>${hi.unknownTitle}</h1>\n<p>${hi.unknown}</p>` },
    en: { title: en.unknownTitle, body: html`<p>${en.unknown}</p>\n${noticeLink(campaign)}` },
  };
}

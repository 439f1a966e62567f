import type { FastifyInstance, FastifyReply } from 'fastify';
import { officeSide } from '../../../campaigns/language.ts';
import { html, type Markup, type PageCampaign, page } from './html.ts';

/** A page in both languages: the campaign's own, and English. */
export type BilingualPage = Record<'hi' | 'en', { title: string; body: Markup }>;

const formLimitBytes = 4096;

export function isHindi(campaign: PageCampaign): boolean {
  return officeSide('hi', campaign) === 'hi';
}

export function sendBoth(
  reply: FastifyReply,
  campaign: PageCampaign,
  { hi, en }: BilingualPage,
): FastifyReply {
  const body = html`${hi.body}\n<div lang="en">${en.body}</div>`;
  return sendPage(reply, page(hi.title, campaign, body));
}

/** Sends a page whose first part is Hindi: a campaign in another language has the English part alone. */
export function sendBilingual(
  reply: FastifyReply,
  campaign: PageCampaign,
  words: BilingualPage,
): FastifyReply {
  if (isHindi(campaign)) return sendBoth(reply, campaign, words);
  return sendPage(reply, page(words.en.title, campaign, words.en.body, 'en'));
}

function sendPage(reply: FastifyReply, markup: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(markup);
}

/**
 * A form of one button, in both languages or in English alone.
 * @param action where it is sent, if not to the page's own address
 */
export function oneButton(
  words: Record<'hi' | 'en', string>,
  inBoth: boolean,
  action?: string,
): Markup {
  const label = inBoth ? html`${words.hi} <span lang="en">· ${words.en}</span>` : html`${words.en}`;
  const form =
    action === undefined
      ? html`<form method="post">`
      : html`<form method="post" action="${action}">`;
  return html`${form}<button type="submit">${label}</button></form>`;
}

/** Takes forms in this plugin's routes without reading them: their address says everything. */
export function acceptUnreadForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'string', bodyLimit: formLimitBytes },
    (_request, _body, done) => done(null, undefined),
  );
}

import type { FastifyInstance, FastifyReply } from 'fastify';
import { officeSide } from '../../../campaigns/language.ts';
import { html, type Markup, type PageCampaign, page } from './html.ts';

/** A page in both languages; a campaign in another language than Hindi has the English part alone. */
export type BilingualPage = Record<'hi' | 'en', { title: string; body: Markup }>;

const formLimitBytes = 4096;

export function isHindi({ languages }: PageCampaign): boolean {
  return officeSide('hi', languages[0]) === 'hi';
}

export function sendBilingual(
  reply: FastifyReply,
  campaign: PageCampaign,
  { hi, en }: BilingualPage,
): FastifyReply {
  const markup = isHindi(campaign)
    ? page(hi.title, campaign, html`${hi.body}\n<div lang="en">${en.body}</div>`)
    : page(en.title, campaign, en.body, 'en');
  return reply.type('text/html; charset=utf-8').send(markup);
}

/**
 * A form of one button, in both languages.
 * @param action where it is sent, if not to the page's own address
 */
export function oneButton(
  words: Record<'hi' | 'en', string>,
  campaign: PageCampaign,
  action?: string,
): Markup {
  const label = isHindi(campaign)
    ? html`${words.hi} <span lang="en">· ${words.en}</span>`
    : html`${words.en}`;
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

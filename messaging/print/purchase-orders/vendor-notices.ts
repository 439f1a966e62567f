import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { officeSide, type Spoken } from '../../../campaigns/language.ts';
import { type PageLanguage, vendorWords } from '../../../campaigns/words/vendor-words.ts';
import { html, page } from '../../platform/http/html.ts';
import { Refusal } from '../../platform/process/refusal.ts';

/** Pages of words only, with their HTTP status. */
const statuses = {
  gone: 404,
  expired: 410,
  noParcel: 404,
  notHere: 403,
  refused: 409,
} as const;

/** As the address says; a campaign in neither language has these pages in English. */
export function pickLanguage(
  { query }: Pick<FastifyRequest, 'query'>,
  campaign: Spoken,
): PageLanguage {
  return officeSide((query as { lang?: unknown }).lang === 'en' ? 'en' : 'hi', campaign);
}

export function sendNotice(
  notice: keyof typeof statuses,
  {
    request,
    reply,
    campaign,
  }: { request: FastifyRequest; reply: FastifyReply; campaign: Campaign },
): FastifyReply {
  const language = pickLanguage(request, campaign);
  const { [notice]: title, [`${notice}Text` as const]: text } = vendorWords[language];
  reply.kind = 'own-page';
  return reply
    .code(statuses[notice])
    .type('text/html; charset=utf-8')
    .send(page(title, campaign, html`<h1>${title}</h1><p>${text}</p>`, language));
}

/** Whether the mark was set; the caller shows a page for a refused one. */
export async function isMarked(marking: Promise<unknown>): Promise<boolean> {
  try {
    await marking;
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import { noticePath } from '../../../campaigns/privacy/notice.ts';
import { toDay } from '../../../campaigns/tracker/clock.ts';
import { consentWords } from '../../../campaigns/words/consent-words.ts';
import { pairs } from '../../../campaigns/words/pairs.ts';
import { file, refusals, route } from '../../contract/route.ts';
import { type Tried, tryOnce } from '../../platform/http/attempts.ts';
import {
  acceptUnreadForms,
  type BilingualPage,
  isHindi,
  oneButton,
  sendBilingual,
} from '../../platform/http/bilingual-page.ts';
import { identifyClient } from '../../platform/http/client.ts';
import { html, type Markup, type PageCampaign } from '../../platform/http/html.ts';
import type { Module } from '../../platform/http/module.ts';
import { Refusal } from '../../platform/process/refusal.ts';
import { openOwnSpool } from '../../platform/spool/own-spool.ts';
import type { Spool } from '../../platform/spool/spool.ts';
import { type ConsentEvent, readConsentEvents } from './consent-events-sql.ts';
import { digits, recordOptOuts } from './opt-outs-sql.ts';
import type { StopTokens } from './stop-token.ts';

/** Page on which a recipient of messages says stop. */
const stopLinkWords = pairs({
  askTitle: ['संदेश बंद करें', 'Stop the messages'],
  ask: [
    'जिस नंबर पर यह संदेश आया, उस पर ऐसे SMS और ऐसी कॉल अब न भेजी जाएँ?',
    'Shall no more such SMS and calls go to the number that got this message?',
  ],
  stop: ['हाँ, बंद करें', 'Yes, stop them'],
  see: ['केवल देखें कि क्या दर्ज है', 'Only show what is noted'],
  endedTitle: ['संदेश बंद हुए', 'The messages have ended'],
  ended: [
    'अब उस नंबर पर न ऐसा SMS भेजा जाएगा, न ऐसी कॉल। 112 की सेवा पहले जैसी चलती रहेगी।',
    'No such SMS or call goes to that number any more. The 112 service stays as it is.',
  ],
  keptTitle: ['अनुरोध सहेज लिया गया', 'Your request is kept'],
  kept: [
    'अभी सर्वर व्यस्त है। लिंक सही है, तो कुछ देर में उस नंबर पर ऐसे SMS और ऐसी कॉल बंद हो जाएँगी; फिर से दबाने की आवश्यकता नहीं।',
    'The server is busy now. If the link is right, such SMS and calls to that number end in a while; there is no need to tap again.',
  ],
  unknownTitle: ['लिंक मान्य नहीं', 'Link not valid'],
  unknown: [
    'यह लिंक पूरा या सही नहीं है। इसे संदेश से ही खोलें।',
    'This link is not complete or not right. Open it from the message itself.',
  ],
  notice: ['ये संदेश कौन भेजता है, और आपके अधिकार', 'Who sends these messages, and your rights'],
});

/** Twelve symbols; the six of a code are a scan's. */
const url = '/q/:token(^[0-9A-Za-z]{12}$)';
const token = z.string().regex(/^[0-9A-Za-z]{12}$/);
const params = z.object({ token });
/** Token and sender of a tap that waits for the database. */
const kept = z.tuple([token, z.string().max(60)]);

/** The link in a message by which its recipient says stop. */
const stopLinkRoutes = {
  ask: route(`GET ${url}`, {
    summary: 'A page with one button that ends messages to a number; opening it changes nothing',
    params,
    response: { 200: file('text/html', 'The page, for a wrong link too') },
  }),
  stop: route(`POST ${url}`, {
    summary:
      'Ends messages to the number that got the link; with `only=history` says what is noted of its consent, by channel and day, and ends nothing',
    params,
    querystring: z.object({ only: z.enum(['history']).optional() }),
    response: {
      200: file('text/html', 'Done'),
      202: file('text/html', 'Kept, and done once the database is back'),
      404: file('text/html', 'No such link'),
      ...refusals(429),
    },
  }),
} as const;

interface StopLinks {
  pool: Pool;
  tokens: StopTokens;
  campaign: PageCampaign;
  spool: Pick<Spool, 'append'>;
}

/**
 * Ends messages to a number by the link that is in one of them. A GET only asks, since phones open links to show
 * what is behind them; the page's one button does it. While the database is away the tap is kept unread, and judged and
 * counted when it is back.
 */
export async function openStopLinks({
  spoolDir,
  log,
  ...options
}: Omit<StopLinks, 'spool'> & { spoolDir: string; log: Logger }): Promise<Module> {
  const { spool, close } = await openOwnSpool({
    base: join(spoolDir, 'stop-links'),
    onTrouble: (error) => log.error(error, 'taps on stop links cannot be stored'),
    onDrainTrouble: (error) => log.warn(error, 'taps on stop links wait for the database'),
    async store(records) {
      for (const { payload } of records) await stopLater(options, payload);
    },
  });
  return {
    name: 'stop-links',
    register: ({ pages }) => registerStopLinks(pages, { ...options, spool }),
    close,
  };
}

const tries = ['stop-link'] as const;

/** @returns the number to which the link belongs */
function findNumber(
  { pool, tokens }: Pick<StopLinks, 'pool' | 'tokens'>,
  request: Tried['request'],
  token: string,
): Promise<string | undefined> {
  return tryOnce(pool, 'stop-link', { request }, async () => tokens.read(token));
}

/** @returns what is noted of the number then; undefined where there is no such link */
async function stopByLink(
  links: Pick<StopLinks, 'pool' | 'tokens'>,
  request: Tried['request'],
  token: string,
): Promise<ConsentEvent[] | undefined> {
  const number = await findNumber(links, request, token);
  if (number === undefined) return undefined;
  await recordOptOuts(links.pool, [number], 'link');
  return readConsentEvents(links.pool, digits(number));
}

/** Does what somebody tapped while the database was away; one guess too many is dropped, as it would have been then. */
async function stopLater(links: Omit<StopLinks, 'spool'>, payload: Uint8Array): Promise<void> {
  const { success, data: tap } = kept.safeParse(JSON.parse(Buffer.from(payload).toString('utf8')));
  if (!success) return;
  const [token, ip] = tap;
  const request = { ip, routeOptions: { url, config: { tries } } };
  await stopByLink(links, request, token).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

async function registerStopLinks(app: FastifyInstance, links: StopLinks): Promise<void> {
  const { campaign, spool } = links;
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
      config: { ...config, tries },
      logLevel,
      handler: async (request, reply) => {
        const { token } = request.params;
        if (request.query.only === 'history') {
          const number = await findNumber(links, request, token);
          if (number === undefined)
            return sendBilingual(reply.code(404), campaign, unknownPage(campaign));
          const events = await readConsentEvents(links.pool, digits(number));
          return sendBilingual(reply, campaign, historyPage(campaign, events));
        }
        try {
          const events = await stopByLink(links, request, token);
          return events === undefined
            ? sendBilingual(reply.code(404), campaign, unknownPage(campaign))
            : sendBilingual(reply, campaign, endedPage(campaign, events));
        } catch (error) {
          if (error instanceof Refusal) throw error;
          const tap: z.input<typeof kept> = [token, identifyClient(request)];
          if (!(await spool.append(Buffer.from(JSON.stringify(tap))))) throw error;
          return sendBilingual(reply.code(202), campaign, keptPage(campaign));
        }
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
  const see = oneButton({ hi: hi.see, en: en.see }, campaign, '?only=history');
  return {
    hi: { title: hi.askTitle, body: html`<h1>${hi.askTitle}</h1>\n<p>${hi.ask}</p>` },
    en: {
      title: en.askTitle,
      body: html`<p>${en.ask}</p>\n${button}\n${see}\n${noticeLink(campaign)}`,
    },
  };
}

function endedPage(campaign: PageCampaign, events: readonly ConsentEvent[]): BilingualPage {
  const noted = listEvents(events);
  return {
    hi: {
      title: hi.endedTitle,
      body: html`<h1>${hi.endedTitle}</h1>\n<p>${hi.ended}</p>\n${noted.hi}`,
    },
    en: {
      title: en.endedTitle,
      body: html`<p>${en.ended}</p>\n${noted.en}\n${noticeLink(campaign)}`,
    },
  };
}

function historyPage(campaign: PageCampaign, events: readonly ConsentEvent[]): BilingualPage {
  const noted = listEvents(events, true);
  const { title } = consentWords.hi;
  return {
    hi: { title, body: html`<h1>${title}</h1>\n${noted.hi}` },
    en: { title: consentWords.en.title, body: html`${noted.en}\n${noticeLink(campaign)}` },
  };
}

/**
 * The events by channel and day, in Hindi below a heading of their own unless the page is titled so; neither the number nor an officer is named to who
 * holds the link.
 */
function listEvents(
  events: readonly ConsentEvent[],
  isTitled = false,
): Record<'hi' | 'en', Markup> {
  const list = (language: 'hi' | 'en', below = true) => {
    const { title, none, kinds, channels } = consentWords[language];
    if (events.length === 0) return html`<p>${none}</p>`;
    const heading = below ? html`<h2>${title}</h2>\n` : html``;
    const rows = events.map(
      ({ kind, channel, saidAt }) =>
        html`<li>${toDay(saidAt).split('-').toReversed().join('.')}: ${kinds[kind]}, ${channels[channel]}</li>`,
    );
    return html`${heading}<ul>${rows}</ul>`;
  };
  return { hi: list('hi', !isTitled), en: list('en') };
}

function keptPage(campaign: PageCampaign): BilingualPage {
  return {
    hi: { title: hi.keptTitle, body: html`<h1>${hi.keptTitle}</h1>\n<p>${hi.kept}</p>` },
    en: { title: en.keptTitle, body: html`<p>${en.kept}</p>\n${noticeLink(campaign)}` },
  };
}

function unknownPage(campaign: PageCampaign): BilingualPage {
  return {
    hi: { title: hi.unknownTitle, body: html`<h1>${hi.unknownTitle}</h1>\n<p>${hi.unknown}</p>` },
    en: { title: en.unknownTitle, body: html`<p>${en.unknown}</p>\n${noticeLink(campaign)}` },
  };
}

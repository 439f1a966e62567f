import type { IncomingHttpHeaders } from 'node:http';
import { officerCookie } from '../../../campaigns/offices/officer-cookie.ts';
import type { VisitorKind } from './scan-payload.ts';

/** Apps that fetch a link to show a card of it. In-app browsers (Twitter for iPhone, FBAN) are people. */
const previewers =
  /facebookexternalhit|facebot|^whatsapp\/|telegrambot|twitterbot|linkedinbot|slackbot|slack-imgproxy|discordbot|skypeuripreview|pinterestbot|redditbot|vkshare|embedly|iframely|snapchat ads|bingpreview|google-inspectiontool|mastodon|viber/i;
/** CUBOT is a maker of phones. */
const robots =
  /(?<!cu)bot\b|crawl|spider|slurp|archiver|uptime|pingdom|lighthouse|headless|phantom|puppeteer|playwright|selenium|curl\/|wget\/|libwww|python|java\/|okhttp|go-http-client|node-fetch|axios|undici|httpclient|postman|feedfetcher|mediapartners|apis-google|favicon/i;

/** Tells people from programs, by what the request says of itself. */
export function classifyVisitor(method: string, headers: IncomingHttpHeaders): VisitorKind {
  if (method === 'HEAD') return 'head';
  if (isPrefetch(headers)) return 'prefetch';
  if (headers.cookie?.includes(officerCookie)) return 'officer';
  return kindOfAgent(headers['user-agent'] ?? '');
}

const kindOfAgent = cacheAnswers((agent): VisitorKind => {
  if (agent.trim() === '') return 'bot';
  if (previewers.test(agent)) return 'preview';
  return robots.test(agent) ? 'bot' : 'person';
});

const prefetchHeaders = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz'];

function isPrefetch(headers: IncomingHttpHeaders): boolean {
  return prefetchHeaders.some((name) => {
    const value = headers[name];
    return value !== undefined && /prefetch|preview|prerender/i.test(String(value));
  });
}

/**
 * Remembers a pure function's answers for texts that come again and again, as user agents do. Long texts are not
 * kept, and all are forgotten at the limit, so that a stranger cannot fill the memory.
 */
export function cacheAnswers<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (answers.size >= countLimit) answers.clear();
    if (text.length <= lengthLimit) answers.set(text, found);
    return found;
  };
}

const countLimit = 5000;
const lengthLimit = 400;

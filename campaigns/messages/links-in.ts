import tlds from 'tlds' with { type: 'json' };
import { blankOut, foldText, variableSign } from './folded-text.ts';
import { publicShorteners } from './public-shorteners.ts';

/** A link that is in a text, as a phone makes one of it. */
export interface FoundLink {
  /** As written there, without what closes the sentence. */
  link: string;
  at: number;
  /** Part of it is a variable. */
  varies: boolean;
}

/** Places in a text that a phone takes for links, and full stops without a blank that might be taken for one. */
export interface FoundLinks {
  links: FoundLink[];
  addresses: { from: number; to: number }[];
  joints: { text: string; at: number }[];
}

const topLevel: ReadonlySet<string> = new Set(tlds);
/** Known as ends of hosts to everybody: a link however it is written. */
const usualEnds: ReadonlySet<string> = new Set('com net org gov edu info biz xyz'.split(' '));
const schemeForm = /[a-z][a-z0-9+.-]{1,15}:\/\/\S*/giu;
const label = `[\\p{L}\\p{M}\\p{N}${variableSign}-]`;
const bareForm = new RegExp(
  `(?<!${label})(?:${label}{1,63}\\.){1,40}${label}{2,63}(?::\\d{1,5})?(?:[/?#]\\S*)?`,
  'giu',
);
const addressForm =
  /[\p{L}\p{M}\p{N}_+-][\p{L}\p{M}\p{N}._+-]{0,63}@(?:[\p{L}\p{M}\p{N}-]{1,63}\.){1,8}[\p{L}\p{M}]{2,63}(?![\p{L}\p{M}\p{N}/:?#@-])/gu;
const sentenceEnd = /(?<![.,;:!'"”’)\]}>।…|])[.,;:!'"”’)\]}>।…|]+$/u;
const openEnd = /(?<!…)…+$/;
/** Shortened words that end in a full stop. */
const shortened = /^(?:[\d.]*(?:a\.m|p\.m)|e\.g|i\.e|u\.p|n\.b)\./i;
const shortenedNumber = /^(?:s|sl|sr|mob|ph|reg|ref|roll|tel|fir|case|room|plot|flat)\.no$/i;

/** Links of a text in order, without e-mail addresses. */
export function linksIn(input: string): FoundLinks {
  const { text, at } = foldText(input);
  const found: FoundLinks = { links: [], addresses: [], joints: [] };
  const taken: { from: number; to: number }[] = [];
  const take = (from: number, whole: string) => {
    const link = whole.replace(sentenceEnd, '');
    taken.push({ from, to: from + link.length });
    const varies = link.includes(variableSign);
    found.links.push({ link: link.replaceAll(variableSign, '…'), at: at(from), varies });
  };
  for (const match of text.matchAll(schemeForm)) take(match.index, match[0]);
  let rest = blankOut(text, taken);
  const addresses = [...rest.matchAll(addressForm)].map(({ index, 0: address }) => ({
    from: index,
    to: index + address.length,
  }));
  rest = blankOut(rest, addresses);
  found.addresses = addresses.map(({ from, to }) => ({ from: at(from), to: at(to) }));
  for (const match of rest.matchAll(bareForm)) {
    const start = shortened.exec(match[0])?.[0].length ?? 0;
    const whole = match[0].slice(start);
    const from = match.index + start;
    const kind = classify(whole, rest.slice(from + whole.length));
    if (kind === 'link') take(from, whole);
    else if (kind === 'joint') found.joints.push({ text: whole, at: at(from) });
  }
  found.links.sort((one, other) => one.at - other.at);
  return found;
}

const dot = 'd ?[o0] ?t|डॉट|डाट|बिंदु|बिन्दु|period|point|पॉइंट|पॉइन्ट';
const letter = '[\\p{L}\\p{M}\\p{N}-]';
const after = '(?![\\p{L}\\p{M}\\p{N}])';
/** Ends that are no words; the others only count beside what is plainly a host. */
const end =
  '(?:c[o0]m|corn|net|org|gov|info|biz|xyz|app|online|site|website|live|club|shop|store|tech|page|link|ly|top|icu|vip|कॉम|ऐप|नेट|ओआरजी|ऑर्ग|ऑनलाइन|लाइव|साइट|स्टोर|एलवाई|इन्फो)';
/** Ways of writing a link so that phones and filters take it for words. */
const hiddenForm = new RegExp(
  [
    `${letter}\\s?[[({<|*_'"“‘]\\s?(?:${dot}|\\.)\\s?[\\])}>|*_'"”’]\\s?${letter}`,
    `${letter}\\s?[-_](?:${dot})[-_]\\s?${letter}`,
    `${letter} (?:${dot}) ?(?:${end}|in|co|इन)${after}`,
    `${letter} ?(?:dot|डॉट)(?:com|कॉम)${after}`,
    `${letter} (?:dot|डॉट) [\\p{L}\\p{M}]{2,8} (?:dot|डॉट) ${letter}`,
    `(?:then|phir|फिर),? (?:an? |the )?(?:${dot}),? (?:then|phir|फिर)${after}`,
    `${letter}(?:\\s\\.\\s?(?:in|net|info|xyz|app|online|site|live|club)|(?:\\s[.,]\\s?|[.,]\\s|,)(?:com|org|c om|co m))${after}`,
    `[a-z0-9],(?:in|net|info|xyz|online|site|live|app)${after}`,
    `[a-z0-9-]{3}\\.(?:c0m|corn|c om|co m|0rg|nett)${after}`,
    // Any sign that is no part of a sentence, in the place of the dot; a dash only with what is plainly an end.
    `[a-z0-9]\\s?[~•·*|^_⚫●∙°¤]\\s?(?:${end}|in|co)${after}`,
    `[a-z0-9]/(?:com|net|org)${after}`,
    '(?<![\\p{L}\\p{M}.@/-])www(?!\\.[\\p{L}\\p{N}])',
    'h(?:xx|\\*\\*)ps?(?![\\p{L}])|(?<![\\p{L}])h?t{1,2}ps?\\s?(?::\\s|\\s:|:?/\\s|//)|h t t p|c o m(?![\\p{L}])|एचटीटीपी',
    '(?<![\\p{L}])[a-z0-9] [a-z0-9] [a-z0-9] \\. ?[a-z] ?[a-z]',
    `(?:${dot}) [\\p{L}\\p{M}]{2,6} (?:slash|स्लैश)`,
    '(?:remove|delete|without|ignore|omit) (?:the |all |any )?(?:spaces?|blanks?|gaps?|brackets|stars?)|(?:replace|change|put|use)[^.।]{0,20} (?:with|by|as) (?:a )?dot|instead of (?:a |the )?dot',
    '(?:रिक्त|स्पेस|खाली जगह|ख़ाली जगह|तारा|तारे)(?: को)? हटा|की जगह (?:बिंदु|डॉट)',
  ].join('|'),
  'giu',
);

/** Links in disguise, such as `name[dot]com`. */
export function hiddenLinksIn(input: string): { link: string; at: number }[] {
  const { text, at } = foldText(input);
  return [...text.matchAll(hiddenForm)].flatMap(({ 0: found, index }) => {
    // "Sites like …" names a brand.
    if (/^ जैस/.test(text.slice(index + found.length))) return [];
    const before = text.slice(0, index).split(/[ \n]/).at(-1) ?? '';
    const [after = ''] = text.slice(index + found.length).split(/[ \n]/);
    return [{ link: before + found + after, at: at(index - before.length) }];
  });
}

function classify(whole: string, follows: string): 'link' | 'joint' | 'words' {
  const [host = ''] = whole.split(/[:/?#]/);
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || shortenedNumber.test(host)) return 'words';
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(host)) {
    return labels.every((part) => Number(part) <= 255) ? 'link' : 'words';
  }
  // A word of another script that is close behind is no part of the host.
  const end = (/^[a-z0-9-]+(?=[^a-z0-9-])/i.exec(last)?.[0] ?? last).toLowerCase();
  if (!topLevel.has(end) && !/^xn--/.test(end)) return 'words';
  if (whole.length > host.length || usualEnds.has(end) || host.includes(variableSign)) {
    return 'link';
  }
  const before = labels.at(-2) ?? '';
  const isJoint = /^[A-Z][a-z]+$/.test(last) && /(?:\p{Ll}|\p{Lo}|\p{M}|^\p{L})$/u.test(before);
  if (!isJoint) return 'link';
  // "home.In an emergency" goes on as a sentence, "Uppolice.In" does not.
  return end === 'in' && !/^ \p{Ll}/u.test(follows) ? 'link' : 'joint';
}

export type LinkFault = 'link-host' | 'link-form' | 'link-shortener' | 'link-whitelist';

/** Why operators do not take a link; null when they do. A variable part is shown as `…`. */
export function linkFault(
  { link, varies }: Pick<FoundLink, 'link' | 'varies'>,
  whitelisted: readonly string[],
): LinkFault | null {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(link)?.[1]?.toLowerCase() ?? 'https';
  const host = findHost(link);
  if (host === null) return 'link-host';
  if (publicShorteners.some((entry) => host === entry || host.endsWith(`.${entry}`))) {
    return 'link-shortener';
  }
  const path = link.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/^[^/?#]*/, '');
  const fixed = path.replace(openEnd, '');
  if (scheme !== 'https' || !/^[!-~]*$/.test(fixed) || /\/\.{1,2}(?:[/?#]|$)|%2e|\\/i.test(path)) {
    return 'link-form';
  }
  return isWhitelisted(link.replace(openEnd, ''), whitelisted, varies) ? null : 'link-whitelist';
}

/** The host in lower case; null for an IP address, another script, punycode, a port, or a name before it. */
export function findHost(link: string): string | null {
  const authority = link.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').split(/[/?#\\]/)[0] ?? '';
  const host = authority.toLowerCase();
  if (!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(host)) return null;
  return /(?:^|\.)xn--/.test(host) ? null : host;
}

/**
 * Whether a link is one that is on the portal. A dynamic entry ends in `?` or `/` and covers what follows; a static
 * one must be met whole, and nothing of it may vary.
 */
export function isWhitelisted(
  link: string,
  whitelisted: readonly string[],
  varies = false,
): boolean {
  const bare = (value: string) => value.replace(/^https?:\/\//i, '').toLowerCase();
  return whitelisted.some((entry) =>
    /[?/]$/.test(entry)
      ? bare(link).startsWith(bare(entry))
      : !varies && bare(link) === bare(entry),
  );
}

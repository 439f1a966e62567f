import type { OwnLanguage } from '../language.ts';
import type { Whitelist } from './fill-template.ts';
import type { Finding } from './finding.ts';
import { appealFaults } from './lint-appeals.ts';
import { contactFaults } from './lint-contacts.ts';
import { likenessFaults } from './lint-likeness.ts';
import { optOutFaults } from './lint-opt-out.ts';
import { placeholderFaults } from './lint-placeholders.ts';
import { languageFaults } from './lint-text.ts';
import { wordingFaults } from './lint-wording.ts';
import { mergeFields } from './merge-fields.ts';
import type { CallScript, MessageCategory, MessageLanguage } from './messages.ts';
import type { OptOutNumbers } from './opt-out-ways.ts';
import { hasStopLink } from './stop-link.ts';

/** Faults of words, whichever way they go out: promotion in a notice, appeals of parties, what nobody filled in. */
export function saidFaults(
  text: string,
  category: MessageCategory,
  {
    capitalNames,
    fields = [],
  }: { capitalNames?: readonly string[] | undefined; fields?: readonly string[] } = {},
): Finding[] {
  return [
    ...wordingFaults(text, category, capitalNames),
    ...appealFaults(text),
    ...placeholderFaults(text, fields),
  ];
}

/** How a text goes out; each way has rules of its own. */
export interface SentNotice {
  channel: 'sms' | 'ivr' | 'whatsapp';
  category: MessageCategory;
  language: MessageLanguage;
}

interface SentBy extends Whitelist {
  optOut?: OptOutNumbers;
  ownLanguage?: OwnLanguage;
  senderNames?: readonly string[];
}

/**
 * Finds faults in a text as it is sent, with its variables filled in: what no text says, links that are not on the
 * portal, and ways out that do not work. A value may add a fault that the registered text does not have. Where nothing is
 * found, a text that is unlike known notices is put to a person, whichever way it goes.
 */
export function sentFaults(body: string, notice: SentNotice, by: SentBy): Finding[] {
  const findings = rules[notice.channel](body, notice, by);
  return findings.length > 0 ? findings : likenessFaults(body, notice, by);
}

const rules: Record<
  SentNotice['channel'],
  (body: string, notice: SentNotice, by: SentBy) => Finding[]
> = {
  sms: (body, { category, language }, { optOut, ownLanguage, ...whitelist }) => [
    ...linkFaults(body, whitelist),
    ...languageFaults(body, language, ownLanguage),
    ...saidFaults(body, category, { fields: mergeFields }),
    ...optOutFaults(body, { category, hasLink: hasStopLink(body), optOut }),
  ],
  // No operator filters WhatsApp; its own reviewers judge the links.
  whatsapp: (body, { category }) => saidFaults(body, category, { fields: mergeFields }),
  ivr: (body, { category }, whitelist) => [
    ...linkFaults(body, whitelist),
    ...saidFaults(body, category),
  ],
};

/**
 * The same of what a recorded call says; it goes out as the government's.
 * @param ownHosts that the campaign itself names: what is spoken is not matched by an operator
 */
export function callFaults(
  call: CallScript,
  language: MessageLanguage,
  { ownHosts, ...by }: SentBy & { ownHosts: readonly string[] },
): Finding[] {
  const spoken = {
    ...by,
    whitelistedLinks: [...by.whitelistedLinks, ...ownHosts.flatMap((host) => [host, `${host}/`])],
  };
  const notice = { channel: 'ivr', category: 'government', language } as const;
  return Object.values(call).flatMap(({ text }) => sentFaults(text, notice, spoken));
}

/** Hosts that a campaign may name aloud: of its links, its portal and site, and of the stores. */
export function ownHosts(links: readonly string[]): string[] {
  const own = links.map((link) =>
    link
      .replace(/^https?:\/\//i, '')
      .replace(/[/?#].*$/s, '')
      .toLowerCase(),
  );
  return [...new Set([...own, 'play.google.com', 'apps.apple.com'])];
}

function linkFaults(text: string, whitelist: Whitelist): Finding[] {
  return contactFaults(text, whitelist).filter(({ rule }) => rule.startsWith('link-'));
}

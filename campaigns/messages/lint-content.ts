import type { Whitelist } from './fill-template.ts';
import type { Finding } from './finding.ts';
import { contactFaults } from './lint-contacts.ts';
import { optOutFaults } from './lint-opt-out.ts';
import { wordingFaults } from './lint-wording.ts';
import type { CallScript, MessageCategory } from './messages.ts';
import type { OptOutNumbers } from './opt-out-ways.ts';
import { hasStopLink } from './stop-link.ts';

/**
 * Finds faults in a text as it is sent, with its variables filled in: promotion in a notice, links that are not on the
 * portal, and ways out that do not work. A value may add a fault that the registered text does not have.
 */
export function sentFaults(
  body: string,
  category: MessageCategory,
  { optOut, ...whitelist }: Whitelist & { optOut?: OptOutNumbers },
): Finding[] {
  return [
    ...linkFaults(body, whitelist),
    ...wordingFaults(body, category),
    ...optOutFaults(body, { category, hasLink: hasStopLink(body), optOut }),
  ];
}

/**
 * The same of what a recorded call says; it goes out as the government's.
 * @param ownHosts that the campaign itself names: what is spoken is not matched by an operator
 */
export function callFaults(
  call: CallScript,
  whitelist: Whitelist,
  ownHosts: readonly string[],
): Finding[] {
  const spoken = {
    ...whitelist,
    whitelistedLinks: [
      ...whitelist.whitelistedLinks,
      ...ownHosts.flatMap((host) => [host, `${host}/`]),
    ],
  };
  const said = Object.values(call).map(({ text }) => text);
  return said.flatMap((text) => [
    ...linkFaults(text, spoken),
    ...wordingFaults(text, 'government'),
  ]);
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

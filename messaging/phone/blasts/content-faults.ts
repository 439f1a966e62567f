import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Finding } from '../../../campaigns/messages/finding.ts';
import { callFaults, ownHosts, sentFaults } from '../../../campaigns/messages/lint-content.ts';
import type { MessageLanguage } from '../../../campaigns/messages/messages.ts';
import type { Blast } from './blast.ts';

type Said = Pick<Blast, 'channel' | 'category' | 'texts'>;
type Judged = Pick<Campaign, 'messages' | 'links' | 'app'>;

/** Checks the words of blasts as people get them: errors keep them back, warnings are for the approver. */
export function contentFaults(blasts: readonly Said[], campaign: Judged): Finding[] {
  const found = blasts.flatMap((blast) => textFaults(blast, campaign));
  // Two texts often share a fault.
  return [...new Map(found.map((finding) => [finding.message.en, finding])).values()];
}

function textFaults({ channel, category, texts }: Said, campaign: Judged): Finding[] {
  // WhatsApp’s own reviewers judge its texts, and no operator filters them.
  if (channel === 'whatsapp') return [];
  return channel === 'ivr'
    ? (['hi', 'en'] as const).flatMap((language) => spokenFaults(campaign, language))
    : Object.values(texts).flatMap(({ body }) => sentFaults(body, category, campaign.messages));
}

/** The same of what a call says in one language. */
export function spokenFaults(
  { messages, links, app }: Judged,
  language: MessageLanguage,
): Finding[] {
  const hosts = ownHosts([links.host, app.portalUrl, app.siteUrl]);
  return callFaults(messages.call[language], messages, hosts);
}

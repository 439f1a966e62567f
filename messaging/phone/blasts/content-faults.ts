import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Finding } from '../../../campaigns/messages/finding.ts';
import { callFaults, ownHosts, sentFaults } from '../../../campaigns/messages/lint-content.ts';
import type { MessageLanguage } from '../../../campaigns/messages/messages.ts';
import type { Blast } from './blast.ts';

/** Checks the words of a blast as people get them: errors keep it back, warnings are for the approver. */
export function contentFaults(
  blast: Pick<Blast, 'channel' | 'category' | 'texts'>,
  campaign: Pick<Campaign, 'messages' | 'links' | 'app'>,
): Finding[] {
  // WhatsApp’s own reviewers judge its texts, and no operator filters them.
  if (blast.channel === 'whatsapp') return [];
  const found =
    blast.channel === 'ivr'
      ? (['hi', 'en'] as const).flatMap((language) => spokenFaults(campaign, language))
      : Object.values(blast.texts).flatMap(({ body }) =>
          sentFaults(body, blast.category, campaign.messages),
        );
  // Two texts often share a fault.
  const once = new Map(found.map((finding) => [finding.message.en, finding]));
  return [...once.values()];
}

/** The same of what a call says in one language. */
export function spokenFaults(
  { messages, links, app }: Pick<Campaign, 'messages' | 'links' | 'app'>,
  language: MessageLanguage,
): Finding[] {
  const hosts = ownHosts([links.host, app.portalUrl, app.siteUrl]);
  return callFaults(messages.call[language], messages, hosts);
}

import type { Campaign } from '../../../campaigns/campaign.ts';
import type { Finding } from '../../../campaigns/messages/finding.ts';
import { callFaults, ownHosts, sentFaults } from '../../../campaigns/messages/lint-content.ts';
import { type MessageLanguage, messageLanguages } from '../../../campaigns/messages/messages.ts';
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
  if (channel === 'ivr') {
    return messageLanguages.flatMap((language) => spokenFaults(campaign, language));
  }
  return messageLanguages.flatMap((language) => {
    const body = texts[language]?.body;
    if (body === undefined) return [];
    return sentFaults(body, { channel, category, language }, campaign.messages);
  });
}

/** The same of what a call says in one language. */
export function spokenFaults(
  { messages, links, app }: Judged,
  language: MessageLanguage,
): Finding[] {
  const hosts = ownHosts([links.host, app.portalUrl, app.siteUrl]);
  return callFaults(messages.call[language], language, { ...messages, ownHosts: hosts });
}

import type { Campaign } from '../campaigns/campaign.ts';
import { noticePath } from '../campaigns/privacy/notice.ts';
import type { Words } from './i18n/dictionary.ts';
import { contactSections, feedbackSections, termsSections } from './i18n/guidance-prose.ts';
import { noticeSections, privacySections } from './i18n/privacy-prose.ts';
import { aboutSections, accessibilitySections, type ProseSection } from './i18n/prose.ts';

export interface ProsePage {
  path: string;
  /** Its title, which the menu has too. */
  title: keyof Words['nav'];
  /** For search engines; the first paragraph where there is none. */
  description?(words: Words): string;
  sections(campaign: Campaign): readonly ProseSection[];
}

/** Pages that consist of prose alone. */
export const prosePages: readonly ProsePage[] = [
  { path: '/about/', title: 'about', sections: aboutSections },
  { path: '/accessibility/', title: 'accessibility', sections: accessibilitySections },
  { path: '/contact/', title: 'contact', sections: contactSections },
  { path: '/feedback/', title: 'feedback', sections: feedbackSections },
  { path: '/terms/', title: 'terms', sections: termsSections },
  { path: noticePath, title: 'smsNotice', sections: noticeSections },
  {
    path: '/privacy/',
    title: 'privacy',
    description: ({ privacy }) => privacy.description,
    sections: privacySections,
  },
];

import type { Campaign } from '../../../campaigns/campaign.ts';
import type { SocialLanguage } from '../../../campaigns/social/social.ts';

/**
 * The campaign as the templates of print read it, which take the Hindi side of every text: for an English card the
 * English one is there.
 */
export function spokenIn(campaign: Campaign, language: SocialLanguage): Campaign {
  if (language === 'hi') return campaign;
  const { app, copy } = campaign;
  return { ...campaign, app: { ...app, nameHi: app.name }, copy: turned(copy) };
}

function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== 'object' || value === null) return value;
  if ('hi' in value && 'en' in value) return { ...value, hi: value.en };
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, turned(inner)]),
  ) as T;
}

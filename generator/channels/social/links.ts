import type { Campaign } from '../../../campaigns/campaign.ts';
import type {
  Social,
  SocialPlatform,
  SocialPost,
} from '../../../campaigns/channels/social/social.ts';
import { printedUrl, typedUrl } from '../../../campaigns/links/links.ts';
import type { Registry } from '../../../campaigns/links/registry.ts';

/** A platform's own code: what its pictures hold, and the address in its captions. */
export interface PlatformLink {
  code: string;
  url: string;
  link: string;
}

export function platformLink(
  { links }: Pick<Campaign, 'links'>,
  registry: Pick<Registry, 'codeFor'>,
  { outlet }: Pick<SocialPlatform, 'outlet'>,
): PlatformLink {
  const owner =
    outlet === null ? ({ scope: 'state' } as const) : ({ scope: 'outlet', id: outlet } as const);
  const code = registry.codeFor(owner, 'social');
  const url = printedUrl(links.host, code);
  return { code, url, link: tappable(url) };
}

/** As written in a text: with the scheme, by which a phone knows an address. */
export function tappable(url: string): string {
  return `https://${typedUrl(url)}`;
}

export function findPlatform({ platforms }: Social, id: string): SocialPlatform {
  const found = platforms.find((platform) => platform.id === id);
  if (found === undefined) throw new Error(`Expected a platform for \`platform\`, got "${id}"`);
  return found;
}

export function findPost({ posts }: Social, id: string): SocialPost {
  const found = posts.find((post) => post.id === id);
  if (found === undefined) throw new Error(`Expected a post for \`post\`, got "${id}"`);
  return found;
}

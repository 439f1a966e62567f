import twitter from 'twitter-text';
import { fillPost, type Menu, untied } from './post-words.ts';
import type { Social, SocialLanguage, SocialPlatform, SocialPost } from './social.ts';

export interface CaptionParts {
  social: Pick<Social, 'closing'>;
  post: SocialPost;
  platform: SocialPlatform;
  language: SocialLanguage;
  menu: Menu;
  /** As written in a caption: https and the address. */
  link: string;
}

/** Text to paste under the picture: the words, where to get the app, as many hashtags as the platform takes. */
export function writeCaption({
  social,
  post,
  platform,
  language,
  menu,
  link,
}: CaptionParts): string {
  const words = (post.caption.own[platform.id] ?? post.caption.shared)[language];
  const closing = social.closing[platform.link][language].replaceAll('{link}', link);
  const tags = post.hashtags[language].slice(0, platform.hashtags).map((tag) => `#${tag}`);
  return [fillPost(words, post, menu), closing, tags.join(' ')]
    .filter((part) => part !== '')
    .join('\n\n')
    .normalize('NFC');
}

/** The title of a video, where the platform has one. */
export function writeTitle(
  social: Pick<Social, 'title'>,
  post: SocialPost,
  language: SocialLanguage,
): string {
  return social.title[language]
    .replaceAll('{headline}', untied(post.headline[language]))
    .normalize('NFC');
}

/**
 * Length as the platform counts it, after NFC. `weighted`: twitter-text, where Devanagari counts one a code point,
 * ₹ and emoji two, and any address 23.
 */
export function countText(text: string, unit: SocialPlatform['captionLimit']['unit']): number {
  const whole = text.normalize('NFC');
  return unit === 'weighted' ? twitter.parseTweet(whole).weightedLength : [...whole].length;
}

/** Hashtags as a platform will find them; a Hindi one keeps its matras or is cut short. */
export function hashtagsIn(text: string): string[] {
  return twitter.extractHashtags(text.normalize('NFC'));
}

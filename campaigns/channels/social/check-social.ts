import type { ServiceGroup } from '../../campaign.ts';
import { plannedPosts } from './calendar.ts';
import { type CaptionParts, countText, hashtagsIn, writeCaption, writeTitle } from './caption.ts';
import { fillPost } from './post-words.ts';
import type { Social, SocialLanguage, SocialPlatform, SocialPost } from './social.ts';
import { type Report, reportLong, reportOpen, type SocialFault } from './social-fault.ts';
import { checkStationText } from './station-text.ts';

interface Checked {
  social: Social;
  serviceGroups: readonly ServiceGroup[];
  /** The address in a platform's captions. */
  linkOf(platform: SocialPlatform): string;
  /** The longest names that a station's text must hold. */
  station: { station: string; district: string; link: string };
}

const languages: readonly SocialLanguage[] = ['hi', 'en'];

/** All that does not fit: limits of the platforms, words left open, names that lead nowhere. Empty when all is well. */
export function checkSocial(checked: Checked): SocialFault[] {
  const { social } = checked;
  return [
    ...social.posts.flatMap((post) => checkPost(post, checked)),
    ...doubles(social.posts, 'posts'),
    ...doubles(social.platforms, 'platforms'),
    ...doubles(social.surfaces, 'surfaces'),
    ...checkSurfaces(social),
    ...checkStationText(social, checked.station),
    ...checkCalendar(social),
  ];
}

function checkPost(post: SocialPost, { social, serviceGroups, linkOf }: Checked): SocialFault[] {
  const menu = { serviceGroups };
  const services = serviceGroups.flatMap((group) => group.services.map(({ id }) => id));
  const faults: SocialFault[] = [];
  const report = (part: string, rule: SocialFault['rule'], expected: string, found: string) =>
    faults.push({ at: `${post.id}.${part}`, rule, expected, found });
  if (post.service !== null && !services.includes(post.service))
    report('service', 'unknown', 'a service of the campaign', post.service);
  for (const id of Object.keys(post.caption.own)) {
    if (!social.platforms.some((platform) => platform.id === id))
      report(`caption.own.${id}`, 'unknown', 'a platform', id);
  }
  for (const language of languages) {
    if (!post.headline[language].endsWith('?'))
      report(
        `headline.${language}`,
        'not-a-question',
        'a question mark at the end',
        post.headline[language],
      );
    const filled = fillPost(post.answer[language], post, menu);
    reportOpen(report, `answer.${language}`, filled);
    reportLong(
      report,
      `alt.${language}`,
      [...post.alt[language].normalize('NFC')].length,
      social.altLimit,
    );
    for (const tag of post.hashtags[language]) {
      const [read = ''] = hashtagsIn(`#${tag}`);
      if (read !== tag.normalize('NFC'))
        report(`hashtags.${language}`, 'hashtag-cut', `#${tag}`, `#${read}`);
    }
    for (const platform of social.platforms) {
      const link = linkOf(platform);
      checkCaption(report, { social, post, platform, language, menu, link });
      if (platform.titleLimit !== null)
        reportLong(
          report,
          `title.${platform.id}.${language}`,
          [...writeTitle(social, post, language)].length,
          platform.titleLimit,
        );
    }
  }
  return faults;
}

function checkCaption(report: Report, parts: CaptionParts): void {
  const { platform, language, link } = parts;
  const caption = writeCaption(parts);
  const part = `caption.${platform.id}.${language}`;
  const { most, unit } = platform.captionLimit;
  reportLong(report, part, countText(caption, unit), most, unit);
  reportOpen(report, part, caption);
  const tags = hashtagsIn(caption).length;
  if (tags > platform.hashtags)
    report(part, 'too-many-hashtags', `at most ${platform.hashtags} hashtags`, String(tags));
  if (platform.link === 'clickable' && !caption.includes(link))
    report(part, 'no-link', link, caption);
}

function doubles(entries: readonly { id: string }[], at: string): SocialFault[] {
  const ids = entries.map(({ id }) => id);
  return ids
    .filter((id, index) => ids.indexOf(id) < index)
    .map((id) => ({ at, rule: 'twice', expected: 'each id once', found: id }));
}

function checkSurfaces({ surfaces, platforms }: Social): SocialFault[] {
  return surfaces.flatMap(({ id, px, safe, platforms: own }): SocialFault[] => [
    ...own
      .filter((platform) => !platforms.some((known) => known.id === platform))
      .map(
        (found): SocialFault => ({
          at: `surfaces.${id}`,
          rule: 'unknown',
          expected: 'a platform',
          found,
        }),
      ),
    ...(safe.width > px.width || safe.height > px.height
      ? [
          {
            at: `surfaces.${id}.safe`,
            rule: 'outside' as const,
            expected: `inside ${px.width} × ${px.height}`,
            found: `${safe.width} × ${safe.height}`,
          },
        ]
      : []),
  ]);
}

function checkCalendar(social: Social): SocialFault[] {
  const { calendar, posts, platforms, surfaces } = social;
  const faults: SocialFault[] = [];
  if (new Date(calendar.startsOn).getUTCDay() !== 1)
    faults.push({
      at: 'calendar.startsOn',
      rule: 'not-a-monday',
      expected: 'a Monday',
      found: calendar.startsOn,
    });
  const unknown = (at: string, expected: string, found: string) =>
    faults.push({ at, rule: 'unknown', expected, found });
  for (const [index, entry] of calendar.entries.entries()) {
    const at = `calendar.${index + 1}`;
    if (!posts.some(({ id }) => id === entry.post)) unknown(at, 'a post', entry.post);
    if (!calendar.slots.some(({ id }) => id === entry.slot)) unknown(at, 'a slot', entry.slot);
    for (const platform of entry.platforms) {
      if (!platforms.some(({ id }) => id === platform)) unknown(at, 'a platform', platform);
      else if (!surfaces.some((surface) => surface.platforms.includes(platform)))
        unknown(at, 'a platform with a picture', platform);
    }
  }
  if (faults.some(({ rule, expected }) => rule === 'unknown' && expected === 'a slot'))
    return faults;
  const keys = plannedPosts(social).map(({ key }) => key);
  return [
    ...faults,
    ...doubles(
      keys.map((id) => ({ id })),
      'calendar',
    ),
  ];
}

import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import { countText, hashtagsIn } from '../../../../campaigns/channels/social/caption.ts';
import { checkSocial } from '../../../../campaigns/channels/social/check-social.ts';
import { type Social, socialSchema } from '../../../../campaigns/channels/social/social.ts';
import { withValue } from '../../../../campaigns/studio/path.ts';

const campaign = loadCampaign('up-cop');
const social = campaign.social as Social;
const link = 'https://uppolice.gov.in/Q17SN0N';

/** Faults of the campaign’s posts, or of those with another value at a place. */
function faultsOf(path = '', value: unknown = social) {
  return checkSocial({
    social: socialSchema.parse(withValue(social, path === '' ? [] : path.split('.'), value)),
    serviceGroups: campaign.serviceGroups,
    linkOf: () => link,
    station: { station: 'थाना भाले सुल्तान शहीद स्मारक', district: 'जनपद गौतम बुद्ध नगर', link },
  }).map(({ at, rule }) => `${at} ${rule}`);
}

test('the campaign’s own posts have no fault', () => {
  expect(faultsOf()).toEqual([]);
});

const { station, posts } = social;
/** What X leaves for a caption beside the words around it. */
const room = 280 - countText(`\n\nनिःशुल्क ऐप: ${link}\n\n#UPCOP #यूपीकॉप`, 'weighted');
const fullStation = station.text + 'क'.repeat(station.textLimit - [...station.text].length);
const inThreads = { hi: 'देखें #एक', en: 'x' };
const inTelegram = { hi: 'क'.repeat(1025), en: 'x' };

type Planted = [label: string, path: string, value: unknown, fault: string];
/** Post, caption and limits each one step over the edge. */
const inThePost: Planted[] = [
  [
    'a caption of 281 units on X',
    'caption.shared.hi',
    'क'.repeat(room + 1),
    'caption.x.hi too-long',
  ],
  [
    'a caption that rupees and emoji make too long on X',
    'caption.shared.en',
    '₹'.repeat(120),
    'caption.x.en too-long',
  ],
  [
    'a sixth hashtag on Instagram',
    'caption.shared.en',
    'Lost it? #help',
    'caption.instagram.en too-many-hashtags',
  ],
  [
    'a second hashtag on Threads',
    'caption.own.threads',
    inThreads,
    'caption.threads.hi too-many-hashtags',
  ],
  [
    'a Hindi hashtag that is cut at its hyphen',
    'hashtags.hi.1',
    'घर-बैठे',
    'hashtags.hi hashtag-cut',
  ],
  ['a description of 126 characters', 'alt.en', 'a'.repeat(126), 'alt.en too-long'],
  [
    'a title of more than 100 characters',
    'headline.en',
    `${'a'.repeat(100)}?`,
    'title.youtube.en too-long',
  ],
  [
    'a Telegram caption over 1,024',
    'caption.own.telegram',
    inTelegram,
    'caption.telegram.hi too-long',
  ],
  ['a fee that the service does not have', 'answer.hi', 'शुल्क ₹{fee}', 'answer.hi not-filled'],
  ['a headline that asks nothing', 'headline.hi', 'मोबाइल खो गया', 'headline.hi not-a-question'],
  ['a service that the app has not', 'service', 'passport', 'service unknown'],
];
const besideIt: Planted[] = [
  [
    'a closing line without the address',
    'closing.clickable.hi',
    'निःशुल्क ऐप',
    'lost-phone.caption.x.hi no-link',
  ],
  ['a post that stands there twice', 'posts', [...posts, posts[0]], 'posts twice'],
  [
    'a safe middle larger than the picture',
    'surfaces.0.safe.width',
    1601,
    'surfaces.x.safe outside',
  ],
  [
    'a station text over 700 characters with its names',
    'station.text',
    fullStation,
    'station.text too-long',
  ],
  [
    'a text for the film without its link',
    'station.filmText',
    'यह फ़िल्म देखें।',
    'station.filmText no-link',
  ],
  [
    'a calendar that begins on a Tuesday',
    'calendar.startsOn',
    '2026-12-01',
    'calendar.startsOn not-a-monday',
  ],
  ['a planned post that does not exist', 'calendar.entries.2.post', 'diwali', 'calendar.3 unknown'],
];

test.each([
  ...inThePost.map(([label, path, value, fault]): Planted => {
    return [label, `posts.0.${path}`, value, `lost-phone.${fault}`];
  }),
  ...besideIt,
])('names %s', (_, path, value, fault) => {
  expect(faultsOf(path, value)).toContain(fault);
});

test('a caption of exactly 280 units passes', () => {
  expect(faultsOf('posts.0.caption.shared.hi', 'क'.repeat(room))).toEqual([]);
});

describe('text is counted as X counts it', () => {
  test.each([
    { label: 'a Devanagari letter and a matra', text: 'की', units: 2 },
    { label: 'a letter with nukta, whole or in two parts', text: '\u0921\u093c\u095c', units: 4 },
    { label: 'the sign of the rupee', text: '₹', units: 2 },
    { label: 'an emoji', text: '📱', units: 2 },
    { label: 'a short address', text: link, units: 23 },
    { label: 'a long address', text: `${link}?${'a'.repeat(60)}`, units: 23 },
    { label: 'the address as it is printed', text: 'https://UPPOLICE.GOV.IN/Q17SN0N', units: 23 },
  ])('$label: $units', ({ text, units }) => {
    expect(countText(text, 'weighted')).toBe(units);
  });
});

test('Hindi hashtags keep their matras', () => {
  expect(hashtagsIn('#यूपीकॉप और #घर_बैठे_पुलिस')).toEqual(['यूपीकॉप', 'घर_बैठे_पुलिस']);
});

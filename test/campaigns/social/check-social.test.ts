import { describe, expect, test } from 'vitest';
import { loadCampaign } from '../../../campaigns/campaign-fs.ts';
import { countText, hashtagsIn } from '../../../campaigns/social/caption.ts';
import { checkSocial } from '../../../campaigns/social/check-social.ts';
import { type Social, socialSchema } from '../../../campaigns/social/social.ts';

const campaign = loadCampaign('up-cop');
const social = campaign.social as Social;
const link = 'https://uppolice.gov.in/Q17SN0N';

function faultsOf(change: (social: Social) => void = () => undefined) {
  const changed = structuredClone(social);
  change(changed);
  return checkSocial({
    social: socialSchema.parse(changed),
    serviceGroups: campaign.serviceGroups,
    linkOf: () => link,
    station: { station: 'थाना भाले सुल्तान शहीद स्मारक', district: 'जनपद गौतम बुद्ध नगर', link },
  }).map(({ at, rule }) => `${at} ${rule}`);
}

const first = (of: Social) => of.posts[0] as Social['posts'][number];

test('the campaign’s own posts have no fault', () => {
  expect(faultsOf()).toEqual([]);
});

/** Post, caption and limits each one step over the edge. */
const planted: { label: string; plant(social: Social): void; fault: string }[] = [
  {
    label: 'a caption of 281 units on X',
    plant(of) {
      // 280 − the words around the text.
      const rest = countText(`\n\nनिःशुल्क ऐप: ${link}\n\n#UPCOP #यूपीकॉप`, 'weighted');
      first(of).caption.shared.hi = 'क'.repeat(281 - rest);
    },
    fault: 'lost-phone.caption.x.hi too-long',
  },
  {
    label: 'a caption that rupees and emoji make too long on X',
    plant(of) {
      first(of).caption.shared.en = '₹'.repeat(120);
    },
    fault: 'lost-phone.caption.x.en too-long',
  },
  {
    label: 'a sixth hashtag on Instagram',
    plant(of) {
      first(of).caption.shared.en = 'Lost it? #help';
    },
    fault: 'lost-phone.caption.instagram.en too-many-hashtags',
  },
  {
    label: 'a second hashtag on Threads',
    plant(of) {
      first(of).caption.own['threads'] = { hi: 'देखें #एक', en: 'x' };
    },
    fault: 'lost-phone.caption.threads.hi too-many-hashtags',
  },
  {
    label: 'a Hindi hashtag that is cut at its hyphen',
    plant(of) {
      first(of).hashtags.hi[1] = 'घर-बैठे';
    },
    fault: 'lost-phone.hashtags.hi hashtag-cut',
  },
  {
    label: 'a description of 126 characters',
    plant(of) {
      first(of).alt.en = 'a'.repeat(126);
    },
    fault: 'lost-phone.alt.en too-long',
  },
  {
    label: 'a title of more than 100 characters',
    plant(of) {
      first(of).headline.en = `${'a'.repeat(100)}?`;
    },
    fault: 'lost-phone.title.youtube.en too-long',
  },
  {
    label: 'a Telegram caption over 1,024',
    plant(of) {
      first(of).caption.own['telegram'] = { hi: 'क'.repeat(1025), en: 'x' };
    },
    fault: 'lost-phone.caption.telegram.hi too-long',
  },
  {
    label: 'a fee that the service does not have',
    plant(of) {
      first(of).answer.hi = 'शुल्क ₹{fee}';
    },
    fault: 'lost-phone.answer.hi not-filled',
  },
  {
    label: 'a headline that asks nothing',
    plant(of) {
      first(of).headline.hi = 'मोबाइल खो गया';
    },
    fault: 'lost-phone.headline.hi not-a-question',
  },
  {
    label: 'a service that the app has not',
    plant(of) {
      first(of).service = 'passport';
    },
    fault: 'lost-phone.service unknown',
  },
  {
    label: 'a closing line without the address',
    plant(of) {
      of.closing.clickable.hi = 'निःशुल्क ऐप';
    },
    fault: 'lost-phone.caption.x.hi no-link',
  },
  {
    label: 'a post that stands there twice',
    plant(of) {
      of.posts.push(first(of));
    },
    fault: 'posts twice',
  },
  {
    label: 'a safe middle larger than the picture',
    plant(of) {
      (of.surfaces[0] as Social['surfaces'][number]).safe.width = 1601;
    },
    fault: 'surfaces.x.safe outside',
  },
  {
    label: 'a station text over 700 characters with its names',
    plant(of) {
      of.station.text += 'क'.repeat(of.station.textLimit - [...of.station.text].length);
    },
    fault: 'station.text too-long',
  },
  {
    label: 'a text for the film without its link',
    plant(of) {
      of.station.filmText = 'यह फ़िल्म देखें।';
    },
    fault: 'station.filmText no-link',
  },
  {
    label: 'a calendar that begins on a Tuesday',
    plant(of) {
      of.calendar.startsOn = '2026-12-01';
    },
    fault: 'calendar.startsOn not-a-monday',
  },
  {
    label: 'a planned post that does not exist',
    plant(of) {
      (of.calendar.entries[2] as Social['calendar']['entries'][number]).post = 'diwali';
    },
    fault: 'calendar.3 unknown',
  },
];

test.each(planted)('names $label', ({ plant, fault }) => {
  expect(faultsOf(plant)).toContain(fault);
});

test('a caption of exactly 280 units passes', () => {
  const rest = countText(`\n\nनिःशुल्क ऐप: ${link}\n\n#UPCOP #यूपीकॉप`, 'weighted');
  expect(
    faultsOf((of) => {
      first(of).caption.shared.hi = 'क'.repeat(280 - rest);
    }),
  ).toEqual([]);
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

import type { Bilingual } from '../bilingual.ts';
import { type Channel, channels } from '../channel.ts';
import { type ActivityField, type FieldChoice, field, optional } from './activity-field.ts';

/** An activity is done by one of the campaign's channels, and has its name. */
export const activityKinds = channels;
export type ActivityKind = Channel;

export interface ActivityForm {
  title: Bilingual;
  /** Only a board is of one station. */
  perStation: boolean;
  fields: readonly ActivityField[];
  /** Fields that are no longer asked for; what is in them still counts and can still be corrected. */
  former?: readonly ActivityField[];
}

/** Where posts are made that reach the state, and the hosts of their links. */
export const platforms: readonly FieldChoice[] = [
  { value: 'x', label: { hi: 'एक्स (ट्विटर)', en: 'X (Twitter)' }, hosts: ['x.com', 'twitter.com'] },
  {
    value: 'facebook',
    label: { hi: 'फ़ेसबुक', en: 'Facebook' },
    hosts: ['facebook.com', 'fb.com', 'fb.watch'],
  },
  { value: 'instagram', label: { hi: 'इंस्टाग्राम', en: 'Instagram' }, hosts: ['instagram.com'] },
  {
    value: 'youtube',
    label: { hi: 'यूट्यूब', en: 'YouTube' },
    hosts: ['youtube.com', 'youtu.be'],
  },
  {
    value: 'whatsapp',
    label: { hi: 'व्हाट्सऐप', en: 'WhatsApp' },
    hosts: ['whatsapp.com', 'wa.me'],
  },
  { value: 'telegram', label: { hi: 'टेलीग्राम', en: 'Telegram' }, hosts: ['t.me', 'telegram.me'] },
  { value: 'other', label: { hi: 'अन्य', en: 'Another one' } },
];

/** FM stations sell time by tens of seconds. */
export const secondsOfRate = 10;
const spotSeconds = [10, 20, 30].map((seconds) => ({
  value: String(seconds),
  label: { hi: `${seconds} सेकंड`, en: `${seconds} seconds` },
}));

const newspaperItems: readonly FieldChoice[] = [
  { value: 'news', label: { hi: 'समाचार', en: 'News item' } },
  { value: 'advertisement', label: { hi: 'विज्ञापन', en: 'Advertisement' } },
  { value: 'insert', label: { hi: 'समाचार-पत्र में रखा पर्चा', en: 'Insert' } },
];

const panelPositions: readonly FieldChoice[] = [
  { value: 'door', label: { hi: 'दरवाज़े', en: 'Doors' } },
  { value: 'tailgate', label: { hi: 'पीछे का दरवाज़ा', en: 'Tailgate' } },
  { value: 'box', label: { hi: 'दोपहिया का बक्सा', en: 'Box of a two-wheeler' } },
  { value: 'seat-back', label: { hi: 'सीट के पीछे', en: 'Back of a seat' } },
  {
    value: 'a-frame',
    label: { hi: 'खड़ी गाड़ी के पास रखा बोर्ड', en: 'Stand beside the parked vehicle' },
  },
];

const releaseOrder = optional(
  'text',
  'releaseOrder',
  { hi: 'रिलीज़ ऑर्डर संख्या', en: 'Release order number' },
  { later: 'papers' },
);

/**
 * Publicity material is released with the consent of the District Information Officer. An entry without it is taken and
 * says that it is missing.
 */
const consent: readonly ActivityField[] = [
  optional(
    'text',
    'consentNumber',
    { hi: 'सहमति-पत्र संख्या', en: 'Number of the consent' },
    { later: 'papers', group: 'consent' },
  ),
  optional(
    'day',
    'consentDay',
    { hi: 'सहमति का दिनांक', en: 'Day of the consent' },
    { later: 'papers', group: 'consent' },
  ),
];

/** The forms of the activities that the minutes and the letter order, in the order of the channels. */
export const activityForms: Record<ActivityKind, ActivityForm> = {
  board: {
    title: { hi: 'थाने पर 8×5 बोर्ड', en: '8×5 board at a station' },
    perStation: true,
    fields: consent,
  },
  pamphlet: {
    title: { hi: 'पम्पलेट वितरण', en: 'Pamphlets distributed' },
    perStation: false,
    fields: [
      field(
        'count',
        'pamphlets',
        { hi: 'पम्पलेट की संख्या', en: 'Pamphlets' },
        { measure: 'pamphlets' },
      ),
      optional(
        'names',
        'newspapers',
        { hi: 'जिन समाचार-पत्रों के साथ वितरित हुए', en: 'Newspapers they went out with' },
        { measure: 'newspapers' },
      ),
    ],
  },
  vehicle: {
    title: { hi: '112 (पूर्व में 100) की गाड़ियों पर बोर्ड', en: 'Boards on 112 (earlier 100) vehicles' },
    perStation: false,
    fields: [
      field(
        'count',
        'vehicles',
        { hi: 'गाड़ियों की संख्या', en: 'Vehicles' },
        { measure: 'vehicle-boards', most: 10_000 },
      ),
      optional('text', 'model', { hi: 'गाड़ी का मॉडल', en: 'Model' }),
      optional(
        'choice',
        'position',
        { hi: 'कहाँ लगा', en: 'Position' },
        { choices: panelPositions },
      ),
      optional(
        'text',
        'permission',
        {
          hi: '112 सेवा की अनुमति संख्या',
          en: 'Permission number of the 112 service',
        },
        {
          later: 'papers',
          hint: {
            hi: 'इसके बिना भी प्रविष्टि दर्ज होगी, पर सूची में कमी दिखेगी',
            en: 'The entry is taken without it, and the list says that it is missing',
          },
        },
      ),
    ],
  },
  newspaper: {
    title: { hi: 'समाचार-पत्र में प्रकाशन', en: 'Published in newspapers' },
    perStation: false,
    fields: [
      field('text', 'newspaper', { hi: 'समाचार-पत्र', en: 'Newspaper' }),
      optional('text', 'edition', { hi: 'संस्करण', en: 'Edition' }, { later: 'papers' }),
      field(
        'choice',
        'type',
        { hi: 'क्या छपा', en: 'What was printed' },
        { choices: newspaperItems },
      ),
      field('count', 'items', { hi: 'संख्या', en: 'How many' }, { given: '1', most: 10_000 }),
      optional('count', 'columns', { hi: 'चौड़ाई (कॉलम)', en: 'Width (columns)' }, { most: 12 }),
      optional('count', 'heightCm', { hi: 'ऊँचाई (सेमी)', en: 'Height (cm)' }, { most: 60 }),
      optional('money', 'cost', { hi: 'व्यय (₹)', en: 'Cost (₹)' }, { later: 'papers' }),
      optional('attachment', 'cutting', {
        hi: 'कतरन की फ़ोटो या PDF',
        en: 'Picture or PDF of the cutting',
      }),
      ...consent,
    ],
  },
  film: {
    title: { hi: 'सिनेमाघरों में लघु फ़िल्म', en: 'Short film in cinemas' },
    perStation: false,
    fields: [
      field('text', 'cinema', { hi: 'सिनेमाघर', en: 'Cinema' }),
      field('text', 'town', { hi: 'नगर', en: 'Town' }),
      field('count', 'screens', { hi: 'स्क्रीन की संख्या', en: 'Screens' }, { given: '1', most: 40 }),
      field('days', 'run', { hi: 'प्रदर्शन', en: 'Shown' }),
      field(
        'count',
        'showsPerDay',
        { hi: 'प्रतिदिन प्रदर्शन (एक स्क्रीन पर)', en: 'Shows a day (on one screen)' },
        { most: 24 },
      ),
      releaseOrder,
      optional('attachment', 'certificate', {
        hi: 'प्रदर्शन प्रमाण-पत्र की फ़ोटो या PDF',
        en: 'Picture or PDF of the screening certificate',
      }),
      ...consent,
    ],
    former: [
      field('count', 'theatres', { hi: 'सिनेमाघरों की संख्या', en: 'Theatres' }),
      field('count', 'shows', { hi: 'प्रदर्शनों की संख्या', en: 'Shows' }),
      optional('text', 'place', { hi: 'सिनेमाघर / नगर', en: 'Theatre or town' }),
    ],
  },
  radio: {
    title: { hi: 'एफ़एम रेडियो', en: 'FM radio' },
    perStation: false,
    fields: [
      field('text', 'broadcaster', { hi: 'एफ़एम चैनल', en: 'FM channel' }),
      field('text', 'town', { hi: 'नगर', en: 'Town' }),
      field('days', 'run', { hi: 'प्रसारण', en: 'Aired' }),
      field(
        'choice',
        'seconds',
        { hi: 'स्पॉट की अवधि', en: 'Length of the spot' },
        { choices: spotSeconds },
      ),
      optional(
        'count',
        'spotsPerDay',
        { hi: 'प्रतिदिन प्रसारण', en: 'Spots a day' },
        {
          most: 500,
          hint: {
            hi: 'प्रतिदिन या कुल, दोनों में से एक लिखें',
            en: 'Either spots a day or spots in all',
          },
        },
      ),
      optional('count', 'spots', { hi: 'कुल प्रसारण', en: 'Spots in all' }, { most: 100_000 }),
      optional(
        'money',
        'rate',
        { hi: 'दर, प्रति 10 सेकंड (₹)', en: 'Rate for 10 seconds (₹)' },
        { later: 'papers' },
      ),
      releaseOrder,
      optional('attachment', 'certificate', {
        hi: 'प्रसारण प्रमाण-पत्र की फ़ोटो या PDF',
        en: 'Picture or PDF of the broadcast certificate',
      }),
      ...consent,
    ],
  },
  social: {
    title: { hi: 'सोशल मीडिया पोस्ट', en: 'Social media posts' },
    perStation: false,
    fields: [
      field('choice', 'platform', { hi: 'मंच', en: 'Platform' }, { choices: platforms }),
      field(
        'count',
        'posts',
        { hi: 'पोस्ट की संख्या', en: 'Posts' },
        { measure: 'social-posts', given: '1', most: 10_000 },
      ),
      optional('link', 'link', { hi: 'लिंक', en: 'Link' }, { later: 'papers' }),
      figure('reach', 'कितने लोगों तक पहुँची', 'Reach'),
      figure('likes', 'लाइक', 'Likes'),
      figure('shares', 'शेयर', 'Shares'),
      optional(
        'day',
        'countedOn',
        { hi: 'ये आँकड़े किस दिन के हैं', en: 'Day of these figures' },
        { later: 'figures' },
      ),
    ],
  },
  sms: {
    title: { hi: 'एसएमएस (सर्विस प्रोवाइडर)', en: 'SMS by a service provider' },
    perStation: false,
    fields: [
      field('text', 'operator', { hi: 'सर्विस प्रोवाइडर', en: 'Service provider' }),
      field('count', 'messages', { hi: 'संदेशों की संख्या', en: 'Messages' }, { measure: 'messages' }),
    ],
  },
  ivr: {
    title: { hi: 'वॉइस कॉल (सर्विस प्रोवाइडर)', en: 'Voice calls by a service provider' },
    perStation: false,
    fields: [
      field('text', 'operator', { hi: 'सर्विस प्रोवाइडर', en: 'Service provider' }),
      field('count', 'calls', { hi: 'कॉल की संख्या', en: 'Calls' }, { measure: 'calls' }),
    ],
  },
  event: {
    title: { hi: 'जागरूकता बैठक', en: 'Awareness meetings' },
    perStation: false,
    fields: [
      field('count', 'meetings', { hi: 'बैठकों की संख्या', en: 'Meetings' }, { measure: 'meetings' }),
      optional('text', 'place', { hi: 'स्थान', en: 'Place' }),
      optional('count', 'attendees', { hi: 'उपस्थित नागरिक', en: 'Citizens present' }),
    ],
  },
};

/** Whether the days of what went on date the entry, so that no other day is asked for. */
export function isDatedByRun(kind: ActivityKind): boolean {
  return activityForms[kind].fields.some(({ name, type }) => name === 'run' && type === 'days');
}

/** The fields of a kind that hold a paper. */
export function attachmentFields(kind: ActivityKind): readonly ActivityField[] {
  return activityForms[kind].fields.filter(({ type }) => type === 'attachment');
}

/** Counted by the platform on a day, and again later. */
function figure(name: string, hi: string, en: string): ActivityField {
  return optional('count', name, { hi, en }, { least: 0, most: 2_000_000_000, later: 'figures' });
}

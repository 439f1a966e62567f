import type { Bilingual } from '../bilingual.ts';
import { type Channel, channels } from '../channel.ts';
import {
  attachment,
  choice,
  count,
  day,
  days,
  type Field,
  link,
  money,
  names,
  text,
} from '../fields/field.ts';
import type { Measure } from '../tracker/measures.ts';
import type { Pair } from '../words/pairs.ts';

/** An activity is done by one of the campaign's channels, and has its name. */
export const activityKinds = channels;
export type ActivityKind = Channel;

/** A field of the form that an office fills in. What may be left empty is `maybe`. */
export interface ActivityField extends Field {
  name: string;
  /** Counted by the progress. */
  measure?: Measure;
  /**
   * Can be added after the activity was entered: `papers` are filled in where they were empty, `figures` may keep
   * growing. The zone need not decide again for it.
   */
  later?: 'papers' | 'figures';
  /** Grouped with the others of the same name below one heading. */
  group?: 'consent';
}

export interface ActivityForm {
  title: Bilingual;
  /** Only a board is of one station. */
  perStation: boolean;
  fields: readonly ActivityField[];
  /** Fields that are no longer asked for; what is in them still counts and can still be corrected. */
  former?: readonly ActivityField[];
}

/** Where posts are made that reach the state. */
export const platforms: Readonly<Record<string, Pair>> = {
  x: ['एक्स (ट्विटर)', 'X (Twitter)'],
  facebook: ['फ़ेसबुक', 'Facebook'],
  instagram: ['इंस्टाग्राम', 'Instagram'],
  youtube: ['यूट्यूब', 'YouTube'],
  whatsapp: ['व्हाट्सऐप', 'WhatsApp'],
  telegram: ['टेलीग्राम', 'Telegram'],
  other: ['अन्य', 'Another one'],
};

/** Hosts that a platform's links lead to, subdomains included; any host for one that is not here. */
export const platformHosts: Readonly<Record<string, readonly string[]>> = {
  x: ['x.com', 'twitter.com'],
  facebook: ['facebook.com', 'fb.com', 'fb.watch'],
  instagram: ['instagram.com'],
  youtube: ['youtube.com', 'youtu.be'],
  whatsapp: ['whatsapp.com', 'wa.me'],
  telegram: ['t.me', 'telegram.me'],
};

/** FM stations sell time by tens of seconds. */
export const secondsOfRate = 10;
const spotSeconds = {
  10: ['10 सेकंड', '10 seconds'],
  20: ['20 सेकंड', '20 seconds'],
  30: ['30 सेकंड', '30 seconds'],
} satisfies Record<string, Pair>;

const newspaperItems = {
  news: ['समाचार', 'News item'],
  advertisement: ['विज्ञापन', 'Advertisement'],
  insert: ['समाचार-पत्र में रखा पर्चा', 'Insert'],
} satisfies Record<string, Pair>;

const panelPositions = {
  door: ['दरवाज़े', 'Doors'],
  tailgate: ['पीछे का दरवाज़ा', 'Tailgate'],
  box: ['दोपहिया का बक्सा', 'Box of a two-wheeler'],
  'seat-back': ['सीट के पीछे', 'Back of a seat'],
  'a-frame': ['खड़ी गाड़ी के पास रखा बोर्ड', 'Stand beside the parked vehicle'],
} satisfies Record<string, Pair>;

/** More than any office does in a day; a typing error is found by it. */
export const largestCount = 100_000_000;
/** A whole number from 1 on. */
const number = (label: Pair, more: Omit<Partial<ActivityField>, 'type'> = {}) =>
  count(label, { min: 1, max: largestCount, ...more });
const words = (label: Pair, more: Omit<Partial<ActivityField>, 'type'> = {}) =>
  text(label, { max: 120, ...more });
/** Counted by the platform on a day, and again later. */
const figure = (label: Pair) =>
  count(label, { maybe: true, min: 0, max: 2_000_000_000, later: 'figures' });

const releaseOrder = words(['रिलीज़ ऑर्डर संख्या', 'Release order number'], {
  maybe: true,
  later: 'papers',
});

/**
 * Publicity material is released with the consent of the District Information Officer. An entry without it is taken and
 * says that it is missing.
 */
const consent = {
  consentNumber: words(['सहमति-पत्र संख्या', 'Number of the consent'], {
    maybe: true,
    later: 'papers',
    group: 'consent',
  }),
  consentDay: day(['सहमति का दिनांक', 'Day of the consent'], {
    maybe: true,
    later: 'papers',
    group: 'consent',
  }),
};

/** The forms of the activities that the minutes and the letter order, in the order of the channels. */
export const activityForms: Record<ActivityKind, ActivityForm> = {
  board: { ...form('थाने पर 8×5 बोर्ड', '8×5 board at a station', consent), perStation: true },
  pamphlet: form('पम्पलेट वितरण', 'Pamphlets distributed', {
    pamphlets: number(['पम्पलेट की संख्या', 'Pamphlets'], { measure: 'pamphlets' }),
    newspapers: names(['जिन समाचार-पत्रों के साथ वितरित हुए', 'Newspapers they went out with'], {
      maybe: true,
      max: 120,
      measure: 'newspapers',
    }),
  }),
  vehicle: form('112 (पूर्व में 100) की गाड़ियों पर बोर्ड', 'Boards on 112 (earlier 100) vehicles', {
    vehicles: number(['गाड़ियों की संख्या', 'Vehicles'], { measure: 'vehicle-boards', max: 10_000 }),
    model: words(['गाड़ी का मॉडल', 'Model'], { maybe: true }),
    position: choice(['कहाँ लगा', 'Position'], panelPositions, { maybe: true }),
    permission: words(['112 सेवा की अनुमति संख्या', 'Permission number of the 112 service'], {
      maybe: true,
      later: 'papers',
      hint: [
        'इसके बिना भी प्रविष्टि दर्ज होगी, पर सूची में कमी दिखेगी',
        'The entry is taken without it, and the list says that it is missing',
      ],
    }),
  }),
  newspaper: form('समाचार-पत्र में प्रकाशन', 'Published in newspapers', {
    newspaper: words(['समाचार-पत्र', 'Newspaper']),
    edition: words(['संस्करण', 'Edition'], { maybe: true, later: 'papers' }),
    type: choice(['क्या छपा', 'What was printed'], newspaperItems),
    items: number(['संख्या', 'How many'], { given: '1', max: 10_000 }),
    columns: number(['चौड़ाई (कॉलम)', 'Width (columns)'], { maybe: true, max: 12 }),
    heightCm: number(['ऊँचाई (सेमी)', 'Height (cm)'], { maybe: true, max: 60 }),
    cost: money(['व्यय (₹)', 'Cost (₹)'], { maybe: true, later: 'papers' }),
    cutting: attachment(['कतरन की फ़ोटो या PDF', 'Picture or PDF of the cutting'], { maybe: true }),
    ...consent,
  }),
  film: {
    ...form('सिनेमाघरों में लघु फ़िल्म', 'Short film in cinemas', {
      cinema: words(['सिनेमाघर', 'Cinema']),
      town: words(['नगर', 'Town']),
      screens: number(['स्क्रीन की संख्या', 'Screens'], { given: '1', max: 40 }),
      run: days(['प्रदर्शन', 'Shown']),
      showsPerDay: number(['प्रतिदिन प्रदर्शन (एक स्क्रीन पर)', 'Shows a day (on one screen)'], {
        max: 24,
      }),
      releaseOrder,
      certificate: attachment(
        ['प्रदर्शन प्रमाण-पत्र की फ़ोटो या PDF', 'Picture or PDF of the screening certificate'],
        { maybe: true },
      ),
      ...consent,
    }),
    former: named({
      theatres: number(['सिनेमाघरों की संख्या', 'Theatres']),
      shows: number(['प्रदर्शनों की संख्या', 'Shows']),
      place: words(['सिनेमाघर / नगर', 'Theatre or town'], { maybe: true }),
    }),
  },
  radio: form('एफ़एम रेडियो', 'FM radio', {
    broadcaster: words(['एफ़एम चैनल', 'FM channel']),
    town: words(['नगर', 'Town']),
    run: days(['प्रसारण', 'Aired']),
    seconds: choice(['स्पॉट की अवधि', 'Length of the spot'], spotSeconds),
    spotsPerDay: number(['प्रतिदिन प्रसारण', 'Spots a day'], {
      maybe: true,
      max: 500,
      hint: ['प्रतिदिन या कुल, दोनों में से एक लिखें', 'Either spots a day or spots in all'],
    }),
    spots: number(['कुल प्रसारण', 'Spots in all'], { maybe: true, max: 100_000 }),
    rate: money(['दर, प्रति 10 सेकंड (₹)', 'Rate for 10 seconds (₹)'], {
      maybe: true,
      later: 'papers',
    }),
    releaseOrder,
    certificate: attachment(
      ['प्रसारण प्रमाण-पत्र की फ़ोटो या PDF', 'Picture or PDF of the broadcast certificate'],
      { maybe: true },
    ),
    ...consent,
  }),
  social: form('सोशल मीडिया पोस्ट', 'Social media posts', {
    platform: choice(['मंच', 'Platform'], platforms),
    posts: number(['पोस्ट की संख्या', 'Posts'], {
      measure: 'social-posts',
      given: '1',
      max: 10_000,
    }),
    link: link(['लिंक', 'Link'], { maybe: true, later: 'papers' }),
    reach: figure(['कितने लोगों तक पहुँची', 'Reach']),
    likes: figure(['लाइक', 'Likes']),
    shares: figure(['शेयर', 'Shares']),
    countedOn: day(['ये आँकड़े किस दिन के हैं', 'Day of these figures'], {
      maybe: true,
      later: 'figures',
    }),
  }),
  sms: form('एसएमएस (सर्विस प्रोवाइडर)', 'SMS by a service provider', {
    operator: words(['सर्विस प्रोवाइडर', 'Service provider']),
    messages: number(['संदेशों की संख्या', 'Messages'], { measure: 'messages' }),
  }),
  ivr: form('वॉइस कॉल (सर्विस प्रोवाइडर)', 'Voice calls by a service provider', {
    operator: words(['सर्विस प्रोवाइडर', 'Service provider']),
    calls: number(['कॉल की संख्या', 'Calls'], { measure: 'calls' }),
  }),
  event: form('जागरूकता बैठक', 'Awareness meetings', {
    meetings: number(['बैठकों की संख्या', 'Meetings'], { measure: 'meetings' }),
    place: words(['स्थान', 'Place'], { maybe: true }),
    attendees: number(['उपस्थित नागरिक', 'Citizens present'], { maybe: true }),
  }),
};

type Named = Readonly<Record<string, Omit<ActivityField, 'name'>>>;

function form(hi: string, en: string, fields: Named): ActivityForm {
  return { title: { hi, en }, perStation: false, fields: named(fields) };
}

function named(fields: Named): ActivityField[] {
  return Object.entries(fields).map(([name, field]) => ({ name, ...field }));
}

/** Whether the days of what went on date the entry, so that no other day is asked for. */
export function isDatedByRun(kind: ActivityKind): boolean {
  return activityForms[kind].fields.some(({ name, type }) => name === 'run' && type === 'days');
}

/** The fields of a kind that hold a paper. */
export function attachmentFields(kind: ActivityKind): readonly ActivityField[] {
  return activityForms[kind].fields.filter(({ type }) => type === 'attachment');
}

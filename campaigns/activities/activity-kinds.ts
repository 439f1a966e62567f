import type { Bilingual } from '../campaign.ts';
import { type Channel, channels } from '../channel.ts';
import type { Measure } from '../tracker/measures.ts';

/** An activity is done by one of the campaign's channels, and has its name. */
export const activityKinds = channels;
export type ActivityKind = Channel;

/** What an office fills in. A field with a measure is what the progress counts. */
export interface ActivityField {
  name: string;
  label: Bilingual;
  /** `names` are separated by commas; a link is https. */
  type: 'count' | 'text' | 'names' | 'link';
  required: boolean;
  measure?: Measure;
}

export interface ActivityForm {
  title: Bilingual;
  /** Only a board is of one station. */
  perStation: boolean;
  fields: readonly ActivityField[];
}

/** The forms of the activities that the minutes and the letter order, in the order of the channels. */
export const activityForms: Record<ActivityKind, ActivityForm> = {
  board: {
    title: { hi: 'थाने पर 8×5 बोर्ड', en: '8×5 board at a station' },
    perStation: true,
    fields: [],
  },
  pamphlet: {
    title: { hi: 'पम्पलेट वितरण', en: 'Pamphlets distributed' },
    perStation: false,
    fields: [
      count('pamphlets', 'पम्पलेट की संख्या', 'Pamphlets', 'pamphlets'),
      {
        name: 'newspapers',
        label: { hi: 'जिन समाचार-पत्रों के साथ वितरित हुए', en: 'Newspapers they went out with' },
        type: 'names',
        required: false,
        measure: 'newspapers',
      },
    ],
  },
  vehicle: {
    title: { hi: 'यू०पी०-100 की गाड़ियों पर बोर्ड', en: 'Boards on UP-100 vehicles' },
    perStation: false,
    fields: [count('vehicles', 'गाड़ियों की संख्या', 'Vehicles', 'vehicle-boards')],
  },
  newspaper: {
    title: { hi: 'समाचार-पत्र में प्रकाशन', en: 'News items' },
    perStation: false,
    fields: [
      text('newspaper', 'समाचार-पत्र', 'Newspaper'),
      count('items', 'समाचारों की संख्या', 'News items', 'news-items'),
    ],
  },
  film: {
    title: { hi: 'सिनेमाघरों में लघु फिल्म', en: 'Short film in cinemas' },
    perStation: false,
    fields: [
      count('theatres', 'सिनेमाघरों की संख्या', 'Theatres', 'theatres'),
      count('shows', 'प्रदर्शनों की संख्या', 'Shows', 'shows'),
      optionalText('place', 'सिनेमाघर / नगर', 'Theatre or town'),
    ],
  },
  radio: {
    title: { hi: 'एफ०एम० रेडियो', en: 'FM radio' },
    perStation: false,
    fields: [
      text('broadcaster', 'एफ०एम० चैनल', 'FM channel'),
      count('spots', 'प्रसारणों की संख्या', 'Spots', 'fm-spots'),
    ],
  },
  social: {
    title: { hi: 'सोशल मीडिया पोस्ट', en: 'Social media posts' },
    perStation: false,
    fields: [
      text('platform', 'मंच', 'Platform'),
      count('posts', 'पोस्ट की संख्या', 'Posts', 'social-posts'),
      { name: 'link', label: { hi: 'लिंक', en: 'Link' }, type: 'link', required: false },
    ],
  },
  sms: {
    title: { hi: 'एसएमएस (सर्विस प्रोवाइडर)', en: 'SMS by a service provider' },
    perStation: false,
    fields: [
      text('operator', 'सर्विस प्रोवाइडर', 'Service provider'),
      count('messages', 'संदेशों की संख्या', 'Messages', 'messages'),
    ],
  },
  ivr: {
    title: { hi: 'वॉइस कॉल (सर्विस प्रोवाइडर)', en: 'Voice calls by a service provider' },
    perStation: false,
    fields: [
      text('operator', 'सर्विस प्रोवाइडर', 'Service provider'),
      count('calls', 'कॉल की संख्या', 'Calls', 'calls'),
    ],
  },
  event: {
    title: { hi: 'जागरूकता बैठक', en: 'Awareness meetings' },
    perStation: false,
    fields: [
      count('meetings', 'बैठकों की संख्या', 'Meetings', 'meetings'),
      optionalText('place', 'स्थान', 'Place'),
      {
        name: 'attendees',
        label: { hi: 'उपस्थित नागरिक', en: 'Citizens present' },
        type: 'count',
        required: false,
      },
    ],
  },
};

function count(name: string, hi: string, en: string, measure: Measure): ActivityField {
  return { name, label: { hi, en }, type: 'count', required: true, measure };
}

function text(name: string, hi: string, en: string): ActivityField {
  return { name, label: { hi, en }, type: 'text', required: true };
}

function optionalText(name: string, hi: string, en: string): ActivityField {
  return { ...text(name, hi, en), required: false };
}

import type { Channel } from '../../campaigns/channel.ts';
import type { OwnLanguage } from '../../campaigns/language.ts';

interface UnknownCodeWords {
  title: string;
  again: string;
  open: string;
  hint: string;
  near: string;
  get(app: string): string;
  blast: string;
  channels: Readonly<Record<Channel, string>>;
}

const hi: UnknownCodeWords = {
  title: 'यह कोड नहीं मिला',
  again: 'कोड फिर से लिखें',
  open: 'खोलें',
  hint: 'कोड में छह अंक या अंग्रेज़ी अक्षर होते हैं। बोर्ड या पम्पलेट पर छपा कोड एक बार फिर देख लें।',
  near: 'क्या आप इनमें से कोई कोड डालना चाहते थे?',
  get: (app) => `सीधे ${app} ऐप पाएँ`,
  blast: 'मोबाइल पर भेजा गया संदेश',
  channels: {
    board: 'बोर्ड',
    pamphlet: 'पम्पलेट',
    vehicle: 'वाहन',
    newspaper: 'समाचार-पत्र',
    film: 'फिल्म',
    radio: 'रेडियो',
    social: 'सोशल मीडिया',
    sms: 'एसएमएस',
    ivr: 'फोन कॉल',
    event: 'कार्यक्रम',
  },
};

const gu: UnknownCodeWords = {
  title: 'આ કોડ મળ્યો નથી',
  again: 'કોડ ફરી લખો',
  open: 'ખોલો',
  hint: 'કોડમાં છ અંક કે અંગ્રેજી અક્ષર હોય છે. બોર્ડ કે પત્રિકા પર છાપેલો કોડ ફરી જોઈ લો.',
  near: 'શું તમે આમાંથી કોઈ કોડ લખવા માગતા હતા?',
  get: (app) => `સીધી ${app} એપ મેળવો`,
  blast: 'મોબાઈલ પર મોકલેલો સંદેશ',
  channels: {
    board: 'બોર્ડ',
    pamphlet: 'પત્રિકા',
    vehicle: 'વાહન',
    newspaper: 'સમાચારપત્ર',
    film: 'ફિલ્મ',
    radio: 'રેડિયો',
    social: 'સોશિયલ મીડિયા',
    sms: 'SMS',
    ivr: 'ફોન કૉલ',
    event: 'કાર્યક્રમ',
  },
};

const en: UnknownCodeWords = {
  title: 'This code is not registered.',
  again: 'Type the code again',
  open: 'Open',
  hint: 'A code has six digits or letters. Please check the one on the board or pamphlet again.',
  near: 'Did you mean one of these?',
  get: (app) => `Get the ${app} app directly`,
  blast: 'Message sent to phones',
  channels: {
    board: 'board',
    pamphlet: 'pamphlet',
    vehicle: 'vehicle',
    newspaper: 'newspaper',
    film: 'film',
    radio: 'radio',
    social: 'social media',
    sms: 'SMS',
    ivr: 'phone call',
    event: 'event',
  },
};

/** Words of the page for a code that nobody registered; no native reader has checked those in Gujarati. */
export const unknownCodeWords: Readonly<Record<OwnLanguage | 'en', UnknownCodeWords>> = {
  hi,
  gu,
  en,
};

import type { Bilingual } from '../bilingual.ts';

/** Why a series is not submitted yet, why a round of it waits as a draft, and one warning. */
export const seriesProblemWords = {
  'series-start': {
    hi: 'शृंखला के लिए पहला दिन और समय चुनें, जो अभी आना है',
    en: 'Choose the first day and time of the series, which are still to come',
  },
  'series-end': {
    hi: 'लिखें कि शृंखला कितनी बार या किस दिन तक चलेगी; पहले दिन के बाद अभी कोई दिन नहीं है',
    en: 'Say how often or until when the series goes; there is no day after its first one yet',
  },
  'series-outlives-list': {
    hi: 'सूची शृंखला के अंतिम दिन से पहले हटा दी जाएगी',
    en: 'The list will be deleted before the last day of the series',
  },
  'series-pack': {
    hi: 'शृंखला यहीं से जाती है; सेवा प्रदाता का पैकेज हर बार अलग बनाएँ',
    en: 'A series goes out from here; a pack for a service provider is made each time',
  },
  'series-leaves-out': {
    hi: 'संदेशों की सीमा या छोड़ने के नियम से बाद की बारियाँ लगभग किसी को नहीं जाएँगी; सीमा बढ़ाएँ या दिन बदलें',
    en: 'By the cap, or by who is left out, later rounds would reach next to nobody; raise the cap or choose other days',
  },
  'round-cut-short': {
    hi: 'पिछली बारी रोकी या बंद की गई',
    en: 'The round before was paused or stopped',
  },
  'round-missed': {
    hi: 'शृंखला की एक बारी अपने दिन के समय में शुरू नहीं हो सकी, इसलिए नहीं भेजी गई',
    en: 'A round of the series could not begin within the hours of its day and was not sent',
  },
  'text-changed': {
    hi: 'पंजीकृत पाठ या हेडर स्वीकृति के बाद बदला है',
    en: 'The registered text or header has changed since it was approved',
  },
  'call-changed': {
    hi: 'कॉल का पाठ या कोई रिकॉर्डिंग स्वीकृति के बाद बदली गई है',
    en: 'The words or a recording of the call have changed since it was approved',
  },
} as const satisfies Record<string, Bilingual>;

/** Follows the name of a later round. */
export function roundMark(number: number): string {
  return `(${number})`;
}

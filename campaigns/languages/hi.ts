import type { LanguageFacts } from './language-facts.ts';

export const hi = {
  name: { own: 'हिंदी', hi: 'हिंदी', en: 'Hindi' },
  script: 'Devanagari',
  locale: 'hi-IN-u-nu-latn',
  openGraph: 'hi_IN',
  months: [
    'जनवरी',
    'फ़रवरी',
    'मार्च',
    'अप्रैल',
    'मई',
    'जून',
    'जुलाई',
    'अगस्त',
    'सितंबर',
    'अक्टूबर',
    'नवंबर',
    'दिसंबर',
  ],
  zero: '०',
  stationWord: null,
  nameSheet: ['कार्य', 'थाना', 'हिंदी नाम', 'अंग्रेज़ी नाम', 'प्रकार', 'टिप्पणी'],
  nameActions: { rename: 'नाम बदलें', checked: 'सही' },
  begun: { stamp: 'प्रदर्शन', notice: 'प्रदर्शन नमूना: तथ्य अपुष्ट', open: 'अभी तय नहीं' },
} as const satisfies LanguageFacts;

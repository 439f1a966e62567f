import type { LanguageFacts } from './language-facts.ts';

export const mr = {
  name: { own: 'मराठी', hi: 'मराठी', en: 'Marathi' },
  script: 'Devanagari',
  locale: 'mr-IN-u-nu-latn',
  openGraph: 'mr_IN',
  months: [
    'जानेवारी',
    'फेब्रुवारी',
    'मार्च',
    'एप्रिल',
    'मे',
    'जून',
    'जुलै',
    'ऑगस्ट',
    'सप्टेंबर',
    'ऑक्टोबर',
    'नोव्हेंबर',
    'डिसेंबर',
  ],
  zero: '०',
  stationWord: 'पोलीस ठाणे',
  nameSheet: ['कृती', 'पोलीस ठाणे', 'मराठी नाव', 'इंग्रजी नाव', 'प्रकार', 'शेरा'],
  nameActions: { rename: 'नाव बदला', checked: 'बरोबर' },
  begun: {
    stamp: 'प्रात्यक्षिक नमुना',
    notice: 'प्रात्यक्षिक नमुना: माहितीची खातरजमा बाकी आहे',
    open: 'अद्याप ठरलेले नाही',
  },
} as const satisfies LanguageFacts;

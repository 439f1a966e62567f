import type { LanguageFacts } from './language-facts.ts';

export const gu = {
  name: { own: 'ગુજરાતી', hi: 'गुजराती', en: 'Gujarati' },
  script: 'Gujarati',
  locale: 'gu-IN-u-nu-latn',
  openGraph: 'gu_IN',
  months: [
    'જાન્યુઆરી',
    'ફેબ્રુઆરી',
    'માર્ચ',
    'એપ્રિલ',
    'મે',
    'જૂન',
    'જુલાઈ',
    'ઑગસ્ટ',
    'સપ્ટેમ્બર',
    'ઑક્ટોબર',
    'નવેમ્બર',
    'ડિસેમ્બર',
  ],
  zero: '૦',
  stationWord: 'પોલીસ સ્ટેશન',
  nameSheet: ['કાર્ય', 'પોલીસ સ્ટેશન', 'ગુજરાતી નામ', 'અંગ્રેજી નામ', 'પ્રકાર', 'નોંધ'],
  nameActions: { rename: 'નામ બદલો', checked: 'સાચું' },
  begun: {
    stamp: 'પ્રદર્શન નમૂનો',
    notice: 'પ્રદર્શન નમૂનો: વિગતોની ખરાઈ બાકી છે',
    open: 'હજુ નક્કી નથી',
  },
} as const satisfies LanguageFacts;

import type { OwnLanguage } from '../../campaigns/language.ts';

const hi = {
  notFound: 'पेज नहीं मिला',
  notFoundText: 'यह पता मौजूद नहीं है।',
  home: 'मुखपृष्ठ पर जाएँ',
  coming: 'साइट तैयार हो रही है',
  comingText: 'कुछ ही सेकंड में यह पेज अपने आप खुल जाएगा।',
  missing: 'छपाई की फ़ाइलें अभी नहीं बनी हैं',
  missingText: 'बोर्ड और पम्पलेट बनाने के लिए सर्वर पर यह आदेश चलाएँ:',
  districts: 'जनपदवार बोर्ड और पम्पलेट',
  districtsText: 'अपना जनपद चुनें और छपाई की फ़ाइलें डाउनलोड करें।',
  all: 'सभी जनपद',
  stations: (count: number) => `${count} थाने`,
  artworks: {
    board: 'बोर्ड',
    pamphlet: 'पम्पलेट',
    'pamphlet-2up': 'पम्पलेट, A4 पर दो',
    'pamphlet-4up': 'पम्पलेट, A3 पर चार',
    district: 'पूरा जनपद',
  } as Readonly<Record<string, string>>,
};
export type PageWords = typeof hi;

const gu: PageWords = {
  notFound: 'પાનું મળ્યું નથી',
  notFoundText: 'આ સરનામે કોઈ પાનું નથી.',
  home: 'મુખ્ય પાના પર જાઓ',
  coming: 'સાઈટ તૈયાર થઈ રહી છે',
  comingText: 'થોડી સેકન્ડમાં આ પાનું આપમેળે ખૂલશે.',
  missing: 'છાપવાની ફાઈલો હજુ બની નથી',
  missingText: 'બોર્ડ અને પત્રિકા બનાવવા સર્વર પર આ આદેશ ચલાવો:',
  districts: 'જિલ્લાવાર બોર્ડ અને પત્રિકા',
  districtsText: 'તમારો જિલ્લો પસંદ કરો અને છાપવાની ફાઈલો ડાઉનલોડ કરો.',
  all: 'બધા જિલ્લા',
  stations: (count) => `${count} પોલીસ સ્ટેશન`,
  artworks: {
    board: 'બોર્ડ',
    pamphlet: 'પત્રિકા',
    'pamphlet-2up': 'પત્રિકા, A4 પર બે',
    'pamphlet-4up': 'પત્રિકા, A3 પર ચાર',
    district: 'આખો જિલ્લો',
  },
};

/** Words of the pages that stand in for the site, by the campaign's own language; no native reader has checked those in Gujarati. */
export const pageWords: Readonly<Record<OwnLanguage, PageWords>> = { hi, gu };

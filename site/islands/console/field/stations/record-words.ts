import { inEachLanguage } from '../../../../i18n/own-language.ts';

export const recordWordsIn = inEachLanguage({
  weeks: ['सप्ताहवार स्कैन', 'Scans by week'],
  noScans: ['पिछले 12 सप्ताह में कोई स्कैन नहीं।', 'No scan in the last 12 weeks.'],
  week: ['सप्ताह', 'Week'],
  scans: ['स्कैन', 'Scans'],
  versions: ['आर्टवर्क के संस्करण', 'Versions of the artwork'],
  noVersions: [
    'इस थाने की कोई छपाई-फ़ाइल अभी नहीं बनी है।',
    'No press file of this station has been made yet.',
  ],
  artwork: ['आर्टवर्क', 'Artwork'],
  made: ['बना', 'Made'],
  state: ['स्थिति', 'State'],
  present: ['वर्तमान', 'present'],
  superseded: (day: string) => [`${day} से पुराना`, `superseded since ${day}`],
});
